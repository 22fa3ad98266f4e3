"""The pooled spread, by hand."""

import pytest

from scoring.measure import measure_of
from scoring.spread import Spread, default_spreads, pooled, pooled_spreads
from scoring.tally import Moments
from surveys.framework import Voice
from tests.scoring.example import counted, edition

DEFAULT = Spread(0.16, True)


def test_ten_services_of_ten_are_pooled_by_the_formula() -> None:
    # Each: five people at 100, five at 50. p = 0.75, s² = 10(0.0625)/9 = 0.069444…
    # δ = s²/(p(1-p) + s²/n) = 0.0694444/(0.1875 + 0.0069444) = 0.357142857…, the same in each.
    service = Moments(10, 5 * 6000 + 5 * 3000, 5 * 6000**2 + 5 * 3000**2)
    got = pooled([service] * 10, 60, DEFAULT)
    assert got.delta == pytest.approx(5 / 14)
    assert not got.provisional


def test_too_few_services_or_people_keep_the_default() -> None:
    ten = Moments(10, 45000, 5 * 6000**2 + 5 * 3000**2)
    nine = Moments(9, 40000, 190_000_000)
    assert pooled([ten] * 9, 60, DEFAULT) == DEFAULT
    assert pooled([nine] * 10, 60, DEFAULT) == DEFAULT


def test_a_service_of_one_person_does_not_count() -> None:
    ten = Moments(10, 45000, 5 * 6000**2 + 5 * 3000**2)
    assert pooled([ten] * 9 + [Moments(1, 6000, 6000**2)], 60, DEFAULT) == DEFAULT


def test_services_of_one_mind_keep_the_default() -> None:
    same = Moments(10, 45000, 10 * 4500**2)
    assert pooled([same] * 10, 60, DEFAULT) == DEFAULT


def test_a_theme_of_one_statement_has_a_wider_default() -> None:
    usual = default_spreads(measure_of(edition((4, 1)))).usual
    assert [spread.delta for spread in usual.themes] == [0.16, 0.30]
    assert usual.overall == Spread(0.10, True)


def test_spreads_are_found_by_voice_and_the_order_of_services_makes_no_difference() -> None:
    of = edition((1, 1))
    services = [counted(of, (5 + number, (5, 4)), (5, (3, 2))) for number in range(10)]
    measure = measure_of(of)
    found = pooled_spreads({Voice.STAFF: [], Voice.PERSON: services}, measure)
    again = pooled_spreads({Voice.PERSON: services[::-1], Voice.STAFF: []}, measure)
    assert found == again
    assert not found.of(Voice.PERSON).themes[0].provisional
    assert not found.of(Voice.PERSON).overall.provisional
    assert found.of(Voice.STAFF) == found.of(Voice.LEADER) == default_spreads(measure).usual
