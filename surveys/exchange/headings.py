"""What a heading stands for: a statement, a comment on a theme, or something about the person."""

import re
from collections.abc import Iterator, Mapping

from surveys.edition import Edition
from surveys.exchange.words import alike, quoted, unnumbered
from surveys.framework import Statement, Voice, Wording

NOT_KEPT = "not kept: it could point at a person"

VOICE_HEADINGS = frozenset(
    (
        "voice",
        "role",
        "your role",
        "my role",
        "i am",
        "i am a",
        "i am a/an",
        "who i am",
        "are you",
        "who are you",
    )
)
PRESENTATION_HEADINGS = frozenset(("presentation",))

_PERSONAL = re.compile(
    r"""
    (?:respondent|response|collector|participant|user|submission|record|session|survey|seed|token)?[ _]?id
    | (?:start|end|completion|submit|submission|last[ ]modified|total)[ _]?(?:time|date)s?
    | date|time|timestamp|duration
    | (?:date|time)[ _](?:submitted|started|created|modified|completed|last[ ]action)
    | (?:(?:first|last|full|family|given|your|contact)[ _]?)?name|forename|surname|initials
    | (?:your[ _])?e-?mail(?:[ _]address)?|address|postcode|(?:tele|mobile[ _]?)?phone(?:[ _]number)?|mobile
    | ip|ip[ _]?address|nhs[ _]number|date[ _]of[ _]birth|dob|age
    | custom[ _]data(?:[ _]?[0-9]+)?
    | last[ _]?page|lastpage|(?:start[ _]?)?language|seed|token|refurl|referrer(?:[ _]url)?|user[ _]agent
    | submitdate|startdate|datestamp|interviewtime|(?:group|question)[ _]?time.*
    | total[ ]points|quiz[ ]feedback|grade[ ]posted[ ]time|(?:points|feedback)[ ]-[ ].*
    | how|help|whose[ _]help|edition|round|service|key
    """,
    re.VERBOSE,
)
_COMMENT = re.compile(
    r"comments?(?:[ ](?:on|about))?[ ]?[:\-]?[ ]?(?P<of>.+)|(?P<what>.+?)(?:[ _-]| - |\[)comments?\]?"
)
_BRACKETED = re.compile(r".*\[(?P<inner>[^\[\]]+)\]")
_CODED = re.compile(r"(?P<code>[a-z][a-z0-9_]*)[ ]?[.:)\-][ ]?(?P<rest>.+)")
_WORDS = re.compile(r"\w+")
_LONGEST = 2_000


def is_personal(heading: str) -> bool:
    """Whether a heading is one that a program adds, or one that asks who the person is."""
    return _PERSONAL.fullmatch(alike(heading)) is not None


class Headings:
    """Every heading that an edition knows: codes and wordings, in any voice, presentation and language."""

    def __init__(self, edition: Edition) -> None:
        self.takes_comments = edition.comments
        self._codes = {code.casefold(): code for code in edition.place}
        self._wordings: dict[str, dict[str, set[Voice]]] = {}
        self._shown: dict[str, str] = {}
        self._themes: dict[str, str] = {}
        self._theme_of = {code: theme.code for code, theme in edition.theme_of.items()}
        for statement in edition.statements:
            self._learn(statement)
        self._words = {wording: set(_WORDS.findall(wording)) for wording in self._wordings}
        for theme in edition.themes:
            for name in (theme.code, *_texts(theme.name)):
                self._themes[alike(name)] = theme.code

    def statements(self, heading: str) -> Mapping[str, frozenset[Voice]]:
        """The statements that the heading names, and for each the voices whose wording it is.

        A bare code says nothing of the voice, so it may be any.
        More than one statement means that the heading is not clear.
        """
        found: dict[str, frozenset[Voice]] = {}
        for text in _readings(heading):
            if text in self._codes:
                found.setdefault(self._codes[text], frozenset(Voice))
            for code, voices in self._wordings.get(text, {}).items():
                found[code] = found.get(code, frozenset(Voice)) & voices
        return found

    def comment(self, heading: str) -> str | None:
        """The code of the theme on which the heading asks for a comment; None if it does not."""
        match = _COMMENT.fullmatch(alike(heading)[:_LONGEST])
        subject = alike(match["of"] or match["what"]) if match else ""
        if subject in self._themes:
            return self._themes[subject]
        codes = tuple(self.statements(subject))
        return self._theme_of[codes[0]] if len(codes) == 1 else None

    def known(self, heading: str) -> bool:
        """Whether anything at all is known of the heading."""
        return (
            bool(self.statements(heading))
            or is_personal(heading)
            or alike(heading) in VOICE_HEADINGS | PRESENTATION_HEADINGS
            or self.comment(heading) is not None
        )

    def nearest(self, heading: str) -> str:
        """The statement whose wording shares most words with the heading, in words; empty if none is near."""
        words = set(_WORDS.findall(alike(heading)[:_LONGEST]))
        best, share = "", 0.3
        for wording, others in self._words.items():
            common = len(words & others) / (len(words | others) or 1)
            if common > share:
                best, share = (
                    f"The nearest is {min(self._wordings[wording])}, {quoted(self._shown[wording])}. ",
                    common,
                )
        return best

    def _learn(self, statement: Statement) -> None:
        for voice, wording in statement.wordings.items():
            for text in _texts(wording):
                self._shown.setdefault(alike(text), text)
                known = self._wordings.setdefault(alike(text), {})
                known.setdefault(statement.code, set()).add(voice)


def _texts(wording: Wording) -> Iterator[str]:
    for text in wording.values():
        yield from text.values()


def _readings(heading: str) -> Iterator[str]:
    """The heading and its parts, as different programs write them: “1. …”, “wi1. …”, “G01Q01[wi1]”."""
    whole = alike(heading)[:_LONGEST]
    plain = unnumbered(whole)
    yield whole
    yield plain
    bracketed = _BRACKETED.fullmatch(plain)
    if bracketed:
        yield alike(bracketed["inner"])
    coded = _CODED.fullmatch(plain)
    if coded:
        yield coded["code"]
        yield coded["rest"]
