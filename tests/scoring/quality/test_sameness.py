"""Rows of one and the same answer."""

import pytest

from scoring.faults import NoAnswersError
from scoring.quality.sameness import longest_run, may_leave_out, straight_lined, variability
from surveys.framework import Voice

BACKWARDS = [False, False, True, False]


def test_runs_and_variability_meet_the_definitions_of_careless() -> None:
    rows = [[3, 3, 3, 3, 3, 2, 4], [1, 2, 3, 4, 5, 1, 2], [5, 5, 5, 5, 5, 5, 5]]
    assert [longest_run(row) for row in rows] == [5, 1, 7]
    assert [variability(row) for row in rows] == pytest.approx([0.5773502691896257, 1.511857892036909, 0])


def test_a_statement_passed_over_neither_adds_nor_breaks() -> None:
    assert longest_run([4, None, 4, 1]) == 2
    assert longest_run([None, None]) == 0
    assert variability([4, None]) is None
    assert variability([]) is None


@pytest.mark.parametrize(
    ("row", "seconds", "flagged"),
    [
        ([5, 5, 5, 5], None, True),  # agreeing with a statement and with its opposite
        ([3, 3, 3, 3], None, False),  # the middle contradicts nothing
        ([3, 3, 3, 3], 7.9, True),  # under 2 seconds each
        ([3, 3, 3, 3], 8.0, False),
        ([5, 5, None, 5], None, False),  # nothing that runs backwards was answered
        ([5, 5, 1, 5], 1.0, False),
        ([5, None, None, None], 1.0, False),
    ],
)
def test_a_row_is_looked_at_again_when_it_contradicts_itself_or_was_too_fast(
    row: list[float | None], seconds: float | None, *, flagged: bool
) -> None:
    assert straight_lined(row, BACKWARDS, 5, seconds) is flagged


def test_a_row_that_does_not_fit_is_refused() -> None:
    with pytest.raises(NoAnswersError):
        straight_lined([], [], 5)
    with pytest.raises(NoAnswersError):
        straight_lined([1], BACKWARDS, 5)


def test_people_who_draw_on_support_are_never_left_out() -> None:
    assert not may_leave_out(Voice.PERSON)
    assert not may_leave_out(Voice.FAMILY)
    assert may_leave_out(Voice.STAFF)
    assert may_leave_out(Voice.LEADER)
