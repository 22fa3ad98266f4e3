"""Releases: names, sums, and what does not add up."""

import pytest

from scoring.faults import OutOfRangeError
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

HOMES = (Cell("group", 30, 30), Cell("rose", 18, 18), Cell("hazel", 12, 12))


def test_homes_add_up_to_their_group() -> None:
    release = Release(HOMES, (whole("group", ("rose", "hazel")),))
    assert release.cell("hazel").value == 12


def test_numbers_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(OutOfRangeError, match="do not add up: group, rose"):
        Release(HOMES, (whole("group", ("rose",)),))


def test_rounded_numbers_add_up_as_far_as_their_rounding_goes() -> None:
    thirds = tuple(Cell(name, 33, within=0.5) for name in "abc")
    assert Release(thirds, (percentages("abc"),)).cells == thirds  # 33 + 33 + 33 is 99, within 1.5
    with pytest.raises(OutOfRangeError, match="do not add up"):
        Release(thirds[:2], (percentages("ab"),))


def test_a_weighted_overall_is_a_sum_of_its_parts() -> None:
    # 0.5 x 80 + 0.3 x 70 + 0.2 x 60 = 40 + 21 + 12
    cells = (Cell("all", 73), Cell("person", 80), Cell("staff", 70), Cell("leader", 60))
    weighted = composite("all", (("person", 0.5), ("staff", 0.3), ("leader", 0.2)))
    assert Release(cells, (weighted,)).relations == (weighted,)


def test_one_name_for_two_numbers_is_refused() -> None:
    with pytest.raises(OutOfRangeError, match="same name"):
        Release((Cell("a", 1), Cell("a", 2)), ())


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_refused(value: float) -> None:
    with pytest.raises(OutOfRangeError, match="missing or has no end"):
        Release((Cell("a", value, 3), Cell("b", 9, 9)), (whole("b", ["a"]),))


def test_a_sum_over_an_unknown_number_is_refused() -> None:
    with pytest.raises(OutOfRangeError, match="'b'"):
        Release((Cell("a", 1),), (Relation((("b", 1.0),)),))


def test_asking_for_an_unknown_number_is_refused() -> None:
    with pytest.raises(OutOfRangeError, match="no number 'b'"):
        Release((Cell("a", 1),), ()).cell("b")


def test_a_sum_of_scores_leaves_room_below_a_hundred_a_person() -> None:
    people, scores = Cell("people", 12, 12), Cell("scores", 900, 12, step=100)
    room, relation = scores_of(people, scores)
    assert room == Cell("scores: room", 300, printable=False)
    assert Release((people, scores, room), (relation,)).cell("scores: room").value == 300


def test_a_table_has_its_totals() -> None:
    release = table("AB", ("people", "staff"), [[12, 20], [15, 2]])
    told = {cell.name: cell.value for cell in release.cells}
    assert told == {
        "A/people": 12,
        "A/staff": 20,
        "A/all": 32,
        "B/people": 15,
        "B/staff": 2,
        "B/all": 17,
        "all/people": 27,
        "all/staff": 22,
        "all/all": 49,
    }
    assert len(release.relations) == 6
