"""What was agreed, with whom, and what comes of it: actions, the pages that tell it, and the next round."""

import pytest

from mir import clock
from mir.choosing import operations, queries
from mir.choosing.models import Side, Stage
from mir.errors import RefusalError
from mir.providers.models import Kind
from mir.providers.operations import add_service
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from tests.mir.choosing.conftest import Hall

TYPED = {"people": "9", "families": "2", "staff": "3", "others": "", "who": "The manager.", "note": ""}


def sheet(hall: Hall, *letters: str, **other: str) -> dict[str, str | list[str]]:
    """What was agreed, as it is typed: each thing with what would be better."""
    ids = {one.letter: one.id for one in hall.now.wall}
    better = {f"better-{ids[letter]}": f"{letter} would be better." for letter in letters}
    held_on = {"held_on": clock.today().isoformat()}
    return {**TYPED, **held_on, **better, **other, "chosen": [ids[letter] for letter in letters]}


def counted(hall: Hall, *letters: str) -> None:
    """Dots that are counted: one person for each letter."""
    hall.begin()
    for letter in letters:
        hall.vote("people", letter)
    hall.counted()


def test_two_priorities_and_who_was_there_are_kept(hall: Hall) -> None:
    counted(hall)
    assert hall.client.post(f"{hall.at}/agree", data=sheet(hall, "C", "A")).status_code == 302
    assert [(one.card.letter, one.better) for one in hall.now.priorities] == [
        ("C", "C would be better."), ("A", "A would be better."),
    ]  # fmt: skip
    room = hall.now.room
    assert (room.people, room.families, room.staff, room.others, room.who) == (9, 2, 3, 0, "The manager.")
    page = hall.client.get(hall.at).text
    for words in (
        "9 people who draw on support, 2 family members and friends, 3 staff and leaders.",
        "The manager.",
    ):
        assert words in page
    screen = hall.client.get(f"{hall.at}/screen?show=agreed").text
    assert "We chose together" in screen
    assert "C would be better." in screen
    assert "C would be better." in hall.app.test_client().get(f"/vote/{hall.now.code}").text


