"""How far returns are, in words: the list of them, and the first page of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mir.db import Store
from mir.pages import day
from mir.providers.queries import ServiceCard
from mir.returns import queries
from mir.returns.asks import Line, Part
from mir.returns.queries import ReturnCard, Whole
from mir.returns.readiness import Readiness, State, states, together
from mir.returns.words import STATE_WORDS, WINDOWS


@dataclass(frozen=True)
class Listed:
    """A return in the list."""

    card: ReturnCard
    title: str
    state: str


@dataclass(frozen=True)
class Shelf:
    """A service with its returns."""

    service: ServiceCard
    writes: bool
    returns: tuple[Listed, ...]


@dataclass(frozen=True)
class LineRow:
    """One line in the overview."""

    line: Line
    code: str
    words: str
    note: str


@dataclass(frozen=True)
class PartView:
    """A part of the return: how far it is, in words, and its lines."""

    part: Part
    reading: str
    windows: str
    rows: tuple[LineRow, ...]


@dataclass(frozen=True)
class Overview:
    """The first page of a return."""

    card: ReturnCard
    reading: str
    windows: str
    parts: tuple[PartView, ...]
    onward: Line | None
    """The first line that is not answered yet."""


def shelves(store: Store, account_id: str, today: date) -> tuple[Shelf, ...]:
    """Every service whose returns this account may read: those that have any come first."""
    by_service: dict[str, list[Listed]] = {}
    for whole in queries.listed(store, account_id):
        by_service.setdefault(whole.card.service.id, []).append(_listed(whole, today))
    found = (
        Shelf(service, writes, tuple(by_service.get(service.id, ())))
        for service, writes in queries.places(store, account_id)
    )
    return tuple(sorted(found, key=lambda shelf: not shelf.returns))


def _listed(whole: Whole, today: date) -> Listed:
    card = whole.card
    if card.finished_on:
        return Listed(card, card.asked.scheme.title, f"Finished {day(card.finished_on)}")
    every = together(states(card.asked.lines, whole.said(), today), today)
    return Listed(card, card.asked.scheme.title, f"{every.answered} of {every.lines} answered")


def overview(whole: Whole, today: date) -> Overview:
    """The first page of this return."""
    card, said = whole.card, whole.said()
    found = states(card.asked.lines, said, today)
    every = together(found, today)
    open_ = (one.line for one in found if one.code in {"none", "begun"})
    return Overview(
        card=card,
        reading=reading(every),
        windows=windows_reading(every),
        parts=tuple(_part(part, states(part.lines, said, today), today) for part in card.asked.parts),
        onward=next(open_, None),
    )


def _part(part: Part, found: Sequence[State], today: date) -> PartView:
    every = together(found, today)
    return PartView(part, reading(every), windows_reading(every), tuple(map(_row, found)))


def _row(state: State) -> LineRow:
    note = ""
    if state.newest:
        pieces = f"{state.evidence} piece{'' if state.evidence == 1 else 's'} of evidence"
        note = f"{pieces}, the newest from {day(state.newest)}"
    return LineRow(state.line, state.code, STATE_WORDS[state.code], note)


def reading(of: Readiness) -> str:
    """How much is answered and has evidence, and how old that is."""
    said = f"{of.answered} of {of.lines} answered. {of.with_evidence} of {of.lines} have evidence"
    if of.newest is None or of.oldest_of_newest is None:
        return f"{said}."
    months = of.oldest_of_newest
    age = "less than a month" if months == 0 else f"{months} month{'' if months == 1 else 's'}"
    return f"{said}, the newest from {day(of.newest)}. The line that has waited longest for some: {age}."


def windows_reading(of: Readiness) -> str:
    """Through which of the four windows evidence came, and through which not."""
    if not of.windows:
        return "No evidence yet through any of the four windows."
    missing = [WINDOWS[code].lower() for code in of.empty_windows]
    if not missing:
        return "Evidence came through all four windows."
    return f"Evidence came through {len(of.windows)} of 4 windows. Nothing yet through: {', '.join(missing)}."
