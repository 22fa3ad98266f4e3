"""What may be told of dots, worked out by hand: no column of fewer than five, and no phones to subtract."""

import pytest

from mir.choosing.models import Side, Way
from mir.choosing.telling import NOBODY, Counted, tell

PEOPLE, STAFF, PHONE, HANDS = Side.PEOPLE, Side.STAFF, Way.PHONE, Way.HANDS
Numbers = tuple[int, int, int, int]
"""People by phone, people by hand, staff by phone, staff by hand."""
KEYS = ((PEOPLE, PHONE), (PEOPLE, HANDS), (STAFF, PHONE), (STAFF, HANDS))


def counted(voters: Numbers, **dots: Numbers) -> Counted:
    return Counted(
        dict(zip(KEYS, voters, strict=True)),
        {(one, *key): number for one, given in dots.items() for key, number in zip(KEYS, given, strict=True)},
    )


@pytest.mark.parametrize(
    ("voters", "columns"),
    [
        ((7, 0, 6, 0), [("people", 7), ("staff", 6)]),
        ((5, 0, 5, 0), [("people", 5), ("staff", 5)]),
        ((0, 9, 0, 5), [("people", 9), ("staff", 5)]),
        ((7, 0, 0, 0), [("people", 7)]),
        ((0, 0, 0, 5), [("staff", 5)]),
        # One group is small: both are counted as one.
        ((7, 0, 1, 0), [("everybody", 8)]),
        ((0, 9, 0, 1), [("everybody", 10)]),
        ((4, 0, 4, 0), [("everybody", 8)]),
        # Staff are six, but one phone among five hands could be taken away from the total.
        ((7, 0, 1, 5), [("everybody", 13)]),
        # Too few phones, whichever way: what was seen by all is told without them.
        ((2, 8, 0, 6), [("people", 8), ("staff", 6)]),
        ((2, 8, 1, 2), [("everybody", 10)]),
        ((4, 4, 0, 0), []),
        ((4, 0, 0, 0), []),
        ((2, 0, 2, 0), []),
        ((0, 3, 0, 1), []),
        ((1, 2, 1, 2), []),
    ],
)
def test_who_is_told_apart(voters: Numbers, columns: list[tuple[str, int]]) -> None:
    told = tell(counted(voters, a=voters), ("a",))
    assert [(one.code, one.voters) for one in told.columns] == columns
    assert told.voters == sum(number for _, number in columns)
    assert bool(told.notes) is (not columns or told.voters < sum(voters) or columns[0][0] == "everybody")


def test_nobody_put_dots() -> None:
    told = tell(counted((0, 0, 0, 0), a=(0, 0, 0, 0)), ("a",))
    assert (told.columns, told.notes) == ((), (NOBODY,))


def test_totals_are_added_over_phones_and_hands_and_people_order_the_wall() -> None:
    told = tell(
        counted((5, 2, 6, 0), a=(1, 1, 6, 0), b=(4, 2, 0, 0), c=(1, 1, 5, 0), d=(0, 0, 6, 0)),
        ("a", "b", "c", "d"),
    )
    people, staff = told.columns
    assert people.dots == {"a": 2, "b": 6, "c": 2, "d": 0}
    assert staff.dots == {"a": 6, "b": 0, "c": 5, "d": 6}
    # b has most of people's dots, however many staff chose d; a and c are alike to people.
    assert told.ordered(("c", "d", "b", "a")) == ("b", "a", "c", "d")


def test_phones_that_are_left_out_are_in_no_total() -> None:
    told = tell(counted((1, 9, 0, 0), a=(1, 3, 0, 0)), ("a",))
    assert told.columns[0].dots == {"a": 3}
    assert "left out" in told.notes[0]


def test_every_told_column_keeps_the_promise() -> None:
    """Whatever the numbers: at least five in a column, and none or at least five of them by phone."""
    few = (0, 1, 4, 5, 6)
    for voters in ((a, b, c, d) for a in few for b in few for c in few for d in few):
        told = tell(counted(voters, a=voters), ("a",))
        both = (voters[0] + voters[2], voters[1] + voters[3])
        by_code = {"people": voters[:2], "staff": voters[2:], "everybody": both}
        for column in told.columns:
            phones, hands = by_code[column.code]
            assert column.voters in {phones + hands, hands}
            assert column.voters >= 5
            assert column.voters == hands or phones >= 5
