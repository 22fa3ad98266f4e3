"""Who may write a return and who may read one."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from mir.providers.models import Kind, Role
from mir.providers.operations import add_member, add_organisation, add_service
from tests.conftest import World
from tests.mir.returns.conftest import EVIDENCE, LINE, Desk

READS = ("", "/whole", "/beside", "/information", "/information.txt")


def somebody(
    app: Flask, store: Store, organisation_id: str, role: Role, services: tuple[str, ...] | None = None
) -> FlaskClient:
    """A browser in which somebody in this role has signed in."""
    account_id = add_account(store, f"{role}.{organisation_id}@example.net", "Some Body")
    add_member(store, account_id, organisation_id, role, services)
    client = app.test_client()
    client.post(f"/sign-in/{make_sign_in_link(store, account_id, clock.now())}")
    return client


def test_a_manager_of_the_service_writes_it_by_their_own_name(app: Flask, store: Store, desk: Desk) -> None:
    manager = somebody(
        app, store, desk.world.organisation_id, Role.MANAGER, services=(desk.world.service_id,)
    )
    sent = manager.post(f"{desk.at}/lines/{LINE}", data={"version": "0", "view": "2", "what": "We do."})
    assert sent.status_code == 302
    assert (desk.now.answer(LINE).what, desk.now.answer(LINE).by) == ("We do.", "Some Body")


def test_a_manager_of_another_service_finds_nothing(app: Flask, store: Store, desk: Desk) -> None:
    other = add_service(store, desk.world.organisation_id, "Oak House", Kind.CARE_HOME)
    manager = somebody(app, store, desk.world.organisation_id, Role.MANAGER, services=(other,))
    for where in (*READS, f"/lines/{LINE}"):
        assert manager.get(f"{desk.at}{where}").status_code == 404
    assert manager.post(f"{desk.at}/lines/{LINE}", data={"what": "Mine."}).status_code == 404
    page = manager.get("/returns").text
    assert "Oak House" in page
    assert "Rose House" not in page


def test_the_board_reads_a_return_when_it_is_finished_and_writes_nothing(
    app: Flask, store: Store, desk: Desk
) -> None:
    desk.sends({"view": "3", "what": "We talk.", **EVIDENCE}, ("a.txt", b"abc"))
    board = somebody(app, store, desk.world.organisation_id, Role.BOARD)
    file = f"/files/{desk.now.pieces[0].id}"
    for where in (*READS, file):
        early = board.get(f"{desk.at}{where}")
        assert early.status_code == 403
        assert "This return is still being written." in early.text
    assert "Nothing is finished yet." in board.get("/returns").text
    desk.client.post(f"{desk.at}/finish", data={"finished": "yes"})
    for where in (*READS, file):
        assert board.get(f"{desk.at}{where}").status_code == 200
    assert "Open it again" not in board.get(desk.at).text
    assert f"/lines/{LINE}" not in board.get(desk.at).text
    for where in (f"/lines/{LINE}", "/finish"):
        assert board.post(f"{desk.at}{where}", data={"finished": "no"}).status_code == 403
    assert desk.now.card.finished_on is not None


@pytest.mark.parametrize("role", [Role.SUPPORTER, Role.COMMISSIONER])
def test_supporters_and_commissioners_read_none(app: Flask, store: Store, desk: Desk, role: Role) -> None:
    desk.client.post(f"{desk.at}/finish", data={"finished": "yes"})
    somebody_else = somebody(app, store, desk.world.organisation_id, role)
    for where in READS:
        assert somebody_else.get(f"{desk.at}{where}").status_code == 403
    assert somebody_else.get("/returns").status_code == 403
    assert "Leaders’ return" not in somebody_else.get("/desk").text


def test_another_organisation_finds_what_is_not_there(
    app: Flask, store: Store, desk: Desk, world: World
) -> None:
    desk.sends(EVIDENCE, ("a.txt", b"abc"))
    stranger = somebody(app, store, add_organisation(store, "Other Care"), Role.LEAD)
    for where in (*READS, f"/lines/{LINE}", f"/files/{desk.now.pieces[0].id}"):
        theirs, nothing = stranger.get(f"{desk.at}{where}"), stranger.get(f"/returns/{'0' * 32}{where}")
        assert (theirs.status_code, theirs.text) == (404, nothing.text)
    assert stranger.post(f"/services/{world.service_id}/returns/new").status_code == 404
    assert "Rose House" not in stranger.get("/returns").text
