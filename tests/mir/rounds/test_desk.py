"""The desk shows an account its own services, and only what its role is due."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from mir.errors import RefusalError
from mir.providers.models import Kind, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.respond.sealing import close_round
from mir.rounds.codes import is_code
from mir.rounds.operations import NewRound, make_codes, open_round
from surveys.edition import Edition
from surveys.framework import Voice
from tests.conftest import World


def sign_in(client: FlaskClient, store: Store, account_id: str) -> None:
    secret = make_sign_in_link(store, account_id, clock.now())
    assert client.post(f"/sign-in/{secret}").status_code == 302


def test_a_stranger_is_asked_to_sign_in(client: FlaskClient, world: World) -> None:
    for path in ("/desk", f"/rounds/{world.round_id}", f"/rounds/{world.round_id}/close"):
        answer = client.get(path)
        assert answer.status_code == 302
        assert "/sign-in" in answer.location


def test_the_desk_lists_the_leads_services(lead: FlaskClient) -> None:
    page = lead.get("/desk").text
    assert "Rose House" in page
    assert "Taking answers" in page


def test_a_sign_in_link_works_once_and_opening_it_uses_nothing_up(
    client: FlaskClient, store: Store, world: World
) -> None:
    secret = make_sign_in_link(store, world.lead_id, clock.now())
    for _ in range(3):  # a mail scanner may look as often as it likes
        assert client.get(f"/sign-in/{secret}").status_code == 200
    assert client.post(f"/sign-in/{secret}").status_code == 302
    used = client.post(f"/sign-in/{secret}")
    assert used.status_code == 410
    assert "has been used or is too old" in used.text


def test_an_old_sign_in_link_no_longer_works(client: FlaskClient, store: Store, world: World) -> None:
    secret = make_sign_in_link(store, world.lead_id, clock.now() - timedelta(days=3))
    assert client.post(f"/sign-in/{secret}").status_code == 410


def test_the_rounds_of_another_organisation_are_as_if_they_were_not_there(
    client: FlaskClient, store: Store, world: World
) -> None:
    stranger = add_account(store, "other@example.org", "Olu Other")
    add_member(store, stranger, add_organisation(store, "Rowan Support"), Role.LEAD)
    sign_in(client, store, stranger)
    assert "Rose House" not in client.get("/desk").text
    paths = ("", "/close", "/results", "/scorecard.pdf", f"/qr/{world.shared[Voice.PERSON]}.svg")
    for path in paths:
        theirs = client.get(f"/rounds/{world.round_id}{path}")
        nowhere = client.get(f"/rounds/{'0' * 32}{path}")
        assert (theirs.status_code, theirs.text) == (nowhere.status_code, nowhere.text)
        assert theirs.status_code == 404
    assert client.post(f"/rounds/{world.round_id}/close").status_code == 404


def test_a_manager_sees_the_codes_and_a_board_member_does_not(
    client: FlaskClient, store: Store, world: World
) -> None:
    for role, sees in ((Role.MANAGER, True), (Role.BOARD, False)):
        account_id = add_account(store, f"{role}@example.org", role)
        add_member(store, account_id, world.organisation_id, role)
        sign_in(client, store, account_id)
        page = client.get(f"/rounds/{world.round_id}").text
        code = world.shared[Voice.PERSON]
        assert (f"{code[:4]} {code[4:]}" in page) is sees
    assert client.post(f"/rounds/{world.round_id}/close").status_code == 403


def test_the_page_of_a_round_has_a_link_for_interviewers_of_people_and_families_only(
    lead: FlaskClient, world: World
) -> None:
    page = lead.get(f"/rounds/{world.round_id}").get_data(as_text=True)
    shown = {voice for voice, code in world.shared.items() if f"/interview/{code}" in page}
    assert shown == {Voice.PERSON, Voice.FAMILY}


def test_the_qr_picture_is_of_this_rounds_codes_only(lead: FlaskClient, world: World) -> None:
    picture = lead.get(f"/rounds/{world.round_id}/qr/{world.shared[Voice.STAFF]}.svg")
    assert picture.mimetype == "image/svg+xml"
    assert picture.data.startswith(b"<?xml")
    assert lead.get(f"/rounds/{world.round_id}/qr/22222222.svg").status_code == 404
    assert lead.get(f"/rounds/{world.round_id}/qr/nonsense.svg").status_code == 404


def test_closing_is_asked_once_more_and_cannot_be_undone(lead: FlaskClient, world: World) -> None:
    assert "never opened again" in lead.get(f"/rounds/{world.round_id}/close").text
    at, named = f"/rounds/{world.round_id}/close", {"name": " rose  HOUSE "}
    for wrong in ({}, {"name": ""}, {"name": "Oak House"}, {"name": "\u202e🌹" * 500}):
        unsure = lead.post(at, data=wrong)
        assert unsure.status_code == 422
        assert "Type the name of the service to close this round: Rose House" in unsure.text
        assert wrong.get("name", "") in unsure.text
    assert lead.post(at, data=named).location.endswith(f"/rounds/{world.round_id}/results")
    again = lead.post(at, data=named)
    assert again.status_code == 410
    assert "closed already" in again.text


def test_new_codes_are_single_and_sorted_and_only_for_an_open_round(store: Store, world: World) -> None:
    codes = make_codes(store, world.round_id, Voice.PERSON, 40)
    assert len(set(codes)) == 40
    assert all(is_code(code) for code in codes)
    assert list(codes) == sorted(codes)
    with pytest.raises(RefusalError, match="between 1 and"):
        make_codes(store, world.round_id, Voice.PERSON, 0)
    close_round(store, world.round_id)
    with pytest.raises(RefusalError, match="closed"):
        make_codes(store, world.round_id, Voice.PERSON, 1)


def test_a_round_that_ends_before_it_begins_and_a_second_service_of_a_name_are_refused(
    store: Store, world: World, edition: Edition
) -> None:
    today = clock.today()
    with pytest.raises(RefusalError, match="later closing date"):
        open_round(store, NewRound(world.service_id, edition, "Odd", today, today - timedelta(days=1)))
    with pytest.raises(RefusalError, match="already a service"):
        add_service(store, world.organisation_id, "Rose House", Kind.CARE_HOME)


def test_an_address_on_the_page_of_a_round_is_the_sites_own_whatever_a_browser_says(
    lead: FlaskClient, world: World
) -> None:
    # The page is printed and passed on; a forged name of the machine must not come to stand there.
    page = lead.get(f"/rounds/{world.round_id}", headers={"X-Forwarded-Host": "evil.example"}).text
    assert f">http://localhost/interview/{world.shared[Voice.PERSON]}</a>" in page
    cookie = lead.get_cookie("mir")
    assert cookie is not None
    lead.set_cookie("mir", cookie.value, domain="evil.example")
    page = lead.get(f"/rounds/{world.round_id}", base_url="http://evil.example").text
    assert f">http://localhost/interview/{world.shared[Voice.PERSON]}</a>" in page
    assert "evil" not in page
