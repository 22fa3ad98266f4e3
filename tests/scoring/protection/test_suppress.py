"""Hiding numbers: the least that keeps the hidden ones hidden."""

from itertools import combinations
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.protection import suppress as module
from scoring.protection.relations import Cell, Relation, Release, composite, scores_of, table, whole
from scoring.protection.suppress import Protection, UnsafeReleaseError, suppress, too_few, unsafe

# pytauargus 0.6.0, FREQ(10,30), optimal: hide A/people, A/staff and D/people, at a cost of 45.
HOMES = table("ABCD", ("people", "staff", "leader"), [[12, 20, 11], [15, 30, 14], [18, 25, 16], [13, 2, 19]])


def test_the_cheapest_pattern_is_found() -> None:
    found = suppress(HOMES, too_few(HOMES, 10))
    assert found.primary == ("D/staff",)
    assert found.secondary == ("A/people", "A/staff", "D/people")  # 12 + 20 + 13
    assert found.cost == 45


def test_in_a_large_release_numbers_are_protected_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_AT_ONCE", 0)
    assert suppress(HOMES, too_few(HOMES, 10)).cost == 45
    # 7 are left for a and b, so both are unsafe; with c hidden for a's sake both are 0 to 37.
    cells = (Cell("all", 37, 37), Cell("a", 3, 3), Cell("b", 4, 4), Cell("c", 30, 30))
    assert suppress(Release(cells, (whole("all", "abc"),)), ("a", "b")).secondary == ("c",)
    with pytest.raises(UnsafeReleaseError):
        suppress(Release((Cell("a", 3, 3), Cell("b", 9, 9)), (Relation((("a", 1.0),), 3.0),)), ("a",))


def test_numbers_of_nobody_and_of_enough_people_are_not_too_few() -> None:
    cells = (Cell("a", 0), Cell("b", 4, 4), Cell("c", 5, 5), Cell("d", 3, 3, printable=False))
    assert too_few(Release(cells, ()), 5) == ("b",)


def test_a_few_people_among_millions_do_not_hide_everything() -> None:
    # The same pattern as among tens: a corner of A and D, which can be moved by the ten people needed.
    million = 1_000_000
    release = table(
        "ABCD",
        ("people", "staff", "leader"),
        [
            [12 * million, 20 * million, 11 * million],
            [15 * million, 30 * million, 14 * million],
            [18 * million, 25 * million, 16 * million],
            [13 * million, 2, 19 * million],
        ],
    )
    assert suppress(release, ("D/staff",)).secondary == ("A/people", "A/staff", "D/people")


def test_where_nothing_is_too_few_nothing_is_hidden() -> None:
    found = suppress(HOMES, ())
    assert (found.primary, found.secondary, found.cost, found.hidden) == ((), (), 0, frozenset())


def test_a_hidden_number_in_no_sum_needs_no_other() -> None:
    release = Release((Cell("a", 3, 3), Cell("b", 40, 40)), ())
    assert suppress(release, ("a",)).hidden == {"a"}


def test_a_weighted_overall_goes_with_its_hidden_part() -> None:
    cells = (Cell("all", 73, 43), Cell("person", 80, 12), Cell("staff", 70, 28), Cell("leader", 60, 3))
    weighted = composite("all", (("person", 0.5), ("staff", 0.3), ("leader", 0.2)))
    # The cheapest partner would be the people's own score; hiding it costs 12, the overall 43.
    assert suppress(Release(cells, (weighted,)), ("leader",)).secondary == ("person",)


def test_a_range_narrower_than_a_fifth_of_the_number_is_unsafe() -> None:
    # 412 are left for the two: "big" is 400 to 412 at most, and a fifth of 400 is 80.
    cells = (Cell("all", 500, 500), Cell("big", 400, 400), Cell("small", 12, 12), Cell("rest", 88, 88))
    release = Release(cells, (whole("all", ("big", "small", "rest")), Relation((("big", 1.0),), 400.0)))
    assert "big" in unsafe(release, {"big", "small"})
    loose = Release(cells, (whole("all", ("big", "small", "rest")),))
    assert unsafe(loose, {"big", "small"}) == ()  # 0 to 412 each
    assert unsafe(loose, {"small", "rest"}, Protection(people=101)) == ("small", "rest")  # 0 to 100 each


