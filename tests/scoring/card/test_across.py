"""Many services beside one another: what stands out although there are so many."""

from scoring.card.across import stand_out
from scoring.card.scorecard import Compared, NotCompared
from scoring.comparison.compare import Verdict
from scoring.rounding import one_in


def found(verdict: Verdict, one_in_: int) -> Compared:
    return Compared(verdict, "", 40, 60, "", "", one_in_)


SAME, LOWER = found(Verdict.SAME, 1), Verdict.LOWER


def test_one_in_twenty_does_not_stand_out_of_twenty() -> None:
    # Benjamini-Hochberg by hand: 1/20 × 20 / 1 = 1, which is above 0.05.
    assert stand_out([found(LOWER, 20), *[SAME] * 19]) == (False,) * 20


def test_what_is_far_out_stands_out_of_twenty() -> None:
    # 1/500 × 20 / 1 = 0.04, which is within 0.05; 1/200 × 20 / 1 = 0.1 is not.
    assert stand_out([*[SAME] * 19, found(LOWER, 500)]) == (False,) * 19 + (True,)
    assert not any(stand_out([*[SAME] * 19, found(LOWER, 200)]))


def test_the_second_of_two_stands_out_where_it_would_not_alone() -> None:
    # 1/200 × 20 / 2 = 0.05, and the first is at most that.
    assert sum(stand_out([*[SAME] * 18, found(LOWER, 200), found(LOWER, 200)])) == 2


def test_those_that_cannot_be_compared_do_not_count_among_the_many() -> None:
    # With two compared 1/50 × 2 / 1 = 0.04 stands out, whatever else is on the page.
    row: list[Compared | NotCompared | None] = [found(LOWER, 50), NotCompared("Too few."), None, SAME]
    assert stand_out(row) == (True, False, False, False)
    assert stand_out([None, NotCompared("Too few.")]) == (False, False)
    assert stand_out([]) == ()


def test_a_chance_is_told_in_coarse_steps_that_never_say_too_much() -> None:
    given = (0.05, 0.049, 0.0201, 0.02, 0.0099, 0.002, 0.00199, 1.0, 0.6, 0.0, 1e-9)
    assert [one_in(one) for one in given] == [20, 20, 20, 50, 100, 500, 500, 1, 1, 1_000_000, 1_000_000]
