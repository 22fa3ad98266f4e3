"""The pages of a return, as values: the templates only lay them out."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from mir.clock import LONDON
from mir.db import Store
from mir.pages import day
from mir.returns import queries
from mir.returns.adding import KEPT_FOR
from mir.returns.asks import Line, Part
from mir.returns.forms import Problem, Typed
from mir.returns.queries import Answer, Piece, ReturnCard, Whole
from mir.returns.words import EVERY_WINDOW, KIND_WORDS, WINDOWS


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
