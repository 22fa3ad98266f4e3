"""What may be told of dots: each side apart, both together, or nothing, so that no dot points at a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mir.choosing.models import Side, Way
from scoring.protection.disclosure import Thresholds

SIDE_WORDS = {Side.PEOPLE: "People and families", Side.STAFF: "Staff and leaders"}
EVERYBODY = "Everybody"
NOBODY = "Nobody put dots."
TOO_FEW = (
    "Fewer than {least} people put dots, or fewer than {least} did so with a phone. To protect them we show "
    "nothing. Talk it through, or count a show of hands of everybody."
)
TOGETHER = (
    "One group has fewer than {least} people, or fewer than {least} with a phone. "
    "So both groups are counted as one, and no dot points at a person."
)
PHONES_LEFT_OUT = (
    "Fewer than {least} people used a phone. Their dots could point at them, so they are left out. "
    "Ask them to raise their hands too, and type the new numbers."
)

Group = tuple[Side, ...]
_SIDES = tuple(Side)
_APART: tuple[Group, ...] = tuple((side,) for side in Side)


@dataclass(frozen=True)
class Counted:
    """Every total of a meeting, as it is kept: never for a page."""

    voters: Mapping[tuple[Side, Way], int]
    dots: Mapping[tuple[str, Side, Way], int]
    """By candidate, side and way."""

    def people(self, sides: Iterable[Side] = _SIDES, ways: Iterable[Way] = tuple(Way)) -> int:
        """How many put dots."""
        return sum(self.voters.get((side, way), 0) for side in sides for way in ways)


@dataclass(frozen=True)
class Column:
    """One group: how many put dots, and how many of them chose each candidate."""

    name: str
    code: str
    """`people`, `staff` or `everybody`."""
    voters: int
    dots: Mapping[str, int]


@dataclass(frozen=True)
class Told:
    """What a page may show."""

    columns: tuple[Column, ...]
    notes: tuple[str, ...]

    @property
    def voters(self) -> int:
        """How many people are in the columns."""
        return sum(one.voters for one in self.columns)

    def ordered(self, candidates: Sequence[str]) -> tuple[str, ...]:
        """The candidates by the dots of the first column, which is people's; then of the next."""
        return tuple(sorted(candidates, key=lambda one: [-column.dots[one] for column in self.columns]))


def tell(counted: Counted, candidates: Sequence[str], thresholds: Thresholds | None = None) -> Told:
    """The columns that may be shown, people's first.

    Hands are raised before everybody; what came by phone was seen by nobody, and whoever types
    in the hands could take them away from a total. So a column needs enough people, and enough
    or none of them by phone. Where the sides apart have not, they are counted as one; where that
    is not enough, the phones are left out.
    """
    least = (thresholds or Thresholds()).nothing_below
    if not counted.people():
        return Told((), (NOBODY,))
    for ways, left_out in ((tuple(Way), ()), ((Way.HANDS,), (PHONES_LEFT_OUT,))):
        for groups, together in ((_APART, ()), ((_SIDES,), (TOGETHER,))):
            there = [group for group in groups if counted.people(group, ways)]
            if there and all(_enough(counted, group, ways, least) for group in there):
                columns = tuple(_column(counted, candidates, group, ways) for group in there)
                return Told(columns, tuple(note.format(least=least) for note in (*left_out, *together)))
    return Told((), (TOO_FEW.format(least=least),))


def _enough(counted: Counted, group: Group, ways: tuple[Way, ...], least: int) -> bool:
    phones = counted.people(group, (Way.PHONE,)) if Way.PHONE in ways else 0
    return counted.people(group, ways) >= least and (phones == 0 or phones >= least)


def _column(counted: Counted, candidates: Sequence[str], group: Group, ways: tuple[Way, ...]) -> Column:
    alone = group[0] if len(group) == 1 else None
    return Column(
        SIDE_WORDS[alone] if alone else EVERYBODY,
        alone.value if alone else "everybody",
        counted.people(group, ways),
        {
            candidate: sum(counted.dots.get((candidate, side, way), 0) for side in group for way in ways)
            for candidate in candidates
        },
    )
