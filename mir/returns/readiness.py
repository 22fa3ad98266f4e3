"""How far a return is: counted from what is in it, never typed, and never a promise of a rating."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mir.returns.asks import Line
from mir.returns.words import OLD_AFTER, WINDOWS

MONTHS = 12


@dataclass(frozen=True)
class Said:
    """What is kept of one line, as far as it counts."""

    view: str
    what: str
    evidence: tuple[tuple[date, str], ...]
    """From when each piece of evidence is, and through which window it came."""


NOTHING = Said("", "", ())


@dataclass(frozen=True)
class State:
    """How far one line is. The code is one of `words.STATE_WORDS`."""

    line: Line
    code: str
    evidence: int
    newest: date | None
    windows: tuple[str, ...]


@dataclass(frozen=True)
class Readiness:
    """How far several lines are together."""

    lines: int
    answered: int
    with_evidence: int
    newest: date | None
    oldest_of_newest: int | None
    """The age in months of the evidence of the line that has waited longest for some."""
    windows: tuple[str, ...]
    """Of the four windows those through which evidence came, in their order."""

    @property
    def empty_windows(self) -> tuple[str, ...]:
        """The windows through which nothing came."""
        return tuple(code for code in WINDOWS if code not in self.windows)


def months_since(when: date, today: date) -> int:
    """Whole months from then to today; nought for a day that is still to come."""
    whole = MONTHS * (today.year - when.year) + today.month - when.month - (today.day < when.day)
    return max(whole, 0)


def state_of(line: Line, said: Said, today: date) -> State:
    """How far this line is."""
    newest = max((when for when, _ in said.evidence), default=None)
    windows = tuple(code for code in WINDOWS if code in {window for _, window in said.evidence})
    return State(line, _code(line, said, newest, today), len(said.evidence), newest, windows)


def _code(line: Line, said: Said, newest: date | None, today: date) -> str:
    if not (said.view or said.what or said.evidence):
        return "none"
    if not said.what or (line.choices and not said.view):
        return "begun"
    if newest is None:
        return "answered"
    return "old" if _old(newest, today) else "backed"


def _old(when: date, today: date) -> bool:
    months = months_since(when, today)
    return months > OLD_AFTER or (months == OLD_AFTER and when.day != today.day)


def states(lines: Iterable[Line], said: Mapping[str, Said], today: date) -> tuple[State, ...]:
    """How far each line is."""
    return tuple(state_of(line, said.get(line.code, NOTHING), today) for line in lines)


def together(found: Sequence[State], today: date) -> Readiness:
    """How far these lines are together."""
    dates = [one.newest for one in found if one.newest is not None]
    seen = {window for one in found for window in one.windows}
    return Readiness(
        lines=len(found),
        answered=sum(one.code in {"answered", "old", "backed"} for one in found),
        with_evidence=len(dates),
        newest=max(dates, default=None),
        oldest_of_newest=months_since(min(dates), today) if dates else None,
        windows=tuple(code for code in WINDOWS if code in seen),
    )
