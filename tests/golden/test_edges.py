"""Vectors at the edges: other levels, weights, what is missing, and numbers as other programs write them."""

from typing import Any

import pytest

from tests.golden.check import failure

NAN, UNDEFINED = float("nan"), {"undefined": True}
COUNCIL = {"scores": [3, 3, 3, 3, 3, 3, 3, 3, None]}

GOOD: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    # statsmodels 0.15.0 proportion_confint(method="wilson"), at 90% and at 99%
    ("wilson", {"x": 7, "n": 10}, {"lo90": 0.44169979586983493, "hi90": 0.873123416096802}),
    ("wilson", {"x": 7, "n": 10, "level": 0.99}, {"lo": 0.32002467920110256, "hi": 0.9204336834769342}),
    # With weights: 75% of an effective 18, so x = 13.5.
    ("wilson", {"p": 0.75, "n_eff": 18}, {"lower": 0.519186146108054, "upper": 0.8928742420686171}),
    ("wilson", {"x": None, "n": 10}, UNDEFINED),
    ("wilson", {"x": NAN, "n": 10}, UNDEFINED),
    ("wilson", {"x": 1, "n": None}, UNDEFINED),
    # statsmodels confint_proportions_2indep(method="newcomb", alpha=0.1)
    (
        "difference_of_proportions",
        {"x1": 9, "n1": 10, "x2": 3, "n2": 10},
        {"lo90": 0.24211240088494457, "hi90": 0.7896235073721287},
    ),
    ("difference_of_proportions", {"x1": 9, "n1": 10, "x2": None, "n2": 10}, UNDEFINED),
    ("difference_of_scores", {"a": [0.8, 0.6, 0.9], "b": [NAN, 0.1, 0.2]}, UNDEFINED),
    ("mean_interval", {"mean": NAN, "n": 3}, UNDEFINED),
    ("mean_interval", {"mean": 50, "n": 3, "nu0": float("inf")}, UNDEFINED),
    ("alpha_interval", {"alpha": 0.8, "n": None, "k": 4}, UNDEFINED),
    ("alpha_interval", {"alpha": 0.8, "n": float("inf"), "k": 4}, UNDEFINED),
    # By hand: sin²(π/4 ± 1.644854/20) = (1 ± sin 0.1644854)/2
    ("funnel_limits", {"target": 0.5, "n": 100}, {"lo90": 0.4181276692111027, "hi90": 0.5818723307888973}),
    ("funnel_limits", {"target": None, "n": 100}, {"lo95": None, "hi95": None}),
    # A target that is given; both are on it, so there is nothing beyond chance.
    (
        "overdispersion",
        {"numerator": [25, 25], "denominator": [50, 50], "target": 0.5},
        {"phi": 0, "tau2": 0},
    ),
    ("shrinkage", {"y": [0, 2], "v": [1, 1], "tau2": None, "mu": None}, {"estimates": [1 / 2, 3 / 2]}),
    # Counts as R and pandas write them.
    ("positive_percent", {"counts": [50.0, 30.0, 10.0, 5.0, 3.0, 2.0]}, {"percent": 80.0}),
    ("positive_percent", {"counts": [0, 0, 0]}, UNDEFINED),
    ("positive_percent", {"counts": [-1, 2]}, UNDEFINED),
    ("positive_percent", {"counts": [None, 2]}, UNDEFINED),
    ("item_score", {"x": [1.0, NAN, 5.0], "options": None}, {"scores": [0, None, 100]}),
    ("theme_score", {"answers": [[5.0, 4.0, 4.0, NAN, NAN]]}, {"x60": [5000]}),
    ("straight_lining", {"rows": [[3.0, NAN, 3.0]]}, {"longstring": [2], "irv": [0]}),
    ("rating_local_authority", {"scores": [3.0] * 9}, {"rating": "good", "published_percent": 75}),
    ("rating_local_authority", COUNCIL, UNDEFINED),
    ("rating_band", {"percent": []}, UNDEFINED),
    ("rating_band", {"percent": [NAN]}, UNDEFINED),
    # A row of one number is that number and its total; hidden alone it is the total.
    (
        "disclosure_attack",
        {"table": [[7.0]], "suppressed": [[0, 0]], "attack": [0, 0]},
        {"low": 7, "high": 7},
    ),
    ("disclosure_attack", {"table": [], "suppressed": [], "attack": [0, 0]}, UNDEFINED),
    ("disclosure_attack", {"table": [[1, 2], [3]], "suppressed": [], "attack": [0, 0]}, UNDEFINED),
    ("complementary_suppression", {"A": {"people": 12}, "B": {"people": None}}, UNDEFINED),
    (
        "complementary_suppression",
        {"A": {"people": 12, "staff": 20}, "B": {"people": 15, "staff": 30}},
        {"primary": [], "secondary": [], "cost": 0},
    ),
]


@pytest.mark.parametrize(("family", "inputs", "expected"), GOOD)
def test_the_edges_of_a_family_answer_or_refuse(
    family: str, inputs: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert failure({"family": family, "inputs": inputs, "expected": expected}) is None
