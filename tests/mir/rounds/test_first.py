"""What needs doing first stands first, and services are found by name."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from mir.providers.models import Kind, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.providers.queries import ServiceCard
from mir.providers.services import close
from mir.rounds.cards import Shelf
from mir.rounds.first import sought, todos
from mir.rounds.models import RoundState
from mir.rounds.queries import RoundCard
from tests.conftest import World

TODAY = date(2026, 6, 15)


def shelf(name: str, *rounds: tuple[int, int, RoundState], may: bool = True) -> Shelf:
    """A service with rounds from so many days ago to so many days ahead."""
    service = ServiceCard(name, name, Kind.CARE_HOME, "Hazel Care", "o", None)
    cards = [
        RoundCard(
            f"{name}{place}", "R", service, "h", TODAY + timedelta(first), TODAY + timedelta(last), state
        )
        for place, (first, last, state) in enumerate(rounds)
    ]
    split = (tuple(one for one in cards if one.is_open is state) for state in (True, False))
    opened, closed = split
    return Shelf(service, opened, closed, may, may, may)


OPEN, CLOSED = RoundState.OPEN, RoundState.CLOSED


def test_what_is_most_urgent_stands_first() -> None:
    shelves = (
        shelf("New"),
        shelf("Far", (-1, 20, OPEN)),
        shelf("Soon", (-20, 3, OPEN)),
        shelf("Late", (-30, -1, OPEN)),
        shelf("Done", (-60, -5, CLOSED)),
        shelf("Old", (-90, -31, CLOSED)),
        shelf("Next", (4, 30, OPEN)),
    )
    assert [one.words for one in todos(shelves, TODAY)] == [
        "Close Late, R",
        "See how it goes: Soon, R",
        "Read what people said: Done, R",
        "Get ready: Next, R",
        "See how it goes: Far, R",
        "Open a first round for New",
    ]


def test_nobody_is_asked_to_do_what_they_may_not() -> None:
    late, done = shelf("Late", (-30, -1, OPEN), may=False), shelf("Done", (-60, -5, CLOSED), may=False)
    shelves = (shelf("New", may=False), late, done)
    assert [one.words for one in todos(shelves, TODAY)] == ["See Late, R"]


@pytest.mark.parametrize(
    ("last", "words"), [(0, "Today is the last day."), (1, "1 day left."), (2, "2 days left.")]
)
def test_days_left_are_told(last: int, words: str) -> None:
    (one,) = todos((shelf("Rose", (-1, last, OPEN)),), TODAY)
    assert one.about == words


def test_a_service_is_found_by_any_part_of_its_name() -> None:
    shelves = (shelf("Rose House"), shelf("Oak House"))
    assert [one.service.name for one in sought(shelves, "HOUSE ro", every=False).shown] == ["Rose House"]
    assert sought(shelves, "", every=False).found == 2
    assert sought(shelves, "zebra", every=False).shown == ()


def test_the_desk_says_what_to_do_first_where_there_is_nothing(client: FlaskClient, store: Store) -> None:
    organisation_id = add_organisation(store, "Hazel Care")
    account_id = add_account(store, "lead@example.org", "Lee Lead")
    client.post(f"/sign-in/{make_sign_in_link(store, account_id, clock.now())}")
    assert "You do not belong to an organisation yet." in client.get("/desk").text
    add_member(store, account_id, organisation_id, Role.LEAD)
    service_id = add_service(store, organisation_id, "Rose House", Kind.CARE_HOME)
    page = client.get("/desk").text
    assert "Open a first round for Rose House" in page
    assert f'href="/services/{service_id}/open"' in page


def test_more_than_ten_services_can_be_searched(lead: FlaskClient, store: Store, world: World) -> None:
    assert 'id="find"' not in lead.get("/desk").text
    for number in range(10):
        add_service(store, world.organisation_id, f"Oak {number}", Kind.HOME_CARE)
    assert 'id="find"' in lead.get("/desk").text
    page = lead.get("/desk?find=rose").text
    assert "1 of 11 services." in page
    assert "Oak 3" not in page
    for odd in ("zebra", "🌹", "\u202e", "<b>" * 500, "%00"):
        assert lead.get("/desk", query_string={"find": odd}).status_code == 200
    assert "No service has “zebra” in its name." in lead.get("/desk?find=zebra").text


def test_of_very_many_services_the_first_fifty_are_shown_and_all_on_request(
    lead: FlaskClient, store: Store, world: World
) -> None:
    for number in range(51):
        add_service(store, world.organisation_id, f"Oak {number:02}", Kind.HOME_CARE)
    page = lead.get("/desk").text
    assert page.count('class="shelf"') == 50
    assert page.index(">Rose House</h2>") < page.index(">Oak 00</h2>")  # it has an open round
    assert "These are the first 50." in page
    assert 'href="/desk?every=yes">show all 52</a>' in page
    assert lead.get("/desk?every=yes").text.count('class="shelf"') == 52
    some = lead.get("/desk?find=oak").text
    assert some.count('class="shelf"') == 50
    assert "51 of 52 services." in some
    assert "These are the first" not in lead.get("/desk?find=rose").text


def test_nobody_is_led_to_open_a_round_of_a_closed_service(
    lead: FlaskClient, store: Store, world: World
) -> None:
    old = add_service(store, world.organisation_id, "Elm House", Kind.CARE_HOME)
    assert f'href="/services/{old}/open"' in lead.get("/desk").text
    close(store, old, clock.today())
    page = lead.get("/desk").text
    assert f'href="/services/{old}/open"' not in page
    assert "Closed: what people said stays." in page
    assert page.index("Rose House</h2>") < page.index("Elm House</h2>")
    for path in ("open", "open/core"):
        answer = lead.get(f"/services/{old}/{path}")
        assert (answer.status_code, "This service is closed" in answer.text) == (410, True)
