"""Answers go out one by one only where nobody can be picked out by them."""

from collections import Counter
from collections.abc import Sequence

import pytest

from mir import clock
from mir.db import Store
from mir.errors import RefusalError
from mir.respond.sealing import Sent, add_sealed, close_round
from mir.results.exporting import TooFewError, export_of
from mir.results.operations import StillOpenError
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import edition, round_card
from surveys.exchange.exports.files import LONG, as_csv, as_workbook
from surveys.exchange.exports.reading import read_export
from surveys.framework import Voice
from surveys.own.meant import Answer
from tests.conftest import World
from tests.mir.results.answering import answer
from tests.surveys.exchange.exports.gathered import arrivals

SEVEN = [(5, 4, 1), (1, 1, 1), (2, 3, 4), (5, 5, 5), (3, 3, 3), (4, 4, 4), (1, 2, 3)]
TWELVE = [*SEVEN, *SEVEN[:5]]
SMALL = "One group, or a group of both together, has fewer than 10 people."


def left_out(store: Store, round_id: str) -> dict[str, str]:
    return {one.name: one.why for one in export_of(store, round_id, Voice.PERSON).left_out}


def seal(store: Store, round_id: str, how_many: Sequence[tuple[int, str, str]]) -> None:
    """Seal so many sheets in each presentation and language."""
    sent = [
        Sent(
            voice=Voice.PERSON, presentation=presentation, language=language, how="web", help="none",
            helper=None, answers={"aa1": "agree"}, comments=(),
        )
        for number, presentation, language in how_many
        for _ in range(number)
    ]  # fmt: skip
    with store.writing() as session:
        add_sealed(session, edition(store, round_card(store, round_id).edition_hash), round_id, sent)
    close_round(store, round_id)


def test_an_open_round_gives_out_nothing(store: Store, world: World) -> None:
    answer(store, world.round_id, Voice.PERSON, TWELVE)
    with pytest.raises(StillOpenError):
        export_of(store, world.round_id, Voice.PERSON)


def test_nine_people_are_too_few_and_ten_are_not(store: Store, world: World) -> None:
    answer(store, world.round_id, Voice.PERSON, TWELVE[:9])
    answer(store, world.round_id, Voice.PERSON, SEVEN, help_="answered_for_me")  # not their own answers
    answer(store, world.round_id, Voice.STAFF, TWELVE[:10])
    close_round(store, world.round_id)
    with pytest.raises(TooFewError, match="from 10 people up"):
        export_of(store, world.round_id, Voice.PERSON)
    assert len(export_of(store, world.round_id, Voice.STAFF).given) == 10


def test_what_goes_out_is_what_was_answered_by_the_people_themselves(store: Store, world: World) -> None:
    answer(store, world.round_id, Voice.PERSON, TWELVE)
    answer(store, world.round_id, Voice.PERSON, [(1, 5, 1)] * 3, help_="answered_for_me")
    close_round(store, world.round_id)
    export = export_of(store, world.round_id, Voice.PERSON)
    came = read_export(as_csv(export, LONG), export.edition, "answers.csv")
    words = ("disagree_a_lot", "disagree", "in_the_middle", "agree", "agree_a_lot")
    wanted = Counter(tuple(words[value - 1] for value in person) for person in TWELVE)
    assert Counter((one["aa1"], one["aa2"], one["bb1"]) for one in came) == wanted


def test_the_order_is_drawn_anew_each_time(store: Store, world: World) -> None:
    people = [(first, second, third) for first in range(1, 6) for second in (1, 5) for third in (1, 2, 3)]
    answer(store, world.round_id, Voice.PERSON, people)  # thirty people, no two alike
    close_round(store, world.round_id)
    seen = {
        tuple(tuple(one.answers.values()) for one in export_of(store, world.round_id, Voice.PERSON).given)
        for _ in range(3)
    }
    assert len(seen) == 3  # by chance alone two would be alike once in 10^32 tries


@pytest.mark.parametrize(
    ("how_many", "told"),
    [
        ([(10, "standard", "en"), (10, "easy_read", "en")], ("presentation", "language")),
        ([(10, "standard", "en"), (9, "easy_read", "en")], ("language",)),
        ([(11, "standard", "en"), (9, "standard", "cy")], ("presentation",)),
        # Each has ten people, and yet those who read Welsh in Easy Read are five.
        (
            [(10, "standard", "en"), (5, "easy_read", "en"), (5, "standard", "cy"), (5, "easy_read", "cy")],
            ("presentation",),
        ),
    ],
)
def test_a_group_under_ten_is_not_told(
    store: Store, world: World, how_many: list[tuple[int, str, str]], told: tuple[str, ...]
) -> None:
    seal(store, world.round_id, how_many)
    export = export_of(store, world.round_id, Voice.PERSON)
    assert export.groups == told
    assert all(tuple(one.groups) == told for one in export.given)
    named = {one.name for one in export.left_out if one.why == SMALL}
    assert named == {"presentation", "language"} - set(told)


def test_help_comments_and_the_way_of_answering_are_named_as_left_out(store: Store, world: World) -> None:
    answer(store, world.round_id, Voice.PERSON, TWELVE, help_="read_to_me")
    close_round(store, world.round_id)
    assert {"help and helper", "how", "comments"} <= left_out(store, world.round_id).keys()
    export = export_of(store, world.round_id, Voice.PERSON)
    assert b"read_to_me" not in as_csv(export, LONG)
    assert b"family" not in as_csv(export, LONG)


def test_a_voice_that_was_not_asked_is_refused_in_words(store: Store, world: World) -> None:
    close_round(store, world.round_id)
    with pytest.raises(RefusalError, match="did not ask partner"):
        export_of(store, world.round_id, Voice.PARTNER)


def test_own_answers_go_out_without_those_about_the_person_or_in_their_words(
    store: Store, world: World
) -> None:
    asked = arrivals().model_copy(update={"languages": ("en",)})
    today = clock.today()
    round_id = open_round(store, NewRound(world.service_id, asked, "Arrivals", today, today))
    said: dict[str, Answer] = {
        "length": "years",
        "wi1": "never",
        "money": "no",
        "why": "Ask Mrs Hill",
        "days": 3,
    }
    said |= {"helped": ["family", "friends"], "first": ["pets"], "more": "Room 7"}
    person = Sent(
        voice=Voice.PERSON, presentation="standard", language="en", how="web", help="none", helper=None,
        answers=said, comments=(),
    )  # fmt: skip
    with store.writing() as session:
        add_sealed(session, asked, round_id, [person] * 10)
    close_round(store, round_id)
    export = export_of(store, round_id, Voice.PERSON)
    (first, *_) = read_export(as_workbook(export, LONG), asked, "answers.xlsx")
    assert first == {
        "wi1": "never", "wi2": "not_answered", "helped": ["family", "friends"], "days": 3,
        "moved": "not_answered", "food_taste": "not_answered", "food_choice": "not_answered",
        "first": ["pets"], "ia1": "not_answered",
    }  # fmt: skip
    written = as_csv(export, LONG)
    assert not [word for word in (b"Hill", b"Room 7", b"years", b"length") if word in written]
