"""The parts of a survey: what is in each, in one list that can be moved up and down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mir.authoring.changes import in_parts, mended
from mir.authoring.making import PARTS, UNPLACED, Found, Making
from mir.authoring.pages import Here, placed, plainly, voiced
from mir.authoring.question_page import Block, words_block
from mir.errors import NotFoundError
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice
from surveys.own.written import OwnSection
from surveys.survey import Survey

PART = "part:"
"""Before the code of a part, in the one list of parts and what is in them."""
VERBS = {"split": "Began a part with", "merge": "Took away the part", "up": "Moved up", "down": "Moved down"}
LONGEST = 600


@dataclass(frozen=True)
class PartRow:
    """A part (its entry begins with “part:”), or something that is asked in it."""

    entry: str
    words: str
    kind: str
    first: bool
    """Whether nothing stands before it in its part, so that no part can begin with it."""


@dataclass(frozen=True)
class PartsPage:
    """All parts."""

    here: Here
    rows: tuple[PartRow, ...]
    found: tuple[Found, ...]
    moved: tuple[str, str, str]

    @property
    def unplaced(self) -> bool:
        """Whether something is in no part."""
        return any(fault.kind == UNPLACED for fault in self.here.making.faults)


@dataclass(frozen=True)
class PartPage:
    """The words of one part. `texts` are its fields, as in “title-standard-en”."""

    here: Here
    part: OwnSection
    texts: Mapping[str, str]
    title: Block
    introduction: Block
    problems: tuple[Problem, ...] = ()

    def text(self, name: str) -> str:
        """What stands in this field."""
        return self.texts.get(name, "")

    def error(self, name: str) -> str:
        """What is wrong with this field; nothing where it is well."""
        return next((one.sentence for one in self.problems if one.field == name), "")


def entries(survey: Survey) -> tuple[str, ...]:
    """Every part followed by what is asked in it."""
    return tuple(one for part in survey.sections for one in (f"{PART}{part.code}", *part.asks))


def after(before: tuple[str, ...], verb: str, code: str, dragged: Sequence[str]) -> tuple[str, ...]:
    """The list after one of the page's buttons. What a page may not do leaves it as it was."""
    kept = list(before)
    if verb == "order" and sorted(dragged) == sorted(before) and dragged[0].startswith(PART):
        return tuple(dragged)
    if code not in kept:
        return before
    here = kept.index(code)
    if verb == "split" and here and not kept[here - 1].startswith(PART):
        kept.insert(here, f"{PART}{_free(before)}")
    elif verb == "merge" and here:
        kept.pop(here)
    elif verb in {"up", "down"} and code.startswith(PART):
        return _part_moved(before, code, -1 if verb == "up" else 1)
    elif verb in {"up", "down"}:
        there = here + (-1 if verb == "up" else 1)
        if 0 < there < len(kept):
            kept.insert(there, kept.pop(here))
    return tuple(kept)


def gathered(making: Making, listed: tuple[str, ...]) -> Survey:
    """The survey in these parts. A part that is new is called by its number until it is named."""
    known = {part.code: part for part in making.survey.sections}
    found: list[tuple[OwnSection, list[str]]] = []
    for entry in listed:
        if entry.startswith(PART):
            code = entry.removeprefix(PART)
            found.append((known.get(code) or _new(code, len(found) + 1), []))
        else:
            found[-1][1].append(entry)
    return mended(in_parts(making.survey, found), making.framework)


def parts_page(here: Here, moved: tuple[str, str]) -> PartsPage:
    """The page of all parts; of something that was just moved: its entry and which way."""
    making, listed = here.making, entries(here.making.survey)
    rows = tuple(
        PartRow(
            entry,
            name(making, entry),
            _kind(making, entry),
            first=not place or listed[place - 1].startswith(PART),
        )
        for place, entry in enumerate(listed)
    )
    said = placed(listed, moved[0], name(making, moved[0])) if moved[1] in {"up", "down"} else ""
    return PartsPage(here, rows, making.at(PARTS), (*moved, said))


