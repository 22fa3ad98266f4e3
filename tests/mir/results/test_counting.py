"""Counting a closed round: what is counted, once, and what is pooled."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import numpy as np
import pytest
from sqlalchemy import func, select

from mir import clock
from mir.db import Store
from mir.errors import NotFoundError
from mir.providers.models import Kind
from mir.providers.operations import add_service
from mir.respond.sealing import close_round
from mir.results import operations, queries
from mir.results.models import KeptTally
from mir.results.operations import StillOpenError, tallies
from mir.results.scorecard import scorecard_of
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import round_card
from scoring.card.scorecard import Score, Withheld
from surveys.edition import Edition
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.results.answering import answer

AGREED = (4, 4, 4)


def test_sheets_are_rows_of_bytes_in_edition_order(store: Store, world: World) -> None:
    answer(store, world.round_id, Voice.PERSON, [(5, 4, 1)])
    answer(store, world.round_id, Voice.LEADER, [(2, 3)])
    assert queries.sheets(store, world.round_id, Voice.PERSON).tolist() == [[5, 4, 1]]
    # Leaders are not asked bb1: 255.
    assert queries.sheets(store, world.round_id, Voice.LEADER).tolist() == [[2, 3, 255]]
    nobody = queries.sheets(store, world.round_id, Voice.STAFF)
    assert nobody.shape == (0, 3)
    assert nobody.dtype == np.uint8


def test_answers_given_in_a_persons_place_are_counted_apart(store: Store, world: World) -> None:
    answer(store, world.round_id, Voice.PERSON, [AGREED] * 6)
    answer(store, world.round_id, Voice.PERSON, [AGREED] * 2, help_="read_to_me")
    answer(store, world.round_id, Voice.PERSON, [(1, 1, 1)] * 3, help_="answered_for_me")
    close_round(store, world.round_id)
    person = tallies(store, world.round_id)[0]
    assert person.tally.people == 8
    assert person.tally.statements[0].options == (0, 0, 0, 8, 0)
    assert person.on_behalf == 3
    assert dict(person.help) == {"none": 6, "read_to_me": 2, "family": 2}


def test_an_open_round_is_not_counted(store: Store, world: World) -> None:
    with pytest.raises(StillOpenError) as refused:
        tallies(store, world.round_id)
    closes = round_card(store, world.round_id).closes_on
    assert refused.value.sentence == (
        f"This round is still open. Results are shown when it closes on {closes.day} {closes:%B %Y}, "
        "so that nobody can be picked out by watching numbers change."
    )
    assert refused.value.status == 409


def test_a_round_is_counted_once_even_by_two_at_once(
    store: Store, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(store, world.round_id, Voice.PERSON, [AGREED] * 5)
    close_round(store, world.round_id)
    with ThreadPoolExecutor(4) as several:
        found = list(several.map(lambda _: tallies(store, world.round_id), range(8)))
    assert all(each == found[0] for each in found)
    assert [each.voice for each in found[0]] == [Voice.PERSON, Voice.FAMILY, Voice.STAFF, Voice.LEADER]
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(KeptTally)) == 4

    def again(*_: object) -> None:
        raise AssertionError("counted again")

    monkeypatch.setattr(operations, "_counted", again)
    assert tallies(store, world.round_id) == found[0]


def test_a_round_that_is_not_there_has_no_tallies(store: Store) -> None:
    with pytest.raises(NotFoundError):
        tallies(store, "nothing")


def more_rounds(store: Store, world: World, edition: Edition, closed: dict[str, int]) -> dict[str, str]:
    """Closed rounds of services by name, each with how many days before today it closed."""
    made = {}
    for place, (name, days) in enumerate(closed.items()):
        service_id = add_service(store, world.organisation_id, name, Kind.CARE_HOME)
        day = clock.today() - timedelta(days=days)
        new = NewRound(service_id, edition, f"Round {place}", day - timedelta(days=20), day)
        made[name] = open_round(store, new)
        close_round(store, made[name])
    return made


def test_the_latest_round_of_each_service_in_a_year_is_pooled(
    store: Store, world: World, edition: Edition
) -> None:
    made = more_rounds(
        store, world, edition, {"This": 10, "Same day": 10, "Edge": 374, "Old": 375, "Later": 9}
    )
    pooled = queries.pooled_with(store, round_card(store, made["This"]))
    # 365 days up to and including the last day: the 365th is 364 days earlier.
    assert set(pooled) == {made["This"], made["Same day"], made["Edge"]}


def test_an_open_round_and_an_earlier_one_of_the_same_service_are_not_pooled(
    store: Store, world: World, edition: Edition
) -> None:
    made = more_rounds(store, world, edition, {"This": 10, "Other": 20})
    other = round_card(store, made["Other"]).service.id
    day = clock.today() - timedelta(days=12)
    newer = open_round(store, NewRound(other, edition, "Newer", day, day))
    card = round_card(store, made["This"])
    assert set(queries.pooled_with(store, card)) == {made["This"], made["Other"]}
    close_round(store, newer)
    assert set(queries.pooled_with(store, card)) == {made["This"], newer}


def test_a_scorecard_says_who_answered_and_holds_back_the_few(store: Store, world: World) -> None:
    answer(store, world.round_id, Voice.PERSON, [AGREED, (5, 5, 2)] * 6)
    answer(store, world.round_id, Voice.STAFF, [AGREED] * 3)
    close_round(store, world.round_id)
    card = scorecard_of(store, world.round_id)
    assert (card.facts.service, card.facts.organisation, card.facts.kind) == (
        "Rose House",
        "Hazel Care",
        "Care home",
    )
    people, family, staff, leader = card.voices
    assert people.invited == 20
    assert people.answered == "10 to 14"
    # Half of them 75 (4, 4), half 100 (5, 5): 87.5, which rounds up.
    mine = card.themes[0].voices[0].score
    assert isinstance(mine, Score)
    assert mine.mean == 88
    assert isinstance(staff.overall, Withheld)
    assert staff.answered == "fewer than 5"
    assert isinstance(family.overall, Withheld)
    assert isinstance(leader.overall, Withheld)
    assert scorecard_of(store, world.round_id) == card
