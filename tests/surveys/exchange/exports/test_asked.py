"""Which questions go out, and that none tells what another keeps back."""

from surveys.exchange.exports.asked import ABOUT_YOU, WRITTEN, LeftOut, going_out
from surveys.framework import Voice
from tests.surveys.exchange.exports.gathered import arrivals


def test_what_is_written_and_what_asks_about_somebody_stays_here_and_so_does_what_hangs_on_it() -> None:
    asked, left_out = going_out(arrivals(), Voice.PERSON)
    assert [step.code for step in asked] == [
        *("wi1", "wi2", "helped", "days", "moved", "food_taste", "food_choice", "first", "ia1"),
    ]
    # “money” is asked only after years in a place: whether it was asked tells “length”.
    assert left_out == (
        LeftOut("length", ABOUT_YOU),
        LeftOut("money", "Whether it was asked would tell what somebody said to “length”."),
        LeftOut("why", WRITTEN),
        LeftOut("more", WRITTEN),
    )


def test_what_hangs_on_a_presentation_that_is_not_told_stays_here() -> None:
    asked, left_out = going_out(arrivals(), Voice.PERSON, frozenset({"presentation"}))
    assert "ia1" not in [step.code for step in asked]
    assert LeftOut("ia1", "Whether it was asked would tell what somebody said to “presentation”.") in left_out


def test_a_voice_gets_only_what_it_was_asked() -> None:
    asked, left_out = going_out(arrivals(), Voice.STAFF)
    assert "ia1" not in [step.code for step in asked]  # staff are asked the first theme only
    assert "money" not in [one.name for one in left_out]  # money is put to people only
