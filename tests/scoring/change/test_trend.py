"""Change over time: two rounds, and lines of rounds."""

import pytest

from scoring.change.trend import Charted, Clarity, Point, Stage, change, lines
from scoring.change.xmr import Limits, Signal
from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.intervals import Estimate


def score(value: float) -> Estimate:
    return Estimate(value, value - 5, value + 5)


def points(values: list[float], people: list[float] | None = None, line: str = "a") -> list[Point]:
    sizes = people or [20.0] * len(values)
    return [Point(score(value), n, line) for value, n in zip(values, sizes, strict=True)]


def test_a_change_is_clear_when_its_range_leaves_out_nought() -> None:
    # MOVER of two ranges of ±5: ±7.07.
    up = change(score(70), score(60))
    assert (up.points.low, up.points.high) == pytest.approx((10 - 50**0.5, 10 + 50**0.5))
    assert up.clarity is Clarity.UP
    assert change(score(60), score(70)).clarity is Clarity.DOWN
    assert change(score(65), score(60)).clarity is Clarity.UNCLEAR


def test_a_change_from_nothing_is_refused() -> None:
    with pytest.raises(OutOfRangeError):
        change(score(70), Estimate(float("nan"), 0, 100))


def test_under_seven_rounds_there_is_a_line_and_no_more() -> None:
    (line,) = lines(points([60.0] * 6))
    assert (line.stage, line.limits, line.signals) == (Stage.LINE, None, ())
    assert not line.steady


def test_from_seven_rounds_limits_are_on_trial_and_from_twelve_they_stand() -> None:
    (trial,) = lines(points([60.0, 62] * 5 + [60]))
    assert trial.stage is Stage.TRIAL
    assert trial.steady
    (full,) = lines(points([60.0, 62] * 6))
    assert full.stage is Stage.FULL
    assert full.limits is not None
    assert full.limits.upper == pytest.approx(61 + 2.66 * 2)


def test_equal_scores_have_limits_at_the_mean() -> None:
    (line,) = lines(points([60.0] * 7))
    assert line.limits == Limits(60, 60, 60)
    assert line.steady


def test_a_round_far_off_is_no_steady_line() -> None:
    (line,) = lines(points([60.0, 62] * 6 + [99]))
    assert line.signals[-1] is Signal.ABOVE
    assert not line.steady


def test_uneven_numbers_of_people_call_for_z() -> None:
    sizes = [20.0] * 6 + [41.0]
    uneven = points([60.0] * 7, sizes)
    (bare,) = lines(uneven)
    assert bare.stage is Stage.LINE
    (line,) = lines(
        [Point(p.score, p.people, p.line, z) for p, z in zip(uneven, [0.1, 0.4] * 3 + [0.2], strict=True)]
    )
    assert line.charted is Charted.Z
    assert line.values == (0.1, 0.4, 0.1, 0.4, 0.1, 0.4, 0.2)
    (even,) = lines(points([60.0] * 7, [20.0] * 6 + [40.0]))
    assert (even.charted, even.stage) == (Charted.SCORE, Stage.TRIAL)


def test_rounds_that_cannot_be_compared_break_the_line() -> None:
    first, second = lines(points([60.0] * 7, line="a") + points([40.0, 41], line="b"))
    assert (first.start, len(first.values)) == (0, 7)
    assert (second.start, second.values, second.stage) == (7, (40, 41), Stage.LINE)


def test_rounds_that_cannot_be_drawn_are_refused() -> None:
    with pytest.raises(NoAnswersError):
        lines([])
    with pytest.raises(NoAnswersError):
        lines(points([60.0], [0.0]))
    with pytest.raises(OutOfRangeError):
        lines(points([float("nan")]))
    with pytest.raises(OutOfRangeError):
        lines([Point(score(60), 20, "a", float("inf"))])