def name(making: Making, entry: str) -> str:
    """What an entry is called."""
    code = entry.removeprefix(PART)
    if entry.startswith(PART):
        found = next((part.title for part in making.survey.sections if part.code == code), None)
        return plainly(found) if found else code
    own = next((one for one in making.survey.questions if one.code == code), None)
    if own:
        return voiced(own)
    for theme in making.framework.themes:
        if theme.code == code:
            return plainly(theme.name)
        for one in theme.statements:
            if one.code == code:
                return plainly(one.wordings.get(Voice.PERSON) or next(iter(one.wordings.values())))
    return code


def part_page(here: Here, code: str, form: Mapping[str, str] | None) -> PartPage:
    """The page of one part, as it is kept or as it was typed. Raises NotFoundError."""
    survey = here.making.survey
    part = next((one for one in survey.sections if one.code == code), None)
    if part is None:
        raise NotFoundError
    blocks = (
        words_block(survey, "title", "What is it called?"),
        words_block(survey, "introduction", "What people read first, if anything"),
    )
    if form is not None:
        return PartPage(here, part, {name: plain(value) for name, value in form.items()}, *blocks)
    texts = {"show_text": part.show_if or ""}
    for field, words in (("title", part.title), ("introduction", part.introduction or {})):
        for look, lines in words.items():
            texts |= {f"{field}-{look}-{language}": line for language, line in lines.items()}
    return PartPage(here, part, texts, *blocks)


def part_problems(page: PartPage, survey: Survey) -> tuple[Problem, ...]:
    """What must be put right first."""
    look = Presentation.STANDARD if Presentation.STANDARD in survey.presentations else survey.presentations[0]
    first = f"title-{look}-{SOURCE_LANGUAGE}"
    found = [] if page.text(first) else [Problem(first, "Write what the part is called.")]
    found += [
        Problem(field, f"Make this shorter: at most {LONGEST} letters.")
        for field, text in page.texts.items()
        if len(text) > LONGEST and field not in {"csrf_token", "version"}
    ]
    return tuple(found)


def with_words(survey: Survey, page: PartPage) -> Survey:
    """The survey with the part as it is typed."""
    part = page.part
    title = _typed(page, survey, "title", part.title)
    introduction = _typed(page, survey, "introduction", part.introduction or {})
    said = {"title": title, "introduction": introduction or None, "show_if": page.text("show_text") or None}
    now = part.model_copy(update=said)
    return survey.model_copy(
        update={"sections": tuple(now if one.code == part.code else one for one in survey.sections)}
    )


def _typed(
    page: PartPage, survey: Survey, field: str, before: Mapping[Presentation, Mapping[str, str]]
) -> dict[Presentation, dict[str, str]]:
    found = {look: dict(lines) for look, lines in before.items()}
    for look in survey.presentations:
        for language in survey.languages:
            text = page.text(f"{field}-{look}-{language}")
            lines = found.setdefault(look, {})
            lines.pop(language, None)
            if text:
                lines[language] = text
    return {look: lines for look, lines in found.items() if lines}


def _part_moved(before: tuple[str, ...], code: str, by: int) -> tuple[str, ...]:
    starts = [place for place, entry in enumerate(before) if entry.startswith(PART)]
    blocks = [before[start:end] for start, end in zip(starts, [*starts[1:], len(before)], strict=True)]
    here = next(place for place, block in enumerate(blocks) if block[0] == code)
    there = min(max(here + by, 0), len(blocks) - 1)
    blocks.insert(there, blocks.pop(here))
    return tuple(entry for block in blocks for entry in block)


def _kind(making: Making, entry: str) -> str:
    if entry.startswith(PART):
        return "part"
    if any(theme.code == entry for theme in making.framework.themes):
        return "theme"
    return "own" if any(one.code == entry for one in making.survey.questions) else "statement"


def _free(listed: tuple[str, ...]) -> str:
    number = 1
    while f"{PART}part_{number}" in listed:
        number += 1
    return f"part_{number}"


def _new(code: str, number: int) -> OwnSection:
    words = {look: {SOURCE_LANGUAGE: f"Part {number}"} for look in Presentation}
    return OwnSection(code=code, title=words, asks=(code,))
