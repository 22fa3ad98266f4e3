"""Raised hands stand beside what came by phone, and nobody is told apart by either."""

import pytest

from mir.choosing.models import Side, Way
from tests.mir.choosing.conftest import Hall

PEOPLE, STAFF, PHONE, HANDS = Side.PEOPLE, Side.STAFF, Way.PHONE, Way.HANDS


def dots(hall: Hall, side: Side = PEOPLE, way: Way = PHONE) -> dict[str, int]:
    """The totals by letter."""
    kept = hall.kept
    return {one.letter: kept.dots[one.id, side, way] for one in hall.now.wall}


def test_hands_stand_beside_phones_and_are_typed_again_in_place_of_those_before(hall: Hall) -> None:
    hall.begin()
    for _ in range(5):
        hall.vote("people", "A", "B")
    at = f"{hall.at}/hands"
    assert hall.client.post(at, data=hall.hands(PEOPLE, 6, 6, 0, 3)).status_code == 302
    both = hall.hands(PEOPLE, 4, 1, 2, 3) | hall.hands(STAFF, 6, 0, 6, 2)
    assert hall.client.post(at, data=both).status_code == 302
    assert (dots(hall), dots(hall, PEOPLE, HANDS)) == ({"A": 5, "B": 5, "C": 0}, {"A": 1, "B": 2, "C": 3})
    hall.counted()
    page = hall.client.get(hall.at).text
    # By hand: A 5 + 1, B 5 + 2, C 0 + 3 of nine people; B first.
    cells = page.split('class="count">')[1:]
    numbers = [cell.partition("<")[0] for cell in cells if cell[0].isdigit()]
    assert numbers == ["7", "6", "6", "0", "3", "2"]
    assert 'value="4"' in hall.client.get(at).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"people": "x"}, "Write a whole number from 0 to 500, in figures."),
        ({"people": "-1"}, "Write a whole number from 0 to 500, in figures."),
        ({"people": "501"}, "Write a whole number from 0 to 500, in figures."),
        ({"people": "٣"}, "Write a whole number from 0 to 500, in figures."),
        ({"people": "3", "people-A": "4"}, "A has 4 hands, of 3 people who took part. Count again."),
        (
            {"people": "3", "people-A": "3", "people-B": "3", "people-C": "1"},
            "3 people have 6 dots in all, and 7 were counted. Count again.",
        ),
    ],
)
def test_hands_that_cannot_be_are_counted_again(hall: Hall, typed: dict[str, str], sentence: str) -> None:
    hall.begin()
    ids = {one.letter: one.id for one in hall.now.wall}
    data = {name if "-" not in name else f"people-{ids[name[-1]]}": value for name, value in typed.items()}
    page = hall.client.post(f"{hall.at}/hands", data=data)
    assert (page.status_code, sentence in page.text) == (422, True)
    assert hall.kept.people() == 0
    assert f'value="{typed["people"]}"' in page.text


def test_one_member_of_staff_is_not_told_apart(hall: Hall) -> None:
    hall.begin()
    for _ in range(6):
        hall.vote("people", "A")
    hall.vote("staff", "C")
    hall.counted()
    for page in (hall.client.get(hall.at).text, hall.client.get(f"{hall.at}/screen?show=dots").text):
        assert "Everybody" in page
        assert "Staff and leaders" not in page
        assert "no dot points at a person" in page
