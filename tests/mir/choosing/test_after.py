"""What comes of an agreement: actions that keep it, and the pages and rounds that tell it."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from mir import clock
from mir.actions import queries as actions
from mir.actions.models import Action
from mir.reports.board import board_paper
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from tests.mir.choosing.conftest import Hall


def counted(hall: Hall) -> None:
    """Dots that are counted, though nobody put any."""
    hall.begin()
    hall.counted()


def action(hall: Hall, priority_id: str, **other: str) -> dict[str, str]:
    """An action as it is typed."""
    due = (clock.today() + timedelta(days=60)).isoformat()
    fields = {"round": hall.world.round_id, "what": "A trip each month", "owner": "Lee", "due": due}
    return fields | {"measure": "aa2", "priority": priority_id} | other


def later_round(hall: Hall) -> str:
    """A round a month later, closed."""
    first = clock.today() + timedelta(days=30)
    new = NewRound(hall.world.service_id, hall.edition, "Autumn", first, first + timedelta(days=20))
    round_id = open_round(hall.store, new)
    close_round(hall.store, round_id)
    return round_id


def test_an_action_is_started_from_a_priority_and_keeps_it(hall: Hall) -> None:
    counted(hall)
    hall.agreed("We choose the music.", "Trips")
    priority = hall.now.priorities[0]
    link = re.search(r'href="([^"]*actions/new[^"]*)"', hall.client.get(hall.at).text)
    assert link is not None
    form = hall.client.get(link.group(1).replace("&amp;", "&")).text
    assert "We choose the music." in form
    assert 'value="aa2" selected' in form
    at = f"/services/{hall.world.service_id}/actions"
    made = hall.client.post(f"{at}/new", data=action(hall, priority.id))
    assert "Chosen together</dt><dd>We choose the music." in hall.client.get(made.location).text
    assert actions.actions_for(hall.store, priority.id) == (
        (made.location.rpartition("/")[2], "A trip each month"),
    )
    assert "A trip each month" in hall.client.get(hall.at).text
    every = hall.client.get(at).text
    assert "1 action started." in every
    assert every.count("No action yet.") == 1
    start = re.findall(r'No action yet. <a href="([^"]*)">Start one', every)
    assert [f"priority={hall.now.priorities[1].id}" in one for one in start] == [True]
    assert "Trips" in hall.client.get(start[0].replace("&amp;", "&")).text
    for step in ("open-again", "delete"):
        page = hall.client.post(f"{hall.at}/{step}", data={"name": "Rose House"})
        assert (page.status_code, "An action has been started" in page.text) == (
            400,
            True,
        )
    assert [one.better for one in hall.now.priorities] == ["We choose the music.", "Trips"]


def test_changing_an_action_leaves_its_priority(hall: Hall) -> None:
    counted(hall)
    hall.agreed("Music", "Trips")
    priority = hall.now.priorities[0].id
    at = f"/services/{hall.world.service_id}/actions/new"
    made = hall.client.post(at, data=action(hall, priority)).location
    sent = hall.client.post(f"{made}/change", data=action(hall, "0" * 32, what="Two trips", version="1"))
    assert sent.status_code == 302
    with hall.store.reading() as session:
        row = session.scalars(select(Action)).one()
        assert (row.what, row.priority_id) == ("Two trips", priority)


@pytest.mark.parametrize("forged", ["0" * 32, "x" * 5000, "🙂"])
def test_an_action_cannot_claim_what_was_not_agreed(hall: Hall, forged: str) -> None:
    at = f"/services/{hall.world.service_id}/actions/new"
    assert hall.client.post(at, data=action(hall, forged)).status_code == 404
    assert actions.actions(hall.store, hall.world.service_id) == ()


def test_an_action_cannot_claim_a_priority_of_another_round(hall: Hall) -> None:
    counted(hall)
    hall.agreed("Music", "Trips")
    forged = action(hall, hall.now.priorities[0].id, round=later_round(hall))
    assert hall.client.post(f"/services/{hall.world.service_id}/actions/new", data=forged).status_code == 404


def test_the_results_of_the_same_and_of_the_next_round_say_what_was_chosen(hall: Hall) -> None:
    counted(hall)
    hall.agreed("We choose the music.", "Trips")
    same = hall.client.get(f"/rounds/{hall.world.round_id}/results").text
    assert "You chose together after this round:" in same
    assert "We choose the music." in same
    after = hall.client.get(f"/rounds/{later_round(hall)}/results").text
    assert "Last time you chose together:" in after
    assert "We choose the music." in after


def test_a_board_reads_on_paper_what_was_chosen_and_after_which_round(hall: Hall) -> None:
    counted(hall)
    assert board_paper(hall.store, hall.world.round_id).together is None
    hall.agreed("We choose the music.", "Trips " * 40)
    same = board_paper(hall.store, hall.world.round_id).together
    assert same is not None
    # Nine people and three staff are in the room. 24 trips and “ …” are 145 letters; one more is 151.
    assert same.better == ("We choose the music.", ("Trips " * 24).strip() + " …")
    assert "In the room: 9 people who draw on support, 3 staff and leaders." in same.room
    after = board_paper(hall.store, later_round(hall)).together
    assert after is not None
    assert after.heading == "What was chosen together last time, after Spring"
    assert after.better == same.better


def test_choosing_together_is_the_next_thing_to_do_until_it_is_done(hall: Hall) -> None:
    at = f"/rounds/{hall.world.round_id}/results"
    assert _filled(hall.client.get(at).text) == ["Choose together what to work on"]
    counted(hall)
    hall.agreed("We choose the music.", "Trips")
    assert _filled(hall.client.get(at).text) == ["Print for the board"]


def _filled(page: str) -> list[str]:
    return re.findall(r'<a class="button main"[^>]*>([^<]*)</a>', page)
