"""What somebody writes who answers for a person never reads as the person's own words, nor leads to them."""

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from mir.db import Store
from mir.respond.models import Comment
from mir.respond.sealing import close_round
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in, sheets_in


def sent(others: Iterator[Somebody], code: str, number: int, help_: str, *, writes: bool = True) -> None:
    """So many people send one answer each, with this help, and what they wrote."""
    for place in range(number):
        one = next(others)
        one.begin(code)
        one.press("next", help=help_, helper="family")
        one.press("next", answer="agree", comment=f"{help_} {place}" if writes else "")
        one.send()


def marks(store: Store) -> Counter[tuple[str, str]]:
    """How often each mark stands beside the words of each kind of help."""
    with store.reading() as session:
        rows = session.scalars(select(Comment)).all()
    return Counter((row.text.split()[0], row.whose) for row in rows)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((0, 4), {("answered_for_me", "proxy"): 4}),
        ((4, 0), {("read_to_me", "own"): 4}),
        ((5, 5), {("read_to_me", "own"): 5, ("answered_for_me", "proxy"): 5}),
        ((5, 4), {("read_to_me", "either"): 5, ("answered_for_me", "either"): 4}),
        ((4, 5), {("read_to_me", "either"): 4, ("answered_for_me", "either"): 5}),
        ((12, 1), {("read_to_me", "either"): 12, ("answered_for_me", "either"): 1}),
        ((12, 11), {("read_to_me", "own"): 12, ("answered_for_me", "proxy"): 11}),
    ],
)
def test_the_mark_is_kept_only_among_five_of_each(
    others: Iterator[Somebody],
    store: Store,
    world: World,
    numbers: tuple[int, int],
    expected: dict[tuple[str, str], int],
) -> None:
    own, proxies = numbers
    sent(others, world.shared[Voice.PERSON], own, "read_to_me")
    sent(others, world.shared[Voice.PERSON], proxies, "answered_for_me")
    close_round(store, world.round_id)
    assert marks(store) == expected
    assert len(sheets_in(store)) == own + proxies


def test_five_proxies_hide_the_one_who_wrote(others: Iterator[Somebody], store: Store, world: World) -> None:
    sent(others, world.shared[Voice.PERSON], 5, "none", writes=False)
    sent(others, world.shared[Voice.PERSON], 4, "answered_for_me", writes=False)
    sent(others, world.shared[Voice.PERSON], 1, "answered_for_me")
    close_round(store, world.round_id)
    assert marks(store) == {("answered_for_me", "proxy"): 1}


def test_while_the_round_is_open_no_few_proxies_are_sealed_among_others(
    others: Iterator[Somebody], store: Store, world: World
) -> None:
    code = world.shared[Voice.PERSON]
    sent(others, code, 10, "none")
    sent(others, code, 9, "answered_for_me")
    assert Counter(sheet.help for sheet in sheets_in(store)) == {"none": 5}
    assert len(drafts_in(store)) == 14
    sent(others, code, 1, "answered_for_me")
    assert Counter(sheet.help for sheet in sheets_in(store)) == {"none": 5, "answered_for_me": 5}
    assert marks(store) == {("none", "own"): 5, ("answered_for_me", "proxy"): 5}


def test_a_family_speaks_for_itself(others: Iterator[Somebody], store: Store, world: World) -> None:
    sent(others, world.shared[Voice.PERSON], 1, "answered_for_me")
    sent(others, world.shared[Voice.PERSON], 1, "none")
    family = next(others)
    family.begin_answering(world.shared[Voice.FAMILY])
    family.press("next", answer="agree", comment="Family 1")
    family.send()
    close_round(store, world.round_id)
    assert marks(store)[("Family", "own")] == 1
