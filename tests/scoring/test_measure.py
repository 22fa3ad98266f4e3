"""What an edition means to arithmetic."""

from fractions import Fraction

import numpy as np
import pytest

from scoring.count import tally
from scoring.measure import exact_unit, measure_of
from scoring.national import national
from tests.scoring.example import edition


def test_five_options_and_up_to_six_statements_are_exact_in_sixtieths() -> None:
    assert exact_unit(5, 5) == exact_unit(5, 6) == 60


def test_seven_or_eight_statements_need_840ths() -> None:
    assert exact_unit(5, 7) == exact_unit(5, 8) == 840


def test_four_options_need_180ths() -> None:
    # One answer of 2 among three: 100/3/3 = 11.1...; 11.1... x 180 = 2000.
    assert exact_unit(4, 6) == 180


@pytest.mark.parametrize("options", range(2, 8))
@pytest.mark.parametrize("items", range(1, 9))
def test_every_theme_mean_is_a_whole_number_of_units(options: int, items: int) -> None:
    unit = exact_unit(options, items)
    for answered in range(1, items + 1):
        assert (Fraction(100, (options - 1) * answered) * unit).denominator == 1


def test_an_edition_gives_its_columns_and_directions() -> None:
    measure = measure_of(edition((2, 1), backwards=["t2_1"]))
    assert measure.themes == ((0, 1), (2,))
    assert measure.backwards == (False, False, True)
    assert (measure.options, measure.positive_from, measure.unit) == (5, 4, 60)


def test_four_of_seven_themes_make_an_overall_score_and_it_is_exact_in_25200ths() -> None:
    measure = measure_of(edition())
    assert measure.needed == 4
    assert measure.overall_unit == 60 * 420  # 420 is the least common multiple of 4, 5, 6, 7


@pytest.mark.parametrize(("themes", "needed"), [(1, 1), (2, 2), (3, 2), (6, 4), (8, 5)])
def test_other_numbers_of_themes_need_the_same_share(themes: int, needed: int) -> None:
    assert measure_of(edition((1,) * themes)).needed == needed


def test_a_theme_that_stands_apart_is_scored_and_not_in_the_overall_score() -> None:
    whole = edition((1,) * 4)
    last = whole.themes[3].model_copy(update={"apart": True})
    measure = measure_of(whole.model_copy(update={"themes": (*whole.themes[:3], last)}))
    assert (measure.apart, measure.inside, measure.needed) == ((3,), (0, 1, 2), 2)
    answers = np.array([[5, 5, 4, 1], [5, 5, 4, 5]], np.uint8)
    found = tally(answers, measure)
    # 100, 100 and 75 make 275 / 3 for each of two people, whatever the theme apart says.
    assert Fraction(found.overall.total, found.overall_unit) == Fraction(550, 3)
    assert Fraction(found.themes[3].scores.total, measure.unit) == 100
    nation = national(answers, np.array([0, 0]), 1, measure)
    assert nation.overall.moments(0) == found.overall
