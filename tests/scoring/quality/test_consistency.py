"""Alpha and its companions, against psych and pingouin and by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.given import Rows
from scoring.quality.consistency import alpha, alpha_if_dropped, alpha_interval, icc, item_rest
from tests.scoring.quality.attitude import ATTITUDE

THREE = [
    [1, 2, 1],
    [2, 2, 3],
    [2, 3, 2],
    [3, 3, 4],
    [4, 4, 4],
    [5, 4, 5],
    [5, 5, 4],
    [1, 1, 2],
    [3, 3, 3],
    [2, 1, 2],
]
JUDGES = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
ROWS = st.lists(st.lists(st.integers(1, 5), min_size=4, max_size=4), min_size=2, max_size=20)


def test_alpha_meets_psych_and_pingouin() -> None:
    assert alpha(ATTITUDE) == pytest.approx(0.84314276956476, abs=1e-12)
    assert alpha(THREE) == pytest.approx(0.9425981873111781, abs=1e-12)


def test_people_with_a_gap_are_left_out() -> None:
    # pingouin with nan_policy "listwise"; its usual way, by pairs, gives 0.939.
    rows: Rows = [[1, None, 1], [2, 1, 2], [3, 2, 2], [4, 3, 4], [None, 3, 3]]
    assert alpha(rows) == pytest.approx(0.9642857142857142, abs=1e-12)


def test_alpha_of_two_statements_by_hand() -> None:
    # Variances 1 and 1, of the sum 3 (covariance 1/2): 2(1 - 2/3).
    assert alpha([[1, 2], [2, 1], [3, 3]]) == pytest.approx(2 / 3)


def test_alpha_falls_below_nought_where_statements_pull_apart() -> None:
    # Variances 1 and 1/4·... of 1, 2, 3 and 3, 2.5, 2: 1 and 0.25; the sum 4, 4.5, 5 has 0.25: 2(1 - 5).
    assert alpha([[1, 3], [2, 2.5], [3, 2]]) == pytest.approx(-8)


@pytest.mark.parametrize("rows", [[[1, 3], [2, 2], [3, 1]], [[3, 3], [3, 3]]])
def test_without_variance_of_the_sum_there_is_no_alpha(rows: list[list[float]]) -> None:
    with pytest.raises(OutOfRangeError):
        alpha(rows)
    with pytest.raises(NoAnswersError):
        alpha([[1, None], [None, 2]])


def test_feldts_interval_meets_pingouin() -> None:
    found = alpha_interval(0.84314276956476, 30, 7)
    assert (found.low, found.high) == pytest.approx((0.739, 0.916), abs=6e-4)
    assert alpha_interval(1.0, 30, 7).low == 1


@pytest.mark.parametrize(
    ("value", "people", "items"), [(1.1, 30, 7), (0.8, 1, 7), (0.8, 30, 1), (float("nan"), 30, 7)]
)
def test_no_interval_for_what_cannot_be(value: float, people: int, items: int) -> None:
    with pytest.raises(OutOfRangeError):
        alpha_interval(value, people, items)


def test_alpha_without_each_statement_meets_psych() -> None:
    # psych 2.2.9 alpha(attitude)$alpha.drop
    expected = [0.809760206308921, 0.79691745727414, 0.827847765938659, 0.803030975022574]
    expected += [0.795386574198205, 0.863872311446437, 0.840464868265457]
    assert alpha_if_dropped(ATTITUDE) == pytest.approx(tuple(expected), abs=1e-12)


def test_of_two_statements_none_can_be_dropped() -> None:
    assert alpha_if_dropped([[1, 2], [2, 1], [3, 3]]) == (None, None)
    # Without the first the others never vary.
    assert alpha_if_dropped([[1, 4, 4], [2, 4, 4], [3, 4, 4]])[0] is None


def test_each_statement_beside_the_rest_meets_psych() -> None:
    # psych 2.2.9 alpha(attitude)$item.stats$r.drop
    expected = [0.671262057223664, 0.742109710222238, 0.560711111480256, 0.714445498133676]
    expected += [0.7862755938344, 0.265034339196676, 0.460810549468496]
    assert item_rest(ATTITUDE) == pytest.approx(tuple(expected), abs=1e-12)


def test_a_statement_that_never_varies_goes_with_nothing() -> None:
    assert item_rest([[1, 4], [2, 4], [3, 4]]) == (None, None)


def test_shrout_and_fleiss() -> None:
    found = icc(JUDGES)
    assert (found.one, found.mean) == pytest.approx((0.165741768405476, 0.442797133679269), abs=1e-12)


def test_rows_with_one_mean_have_no_reliability() -> None:
    with pytest.raises(OutOfRangeError):
        icc([[1, 2], [2, 1]])


@given(ROWS, st.permutations(range(4)), st.integers(1, 9), st.integers(-50, 50))
def test_neither_order_nor_scale_matters(
    rows: list[list[int]], order: list[int], stretch: int, move: int
) -> None:
    moved = [[stretch * row[place] + move for place in order] for row in reversed(rows)]
    try:
        usual = alpha(rows)
    except OutOfRangeError:
        with pytest.raises(OutOfRangeError):
            alpha(moved)
    else:
        assert alpha(moved) == pytest.approx(usual, rel=1e-6, abs=1e-6)
        assert usual <= 1 + 1e-9
