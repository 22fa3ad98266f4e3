"""One person's scores, by hand."""

from fractions import Fraction

import pytest

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.scores import item_score, overall_score, positive_percent, theme_score, turned


def test_an_answer_runs_from_0_to_100() -> None:
    # Each step of five options is worth 100/4.
    assert [item_score(value, 5) for value in (1, 2, 3, 4, 5)] == [0, 25, 50, 75, 100]
    assert item_score(2, 4) == Fraction(100, 3)


@pytest.mark.parametrize(("value", "options"), [(0, 5), (6, 5), (1, 1)])
def test_an_answer_off_the_scale_is_refused(value: int, options: int) -> None:
    with pytest.raises(OutOfRangeError):
        item_score(value, options)


def test_a_backwards_answer_is_turned_round() -> None:
    assert [turned(value, 5) for value in (1, 3, 5)] == [5, 3, 1]


def test_half_the_statements_make_a_theme_score_and_fewer_do_not() -> None:
    assert theme_score([5, 4, None, None], 5) == Fraction(175, 2)  # (100 + 75)/2
    assert theme_score([5, None, None, None], 5) is None
    assert theme_score([5, 4, None, None, None], 5) is None
    assert theme_score([5, 4, 4, None, None], 5) == Fraction(250, 3)


def test_a_theme_without_an_answer_has_no_score() -> None:
    assert theme_score([None, None], 5) is None
    assert theme_score([], 5) is None


def test_an_overall_score_needs_four_of_seven_themes() -> None:
    known = [Fraction(100), Fraction(50), Fraction(50), Fraction(0)]
    assert overall_score([*known, None, None, None]) == 50
    assert overall_score([*known[:3], None, None, None, None]) is None
    assert overall_score([]) is None


def test_a_percentage_is_of_everybody_counted() -> None:
    assert positive_percent((2, 3, 5), (2,)) == 50


def test_a_percentage_of_nobody_is_refused() -> None:
    with pytest.raises(NoAnswersError):
        positive_percent((0, 0), (0,))


def test_a_count_below_nought_is_refused() -> None:
    with pytest.raises(OutOfRangeError):
        positive_percent((-1, 2), (1,))
