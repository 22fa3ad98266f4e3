"""The page where people look over their answers, and what it says of each."""

from dataclasses import dataclass, replace

from flask import url_for

from mir.respond.answering import Answering
from mir.respond.pages import choices, frame
from mir.respond.shown import Choice, Frame, Problem
from surveys.framework import Statement


@dataclass(frozen=True)
class Row:
    """One question and what was answered. Without an answer it was skipped."""

    question: str
    answer: str
    symbol: str
    comment: str
    href: str


@dataclass(frozen=True)
class Section:
    """The rows of one theme."""

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
    problems: tuple[Problem, ...] = ()


def check_page(here: Answering) -> CheckPage:
    """The answers as they stand."""
    known = {choice.value: choice for choice in choices(here)}
    sections = tuple(
        Section(here.put(theme.name), rows)
        for theme in here.edition.themes
        if (rows := tuple(_row(here, known, step) for step in here.steps if step in theme.statements))
    )
    used = {row.symbol for section in sections for row in section.rows if row.symbol}
    return CheckPage(
        frame=frame(here),
        action=url_for("respond.send"),
        of=here.held.tag,
        sections=sections,
        help=_help(here) if here.asked_about_help else None,
        symbols=tuple(sorted(used)),
    )


def empty(page: CheckPage, here: Answering) -> CheckPage:
    """The page when there is nothing to send."""
    return replace(page, problems=(Problem("main", here.words.nothing_to_send),))


def _row(here: Answering, known: dict[str, Choice], step: Statement) -> Row:
    chosen = known.get(here.draft.answers.get(step.code, ""))
    return Row(
        question=here.put(step.wordings[here.draft.voice]),
        answer=chosen.words if chosen else "",
        symbol=chosen.symbol if chosen else "",
        comment=here.draft.comments.get(step.code, ""),
        href=url_for("respond.question", code=step.code, to="check"),
    )


def _help(here: Answering) -> Row:
    service = here.round.service.name
    said = dict(here.words.help_choices)[here.draft.help]
    who = dict(here.words.helper_choices).get(here.draft.helper or "", "").format(service=service)
    return Row(here.words.help_row, said, "", who, url_for("respond.help_", to="check"))
