"""Counting rows of answers: by hand, and against the plain definition."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from scoring import count
from scoring.count import tally
from scoring.faults import UnreadableAnswersError
from scoring.measure import Measure, measure_of
from scoring.scores import overall_score, theme_score, turned
from scoring.tally import Moments, StatementTally, Tally
from surveys.answers import DOES_NOT_APPLY, NOT_ANSWERED, NOT_ASKED, PREFER_NOT
from tests.scoring.example import counted, edition

STATES = (NOT_ANSWERED, PREFER_NOT, DOES_NOT_APPLY, NOT_ASKED)


OFF_SCALE = np.full((1, 3), 6, np.uint8)


def test_three_people_by_hand() -> None:
    # Theme one has two statements, theme two one. Scores of theme one: 100, 50 (of 3 alone), none.
    of = edition((2, 1))
    got = counted(of, (1, (5, 5, 1)), (1, (3, NOT_ANSWERED, 2)), (1, (NOT_ANSWERED, PREFER_NOT, 4)))
    assert got.people == 3
    assert got.themes[0].scores == Moments(2, 6000 + 3000, 6000**2 + 3000**2)
    assert (got.themes[0].silent, got.themes[0].few, got.themes[0].unasked) == (1, 0, 0)
    assert got.themes[1].scores == Moments(3, 0 + 1500 + 4500, 1500**2 + 4500**2)
    # Both themes are needed: two people, (100+0)/2 = 50 and (50+25)/2 = 37.5, in 120ths.
    assert got.overall_unit == 120
    assert got.overall == Moments(2, 6000 + 4500, 6000**2 + 4500**2)


def test_people_who_answered_too_little_are_counted_apart() -> None:
    got = counted(edition((4,)), (2, (5, 0, 0, 0)), (1, (255,) * 4), (1, (254,) * 4))
    assert (got.themes[0].few, got.themes[0].unasked, got.themes[0].silent) == (2, 1, 1)
    assert got.themes[0].asked == 3


def test_the_four_states_stay_apart() -> None:
    column = [*STATES, 2, 2]
    got = tally(np.array([[value] for value in column], dtype=np.uint8), measure_of(edition((1,))))
    assert got.statements[0] == StatementTally((0, 2, 0, 0, 0), 1, 1, 1, 1)
    assert (got.statements[0].base, got.statements[0].asked) == (2, 5)


def test_a_backwards_statement_scores_turned_round_but_is_counted_as_given() -> None:
    got = counted(edition((1,), backwards=["t1_1"]), (1, (5,)))
    assert got.themes[0].scores == Moments(1, 0, 0)
    assert got.statements[0].options == (0, 0, 0, 0, 1)


def test_nobody_gives_the_tally_of_nobody() -> None:
    measure = measure_of(edition((2, 1)))
    assert tally(np.zeros((0, 3), np.uint8), measure) == Tally.zero(measure)


@pytest.mark.parametrize(
    "answers",
    [
        np.zeros((2, 2), np.uint8),
        np.zeros(3, np.uint8),
        np.zeros((2, 3), np.int64),
        OFF_SCALE,
    ],
    ids=["too few columns", "one row", "another type", "an option not on offer"],
)
def test_answers_that_do_not_belong_are_refused(answers: NDArray[np.uint8]) -> None:
    with pytest.raises(UnreadableAnswersError):
        tally(answers, measure_of(edition((2, 1))))


def test_blocks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = np.arange(60, dtype=np.uint8).reshape(20, 3) % 5 + 1
    measure = measure_of(edition((2, 1)))
    whole = tally(rows, measure)
    monkeypatch.setattr(count, "BLOCK", 7)
    assert tally(rows, measure) == whole


@st.composite
def rounds(draw: st.DrawFn) -> tuple[Measure, NDArray[np.uint8]]:
    """A measure of any shape with a few rows of answers."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=8))
    options = draw(st.integers(2, 7))
    codes = [f"t{number}_{item}" for number, size in enumerate(sizes, 1) for item in range(1, size + 1)]
    of = edition(sizes, options=options, backwards=draw(st.lists(st.sampled_from(codes))))
    answer = st.sampled_from([*range(1, options + 1), *STATES])
    row = st.lists(answer, min_size=len(codes), max_size=len(codes))
    rows = draw(st.lists(row, max_size=12))
    return measure_of(of), np.array(rows, np.uint8).reshape(-1, len(codes))


@given(rounds())
def test_the_count_meets_the_plain_definition(case: tuple[Measure, NDArray[np.uint8]]) -> None:
    measure, rows = case
    got = tally(rows, measure)
    plain = [_person(row, measure) for row in rows.tolist()]
    for place, theme in enumerate(got.themes):
        assert theme.scores == _moments([person[0][place] for person in plain], measure.unit)
        assert theme.scores.n + theme.silent + theme.few + theme.unasked == len(rows)
    assert got.overall == _moments([person[1] for person in plain], measure.overall_unit)


Person = tuple[list[Fraction | None], Fraction | None]


def _person(row: list[int], measure: Measure) -> Person:
    themes = []
    for columns in measure.themes:
        asked = [column for column in columns if row[column] != NOT_ASKED]
        themes.append(
            theme_score([_value(row[column], column, measure) for column in asked], measure.options)
        )
    return themes, overall_score(themes)


def _value(value: int, column: int, measure: Measure) -> int | None:
    if value in STATES:
        return None
    return turned(value, measure.options) if measure.backwards[column] else value


def _moments(scores: list[Fraction | None], unit: int) -> Moments:
    exact = [score * unit for score in scores if score is not None]
    assert all(score.denominator == 1 for score in exact)
    return Moments(len(exact), int(sum(exact)), int(sum(score**2 for score in exact)))


@given(rounds(), st.randoms(use_true_random=False))
def test_the_order_and_the_splitting_of_people_make_no_difference(
    case: tuple[Measure, NDArray[np.uint8]],
    chance: object,
) -> None:
    measure, rows = case
    order = list(range(len(rows)))
    chance.shuffle(order)  # type: ignore[attr-defined]  # hypothesis hands over a Random without saying so
    cut = len(rows) // 3
    parts = tally(rows[order][cut:], measure) + tally(rows[order][:cut], measure)
    assert parts == tally(rows, measure)
