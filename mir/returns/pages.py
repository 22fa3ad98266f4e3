"""The pages of a return, as values: the templates only lay them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from mir.clock import LONDON
from mir.db import Store
from mir.pages import day
from mir.providers.queries import ServiceCard
from mir.returns import queries
from mir.returns.asks import Line, Part
from mir.returns.forms import Problem, Typed
from mir.returns.operations import KEPT_FOR
from mir.returns.queries import Answer, Piece, ReturnCard, Whole
from mir.returns.readiness import Readiness, State, states, together
from mir.returns.words import EVERY_WINDOW, KIND_WORDS, STATE_WORDS, WINDOWS


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


@dataclass(frozen=True)
class PieceView:
    """A piece of evidence in words."""

    id: str
    kind: str
    words: str
    about: str
    window: str
    dated: str
    by: str
    size: str
    until: str
    """Until when a removed one can be brought back."""


@dataclass(frozen=True)
class LineView:
    """One line as it stands."""

    line: Line
    answer: Answer
    view: str
    by: str
    evidence: tuple[PieceView, ...]


@dataclass(frozen=True)
class LinePage:
    """The page on which one line is answered."""

    card: ReturnCard
    part: Part
    standing: LineView
    typed: Typed
    problems: tuple[Problem, ...]
    removed: tuple[PieceView, ...]
    number: int
    of: int
    onward: Line | None
    before: Line | None
    changed: bool
    """Whether it said something else before."""

    def wrong(self, field: str) -> str:
        """What is wrong with this field."""
        return next((one.sentence for one in self.problems if one.field == field), "")


def shelves(store: Store, account_id: str, today: date) -> tuple[Shelf, ...]:
    """Every service whose returns this account may read."""
    return tuple(
        Shelf(
            service,
            writes,
            tuple(
                _listed(store, account_id, card, today)
                for card in queries.returns_of(store, account_id, service.id)
            ),
        )
        for service, writes in queries.places(store, account_id)
    )


def _listed(store: Store, account_id: str, card: ReturnCard, today: date) -> Listed:
    if card.finished_on:
        return Listed(card, card.asked.scheme.title, f"Finished {day(card.finished_on)}")
    found = queries.whole(store, account_id, card.id)
    every = together(states(card.asked.lines, found.said(), today), today)
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


def line_views(whole: Whole) -> tuple[tuple[Part, tuple[LineView, ...]], ...]:
    """Every line as it stands, part by part."""
    return tuple(
        (part, tuple(line_view(whole, line) for line in part.lines)) for part in whole.card.asked.parts
    )


def line_view(whole: Whole, line: Line) -> LineView:
    """This line as it stands."""
    answer = whole.answer(line.code)
    choice = line.choice(answer.view)
    return LineView(
        line,
        answer,
        choice.words if choice else "",
        said_by(answer),
        tuple(map(piece_view, whole.evidence(line.code))),
    )


def said_by(answer: Answer) -> str:
    """Who said it and when."""
    return f"{answer.by}, {day(_wall(answer.at))}" if answer.at else ""


def _wall(at: datetime) -> date:
    """The date on the wall then. SQLite forgets that a moment is in UTC."""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(LONDON).date()


def piece_view(piece: Piece) -> PieceView:
    """A piece of evidence in words."""
    until = day(piece.removed_on + KEPT_FOR - timedelta(days=1)) if piece.removed_on else ""
    return PieceView(
        id=piece.id,
        kind=KIND_WORDS[piece.kind],
        words=piece.words,
        about=piece.about,
        window=EVERY_WINDOW[piece.window] if piece.window in WINDOWS else "Another way",
        dated=day(piece.dated),
        by=f"{piece.by}, {day(_wall(piece.at))}",
        size=_size(piece.size),
        until=until,
    )


def _size(size: int | None) -> str:
    if size is None:
        return ""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(round(size / 1e3), 1)} kB"  # noqa: PLR2004


def line_page(
    store: Store, whole: Whole, line: Line, typed: Typed | None = None, problems: tuple[Problem, ...] = ()
) -> LinePage:
    """The page of one line: as kept, or as typed where something is wrong with it."""
    card, standing = whole.card, line_view(whole, line)
    answer = standing.answer
    lines = card.asked.lines
    at = lines.index(line)
    return LinePage(
        card=card,
        part=next(part for part in card.asked.parts if line in part.lines),
        standing=standing,
        typed=typed or Typed(answer.version, answer.view, answer.what),
        problems=problems,
        removed=tuple(
            piece_view(one) for one in whole.pieces if one.line == line.code and one.removed_on is not None
        ),
        number=at + 1,
        of=len(lines),
        onward=card.asked.after(line.code),
        before=lines[at - 1] if at else None,
        changed=bool(queries.earlier(store, card.id, line.code)),
    )
