"""Bands give nobody away: whole tens, never near to everybody, once a day, and never back."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete

from mir import clock
from mir.db import Store
from mir.respond.models import Draft
from mir.rounds.queries import round_card
from mir.running.bands import band, highest, share, told
from mir.running.watching import Watch, watch
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.running.conftest import send_answers

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("number", "asked", "words"),
    [
        (0, None, "Fewer than 10"),
        (9, None, "Fewer than 10"),
        (10, None, "10 to 19"),
        (19, None, "10 to 19"),
        (104, None, "100 to 109"),
        (0, 30, "Fewer than 10"),
        (12, 30, "10 to 19"),
        (20, 30, "20 or more"),  # 30 - 5 = 25: the last band that is told begins at 20
        (30, 30, "20 or more"),
        (31, 30, "20 or more"),
        (24, 24, "10 or more"),  # 24 - 5 = 19
        (10, 15, "10 or more"),  # 15 - 5 = 10
        (9, 14, "Too few people to tell before it closes"),  # 14 - 5 = 9
        (14, 14, "Too few people to tell before it closes"),
        (0, 0, "Too few people to tell before it closes"),
    ],
)
def test_a_number_is_told_in_tens_and_never_near_to_everybody(
    number: int, asked: int | None, words: str
) -> None:
    assert told(band(number, asked), asked) == words


def test_no_band_says_that_fewer_than_five_could_be_missing() -> None:
    for asked in range(300):
        for number in range(asked + 1):
            assert band(number, asked) == 0 or asked - band(number, asked) >= 5
            assert band(number, asked) <= max(0, highest(asked))


def test_one_more_answer_is_seen_only_when_it_makes_a_whole_ten() -> None:
    seen = [number for number in range(1, 100) if band(number, 200) != band(number - 1, 200)]
    assert seen == [10, 20, 30, 40, 50, 60, 70, 80, 90]


@pytest.mark.parametrize(
    ("least", "asked", "words"),
    [
        (10, 40, "about half"),
        (10, 60, "about a quarter"),  # 15 of 60
        (20, 50, "about half"),  # 25 of 50
        (30, 45, "about three quarters"),  # 35 of 45 is 0.78
        (180, 200, "nearly all"),  # 185 of 200
        (90, 100, ""),  # “90 or more” may be everybody
        (0, 40, ""),
        (10, 19, ""),
        (10, None, ""),
        (10, 400, ""),  # 15 of 400 is nearest to none: not told
    ],
)
def test_a_share_comes_from_the_band_alone(least: int, asked: int | None, words: str) -> None:
    assert share(least, asked) == words


def watched(store: Store, world: World, day: int = 0) -> Watch:
    return watch(store, round_card(store, world.round_id), clock.today() + day * DAY)


def told_of(found: Watch, voice: Voice) -> str:
    return next(one.told for one in found.answered if one.voice is voice)


def test_what_is_told_changes_once_a_day_and_never_goes_back(store: Store, world: World) -> None:
    assert told_of(watched(store, world), Voice.STAFF) == "Fewer than 10"
    send_answers(store, world.round_id, Voice.STAFF, 12)
    assert told_of(watched(store, world), Voice.STAFF) == "Fewer than 10"
    assert told_of(watched(store, world, 1), Voice.STAFF) == "10 to 19"
    with store.writing() as session:
        session.execute(delete(Draft))  # everybody takes their answers back
    assert told_of(watched(store, world, 1), Voice.STAFF) == "10 to 19"
    assert told_of(watched(store, world, 2), Voice.STAFF) == "10 to 19"


def test_each_voice_has_its_own_band_and_unsent_answers_do_not_count(store: Store, world: World) -> None:
    send_answers(store, world.round_id, Voice.PERSON, 12)
    send_answers(store, world.round_id, Voice.STAFF, 9)
    with store.writing() as session:
        session.add(
            Draft(
                digest="d" * 64,
                round_id=world.round_id,
                voice=Voice.STAFF,
                edition_hash=round_card(store, world.round_id).edition_hash,
            )
        )
    found = watched(store, world)
    assert told_of(found, Voice.PERSON) == "10 or more"  # 20 were asked
    assert told_of(found, Voice.STAFF) == "Fewer than 10"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (-8, "It opens in 1 day."),
        (0, "It is open for 21 days more."),
        (20, "It is open for 1 day more."),
        (21, "Today is the last day."),
        (22, "Its last day has passed. Nobody can answer any more."),
    ],
)
def test_the_days_that_are_left_are_told(store: Store, world: World, day: int, words: str) -> None:
    assert watched(store, world, day).time == words


def test_the_page_of_a_round_shows_bands_and_no_single_use_code(lead: FlaskClient, world: World) -> None:
    page = lead.get(f"/rounds/{world.round_id}").text
    assert "Fewer than 10" in page
    assert "It is open for 21 days more." in page
