"""The ledger: no release, and no releases together, may tell of a few people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.protection.attack import attack
from scoring.protection.ledger import Ledger, RefusedReleaseError, Released, digests
from scoring.protection.relations import Cell, Release, whole


def release(label: str, *people: range, scope: str = "edition/person/wi") -> Released:
    return Released(scope, label, frozenset(str(number) for each in people for number in each))


SPRING = release("Spring", range(20))


def test_the_first_release_of_enough_people_is_allowed() -> None:
    assert Ledger().allow(SPRING).releases == (SPRING,)
    assert SPRING.count == 20


def test_a_release_of_nobody_tells_of_nobody() -> None:
    assert Ledger().allow(SPRING).refusal(release("Empty")) is None


@pytest.mark.parametrize(("people", "least"), [(4, 5), (9, 10)])
def test_a_release_of_too_few_is_refused(people: int, least: int) -> None:
    assert Ledger(least=least).refusal(release("Small", range(people))) == (
        f"“Small” has fewer than {least} people, so we show nothing of it."
    )
    assert Ledger(least=least).refusal(release("Small", range(people + 1))) is None


@pytest.mark.parametrize(
    ("again", "allowed"),
    [
        (range(20), True),  # the same people
        (range(21), False),  # one more
        (range(24), False),  # four more
        (range(25), True),  # five more
        (range(19), False),  # one fewer
        (range(15), True),  # five fewer
        (range(5, 25), True),  # five gone, five come
        (range(5, 24), False),  # five gone, four come
        (range(3, 28), False),  # three gone, eight come
        (range(100, 120), True),  # others altogether
    ],
)
def test_a_later_release_differs_by_nobody_or_by_five(again: range, allowed: bool) -> None:  # noqa: FBT001 - a column of the table
    why = Ledger().allow(SPRING).refusal(release("Autumn", again))
    assert (why is None) is allowed


def test_the_public_ledger_wants_ten() -> None:
    public = Ledger(least=10).allow(SPRING)
    assert public.refusal(release("Autumn", range(25))) is not None
    assert public.refusal(release("Autumn", range(30))) is None


def test_a_refusal_is_a_plain_sentence_that_counts_nobody() -> None:
    assert Ledger().allow(SPRING).refusal(release("Autumn", range(21))) == (
        "“Autumn” and “Spring” together would tell of fewer than 5 people. "
        "Wait for the next round, or show the same people as before."
    )


def test_what_was_measured_otherwise_does_not_stand_in_the_way() -> None:
    assert Ledger().allow(SPRING).refusal(release("Autumn", range(21), scope="edition/person/ia")) is None


def test_a_parent_total_may_not_give_a_hidden_home_away() -> None:
    rose, hazel = release("Rose", range(12)), release("Hazel", range(12, 30))
    ledger = Ledger().allow(rose, hazel)
    # 33 people less 12 less 18 leaves 3, though no two of the releases differ by so few.
    assert ledger.refusal(release("The group", range(33))) == (
        "“The group” and what was shown before together would tell of fewer than 5 people. "
        "Wait for the next round, or show the same people as before."
    )
    assert ledger.refusal(release("The group", range(35))) is None


def test_a_few_people_in_two_parts_are_still_a_few() -> None:
    # Elm is split by a later window, so neither of its halves (2 and 2) shows alone; together they would.
    rose, hazel, window = (
        release("Rose", range(12)),
        release("Hazel", range(12, 30)),
        release("W", range(30, 32), range(40, 60)),
    )
    ledger = Ledger().allow(rose, hazel, window)
    assert ledger.refusal(release("The group", range(34))) is not None


def test_a_composite_is_let_out_with_its_parts_or_not_at_all() -> None:
    people, staff = release("People", range(12)), release("Staff", range(3), scope="edition/staff/wi")
    with pytest.raises(RefusedReleaseError, match="“Staff” has fewer than 5"):
        Ledger().allow(people, staff, release("Overall", range(15), scope="edition/all/wi"))


def test_keys_are_kept_as_digests_that_need_the_secret() -> None:
    first, again, other = (digests(["k1", "k2"], secret) for secret in (b"a", b"a", b"b"))
    assert first == again
    assert not first & other
    assert all(len(digest) == 32 and "k" not in digest for digest in first)


histories = st.lists(st.frozensets(st.integers(0, 29).map(str), min_size=4), min_size=2, max_size=7)


@settings(max_examples=60, deadline=None)
@given(histories, st.sampled_from([5, 10]))
def test_no_two_releases_of_any_history_pin_fewer_than_the_least(
    history: list[frozenset[str]], least: int
) -> None:
    ledger = Ledger(least=least)
    for number, people in enumerate(history):
        new = Released("scope", str(number), people)
        if ledger.refusal(new) is None:
            ledger = ledger.allow(new)
    for place, first in enumerate(ledger.releases):
        for second in ledger.releases[place + 1 :]:
            _safe((first, second), least)
    _safe(ledger.releases, least)


def _safe(releases: tuple[Released, ...], least: int) -> None:
    """The attack, told the count of every release, pins no part of the people below the least."""
    members = frozenset[str]().union(*(release.people for release in releases))
    parts: dict[str, int] = {}
    for person in members:
        name = "".join("1" if person in release.people else "0" for release in releases)
        parts[name] = parts.get(name, 0) + 1
    cells = [Cell(name, count, count) for name, count in parts.items()]
    cells += [Cell(f"release {place}", release.count) for place, release in enumerate(releases)]
    sums = [
        whole(f"release {place}", [name for name in parts if name[place] == "1"])
        for place in range(len(releases))
    ]
    for reach in attack(Release(tuple(cells), tuple(sums)), list(parts)):
        assert not reach.pinned or parts[reach.name] >= least
