"""The gate: what may be told of how many people."""

import pytest

from scoring.faults import OutOfRangeError
from scoring.protection.disclosure import (
    Counts,
    Thresholds,
    Told,
    band,
    breakdown_told,
    comments_told,
    counts_of,
    response,
    same_answer,
    statement_told,
    told,
    told_overall,
)

USUAL = Thresholds()
PUBLIC = Thresholds(nothing_below=10, statements_from=30)
EXACT, BANDS = Counts(True, USUAL), Counts(False, USUAL)


@pytest.mark.parametrize(
    ("n", "much"),
    [
        (0, Told.NOBODY),
        (1, Told.NOTHING),
        (4, Told.NOTHING),
        (5, Told.COARSE),
        (9, Told.COARSE),
        (10, Told.WHOLE),
        (30, Told.WHOLE),
    ],
)
def test_more_is_told_of_more_people(n: int, much: Told) -> None:
    assert told(n, USUAL) is much


def test_the_public_is_told_nothing_below_10() -> None:
    assert told(9, PUBLIC) is Told.NOTHING
    assert told(10, PUBLIC) is Told.WHOLE
    assert not statement_told(29, 29, PUBLIC)


@pytest.mark.parametrize(
    "steps", [{"nothing_below": 0}, {"nothing_below": 11}, {"breakdown_from": 9}, {"same_answer_below": 4}]
)
def test_thresholds_out_of_order_are_refused(steps: dict[str, int]) -> None:
    with pytest.raises(OutOfRangeError, match="out of order"):
        Thresholds(**steps)


def test_an_overall_score_is_told_no_better_than_its_smallest_theme() -> None:
    assert told_overall(12, [12, 4, 12], USUAL) is Told.NOTHING
    assert told_overall(12, [12, 5, 12], USUAL) is Told.COARSE
    assert told_overall(12, [12, 10, 0], USUAL) is Told.WHOLE
    assert told_overall(0, [12, 12, 0], USUAL) is Told.NOBODY


def test_a_statement_needs_10_in_its_theme_and_10_of_its_own() -> None:
    assert statement_told(10, 10, USUAL)
    assert not statement_told(9, 12, USUAL)
    assert not statement_told(12, 9, USUAL)


def test_a_breakdown_needs_30_people_and_10_in_each_group() -> None:
    assert breakdown_told([20, 10], USUAL)
    assert not breakdown_told([21, 9], USUAL)
    assert not breakdown_told([10, 19], USUAL)


def test_comments_need_10_people() -> None:
    assert comments_told(10, USUAL)
    assert not comments_told(9, USUAL)


def test_the_same_answer_is_one_that_nine_in_ten_gave() -> None:
    assert same_answer((0, 0, 1, 9, 0)) == 4
    assert same_answer((0, 0, 2, 9, 0)) is None
    assert same_answer((0, 0, 0)) is None


@pytest.mark.parametrize(
    ("n", "ends"),
    [
        (5, (5, 9)),
        (9, (5, 9)),
        (10, (10, 14)),
        (19, (15, 19)),
        (20, (20, 29)),
        (99, (90, 99)),
        (100, (100, 109)),
    ],
)
def test_bands_are_5_to_9_then_fives_then_tens(n: int, ends: tuple[int, int]) -> None:
    assert band(n, USUAL) == ends


def test_a_band_never_reaches_below_its_threshold() -> None:
    assert band(12, Thresholds(compare_from=12, statements_from=12)) == (12, 14)
    assert band(11, Thresholds(compare_from=12, statements_from=12)) == (5, 11)


def test_counts_are_told_in_words() -> None:
    assert [EXACT.words(n) for n in (0, 3, 7, 24)] == ["none", "fewer than 5", "7", "24"]
    assert [BANDS.words(n) for n in (0, 3, 7, 24)] == ["none", "fewer than 5", "5 to 9", "20 to 29"]


def test_those_left_out_of_a_banded_base_are_not_pinned_down() -> None:
    assert [BANDS.missing(n) for n in (0, 4, 5)] == ["none or a few", "none or a few", "5 to 9"]
    assert [EXACT.missing(n) for n in (0, 5)] == ["none", "5"]


@pytest.mark.parametrize(
    ("people", "invited", "missing", "exact"),
    [
        (39, 50, [], True),
        (40, 50, [], False),  # eight in ten have answered
        (12, 49, [], False),  # fewer than 50 were asked
        (9, 60, [], True),
        (9, None, [], False),
        (49, None, [], False),  # nobody said how many were asked: it may be these alone
        (50, None, [], True),
        (39, 60, [0, 5, 39], True),
        (39, 60, [0, 4], False),  # 39 and 35 told exactly would tell of a group of 4
    ],
)
def test_counts_are_exact_only_where_no_small_group_shows(
    people: int,
    invited: int | None,
    missing: list[int],
    exact: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    assert counts_of(people, invited, missing, USUAL).exact is exact


@pytest.mark.parametrize(
    ("people", "invited", "counts", "words"),
    [
        (30, 50, EXACT, "about 60% of those asked"),
        (5, 1000, EXACT, "less than 5% of those asked"),
        (12, 40, BANDS, "25% to 35% of those asked"),  # 10/40 to 14/40
        (12, 16, BANDS, "60% to 90% of those asked"),  # 10/16 is 62.5%, 14/16 is 87.5%
        (7, 200, BANDS, "up to 5% of those asked"),  # 2.5% to 4.5%
        (12, 12, BANDS, "everyone who was asked"),
        (6, 6, BANDS, "80% or more of those asked"),  # 5/6 is 83%
        (4, 6, BANDS, None),
        (12, None, EXACT, None),
        (12, 0, EXACT, None),
        (12, 10, BANDS, "95% or more of those asked"),
    ],
)
def test_the_response_is_told_no_finer_than_the_count(
    people: int, invited: int | None, counts: Counts, words: str | None
) -> None:
    assert response(people, invited, counts) == words
