"""The sheets and headings of a form; words that XLSForm lacks travel in columns of our own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from surveys.exchange.tables import Table
from surveys.framework import Presentation, Voice
from surveys.survey import Survey

SURVEY, CHOICES, SETTINGS, OURS = "survey", "choices", "settings", "making-it-real"
"""The sheets. The last is ours: XLSForm programs pass it over."""

ALL = "all"
"""In a heading: these words are put to every voice that the row names."""
EACH = "each"

Cells = dict[str, str]


@dataclass(frozen=True)
class Asked:
    """Whom a form asks, and in which words: the ones that stand in the columns which every program shows."""

    voice: Voice
    presentation: Presentation
    languages: tuple[str, ...]

    def shows(self, presentation: str, language: str) -> bool:
        """Whether these words stand in such a column."""
        return presentation == self.presentation and language in self.languages


def asked(survey: Survey, voice: Voice, presentation: Presentation) -> Asked:
    """Whom a form of this survey asks."""
    return Asked(voice, presentation, survey.languages)


def language_name(tag: str) -> str:
    """A language as XLSForm names it: “Welsh (cy)”."""
    try:
        name = Locale.parse(tag.replace("-", "_")).get_display_name("en")
    except (UnknownLocaleError, ValueError):
        name = None
    return f"{(name or tag).partition(' (')[0]} ({tag})"


def shown_heading(part: str, language: str) -> str:
    """The heading of a column that every program shows: “label::Welsh (cy)”."""
    return f"{part}::{language_name(language)}"


def our_heading(part: str, voice: str, presentation: str, language: str) -> str:
    """The heading of a column of ours: “mir_label__staff__easy_read__cy”."""
    return f"mir_{part}__{voice}__{presentation}__{language}"


def ours(heading: str) -> tuple[str, str, str, str] | None:
    """The part, voice, presentation and language that a column of ours is for; None for any other column."""
    pieces = heading.removeprefix("mir_").split("__")
    if not heading.startswith("mir_") or len(pieces) != 4:  # noqa: PLR2004 - the four pieces above
        return None
    part, voice, presentation, language = pieces
    return part, voice, presentation, language


def escaped(text: str) -> str:
    """Text as a form can hold it: “${” would be read as an answer, so a joiner that nobody sees parts it."""
    return _parted(text, 1)


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return _parted(text, -1)


JOINER = "\u2060"


def _parted(text: str, step: int) -> str:
    out, places = [], iter(text.split("$"))
    out.append(next(places))
    for piece in places:
        bare = piece.lstrip(JOINER)
        many = len(piece) - len(bare)
        joined = max(many + step, 0) if bare.startswith("{") else many
        out.append("$" + JOINER * joined + bare)
    return "".join(out)


_ORDER = (
    "type",
    "list_name",
    "name",
    "label",
    "hint",
    "guidance_hint",
    "relevant",
    "constraint",
    "constraint_message",
    "appearance",
    "parameters",
    "calculation",
)


def table(name: str, rows: list[Cells]) -> Table:
    """The rows with the headings that they use: those of XLSForm in the order that people know, then ours.

    A language that one text column has, each has, for a program warns of the missing ones.
    """
    used = dict.fromkeys(heading for row in rows for heading in row)
    parts = {heading.partition("::")[0] for heading in used if "::" in heading}
    languages = dict.fromkeys(heading.partition("::")[2] for heading in used if "::" in heading)
    used |= dict.fromkeys(f"{part}::{language}" for part in sorted(parts) for language in languages)
    return Table(name, tuple(sorted(used, key=_rank)), tuple(rows))


def _rank(heading: str) -> tuple[int, str]:
    part, _, language = heading.partition("::")
    if part in _ORDER:
        return _ORDER.index(part), "" if language.endswith("(en)") else language
    return len(_ORDER), heading if heading.count("__") else f" {heading}"


def spread(voices: Mapping[Voice, Mapping[Presentation, Mapping[str, str]]]) -> Iterator[tuple[str, ...]]:
    """Voice, presentation, language and line of every line."""
    for voice, wording in voices.items():
        for presentation, text in wording.items():
            for language, line in text.items():
                yield voice, presentation, language, line
