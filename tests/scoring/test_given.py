"""Numbers are checked before any formula sees them."""

from collections.abc import Callable
from typing import cast

import pytest

from scoring import given
from scoring.faults import NoAnswersError, OutOfRangeError


@pytest.mark.parametrize("check", [given.numbers, given.positive, given.whole, given.shares])
def test_nothing_is_refused_as_nothing(check: Callable[..., object]) -> None:
    with pytest.raises(NoAnswersError, match=r"There are no things\."):
        check([], "things")


@pytest.mark.parametrize("values", [[1, float("nan")], [float("inf")], [[1, 2]], ["a"], [None], 3])
def test_what_is_no_row_of_numbers_is_refused(values: object) -> None:
    with pytest.raises(OutOfRangeError, match="things"):
        given.numbers(cast("list[float]", values), "things")


@pytest.mark.parametrize(
    ("check", "values"),
    [
        (given.positive, [1, 0]),
        (given.whole, [-1]),
        (given.whole, [1.5]),
        (given.shares, [-0.1]),
        (given.shares, [1.1]),
    ],
)
def test_what_is_off_the_scale_is_refused(check: Callable[..., object], values: list[float]) -> None:
    with pytest.raises(OutOfRangeError, match="things"):
        check(values, "things")


def test_good_numbers_come_back_as_they_are() -> None:
    assert given.positive([1, 2], "things").tolist() == [1, 2]
    assert given.whole([0, 2], "things").tolist() == [0, 2]
    assert given.shares([0, 0.5, 1], "things").tolist() == [0, 0.5, 1]


def test_rows_of_different_lengths_do_not_go_together() -> None:
    one, two = given.numbers([1], "things"), given.numbers([1, 2], "things")
    given.alike(one, one)
    with pytest.raises(OutOfRangeError, match="1, 2"):
        given.alike(one, two)


def test_people_with_a_gap_are_left_out() -> None:
    assert given.complete([[1, 2], [None, 3], [float("nan"), 3], [4, 5]]).tolist() == [[1, 2], [4, 5]]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([], NoAnswersError),
        ([[1, 2], [1, None]], NoAnswersError),
        ([[1, 2], [1]], OutOfRangeError),
        ([[1], [2]], OutOfRangeError),
        ([[1, 2], [1, float("inf")]], OutOfRangeError),
    ],
)
def test_rows_that_make_no_table_are_refused(rows: given.Rows, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        given.complete(rows)
