"""The page where people look over their answers, and what it says of each."""

from dataclasses import dataclass, replace
from itertools import groupby

from flask import url_for

from mir.i18n import Tongue
from mir.respond.answering import Answering
from mir.respond.asked import choices, heading
from mir.respond.interviewing import beside_check
from mir.respond.kinds.told import told
from mir.respond.pages import frame, switch_words
from mir.respond.shown import Beside, Frame, Problem
from surveys.edition import Step


@dataclass(frozen=True)
class Row:
    """One question and what was answered, in lines. Without any it was skipped."""

    question: tuple[str, ...]
    """With the sentence above it, where it was the row of a grid."""
    answer: tuple[str, ...]
    symbol: str
    comment: str
    href: str


@dataclass(frozen=True)
class Section:
    """The rows of one section or theme."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class CheckPage:
    """Every answer, and the button that sends them."""

    frame: Frame
    action: str
    of: str
    sections: tuple[Section, ...]
    help: Row | None
    symbols: tuple[str, ...]
    """Each drawing that the rows use, once."""
    switch: str
    parked: tuple[Row, ...] = ()
    """What was answered and is not asked any more."""
    tongues: tuple[Tongue, ...] = ()
    problems: tuple[Problem, ...] = ()
    beside: Beside | None = None


def check_page(here: Answering) -> CheckPage:
    """The answers as they stand."""
    by_heading = groupby(here.steps, lambda step: heading(here.edition, step, here.reader))
    sections = tuple(Section(words, tuple(_row(here, step) for step in steps)) for words, steps in by_heading)
    used = {row.symbol for section in sections for row in section.rows if row.symbol}
    return CheckPage(
        frame=frame(here),
        action=url_for("respond.send"),
        of=here.held.tag,
        sections=sections,
        help=_help(here) if here.asked_about_help else None,
        symbols=tuple(sorted(used)),
        switch=switch_words(here),
        parked=tuple(_row(here, step) for step in here.parked),
        tongues=here.other_tongues,
        beside=beside_check(here),
    )


def empty(page: CheckPage, here: Answering) -> CheckPage:
    """The page when there is nothing to send."""
    return replace(page, problems=(Problem("main", here.words.nothing_to_send),))


def _row(here: Answering, step: Step) -> Row:
    answer, reader = here.draft.answers.get(step.code), here.reader
    drawn = {choice.value: choice.symbol for choice in choices(here.edition, step, reader)}
    touched = step.code in {*here.draft.answers, *here.draft.comments}
    hidden = here.draft.hidden and touched
    asked = (reader.stem(step), reader.asks(step))
    return Row(
        question=tuple(reader.put(words) for words in asked if words),
        answer=(here.words.hidden_answer,) if hidden else told(here.edition, step, answer, reader),
        symbol=drawn.get(answer, "") if isinstance(answer, str) and not hidden else "",
        comment="" if hidden else here.draft.comments.get(step.code, ""),
        href=url_for("respond.question", code=step.code, to="check"),
    )


def _help(here: Answering) -> Row:
    service = here.reader.service
    said = dict(here.words.help_choices)[here.draft.help]
    who = dict(here.words.helper_choices).get(here.draft.helper or "", "").format(service=service)
    return Row((here.words.help_row,), (said,), "", who, url_for("respond.help_", to="check"))
