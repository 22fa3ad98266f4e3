"""Letters about actions: to the colleague who was chosen, once a week at most, and only if wanted."""

from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.operations import add_account
from mir.actions.models import State
from mir.actions.operations import Hand, move_on
from mir.actions.reminding import remind_all, remind_of, reminded
from mir.config import Settings
from mir.errors import NotFoundError
from mir.mail.operations import send_waiting
from mir.mail.post import post_for
from mir.providers.models import Kind, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.providers.people import remove
from tests.mir.actions.conftest import House

DAY = timedelta(days=1)


def letters(house: House, settings: Settings) -> list[EmailMessage]:
    """Every letter so far."""
    send_waiting(house.store, post_for(settings), clock.now(), at_once=True)
    files = sorted((settings.home / "outbox").glob("*.eml"))
    return [message_from_bytes(one.read_bytes(), policy=policy.default) for one in files]


def colleague(house: House, role: Role, name: str = "Mo", services: tuple[str, ...] | None = None) -> str:
    account_id = add_account(house.store, f"{name.lower()}@example.org", name)
    add_member(house.store, account_id, house.world.organisation_id, role, services)
    return account_id


def test_who_looks_after_an_action_is_told_what_is_late_and_what_is_soon(
    house: House, settings: Settings
) -> None:
    today, now = clock.today(), clock.now()
    mo = colleague(house, Role.MANAGER)
    for due in (today - DAY, today + 14 * DAY, today + 15 * DAY):
        remind_of(house.store, house.action(due=due), mo)
    house.action(due=today - 2 * DAY)  # of this one nobody is reminded
    assert remind_all(house.store, settings, now) == 1
    (letter,) = letters(house, settings)
    assert (letter["To"], letter["Subject"]) == ("mo@example.org", "2 actions to look at, 1 late")
    text = letter.get_content()
    assert text.count("Rose House: A music evening") == 2
    assert "which has passed" in text
    assert "/account/letters" in text


def test_nobody_has_two_letters_within_a_week(house: House, settings: Settings) -> None:
    remind_of(house.store, house.action(due=clock.today()), house.world.lead_id)
    now = clock.now()
    went = [remind_all(house.store, settings, now + days * DAY) for days in (0, 0, 1, 6, 7, 8, 14)]
    assert went == [1, 0, 0, 0, 1, 0, 1]


@pytest.mark.parametrize("state", [State.DONE, State.STOPPED])
def test_of_what_is_done_or_stopped_nobody_is_reminded(
    house: House, settings: Settings, state: State
) -> None:
    action_id = house.action(due=clock.today() - DAY)
    remind_of(house.store, action_id, house.world.lead_id)
    move_on(house.store, action_id, state, "It is over.", Hand("Lee", clock.today()))
    assert remind_all(house.store, settings, clock.now()) == 0


def test_everybody_can_switch_their_own_letters_off_and_on(
    house: House, lead: FlaskClient, settings: Settings
) -> None:
    remind_of(house.store, house.action(due=clock.today()), house.world.lead_id)
    assert 'href="/account/letters"' in lead.get("/account").text
    assert "once a week at most" in lead.get("/account/letters").text
    page = lead.post("/account/letters", follow_redirects=True).text
    assert "No more letters about actions come." in page
    assert remind_all(house.store, settings, clock.now()) == 0
    lead.post("/account/letters", data={"wanted": "yes"})
    assert remind_all(house.store, settings, clock.now()) == 1


def test_only_a_colleague_who_works_for_the_service_can_be_chosen(house: House) -> None:
    elsewhere = add_service(house.store, house.world.organisation_id, "Oak House", Kind.CARE_HOME)
    other = add_account(house.store, "stranger@example.org", "Stranger")
    add_member(house.store, other, add_organisation(house.store, "Rowan"), Role.LEAD)
    action_id = house.action()
    page = house.client.get(f"/actions/{action_id}").text
    assert "Lee Lead</option>" in page
    wrong = (
        other,
        colleague(house, Role.BOARD, "Bea"),
        colleague(house, Role.MANAGER, "Olu", (elsewhere,)),
        "0" * 32,
        "🌹",
    )
    for account_id in wrong:
        with pytest.raises(NotFoundError):
            remind_of(house.store, action_id, account_id)
        sent = house.client.post(f"/actions/{action_id}/reminded", data={"colleague": account_id})
        assert sent.status_code == 404
    assert not any(f"{name}</option>" in page for name in ("Bea", "Olu", "Stranger"))
    at = f"/actions/{action_id}/reminded"
    house.client.post(at, data={"colleague": house.world.lead_id})
    assert reminded(house.store, action_id) == house.world.lead_id
    house.client.post(at, data={"colleague": ""})
    assert reminded(house.store, action_id) == ""


def test_who_left_gets_no_letter(house: House, settings: Settings) -> None:
    mo = colleague(house, Role.MANAGER)
    remind_of(house.store, house.action(due=clock.today()), mo)
    remove(house.store, house.world.organisation_id, mo)
    assert remind_all(house.store, settings, clock.now()) == 0


def test_an_action_starts_from_a_statement_with_its_measure_chosen(house: House) -> None:
    page = house.client.get(f"/rounds/{house.world.round_id}/results").text
    at = f"{house.at}/new?measure=aa1&amp;round={house.world.round_id}"
    assert f'href="{at}"' in page
    form = house.client.get(at.replace("&amp;", "&")).text
    assert '<option value="aa1" selected>' in form
