"""P-values put right for many looks, against the worked example of Benjamini and Hochberg (1995)."""

from collections.abc import Callable
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.comparison.many import FALSE_SHARE, benjamini_hochberg, holm
from scoring.faults import NoAnswersError, OutOfRangeError

FIFTEEN = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719]
FIFTEEN += [0.6528, 0.759, 1.0]


def test_benjamini_and_hochbergs_example_keeps_four() -> None:
    # R p.adjust(method = "BH")
    adjusted = benjamini_hochberg(FIFTEEN)
    assert adjusted[:5] == pytest.approx([0.0015, 0.003, 0.0095, 0.035625, 0.0603])
    assert adjusted[5] == pytest.approx(0.0638571428571429)
    assert (adjusted <= FALSE_SHARE).sum() == 4


def test_holm_keeps_three_of_the_same() -> None:
    adjusted = holm(FIFTEEN)
    assert adjusted[:5] == pytest.approx([0.0015, 0.0056, 0.0247, 0.114, 0.2211])
    assert adjusted[-1] == 1
    assert (adjusted <= FALSE_SHARE).sum() == 3


def test_one_result_stays_as_it_is() -> None:
    assert benjamini_hochberg([0.04]).tolist() == holm([0.04]).tolist() == [0.04]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_the_results_does_not_matter(p: list[float], chance: Random) -> None:
    order = list(range(len(p)))
    chance.shuffle(order)
    for method in (benjamini_hochberg, holm):
        usual = method(p)
        assert method([p[place] for place in order]) == pytest.approx(usual[order])
        assert (usual >= np.asarray(p) - 1e-12).all()
        assert (usual <= 1).all()


@pytest.mark.parametrize("method", [benjamini_hochberg, holm])
def test_what_is_no_p_value_is_refused(method: Callable[[list[float]], object]) -> None:
    with pytest.raises(OutOfRangeError):
        method([0.5, 1.2])
    with pytest.raises(NoAnswersError):
        method([])
