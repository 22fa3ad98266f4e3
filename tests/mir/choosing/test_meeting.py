"""A meeting is begun after a closed round; its wall is made, added to and kept; every step can be undone."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from mir import clock
from mir.audit.models import Deed
from mir.choosing import operations, queries
from mir.choosing.models import Candidate, Dots, Meeting, Side, SpentPage, Stage, Voters
from mir.db import Store
from mir.errors import ConflictError, RefusalError
from mir.respond.sealing import close_round
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.choosing.conftest import Hall
from tests.mir.results.answering import answer


def rows(store: Store, kind: type[Meeting | Candidate | Dots | Voters | SpentPage]) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


def test_the_results_lead_to_choosing_together(lead: FlaskClient, closed: World) -> None:
    page = lead.get(f"/rounds/{closed.round_id}/results").text
    assert f'href="/rounds/{closed.round_id}/choose"' in page
    opened = lead.get(f"/rounds/{closed.round_id}/choose").text
    assert "3 things to choose from" in opened
    made = lead.post(f"/rounds/{closed.round_id}/choose")
    assert made.status_code == 302
    # Pressed twice, it makes one.
    assert lead.post(f"/rounds/{closed.round_id}/choose").location == made.location
    assert "Go on with the meeting" in lead.get(f"/rounds/{closed.round_id}/choose").text


def test_an_open_round_gives_no_wall(lead: FlaskClient, store: Store, world: World) -> None:
    for asked in (lead.get, lead.post):
        page = asked(f"/rounds/{world.round_id}/choose")
        assert page.status_code == 409
        assert "This round is still open." in page.text
    assert rows(store, Meeting) == 0


def test_the_wall_stands_in_the_order_of_what_people_said(hall: Hall) -> None:
    # By hand, of twelve people: aa1 was agreed by 4 (33%), aa2 by none, bb1 by 4 (33%).
    # “Nearly no one” goes first; the other two have the same range, so they stand as they were asked.
    assert [(one.letter, one.code) for one in hall.now.wall] == [("A", "aa2"), ("B", "aa1"), ("C", "bb1")]
    page = hall.client.get(hall.at).text
    for words in (
        "Standard words of aa2 for person.",
        "Easy words of aa2 for person.",
        "nearly no one agreed",
    ):
        assert words in page
    assert "Staff: about" not in page.partition("What could be better")[0]
    assert "first what we can be surest of in what people who draw on support said" in page


def test_too_few_voices_leave_an_empty_wall_that_people_fill(
    lead: FlaskClient, store: Store, world: World
) -> None:
    answer(store, world.round_id, Voice.PERSON, [(2, 3, 2)] * 4)
    close_round(store, world.round_id)
    assert "Too few people answered to show anything" in lead.get(f"/rounds/{world.round_id}/choose").text
    at = lead.post(f"/rounds/{world.round_id}/choose").location
    assert "Too few people answered to show anything here." in lead.get(at).text
    screen = lead.get(f"{at}/screen").text
    assert "What goes well here?" in screen
    assert "What would you like to be better?" in lead.get(f"{at}/screen?show=wall").text
    lead.post(f"{at}/add", data={"words": "  Longer\r\n trips "})
    assert "Longer trips" in lead.get(at).text


def test_an_empty_wall_is_not_printed(lead: FlaskClient, store: Store, world: World) -> None:
    close_round(store, world.round_id)
    at = lead.post(f"/rounds/{world.round_id}/choose").location
    page = lead.get(f"{at}/dots.pdf")
    assert (page.status_code, "There is nothing on the wall yet." in page.text) == (400, True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Write what could be better, in a few words."),
        ("\0 \n", "Write what could be better, in a few words."),
        ("word " * 16, "at most 15 words"),
        ("x" * 5000, "at most 15 words and 120 letters"),
    ],
)
def test_what_cannot_stand_on_a_wall_is_said_and_kept(hall: Hall, words: str, sentence: str) -> None:
    page = hall.client.post(f"{hall.at}/add", data={"words": words})
    assert (page.status_code, sentence in page.text) == (422, True)
    assert words.strip("\0 \n") in page.text
    assert len(hall.now.wall) == 3


def test_the_group_s_own_words_stay_words(hall: Hall) -> None:
    hall.client.post(f"{hall.at}/add", data={"words": "<script>x</script> 🙂 \u202e"})
    hall.begin()
    for at in (hall.at, f"{hall.at}/screen?show=wall", f"/vote/{hall.now.code}"):
        page = hall.client.get(at).text
        assert "&lt;script&gt;x" in page
        assert "<script>x" not in page


def test_the_same_words_twice_are_one_and_eight_are_enough(hall: Hall) -> None:
    hall.add("Trips", "TRIPS", "Music", "Food", "Visits", "Talks")
    assert [one.letter for one in hall.now.wall] == list("ABCDEFGH")
    with pytest.raises(RefusalError, match="The wall is full"):
        hall.add("Gardens")
    page = hall.client.post(f"{hall.at}/add", data={"words": "Gardens"})
    assert page.status_code == 422
    assert "The wall is full: 8 can be read from the back of a room. Take one off first." in page.text
    assert 'value="Gardens"' in page.text  # it is there for when there is room
    assert hall.client.post(f"{hall.at}/add", data={"words": "music"}).status_code == 302


def test_what_is_taken_off_is_kept_and_comes_back_where_it_stood(hall: Hall) -> None:
    first = hall.now.wall[0]
    for _ in range(2):  # pressed twice
        hall.client.post(f"{hall.at}/take", data={"candidate": first.id, "go": "off"})
    assert [(one.letter, one.code) for one in hall.now.wall] == [("A", "aa1"), ("B", "bb1")]
    assert [one.code for one in hall.now.off] == ["aa2"]
    assert "Taken off the wall" in hall.client.get(hall.at).text
    hall.client.post(f"{hall.at}/take", data={"candidate": first.id, "go": "back"})
    assert [one.code for one in hall.now.wall] == ["aa2", "aa1", "bb1"]


def test_what_is_not_on_this_wall_is_refused(hall: Hall) -> None:
    page = hall.client.post(f"{hall.at}/take", data={"candidate": "0" * 32})
    assert (page.status_code, "That is not on this wall." in page.text) == (400, True)


@pytest.mark.parametrize("dots", ["", "0", "6", "x", "²", "1" * 99])
def test_how_many_dots_is_one_of_those_on_offer(hall: Hall, dots: str) -> None:
    assert hall.client.post(f"{hall.at}/dots", data={"dots": dots}).status_code == 400
    assert hall.now.stage is Stage.WALL


def test_dots_must_leave_something_to_choose(hall: Hall) -> None:
    page = hall.client.post(f"{hall.at}/dots", data={"dots": "3"})
    assert (page.status_code, "more on the wall than each person has dots" in page.text) == (422, True)
    assert "Begin the dots" in page.text
    assert hall.client.post(f"{hall.at}/dots", data={"dots": "2"}).status_code == 302
    assert (hall.now.stage, hall.now.most_dots, hall.now.turn) == (Stage.DOTS, 2, 1)


def test_a_page_that_was_left_behind_changes_nothing(hall: Hall) -> None:
    hall.begin()
    sent = {"words": "Trips", "candidate": hall.now.ids[0], "dots": "2"}
    for at in ("add", "take", "dots"):
        page = hall.client.post(f"{hall.at}/{at}", data=sent)
        assert (page.status_code, "Somebody has gone on meanwhile." in page.text) == (409, True)
    assert len(hall.now.wall) == 3
    hall.counted()
    assert hall.client.post(f"{hall.at}/count").status_code == 409


def test_back_to_the_wall_takes_every_dot_away_once_the_name_is_typed(hall: Hall) -> None:
    hall.begin()
    for _ in range(6):
        hall.vote("people", "A")
    wrong = hall.client.post(f"{hall.at}/again", data={"name": "Oak House"})
    assert wrong.status_code == 422
    assert "Type the name of the service to go on: Rose House" in wrong.text
    assert rows(hall.store, SpentPage) == 6
    assert hall.client.post(f"{hall.at}/again", data={"name": " rose  house"}).status_code == 302
    assert hall.now.stage is Stage.WALL
    assert (rows(hall.store, Dots), rows(hall.store, Voters), rows(hall.store, SpentPage)) == (0, 0, 0)
    hall.begin()
    assert (hall.now.turn, hall.kept.people()) == (2, 0)


def test_that_pages_were_sent_is_forgotten_with_the_count(hall: Hall) -> None:
    hall.begin()
    hall.vote("people", "A")
    assert rows(hall.store, SpentPage) == 1
    hall.counted()
    assert rows(hall.store, SpentPage) == 0


def test_a_meeting_is_deleted_with_all_that_is_in_it(hall: Hall) -> None:
    hall.begin()
    hall.vote("people", "A")
    hall.counted()
    hall.agreed("Music", "Trips")
    assert hall.client.post(f"{hall.at}/delete", data={"name": "x"}).status_code == 422
    assert hall.client.post(f"{hall.at}/delete", data={"name": "Rose House"}).status_code == 302
    for kind in (Meeting, Candidate, Dots, Voters, SpentPage):
        assert rows(hall.store, kind) == 0
    assert hall.client.get(hall.at).status_code == 404


def test_every_change_of_a_named_person_is_in_the_record_and_no_dot(hall: Hall) -> None:
    own = "Longer trips"
    hall.client.post(f"{hall.at}/add", data={"words": own})
    hall.client.post(f"{hall.at}/dots", data={"dots": "2"})
    hall.vote("staff", "A")
    hall.client.post(f"{hall.at}/hands", data=hall.hands(Side.PEOPLE, 6, 3, 3))
    hall.client.post(f"{hall.at}/count")
    with hall.store.reading() as session:
        deeds = [(row.what, row.about) for row in session.scalars(select(Deed).order_by(Deed.number))]
    assert deeds[-4:] == [
        ("put something on the wall", f"Rose House: {own}"),
        ("began the dots", "Rose House: 2 each"),
        ("typed in a show of hands", "Rose House"),
        ("counted the dots", "Rose House"),
    ]


def test_two_managers_who_count_at_once_count_once(hall: Hall) -> None:
    hall.begin()
    hall.counted()
    with pytest.raises(ConflictError):
        hall.counted()


def test_another_meeting_may_follow_one_that_agreed(hall: Hall) -> None:
    hall.begin()
    hall.counted()
    hall.agreed("Music", "Trips")
    second = operations.begin(hall.store, hall.world.round_id, clock.today())
    assert second != hall.id
    found = queries.meetings_after(hall.store, hall.world.round_id)
    assert [one.id for one in found] == [second, hall.id]
