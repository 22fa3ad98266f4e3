"""Evidence lies encrypted, goes out only to be saved, and can be brought back for thirty days."""

import io
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from mir import clock
from mir.db import Store
from mir.returns import adding
from mir.returns.files import MEGABYTE
from mir.returns.models import Evidence, EvidenceFile
from tests.mir.returns.conftest import EVIDENCE, LINE, Desk
from tests.mir.returns.made_files import JPEG, PDF, png

HERE = f"/lines/{LINE}"


def files(store: Store) -> int:
    """How many files are kept."""
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(EvidenceFile)) or 0


def test_a_file_goes_out_to_be_saved_and_can_do_nothing_in_a_browser(desk: Desk) -> None:
    desk.sends(EVIDENCE, ("a %22b%22; x=\u202e<svg>.pdf", PDF))
    (piece,) = desk.now.evidence(LINE)
    found = desk.client.get(f"{desk.at}/files/{piece.id}")
    assert (found.status_code, found.data, found.mimetype) == (200, PDF, "application/pdf")
    assert found.headers["Content-Disposition"].startswith("attachment; filename")
    assert "\u202e" not in found.headers["Content-Disposition"]
    assert found.headers["X-Content-Type-Options"] == "nosniff"
    assert found.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert found.headers["Cache-Control"] == "no-store"
    assert "<svg>" not in desk.reads(HERE)


@pytest.mark.parametrize(("name", "content"), [("a.png", png()), ("a.jpg", JPEG), ("a.txt", "Dŵr".encode())])
def test_every_kind_comes_back_as_it_went_in(desk: Desk, name: str, content: bytes) -> None:
    desk.sends(EVIDENCE, (name, content))
    found = desk.client.get(f"{desk.at}/files/{desk.now.evidence(LINE)[0].id}")
    assert found.data == content
    assert found.headers["Content-Disposition"] == f"attachment; filename={name}"


def test_a_file_lies_encrypted(desk: Desk, store: Store) -> None:
    words = b"nobody reads this in the database"
    desk.sends(EVIDENCE, ("a.txt", words))
    with store.engine.connect() as connection:
        lies = connection.execute(text("SELECT content FROM return_files")).scalar_one()
    assert words not in bytes(lies)
    assert len(lies) == len(words) + 12 + 16


def test_a_file_of_another_return_is_not_there(desk: Desk, store: Store) -> None:
    desk.sends(EVIDENCE, ("a.pdf", PDF))
    other = Desk(desk.client, store, desk.world)
    assert desk.client.get(f"{other.at}/files/{desk.now.pieces[0].id}").status_code == 404
    desk.sends({"note": "Seen.", **EVIDENCE})
    note = next(one for one in desk.now.pieces if one.kind == "note")
    assert desk.client.get(f"{desk.at}/files/{note.id}").status_code == 404
    other.sends({"go": f"remove:{note.id}"}, status=404)
    assert len(desk.now.evidence(LINE)) == 2


def test_the_largest_file_is_kept_and_a_byte_more_is_not(desk: Desk, store: Store) -> None:
    desk.sends(EVIDENCE, ("a.txt", b"a" * (10 * MEGABYTE)))
    assert files(store) == 1
    page = desk.sends({"what": "We do.", **EVIDENCE}, ("b.txt", b"a" * (10 * MEGABYTE + 1)), status=422)
    assert "“b.txt” is larger than 10 MB. Make it smaller, or add a link to it." in page
    assert "We do." in page
    assert files(store) == 1


def test_more_than_a_page_may_hold_is_refused_before_it_is_read(desk: Desk, store: Store) -> None:
    page = desk.sends({"what": "We do.", **EVIDENCE}, ("b.txt", b"a" * (12 * MEGABYTE)), status=413)
    assert "A file can be 10 MB at most. Nothing of this page was kept." in page
    assert (files(store), desk.now.answers) == (0, {})


def test_only_this_page_takes_more_than_others_and_only_from_somebody_who_signed_in(
    app: Flask, desk: Desk
) -> None:
    big = {"note": "x", "file": (io.BytesIO(b"a" * 300_000), "a.txt")}
    assert desk.client.post(f"{desk.at}/finish", data=big).status_code in {302, 413}
    app.config["WTF_CSRF_ENABLED"] = True
    nobody = app.test_client()
    sent = {"file": (io.BytesIO(b"a" * 300_000), "a.txt")}
    assert nobody.post(f"{desk.at}{HERE}", data=sent).status_code == 413
    sent = {"file": (io.BytesIO(b"a" * 300_000), "a.txt")}
    assert desk.client.post(f"{desk.at}/finish", data=sent).status_code == 413


def test_a_return_holds_so_much_and_no_more(
    desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "MOST_OF_A_RETURN", 100)
    desk.sends({"note": "Mine.", **EVIDENCE}, ("a.txt", b"a" * 60))
    page = desk.sends({"what": "We do.", **EVIDENCE}, ("b.txt", b"b" * 41), status=422)
    assert "The files of this return would be more than" in page
    assert (files(store), desk.now.answer(LINE).what, len(desk.now.pieces)) == (1, "", 2)
    desk.sends(EVIDENCE, ("b.txt", b"b" * 40))
    assert files(store) == 2


def test_a_button_pressed_twice_adds_once(desk: Desk, store: Store) -> None:
    for _ in range(2):
        desk.sends({"note": "Seen.", **EVIDENCE}, ("a.txt", b"abc"))
    assert (files(store), len(desk.now.pieces)) == (1, 2)
    desk.sends(EVIDENCE, ("a.txt", b"abcd"))
    assert files(store) == 2


def test_evidence_can_be_brought_back_for_thirty_days_and_then_is_deleted(desk: Desk, store: Store) -> None:
    desk.sends(EVIDENCE, ("a.txt", b"abc"))
    piece = desk.now.evidence(LINE)[0].id
    desk.sends({"go": f"remove:{piece}", "what": "Typed meanwhile."})
    assert (desk.now.evidence(LINE), desk.now.answer(LINE).what) == ((), "Typed meanwhile.")
    today = clock.today()
    adding.forget_removed(store, today + timedelta(days=30))
    desk.sends({"go": f"back:{piece}"})
    assert len(desk.now.evidence(LINE)) == 1
    desk.sends({"go": f"remove:{piece}"})
    adding.forget_removed(store, today + timedelta(days=31))
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Evidence)) == 0
    assert files(store) == 0
    desk.sends({"go": f"back:{piece}"}, status=404)


def test_looking_at_the_list_deletes_what_is_due(desk: Desk, store: Store) -> None:
    desk.sends(EVIDENCE, ("a.txt", b"abc"))
    with store.writing() as session:
        session.scalars(select(Evidence)).one().removed_on = clock.today() - timedelta(days=31)
    assert desk.client.get("/returns").status_code == 200
    assert files(store) == 0
