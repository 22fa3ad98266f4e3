"""Chance, against sums done by hand."""

import pytest

from mir.anonymity.chance import hits, hits_or_more, holm, same_order


def test_hits_by_chance_are_counted_exactly() -> None:
    # Of the 6 orders of three, 1 has all in place, 3 have one and 2 have none.
    assert hits_or_more(3, [3]) == pytest.approx(1 / 6)
    assert hits_or_more(1, [3]) == pytest.approx(4 / 6)
    # Of the 24 orders of four, 9 have none in place; two such hands: 81 of 576.
    assert hits_or_more(1, [4, 4]) == pytest.approx(1 - 81 / 576)
    assert hits_or_more(0, [5, 2]) == pytest.approx(1)


def test_hits_are_found_by_putting_both_lists_in_order() -> None:
    assert hits([[(1, 10), (2, 20), (3, 30)], [(1, 5), (2, 4)]]) == 3


def test_five_in_the_same_or_the_opposite_order_happen_in_two_of_120() -> None:
    up = [(float(one), float(one)) for one in range(5)]
    assert same_order([up]) == pytest.approx(2 / 120)
    assert same_order([[(known, -seen) for known, seen in up]]) == pytest.approx(2 / 120)


def test_holm_refuses_from_the_smallest_on_and_stops_at_the_first_that_holds() -> None:
    # Holm 1979: at 0.05 and four tries the limits are 0.0125, 0.0167, 0.025 and 0.05.
    assert holm([0.01, 0.04, 0.03, 0.005], 0.05) == (True, False, False, True)
