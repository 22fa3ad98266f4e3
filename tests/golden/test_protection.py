"""Vectors on disclosure and ratings: other shapes of the same questions, and what is the same answer."""

from typing import Any

import pytest

from tests.golden.check import failure

SDC = {
    "table": [[30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685]],
    "suppressed": [[0, 0], [0, 1], [0, 2], [1, 0], [1, 2], [2, 1], [2, 3], [3, 1], [3, 3]],
}
HOMES = {
    "A": {"people": 12, "staff": 20, "leader": 11},
    "B": {"people": 15, "staff": 30, "leader": 14},
    "C": {"people": 18, "staff": 25, "leader": 16},
    "D": {"people": 13, "staff": 2, "leader": 19},
}
# The rows of A and B alike, so that each of them protects D's staff at the same cost: 12 + 20 + 13.
TWINS = HOMES | {"B": HOMES["A"]}
PRIMARY = [["D", "staff"]]


def vector(family: str, inputs: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    return {"id": "x", "family": family, "inputs": inputs, "expected": expected, "tolerance": 1e-6}


def attacked(place: list[int], **expected: object) -> dict[str, Any]:
    return vector("disclosure_attack", SDC | {"attack": place}, expected)


def hidden(rows: dict[str, Any], pattern: list[list[str]], **more: object) -> dict[str, Any]:
    expected = {"primary": PRIMARY, "secondary": pattern} | more
    return vector("complementary_suppression", rows | {"min_freq": 10}, expected)


GOOD = {
    "the number that sdcTable's rule gives away": attacked([0, 1], low=47, high=47, exact=True, safe=False),
    "one that is loose": attacked([0, 0], low=25, high=94, pinned=False, safe=True),  # 25 + 69 = 30 + 64
    "one that is printed": attacked([0, 3], low=89, high=89),
    "one nothing bounds": vector(
        "disclosure_attack",
        {"table": [[3]], "suppressed": [[0, 0], ["all", 0], [0, "all"], ["all", "all"]], "attack": [0, 0]},
        {"low": 0, "high": None},
    ),
    "the pattern of pytauargus": hidden(HOMES, [["A", "staff"], ["A", "people"], ["D", "people"]], cost=45),
    "a pattern with one twin": hidden(TWINS, [["A", "staff"], ["A", "people"], ["D", "people"]], cost=45),
    "a pattern with the other": hidden(TWINS, [["B", "staff"], ["B", "people"], ["D", "people"]], cost=45),
    "a pattern without its cost": hidden(TWINS, [["D", "people"], ["B", "people"], ["B", "staff"]]),
    "bands at their edges": vector(
        "rating_band",
        {"percent": [38.0, 38.1, 62.5, 87.5]},
        {"ratings": ["inadequate", "requires improvement", "good", "outstanding"]},
    ),
    "one percentage": vector("rating_band", {"percent": 62}, {"rating": "requires improvement"}),
    "eight scores": vector(
        "rating_band", {"scores": [3, 3, 3, 3, 2, 2, 2, 2]}, {"rating": "good", "published_percent": 63}
    ),
    "a council's bare nine": vector(
        "rating_local_authority",
        {"scores": [3, 3, 4, 3, 4, 4, 3, 4, 4]},
        {"rating": "outstanding", "published_percent": 89},
    ),
    "six scores of no scheme": vector(
        "rating_local_authority", {"scores": [4, 4, 4, 3, 3, 3]}, {"rating": "outstanding"}
    ),
    "another scheme by name": vector(
        "rating_local_authority",
        {"scheme": "cqc-ics", "scores": [3] * 17},
        {"rating": "good", "published_percent": 75},
    ),
    "scores of unknown names": vector(
        "rating_local_authority", {"scores": {"one": 1, "two": 2}}, {"rating": "inadequate"}
    ),
}

BAD = {
    "low: expected 46": attacked([0, 1], low=46, high=47),
    "secondary: expected": hidden(HOMES, [["A", "staff"]], cost=44),
    "secondary[0][0]": hidden(HOMES, [["B", "staff"], ["B", "people"], ["D", "people"]]),  # 30 + 15 + 13
    "primary": hidden(HOMES, [], cost=45) | {"expected": {"primary": [["A", "staff"]], "cost": 45}},
    "rating": vector("rating_band", {"percent": 62}, {"rating": "good"}),
    "refused": vector("rating_local_authority", {"scores": [5] * 9}, {"rating": "good"}),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_right_answer_passes(name: str) -> None:
    assert failure(GOOD[name]) is None


@pytest.mark.parametrize("words", BAD)
def test_a_wrong_answer_is_named(words: str) -> None:
    assert words in str(failure(BAD[words]))
