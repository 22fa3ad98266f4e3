"""The attack: what can be worked out of hidden numbers."""

from math import inf

import pytest

from scoring.faults import OutOfRangeError
from scoring.protection.attack import Reach, attack
from scoring.protection.relations import (
    Cell,
    Relation,
    Release,
    composite,
    percentages,
    scores_of,
    table,
    whole,
)

# sdcTable's own test case: every row and column has two hidden numbers or none, and still one is exact.
# Rows 0 and 1 without columns 0 and 2 leave 47 + 89 + 124 + 31 to be found; the reader has the totals.
SDC = table("0123", "0123", [[30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685]])
HIDDEN = ("0/0", "0/1", "0/2", "1/0", "1/2", "2/1", "2/3", "3/1", "3/3")


def reaches(release: Release, *hidden: str) -> dict[str, Reach]:
    return {reach.name: reach for reach in attack(release, hidden)}


def test_two_hidden_in_every_row_and_column_are_not_enough() -> None:
    found = reaches(SDC, *HIDDEN)
    assert (found["0/1"].low, found["0/1"].high) == pytest.approx((47, 47))
    assert found["0/1"].pinned
    assert not any(reach.pinned for name, reach in found.items() if name != "0/1")


def test_a_single_hidden_voice_is_its_total_less_the_others() -> None:
    cells = (Cell("all", 41, 41), Cell("person", 12, 12), Cell("staff", 26, 26), Cell("leader", 3, 3))
    release = Release(cells, (whole("all", ("person", "staff", "leader")),))
    assert attack(release, {"leader"}) == (Reach("leader", 3.0, 3.0, pinned=True),)


def test_two_hidden_homes_share_what_is_left() -> None:
    # 30 - 18 = 12 are left for two homes, so each is 0 to 12.
    cells = (Cell("group", 30), Cell("rose", 18), Cell("hazel", 8), Cell("elm", 4))
    release = Release(cells, (whole("group", ("rose", "hazel", "elm")),))
    found = reaches(release, "hazel", "elm")
    assert (found["elm"].low, found["elm"].high, found["elm"].width) == pytest.approx((0, 12, 12))
    assert not found["elm"].pinned


def test_a_hidden_part_of_a_weighted_overall_is_found() -> None:
    cells = (Cell("all", 73), Cell("person", 80), Cell("staff", 70), Cell("leader", 60))
    weighted = composite("all", (("person", 0.5), ("staff", 0.3), ("leader", 0.2)))
    found = reaches(Release(cells, (weighted,)), "leader")["leader"]
    assert (found.low, found.high) == pytest.approx((60, 60))
    assert found.pinned


def test_a_hidden_option_is_what_the_others_leave_of_100_percent() -> None:
    cells = (Cell("agree", 70), Cell("middle", 25), Cell("disagree", 5))
    found = reaches(Release(cells, (percentages(("agree", "middle", "disagree")),)), "disagree")
    assert found["disagree"].pinned


def test_a_window_of_two_rounds_less_one_is_the_other() -> None:
    cells = (Cell("both rounds", 14), Cell("spring", 11), Cell("autumn", 3))
    release = Release(cells, (whole("both rounds", ("spring", "autumn")),))
    assert reaches(release, "autumn")["autumn"].high == pytest.approx(3)


def test_where_the_whole_is_hidden_too_nothing_bounds_a_part_from_above() -> None:
    release = Release((Cell("all", 15), Cell("a", 12), Cell("b", 3)), (whole("all", ("a", "b")),))
    assert reaches(release, "all", "b")["b"] == Reach("b", 0.0, inf, pinned=False)


def test_whole_number_means_still_give_the_eleventh_person_to_ten_points_either_way() -> None:
    # METHOD 2.10: ten people at 70 and eleven at 72, each within 0.5. 11 x 72 - 10 x 70 = 92,
    # give or take 11 x 0.5 + 10 x 0.5 = 10.5 (and no score is over 100: here that is not used).
    cells = (
        Cell("eleven", 11 * 72, within=5.5),
        Cell("ten", 10 * 70, within=5.0),
        Cell("the eleventh", 92, 1, step=100),
    )
    release = Release(cells, (whole("eleven", ("ten", "the eleventh")),))
    found = reaches(release, "the eleventh")["the eleventh"]
    assert (found.low, found.high) == pytest.approx((81.5, 102.5))
    assert not found.pinned


def test_nobody_scores_over_a_hundred_and_a_reader_knows_it() -> None:
    people, scores = Cell("people", 3, 3), Cell("scores", 240, 3, step=100)
    room, relation = scores_of(people, scores)
    found = reaches(Release((people, scores, room), (relation,)), "scores")
    assert list(found) == ["scores"]
    assert (found["scores"].low, found["scores"].high) == pytest.approx((0, 300))


def test_a_hidden_name_that_is_no_number_is_refused() -> None:
    with pytest.raises(OutOfRangeError, match="no number"):
        attack(SDC, ["9/9"])


def test_printed_numbers_that_contradict_one_another_are_refused() -> None:
    less = Relation((("a", 1.0), ("b", 1.0)), 5.0)  # a is printed as 7, so b would be below nought
    with pytest.raises(OutOfRangeError, match="contradict"):
        attack(Release((Cell("a", 7), Cell("b", -2)), (less,)), {"b"})


def test_nothing_hidden_is_nothing_found() -> None:
    assert attack(SDC, ()) == ()
