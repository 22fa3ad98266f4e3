"""Who had help, without giving anybody away."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.card.help import help_lines, on_behalf_line
from scoring.card.words import NO_HELP_TOLD
from scoring.protection.disclosure import Counts, Thresholds
from surveys.framework import Voice

EXACT, BANDS = Counts(True, Thresholds()), Counts(False, Thresholds())
KINDS = ("none", "read_to_me", "wrote_for_me", "answered_with_me")


def _said(kinds: dict[str, int], helpers: dict[str, int], counts: Counts = EXACT) -> dict[str, str]:
    people = sum(kinds.values())
    lines = help_lines(Voice.PERSON, people, tuple(kinds.items()), tuple(helpers.items()), counts)
    return {line.kind: line.words for line in lines}


def test_every_way_that_is_large_enough_is_told() -> None:
    assert _said({"none": 18, "read_to_me": 6, "wrote_for_me": 0}, {"family": 6}) == {
        "none": "18 people answered without help.",
        "read_to_me": "6 people had the questions read to them.",
        "family": "6 people had help from family or friends.",
    }


def test_a_small_count_is_told_together_with_the_next_smallest() -> None:
    assert _said({"none": 18, "read_to_me": 2, "answered_with_me": 6}, {"family": 8}) == {
        "none": "18 people answered without help.",
        "read_to_me+answered_with_me": (
            "8 people had the questions read to them, or worked out their answers with somebody."
        ),
    }


def test_three_small_counts_join_so_that_none_is_left_small() -> None:
    # The smallest first: 2 + 3 make 5, then 3 goes with the next, 20.
    kinds = {"none": 20, "read_to_me": 2, "wrote_for_me": 3, "answered_with_me": 3}
    assert list(_said(kinds, {})) == ["none+answered_with_me", "read_to_me+wrote_for_me"]


def test_where_all_would_be_one_group_nothing_is_told() -> None:
    assert list(_said({"none": 18, "read_to_me": 2}, {}).values()) == [NO_HELP_TOLD]


def test_small_leftovers_join_the_last_group() -> None:
    kinds = {"none": 3, "read_to_me": 3, "wrote_for_me": 3}
    assert list(_said(kinds, {}).values()) == [NO_HELP_TOLD]


def test_bands_hold_for_help_too() -> None:
    assert _said({"none": 18, "read_to_me": 6}, {}, BANDS)["read_to_me"].startswith("5 to 9 people")


def test_whose_help_is_not_told_beside_a_small_count() -> None:
    # Without help 6, read to 3: told as 9 together. Whose help (3 by family) would give the 6 away.
    assert list(_said({"none": 6, "read_to_me": 3, "wrote_for_me": 10}, {"family": 13})) == [
        "none+read_to_me",
        "wrote_for_me",
    ]
    # Helped 13, of whom 2 did not say by whom: the 2 would show.
    assert "family" not in _said({"none": 20, "read_to_me": 13}, {"family": 6, "staff": 5})


def test_people_who_did_not_say_are_a_group_of_their_own() -> None:
    lines = help_lines(Voice.STAFF, 30, (("none", 20),), (), EXACT)
    assert [line.words for line in lines] == [
        "20 staff answered without help.",
        "10 staff did not say how they answered.",
    ]


def test_nothing_is_told_of_few_people_or_when_nobody_was_asked_about_help() -> None:
    assert help_lines(Voice.PERSON, 4, (("none", 4),), (), EXACT) == ()
    assert help_lines(Voice.PERSON, 40, (), (), EXACT) == ()


def test_answers_in_a_persons_place_are_told_apart() -> None:
    few = on_behalf_line(3, EXACT)
    assert few is not None
    assert few.words == "Fewer than 5 had somebody else answer for them. Those answers are not in the scores."
    assert on_behalf_line(0, EXACT) is None


@given(st.lists(st.integers(0, 25), min_size=4, max_size=4).filter(lambda counts: sum(counts) >= 5))
def test_no_small_count_can_be_worked_out_by_subtraction(true: list[int]) -> None:
    """Each cell is counted through: every way to fill it that tells the same lines."""
    kinds = dict(zip(KINDS, true, strict=True))
    said = _said(kinds, {})
    small = [kind for kind, count in kinds.items() if 0 < count < 5]
    for kind in small:
        group = next(line for line in said if kind in line.split("+"))
        assert len(group.split("+")) > 1


@pytest.mark.parametrize("people", range(5, 13))
def test_the_joined_groups_leave_every_small_count_open(people: int) -> None:
    """Over all ways to share these people out, lines that hide a small count fit several values of it."""
    by_lines: dict[tuple[tuple[str, str], ...], list[dict[str, int]]] = {}
    for true in itertools.product(range(people + 1), repeat=3):
        if sum(true) == people:
            kinds = dict(zip(KINDS, true, strict=False))
            by_lines.setdefault(tuple(_said(kinds, {}).items()), []).append(kinds)
    for ways in by_lines.values():
        for kind in KINDS[:3]:
            values = {way[kind] for way in ways}
            assert len(values) > 1 or not 0 < values.pop() < 5
