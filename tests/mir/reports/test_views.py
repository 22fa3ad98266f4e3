"""Fetching the printed scorecard: printed in a process of its own, kept, and sent under a good name."""

import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from mir.db import Store
from mir.errors import RefusalError
from mir.reports import press as press_room
from mir.reports.board import BoardPaper
from mir.reports.press import Press, PrintingError
from mir.reports.views import file_name
from mir.respond.sealing import close_round
from mir.rounds.queries import round_card
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.reports import cards


@pytest.fixture
def closed(app: Flask, store: Store, world: World) -> Iterator[str]:
    """The address of the printed scorecard of a closed round."""
    close_round(store, world.round_id)
    yield f"/rounds/{world.round_id}/scorecard.pdf"
    if "mir_press" in app.extensions:
        app.extensions["mir_press"].close()


def test_a_report_is_printed_elsewhere_and_then_kept(lead: FlaskClient, closed: str, tmp_path: Path) -> None:
    first = lead.get(closed)
    assert first.status_code == 202
    assert first.headers["Refresh"] == "1"
    assert "Your report is being printed" in first.text
    assert f'href="{closed}"' in first.text
    until = time.monotonic() + 60
    while (found := lead.get(closed)).status_code == 202:
        assert time.monotonic() < until
        time.sleep(0.2)
    assert found.status_code == 200
    assert found.mimetype == "application/pdf"
    assert found.data.startswith(b"%PDF-1.7")
    assert found.headers["Cache-Control"] == "no-store"
    assert (
        "Rose%20House%20%E2%80%93%20Spring%20%E2%80%93%20scorecard.pdf"
        in found.headers["Content-Disposition"]
    )
    kept = list((tmp_path / "reports").iterdir())
    assert [len(path.stem) for path in kept] == [64]
    assert lead.head(closed).status_code == 200
    assert lead.post(closed).status_code == 405


def test_a_report_that_cannot_be_printed_gives_a_plain_page_and_may_be_tried_again(
    lead: FlaskClient, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: Future[None] = Future()
    failed.set_exception(OSError("no room for Rose House"))
    monkeypatch.setattr(Press, "_start", lambda *_: failed)
    assert lead.get(closed).status_code == 202
    found = lead.get(closed)
    assert found.status_code == 500
    assert "We could not print the report" in found.text
    assert "no room" not in found.text
    assert lead.get(closed).status_code == 202


def test_a_press_that_was_killed_is_set_up_anew(tmp_path: Path) -> None:
    press = Press(tmp_path)
    try:
        assert press.printed(BoardPaper(cards.small())) is None
        broken: Future[None] = Future()
        broken.set_exception(BrokenExecutor())
        press._printing = dict.fromkeys(press._printing, broken)  # noqa: SLF001 - as if its process was killed
        with pytest.raises(PrintingError):
            press.printed(BoardPaper(cards.small()))
        assert press.printed(BoardPaper(cards.small())) is None
    finally:
        press.close()


def test_another_scorecard_or_layout_gets_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press(tmp_path)
    monkeypatch.setattr(press, "_start", lambda _card, path: path.touch() or Future())
    names = set()
    for make in (cards.small, cards.small, cards.rich):
        press.printed(BoardPaper(make()))
    names = {path.name for path in tmp_path.iterdir()}
    assert len(names) == 2
    monkeypatch.setattr(press_room, "layout_version", lambda: "another")
    press.printed(BoardPaper(cards.small()))
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_name_is_safe_on_any_computer(store: Store, world: World) -> None:
    card = round_card(store, world.round_id)
    assert file_name(card) == "Rose House – Spring – scorecard.pdf"
    odd = replace(
        card, title='../Spring: "2026"\n?', service=replace(card.service, name="a/b\x00c" + "d" * 200)
    )
    assert file_name(odd) == "a b c" + "d" * 75 + " – .. Spring 2026 – scorecard.pdf"


def test_a_booklet_is_printed_elsewhere_with_what_was_chosen(
    app: Flask, lead: FlaskClient, world: World
) -> None:
    address = (
        f"/rounds/{world.round_id}/booklet.pdf?voice=staff&kind=easy-large&address=Hazel+Care%0D%0AAnytown"
    )
    try:
        first = lead.get(address)
        assert first.status_code == 202
        assert "Your booklet is being printed" in first.text
        assert address.replace("&", "&amp;") in first.text
        until = time.monotonic() + 60
        while (found := lead.get(address)).status_code == 202:
            assert time.monotonic() < until
            time.sleep(0.2)
    finally:
        app.extensions["mir_press"].close()
    assert found.status_code == 200
    assert "booklet%20%E2%80%93%20staff.pdf" in found.headers["Content-Disposition"]
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(found.data)).pages)
    code = world.shared[Voice.STAFF]
    assert f"{code[:4]} {code[4:]}" in text
    assert "Anytown" in text
    assert "staff · easy_read · en" in text


@pytest.mark.parametrize("wrong", ["kind=loud", "voice=partner", "voice=nobody", "language=cy"])
def test_a_booklet_that_is_not_on_offer_is_refused(lead: FlaskClient, world: World, wrong: str) -> None:
    name = wrong.partition("=")[0]
    kept = [one for one in ("voice=person", "kind=standard") if not one.startswith(name)]
    found = lead.get(f"/rounds/{world.round_id}/booklet.pdf?{'&'.join([*kept, wrong])}")
    assert found.status_code == 404


def test_a_refusal_of_the_printer_is_told_in_its_own_words(
    lead: FlaskClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: Future[None] = Future()
    failed.set_exception(RefusalError("This machine has no typeface with all the letters."))
    monkeypatch.setattr(Press, "_start", lambda *_: failed)
    address = f"/rounds/{world.round_id}/booklet.pdf?voice=person&kind=standard"
    assert lead.get(address).status_code == 202
    found = lead.get(address)
    assert found.status_code == 400
    assert "no typeface with all the letters" in found.text