def test_a_number_hidden_for_another_s_sake_is_protected_too() -> None:
    # a must have a partner in each of its sums. The cheapest are b (5) and d (10): then a is 0 to 13, but b
    # is 90 to 103, and a fifth of 100 is 20. With ad (13) in place of d, both are 0 to 103; that costs 18.
    cells = (Cell("a", 3, 3), Cell("b", 100, 5), Cell("ab", 103, 6), Cell("d", 10, 10), Cell("ad", 13, 13))
    release = Release(cells, (whole("ab", ("a", "b")), whole("ad", ("a", "d"))))
    assert unsafe(release, {"a", "b", "d"}) == ("b",)
    found = suppress(release, ("a",))
    assert (found.secondary, found.cost) == (("b", "ad"), 18)


def test_sums_of_scores_are_protected_in_their_own_unit() -> None:
    people, scores = Cell("n", 3, 3), Cell("sum", 240, 3, step=100)
    whole_n, whole_sum = Cell("all n", 40, 40), Cell("all sum", 3000, 40, step=100)
    rest_n, rest_sum = Cell("rest n", 37, 37), Cell("rest sum", 2760, 37, step=100)
    rooms = [scores_of(*pair) for pair in ((people, scores), (whole_n, whole_sum), (rest_n, rest_sum))]
    release = Release(
        (people, scores, whole_n, whole_sum, rest_n, rest_sum, *(room for room, _ in rooms)),
        (
            whole("all n", ("n", "rest n")),
            whole("all sum", ("sum", "rest sum")),
            *(each for _, each in rooms),
        ),
    )
    found = suppress(release, ("n", "sum"))
    assert found.secondary == ("rest n", "rest sum")
    assert unsafe(release, {"n", "sum"}) == ("n", "sum")


@pytest.mark.parametrize("others", [(), (Cell("b", 40, 40),)])
def test_a_release_that_nothing_makes_safe_is_refused(others: tuple[Cell, ...]) -> None:
    release = Release((Cell("a", 3, 3), *others), (Relation((("a", 1.0),), 3.0),))
    with pytest.raises(UnsafeReleaseError, match="every number hidden"):
        suppress(release, ("a",))


def test_a_search_that_goes_wrong_hides_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_cheapest", lambda _release, primary, *_: frozenset(primary))
    found = suppress(HOMES, ("D/staff",))
    assert found.hidden == {cell.name for cell in HOMES.cells}


tables = st.lists(st.lists(st.integers(0, 25), min_size=3, max_size=3), min_size=2, max_size=4).map(
    lambda rows: table("ABCD"[: len(rows)], "xyz", rows)
)


@pytest.mark.parametrize("at_once", [0, module.MOST_AT_ONCE])
@settings(max_examples=20, deadline=None)
@given(release=tables)
def test_no_hidden_number_of_any_table_can_be_worked_out(at_once: int, release: Release) -> None:
    with mock.patch.object(module, "MOST_AT_ONCE", at_once):
        found = suppress(release, too_few(release, 5))
    assert unsafe(release, found.hidden) == ()


@settings(max_examples=6, deadline=None)
@given(st.lists(st.lists(st.integers(3, 25), min_size=2, max_size=2), min_size=2, max_size=2))
def test_no_cheaper_pattern_is_safe(rows: list[list[int]]) -> None:
    """Every cheaper pattern of a small table, tried one by one."""
    release = table("AB", "xy", rows)
    primary = too_few(release, 5)
    found = suppress(release, primary)
    others = [cell for cell in release.cells if cell.name not in primary]
    for size in range(len(others) + 1):
        for chosen in combinations(others, size):
            if sum(cell.people for cell in chosen) < found.cost:
                assert unsafe(release, {*primary, *(cell.name for cell in chosen)})
