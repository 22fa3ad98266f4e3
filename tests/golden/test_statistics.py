"""The statistical families answer vectors with published values, whatever shape those take."""

from typing import Any

import pytest

from scoring.faults import NoAnswersError, OutOfRangeError
from tests.golden.check import failure
from tests.golden.families import FAMILIES, SUBJECTS
from tests.golden.krippendorff import krippendorff

PROPORTIONS = {
    "numerator": [30, 45, 12, 60, 9, 75, 22, 40, 18, 90, 5, 33],
    "denominator": [40, 60, 20, 100, 10, 90, 40, 44, 30, 100, 12, 60],
}
ALIKE = {"y": [1.0, 2.0], "s": [1.0, 1.0]}
CODERS = [
    [None, None, None, None, None, 3, 4, 1, 2, 1, 1, 3, 3, None, 3],
    [1, None, 2, 1, 3, 3, 4, 3, None, None, None, None, None, None, None],
    [None, None, 2, 1, 3, 4, 4, None, 2, 1, 1, 3, 3, None, 4],
]
TEN, SIX = [10, 10, 20, 20, 20, 30, 30, 30, 40, 50], [10, 20, 30, 40, 40, 50]
LINE = [50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 80, 50, 51]
PAIR = [[1, 2], [2, 1], [3, 3]]

GOOD: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    # FunnelPlotR 0.6.0
    ("overdispersion", {**PROPORTIONS, "consistent": False}, {"phi": 4.698022265365204}),
    ("overdispersion", {"numerator": [0], "denominator": [10]}, {"tau2": 0.0}),
    ("overdispersion", {"numerator": [], "denominator": []}, {"undefined": True}),
    ("overdispersion", {"numerator": [11], "denominator": [10]}, {"undefined": True}),
    ("overdispersion", ALIKE, {"target": 1.5, "tau2": 0.0}),
    (
        "funnel_limits",
        {"target": 0.7244224422442245, "n": 40, "tau2": 0.02113567306501323},
        {"lo95": 0.408900905306755},
    ),
    ("funnel_limits", {"target": 0.5, "n": 0}, {"lo95": None, "hi95": None}),
    # A variance of 100, of which 1 is chance.
    ("tau2_paule_mandel", {"y": [0.0, 10.0, 20.0], "v": [1.0] * 3}, {"tau2": 99.0, "mu": 10.0}),
    ("tau2_dersimonian_laird", {"y": [3.0], "v": [4.0]}, {"tau2": 0.0, "mu": 3.0, "se": 2.0, "Q": 0.0}),
    (
        "shrinkage",
        {"y": [0.0, 2.0], "v": [1.0, 1.0], "tau2": 1.0, "mu": 1.0},
        {"estimates": [0.5, 1.5], "B": [0.5, 0.5]},
    ),
    ("benjamini_hochberg", {"p": [0.01, 0.04]}, {"adjusted": [0.02, 0.04]}),
    ("holm", {"p": [0.01, 0.04]}, {"adjusted": [0.02, 0.04]}),
    # effsize 0.8.1, R 4.2.2, coin 1.4-2
    ("cliffs_delta", {"a": TEN, "b": SIX}, {"delta": -0.25}),
    ("mann_whitney", {"a": TEN, "b": SIX}, {"U": 22.5, "p": 0.405741490886717}),
    ("permutation_test", {"a": TEN, "b": SIX}, {"p": 0.450924075924076}),
    # NHSRplotthedots 0.2.2
    ("xmr_limits", {"y": LINE}, {"mean": 52.3846153846154, "lpl": 47.8626153846154, "upl": 56.9066153846154}),
    (
        "xmr_signals",
        {"y": LINE},
        {"types": ["7 Points Below CL"] * 10 + ["Above UCL", "Common Cause", "Common Cause"]},
    ),
    (
        "alpha",
        {"data": [[1, None, 1], [2, 1, 2], [3, 2, 2], [4, 3, 4], [None, 3, 3]]},
        {"alpha": 0.9642857142857142},
    ),
    ("alpha_interval", {"alpha": 0.84314276956476, "n": 30, "k": 7}, {"lo95": 0.739, "hi95": 0.916}),
    ("alpha_if_item_dropped", {"data": PAIR}, {"values": [None, None]}),
    ("item_rest_correlation", {"data": PAIR}, {"values": [0.5, 0.5]}),
    ("omega_total", {"data": PAIR}, {"omega": 0.6666666666666666}),
    ("eigenvalue_ratio", {"data": PAIR}, {"ratio": 3.0}),
    ("kmo", {"data": PAIR}, {"kmo": 0.5}),
    (
        "icc",
        {"ratings": [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]},
        {"icc1": 0.165741768405476},
    ),
    ("effective_sample_size", {"w": [1, 1, 2, 2, 5]}, {"n_eff": 3.4571428571428573}),
    ("raking", {"seed": [[1, 1], [1, 1]], "rows": [4, 2], "cols": [3, 3]}, {"table": [[2, 2], [1, 1]]}),
    (
        "straight_lining",
        {"rows": [[3, 3, 2], [None, None, 4]]},
        {"longstring": [2, 1], "irv": [0.5773502691896257, None]},
    ),
    # fast-krippendorff, sample.py
    ("krippendorff", {"coders": CODERS}, {"nominal": 0.691358024691358, "interval": 0.8108448928121059}),
    ("krippendorff", {"coders": CODERS}, {"ordinal": 0.8067214199413153, "ratio": 0.8089436707842471}),
]


@pytest.mark.parametrize(("family", "inputs", "expected"), GOOD)
def test_a_published_value_is_met(family: str, inputs: dict[str, Any], expected: dict[str, Any]) -> None:
    loose = 6e-4 if family == "alpha_interval" else 1e-9
    assert failure({"family": family, "inputs": inputs, "expected": expected, "tolerance": loose}) is None


def test_the_rules_of_a_line_answer_with_bare_lists() -> None:
    # NHSRplotthedots 0.2.2, tests/testthat/test-ptd_calculate_point_type.R
    sides = {"relative_to_mean": [1] * 8 + [-1]}
    assert FAMILIES["xmr_rule_seven_one_side"](sides, {}) == [0, 0, 0, 0, 0, 0, 1, 1, 0]
    assert FAMILIES["xmr_rule_seven_trend"]({"y": [7, 6, 5, 4, 3, 2, 1]}, {}) == [0, 0, 0, 0, 0, 0, -1]
    near = {"close_to_limits": [1, 0, 1], "relative_to_mean": [1, 1, 1]}
    assert FAMILIES["xmr_rule_two_in_three"](near, {}) == [1, 1, 1]


def test_coders_who_never_meet_or_never_differ_have_no_agreement() -> None:
    with pytest.raises(NoAnswersError):
        krippendorff([[1, None], [None, 2]])
    with pytest.raises(OutOfRangeError):
        krippendorff([[1, 1], [1, 1]])
    assert krippendorff([[0, 1], [0, 1]])["ratio"] == 1


def test_no_family_stands_in_two_tables() -> None:
    assert sum(len(subject.FAMILIES) for subject in SUBJECTS) == len(FAMILIES)