@pytest.mark.parametrize(
    ("letters", "other", "sentence"),
    [
        ("", {}, "Choose two or three things that you agreed to work on."),
        ("ABCD", {}, "You chose 4. Agree on three at most: what comes after them can wait."),
        ("A", {}, "You chose one thing. Choose a second, or say here why one is enough."),
        ("AB", {"people": "", "families": "0"}, "Nobody who draws on support was there"),
        ("AB", {"people": "2", "families": "", "staff": ""}, "6 people put dots, and 2 were in the room."),
        ("AB", {"people": "", "families": "", "staff": ""}, "Write how many people were in the room."),
        ("AB", {"people": "many"}, "Write a whole number from 0 to 500, in figures."),
        ("AB", {"held_on": "soon"}, "Choose a day, such as 2027-03-31."),
        ("AB", {"held_on": "2999-01-01"}, "Choose a day between the first day of the round and today."),
        ("AB", {"held_on": "2001-01-01"}, "Choose a day between the first day of the round and today."),
        ("AB", {"who": "x" * 301}, "Make this shorter: at most 300 letters."),
        ("AB", {"note": "x" * 401}, "Make this shorter: at most 400 letters."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    hall: Hall, letters: str, other: dict[str, str], sentence: str
) -> None:
    hall.add("Trips")
    counted(hall, *"AAABBC")
    page = hall.client.post(f"{hall.at}/agree", data=sheet(hall, *letters, **other))
    assert (page.status_code, sentence in page.text) == (422, True)
    assert page.text.count(" checked") == len(letters)
    for letter in letters:
        assert f"{letter} would be better." in page.text
    assert (hall.now.stage, hall.now.priorities) == (Stage.COUNTED, ())


def test_each_priority_has_words_of_the_group(hall: Hall) -> None:
    counted(hall)
    empty = {f"better-{hall.now.ids[0]}": " ", f"better-{hall.now.ids[1]}": "x" * 301}
    page = hall.client.post(f"{hall.at}/agree", data=sheet(hall, "A", "B") | empty)
    assert page.status_code == 422
    assert "Write what would be better, in your own words." in page.text
    assert "Make this shorter: at most 300 letters." in page.text


@pytest.mark.parametrize(
    ("letters", "other"),
    [
        ("A", {}),
        ("AB", {"people": "", "families": ""}),
        ("AB", {"people": "1", "families": "", "staff": ""}),
    ],
)
def test_what_needs_explaining_passes_with_a_note_and_stands_in_the_record(
    hall: Hall, letters: str, other: dict[str, str]
) -> None:
    counted(hall, *"AAABBC")
    note = "It snowed, so people joined by phone."
    sent = hall.client.post(f"{hall.at}/agree", data=sheet(hall, *letters, **other, note=note))
    assert sent.status_code == 302
    assert note in hall.client.get(hall.at).text


def test_a_candidate_of_another_service_cannot_be_agreed(hall: Hall) -> None:
    counted(hall)
    oak = add_service(hall.store, hall.world.organisation_id, "Oak House", Kind.CARE_HOME)
    today = clock.today()
    round_id = open_round(hall.store, NewRound(oak, hall.edition, "Spring", today, today))
    close_round(hall.store, round_id)
    other = operations.begin(hall.store, round_id, today)
    operations.add_own(hall.store, other, "Theirs")
    theirs = queries.meeting(hall.store, other).ids[0]
    data = sheet(hall, "A", "B")
    for forged in (theirs, "0" * 32, "\0", "🙂"):
        page = hall.client.post(f"{hall.at}/agree", data={**data, "chosen": [hall.now.ids[0], forged]})
        assert page.status_code == 400
        assert (hall.now.stage, [one.better for one in hall.now.wall]) == (Stage.COUNTED, ["", "", ""])


def test_two_tabs_agree_once_and_the_second_keeps_what_was_typed(hall: Hall) -> None:
    counted(hall)
    assert hall.client.post(f"{hall.at}/agree", data=sheet(hall, "A", "B")).status_code == 302
    second = hall.client.post(f"{hall.at}/agree", data=sheet(hall, "B", "C"))
    assert second.status_code == 409
    assert "Somebody has gone on meanwhile." in second.text
    assert "C would be better." in second.text
    assert [one.card.letter for one in hall.now.priorities] == ["A", "B"]


def test_agreeing_comes_after_the_count(hall: Hall) -> None:
    for _ in range(2):
        assert hall.client.get(f"{hall.at}/agree").status_code == 409
        assert hall.client.post(f"{hall.at}/agree", data=sheet(hall, "A", "B")).status_code == 409
        if hall.now.stage is Stage.WALL:
            hall.begin()


def test_what_was_agreed_is_opened_again_with_its_words(hall: Hall) -> None:
    counted(hall)
    hall.agreed("Music", "Trips")
    assert hall.client.post(f"{hall.at}/open-again").location == f"{hall.at}/agree"
    page = hall.client.get(f"{hall.at}/agree").text
    assert page.count(" checked") == 2
    for words in ("Music", "Trips", 'value="9"', "The manager and two support workers."):
        assert words in page
    hall.client.post(f"{hall.at}/agree", data=sheet(hall, "C", "A"))
    assert [one.card.letter for one in hall.now.priorities] == ["C", "A"]


def test_an_agreement_needs_something_of_the_wall(hall: Hall) -> None:
    counted(hall)
    with pytest.raises(RefusalError, match="not on this wall"):
        operations.agree(hall.store, hall.id, (operations.Wanted("x", "y"),), hall.now.room)


def test_hands_alone_are_enough_to_agree(hall: Hall) -> None:
    hall.begin()
    hall.client.post(f"{hall.at}/hands", data=hall.hands(Side.PEOPLE, 7, 1, 6, 2))
    hall.counted()
    page = hall.client.get(f"{hall.at}/agree").text
    assert "People and families: 6 of 7." in page
    assert page.index("B</span>") < page.index("C</span>") < page.index("A</span>")
