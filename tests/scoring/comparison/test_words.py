"""What is said beside a comparison."""

from dataclasses import replace

import pytest

from scoring.comparison.compare import Barrier, Comparison, Peers, Verdict
from scoring.comparison.words import compared, expected, not_compared


def comparison(verdict: Verdict, score: float = 60.0, *, alike: bool = False) -> Comparison:
    return Comparison(
        score=score,
        expected=75.0,
        usual=(64.4, 84.2),
        far=(58.0, 88.0),
        z=0.0,
        p=1.0,
        verdict=verdict,
        peers=Peers.KIND,
        services=12,
        alike=alike,
    )


def test_each_verdict_has_its_words() -> None:
    assert compared(comparison(Verdict.MUCH_LOWER)) == ("This score is much lower than expected.",)
    assert compared(comparison(Verdict.LOWER))[0].startswith(
        "This score is lower than expected; about 1 in 20"
    )
    assert compared(comparison(Verdict.HIGHER))[0].startswith(
        "This score is higher than expected; about 1 in 20"
    )
    assert compared(comparison(Verdict.MUCH_HIGHER)) == ("This score is much higher than expected.",)


def test_about_the_same_is_not_said_to_be_fine() -> None:
    said = compared(comparison(Verdict.SAME, 74.0, alike=True))
    assert said[0] == "This score is about the same as similar services."
    assert said[1] == "Services differ no more than chance."
    assert said[2].startswith("“About the same” does not mean that all is well")


def test_a_small_difference_is_called_small() -> None:
    assert compared(comparison(Verdict.HIGHER, 77.0))[1] == "The difference is small in practice."


def test_the_expected_range_names_who_it_is_from() -> None:
    assert expected(comparison(Verdict.SAME)) == (
        "We looked at 12 services of the same kind. Most services of this size would score between 64 and 85."
    )


def test_too_small_a_kind_is_said_to_be_compared_with_all() -> None:
    said = expected(replace(comparison(Verdict.SAME), peers=Peers.ALL))
    assert said.startswith("We looked at 12 services of every kind.")


@pytest.mark.parametrize("why", Barrier)
def test_every_barrier_has_its_words(why: Barrier) -> None:
    assert not_compared(why).endswith(".")
