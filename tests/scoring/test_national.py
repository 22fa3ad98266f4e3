"""The tally of a nation is the tally of each of its services."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from scoring import national as room
from scoring.count import tally
from scoring.faults import OutOfRangeError, UnreadableAnswersError
from scoring.intervals import sample_of
from scoring.measure import Measure, exact_unit
from scoring.national import National, national

MEASURE = Measure(
    options=5,
    positive_from=4,
    themes=((0, 1, 2), (4, 3), (5,), (6, 8, 7)),  # one theme lies scattered, one the other way about
    backwards=(False, True, False, False, False, False, False, True, False),
    unit=exact_unit(5, 3),
)
ANSWERS = [0, 1, 2, 3, 4, 5, 253, 254, 255]
SHEETS = st.lists(st.lists(st.sampled_from(ANSWERS), min_size=9, max_size=9), min_size=1, max_size=30)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "BLOCK", 3)


def table(rows: list[list[int]]) -> NDArray[np.uint8]:
    return np.array(rows, np.uint8).reshape(len(rows), 9)


def same(found: National, answers: NDArray[np.uint8], service: NDArray[np.int64]) -> None:
    for place in range(len(found.people)):
        expected = tally(answers[service == place], MEASURE)
        assert found.people[place] == expected.people
        assert found.overall.moments(place) == expected.overall
        for theme, wanted in enumerate(expected.themes):
            assert found.themes.moments(place, theme) == wanted.scores


@given(SHEETS, st.randoms(use_true_random=False))
def test_every_service_has_the_sums_of_its_own_tally(rows: list[list[int]], chance: Random) -> None:
    service = np.array([chance.randrange(4) for _ in rows])
    same(national(table(rows), service, 5, MEASURE), table(rows), service)


@pytest.mark.usefixtures("small_blocks")
def test_blocks_and_threads_leave_the_sums_as_they_are() -> None:
    rng = np.random.default_rng(20261122)
    answers = rng.choice(np.array(ANSWERS, np.uint8), (50, 9))
    service = rng.integers(0, 4, 50)
    same(national(answers, service, 5, MEASURE), answers, service)


def test_means_and_variances_are_those_of_the_sample() -> None:
    # Service 0: scores 100 and 0 on the third theme; service 1: one score; service 2: nobody.
    rows = table([[0] * 5 + [value] + [0] * 3 for value in (5, 1, 4)])
    found = national(rows, np.array([0, 0, 1], np.int32), 3, MEASURE)
    assert found.themes.means[:, 2].tolist() == [50, 75, 0]
    assert found.themes.variances[:, 2].tolist() == [0.5, 0, 0]
    assert sample_of(found.themes.moments(0, 2), MEASURE.unit).variance == 0.5


def test_the_same_answers_have_no_variance_at_all() -> None:
    rows = table([[2] * 9] * 7)
    found = national(rows, np.zeros(7, np.int64), 1, MEASURE)
    assert (found.themes.variances == 0).all()
    assert (found.overall.variances == 0).all()


def test_a_nation_without_sheets_has_empty_sums() -> None:
    found = national(table([]), np.zeros(0, np.int64), 3, MEASURE)
    assert found.people.tolist() == [0, 0, 0]
    assert found.themes.n.sum() == 0
    assert national(table([]), np.zeros(0, np.int64), 0, MEASURE).themes.means.shape == (0, 4)


@pytest.mark.parametrize("answer", [6, 77, 252])
def test_a_byte_that_is_no_answer_is_refused(answer: int) -> None:
    with pytest.raises(UnreadableAnswersError, match="does not offer"):
        national(table([[answer] + [1] * 8]), np.zeros(1, np.int64), 1, MEASURE)


@pytest.mark.parametrize(
    ("answers", "service"),
    [
        (np.zeros((1, 8), np.uint8), np.zeros(1, np.int64)),
        (np.zeros((1, 9), np.int64), np.zeros(1, np.int64)),
        (np.zeros(9, np.uint8), np.zeros(1, np.int64)),
        (np.zeros((1, 9), np.uint8), np.zeros(2, np.int64)),
        (np.zeros((1, 9), np.uint8), np.zeros(1)),
        (np.zeros((1, 9), np.uint8), np.array([3])),
        (np.zeros((1, 9), np.uint8), np.array([-1])),
    ],
)
def test_tables_that_do_not_fit_are_refused(answers: NDArray[np.uint8], service: NDArray[np.int64]) -> None:
    with pytest.raises(UnreadableAnswersError):
        national(answers, service, 3, MEASURE)


def test_a_service_too_large_for_exact_sums_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LARGEST", 10)
    with pytest.raises(OutOfRangeError, match="A service of 1 people is too large"):
        national(table([[1] * 9]), np.zeros(1, np.int64), 1, MEASURE)


def test_long_scales_are_counted_in_smaller_blocks() -> None:
    fine = Measure(7, 5, (tuple(range(8)),), (False,) * 8, exact_unit(7, 8))
    rng = np.random.default_rng(7)
    answers = rng.integers(1, 8, (100, 8)).astype(np.uint8)
    found = national(answers, np.zeros(100, np.int64), 1, fine)
    assert found.themes.moments(0, 0) == tally(answers, fine).themes[0].scores
