"""All the ways through an edition for one voice and presentation, counted exactly without walking each."""

# Somebody's way is fixed by what is asked and what is left out at each step. Those who have come the same
# way so far stand together in a crowd, with every combination of answers that could have brought them there
# and that a later condition still looks at. At each step a crowd divides into those who are asked and those
# who are not, so that crowds and ways are always one to one, however many answers lead along each.

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from surveys.edition import Edition
from surveys.framework import Presentation, Voice
from surveys.logic.truth import Value, holds
from surveys.trying.branching import Turn, known_first, turns, whole

MOST_CASES = 20_000
"""With more combinations of answers at one step than this, the ways are not counted."""
MOST_SHOWN = 12
"""How many ways are told one by one."""

Case = frozenset[tuple[str, Value]]
"""What has been answered so far, as far as it still matters."""
Crowd = frozenset[Case]


@dataclass(frozen=True)
class Ways:
    """The ways of one voice in one presentation."""

    voice: Voice
    presentation: Presentation
    count: int
    """How many ways there are; 0 where they are not counted."""
    fewest: int
    most: int
    """How many questions the shortest and the longest way have."""
    walked: frozenset[str]
    """The codes of everything that is on one of them at least."""
    shown: tuple[tuple[str, ...], ...]
    """What each way leaves out, where there are at most `MOST_SHOWN`; else nothing."""
    given_up: str = ""
    """The code at which there were too many combinations to go on; nothing where all were counted."""
    whole: bool = True
    """Whether every answer is in the count: not where an open number or a month is held against another."""


@dataclass(frozen=True)
class _Lane:
    """The ways on which one crowd may have come."""

    count: int = 1
    fewest: int = 0
    most: int = 0
    left_out: tuple[tuple[str, ...], ...] = ((),)

    def on(self, code: str, *, asked: bool) -> "_Lane":
        """The same after one more step."""
        left_out = self.left_out if asked else tuple((*way, code) for way in self.left_out)
        return _Lane(self.count, self.fewest + asked, self.most + asked, left_out)

    def beside(self, other: "_Lane") -> "_Lane":
        """Both together."""
        return _Lane(
            self.count + other.count,
            min(self.fewest, other.fewest),
            max(self.most, other.most),
            (self.left_out + other.left_out)[: MOST_SHOWN + 1],
        )


def ways(edition: Edition, voice: Voice, presentation: Presentation) -> Ways:
    """Every way that a person of this voice can come, whatever they answer or pass over."""
    first = known_first(voice, presentation)
    lanes: dict[Crowd, _Lane] = {frozenset((frozenset(first.items()),)): _Lane()}
    walked: set[str] = set()
    for turn in turns(edition, voice):
        after: dict[Crowd, _Lane] = {}
        for crowd, lane in lanes.items():
            for asked, then in _divided(crowd, turn):
                if asked:
                    walked.add(turn.step.code)
                lane_on = lane.on(turn.step.code, asked=asked)
                after[then] = after[then].beside(lane_on) if then in after else lane_on
        lanes = after
        if sum(map(len, lanes)) > MOST_CASES:
            return Ways(voice, presentation, 0, 0, 0, frozenset(walked), (), turn.step.code)
    found = _together(lanes.values())
    shown = found.left_out if found.count <= MOST_SHOWN else ()
    known = whole(edition, voice)
    return Ways(
        voice, presentation, found.count, found.fewest, found.most, frozenset(walked), shown, whole=known
    )


def _together(lanes: Iterable[_Lane]) -> _Lane:
    first, *others = lanes
    for other in others:
        first = first.beside(other)
    return first


def _divided(crowd: Crowd, turn: Turn) -> Iterator[tuple[bool, Crowd]]:
    """Those of a crowd who are asked, with all they could answer, and those who are not."""
    asked = frozenset(case for case in crowd if _is_asked(case, turn))
    for part, cases in ((asked, turn.cases or (None,)), (crowd - asked, (None,))):
        if part:
            yield part is asked, frozenset(_next(case, turn, value) for case in part for value in cases)


def _is_asked(case: Case, turn: Turn) -> bool:
    seen = dict(case)
    return all(holds(condition, seen) is True for condition in turn.conditions)


def _next(case: Case, turn: Turn, value: Value | None) -> Case:
    kept = {(code, held) for code, held in case if code in turn.needed}
    if value is not None and turn.step.code in turn.needed:
        kept.add((turn.step.code, value))
    return frozenset(kept)
