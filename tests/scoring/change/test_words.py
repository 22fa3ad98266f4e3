"""What is said of change over time."""

from scoring.change.trend import Charted, Line, Stage, change
from scoring.change.words import changed, told
from scoring.change.xmr import Limits, Signal
from scoring.intervals import Estimate


def line(signals: tuple[Signal, ...], stage: Stage = Stage.FULL, charted: Charted = Charted.SCORE) -> Line:
    return Line(0, stage, charted, (60.0,) * len(signals), Limits(60, 50, 70), signals)


def test_a_change_that_may_be_nought_is_not_clear() -> None:
    assert changed(change(Estimate(65, 60, 70), Estimate(60, 55, 65))) == "No clear change since last time."


def test_a_clear_change_has_its_size_and_range() -> None:
    # MOVER: 10 ± 7.07, outward 2 to 18.
    up = changed(change(Estimate(70, 65, 75), Estimate(60, 55, 65)))
    assert up == "10 points higher than last time (range 2 to 18)."
    down = changed(change(Estimate(60, 55, 65), Estimate(70, 65, 75)))
    assert down == "10 points lower than last time (range 2 to 18)."


def test_a_clear_change_under_3_points_is_small() -> None:
    said = changed(change(Estimate(61.2, 61, 61.4), Estimate(60, 59.8, 60.2)))
    assert said == "1 point higher than last time (range 0 to 2). Clear but small."


def test_a_short_line_says_so() -> None:
    short = Line(0, Stage.LINE, Charted.SCORE, (60.0,), None, ())
    assert told(short, ("Spring",)) == ("There are too few rounds to tell a usual range.",)


def test_a_steady_line_and_a_line_that_never_moves() -> None:
    assert told(line((Signal.NONE,) * 2), ("A", "B"))[0].startswith("No clear change.")
    flat = Line(0, Stage.FULL, Charted.SCORE, (60.0,) * 2, Limits(60, 60, 60), (Signal.NONE,) * 2)
    assert told(flat, ("A", "B")) == ("No change.",)


def test_what_lies_outside_comes_first() -> None:
    said = told(
        line((Signal.LOW_RUN, Signal.NONE, Signal.ABOVE), Stage.TRIAL, Charted.Z),
        ("Spring", "Summer", "Autumn"),
    )
    assert said[0].startswith("The numbers of people differ a lot")
    assert said[1].startswith("There are only a few rounds")
    assert said[2:] == (
        "Autumn: higher than this service’s usual range.",
        "Spring: one of 7 rounds or more in a row below the average.",
    )
