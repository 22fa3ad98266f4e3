"""Typing in a booklet: read as it was ticked, kept like any other answers, and counted once."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from mir.accounts.operations import add_account
from mir.db import Store
from mir.paper.models import KeyedPage, KeyedTwice
from mir.providers.models import Role
from mir.providers.operations import add_member, add_organisation
from mir.respond.models import Comment
from mir.respond.sealing import close_round
from mir.rounds.models import Code
from mir.rounds.operations import make_codes
from surveys.edition import Edition
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.paper.conftest import ALL, Desk
from tests.mir.respond.conftest import Somebody, drafts_in, sheets_in
from tests.mir.rounds.test_desk import sign_in


@pytest.fixture
def others(app: Flask) -> Iterator[Somebody]:
    """People who answer on screen, each in a browser of their own."""
    return (Somebody(app.test_client()) for _ in iter(int, 1))


def test_a_booklet_that_is_typed_in_waits_to_be_sealed_like_answers_on_screen(
    desk: Desk, store: Store
) -> None:
    page = desk.type_in(**ALL, **{"c-aa": "More of this.\r\nPlease."})
    assert page.status == 200
    assert "The booklet is saved." in page.text
    (draft,) = drafts_in(store)
    assert (draft.how, draft.sent, draft.voice) == ("paper", True, "person")
    assert (draft.presentation, draft.language) == ("standard", "en")
    assert (draft.help, draft.helper) == ("wrote_for_me", "family")
    assert draft.answers == {"aa1": "disagree_a_lot", "aa2": "agree_a_lot", "bb1": "does_not_apply"}
    assert draft.comments == {"aa1": "More of this.\nPlease."}


def test_the_same_ticks_give_the_same_sheet_on_paper_and_on_screen(
    desk: Desk, store: Store, world: World, others: Iterator[Somebody]
) -> None:
    for _ in range(3):
        desk.type_in(**ALL | {"help": "1", "helper": ""})
    for _ in range(2):
        somebody = next(others)
        somebody.begin_answering(world.shared[Voice.PERSON])
        for answer in ("disagree_a_lot", "agree_a_lot", "does_not_apply"):
            somebody.press("next", answer)
        somebody.send()
    close_round(store, world.round_id)
    sheets = sheets_in(store)
    assert sorted(sheet.how for sheet in sheets) == ["paper", "paper", "paper", "web", "web"]
    assert {(sheet.answers, sheet.help, sheet.presentation) for sheet in sheets} == {
        (bytes([1, 5, 254]), "none", "standard")
    }


def test_keys_that_do_not_fit_are_told_and_nothing_typed_is_lost(desk: Desk, store: Store) -> None:
    desk.open()
    page = desk.press(
        **{"a-aa1": "6", "a-aa2": "", "a-bb1": "3", "help": "2", "c-aa": "x" * 4001, "code": "ABCD"}
    )
    assert page.status == 422
    assert page.words["title"].startswith("Error: ")
    assert "Question 1: “6” is not one of its keys. Press one of: 1, 2, 3, 4, 5, 7, 8, 9, 0." in page.text
    assert "Question 2: press the key of the box that is ticked, or 0 for no tick." in page.text
    assert "Please make it 4,000 at most." in page.text
    assert "Check each letter and number." in page.text
    assert [page.value(name) for name in ("a-aa1", "a-bb1", "help", "code")] == ["6", "3", "2", "ABCD"]
    assert "x" * 4001 in page.text
    assert drafts_in(store) == []


def test_no_tick_and_two_ticks_are_no_answer_and_an_empty_booklet_is_not_saved(
    desk: Desk, store: Store
) -> None:
    blank = dict.fromkeys(("a-aa1", "a-aa2", "a-bb1", "help"), "0")
    desk.open()
    assert "There is nothing to save yet" in desk.press(**blank).text
    assert drafts_in(store) == []
    desk.type_in(**blank | {"a-aa1": "7", "a-aa2": "9", "helper": "2"})
    (draft,) = drafts_in(store)
    assert draft.answers == {"aa2": "prefer_not"}
    assert (draft.help, draft.helper) == ("none", None)


def test_pressing_twice_saves_once(desk: Desk, store: Store) -> None:
    first = desk.open()
    desk.press(**ALL, twice="")
    desk.page = first
    assert desk.press(**ALL, twice="").status == 200
    assert len(drafts_in(store)) == 1


def test_a_single_use_code_counts_a_person_once(desk: Desk, store: Store, world: World) -> None:
    code, other = make_codes(store, world.round_id, Voice.PERSON, 2)
    (staff,) = make_codes(store, world.round_id, Voice.STAFF, 1)
    desk.type_in(**ALL, code=f"{code[:4].lower()} {code[4:]}")
    with store.reading() as session:
        assert session.get_one(Code, code).used
        assert not session.get_one(Code, other).used
    page = desk.type_in(**ALL, code=code)
    assert page.status == 422
    assert "the answers of this person are in already" in page.text
    assert page.value("a-aa2") == "5"
    assert "We do not know that code for this group and round" in desk.type_in(**ALL, code=staff).text
    assert len(drafts_in(store)) == 1
    assert desk.type_in(**ALL, code=world.shared[Voice.PERSON]).status == 200
    assert len(drafts_in(store)) == 2


def test_the_tenth_booklet_is_typed_in_twice_and_only_counts_are_kept(
    desk: Desk, store: Store, world: World
) -> None:
    for _ in range(9):
        assert "checked" not in str(next(desk.open().all("input", id="twice")))
        desk.press(**ALL)
    page = desk.open()
    assert "It is a tenth one" in page.text
    page = desk.press(**ALL, **{"c-bb": "Kept words"})
    assert page.words["h1"] == "Type it in once more"
    assert page.value("a-aa1") == ""
    page = desk.press(**ALL | {"a-aa2": "4", "a-bb1": "0"})
    assert page.words["h1"] == "Which one is right?"
    assert "First 5, then 4." in page.text
    assert "First 8, then 0." in page.text
    assert [one["name"] for one in page.all("input") if one.get("maxlength")] == ["a-aa2", "a-bb1"]
    page = desk.press(**{"a-aa2": "4", "a-bb1": "8"})
    assert "Typed in twice: 5 answers, 2 differed." in page.text
    close_round(store, world.round_id)
    answers = sorted(sheet.answers for sheet in sheets_in(store))
    assert answers == [bytes([1, 4, 254]), *[bytes([1, 5, 254])] * 9]
    with store.reading() as session:
        (row,) = session.scalars(select(KeyedTwice))
        assert (row.compared, row.different) == (5, 2)
        assert [comment.text for comment in session.scalars(select(Comment))] == ["Kept words"]
        assert len(session.scalars(select(KeyedPage)).all()) == 10
    assert "Of 5 answers that were typed in twice, 2 differed (40.0%)." in desk.client.get(desk.address).text


def test_two_typings_that_agree_are_saved_at_once_and_a_changed_first_one_is_refused(
    desk: Desk, store: Store
) -> None:
    desk.open()
    desk.press(**ALL, twice="1")
    page = desk.press(**ALL | {"a-aa1": "x"})
    assert page.status == 422
    assert page.words["h1"] == "Type it in once more"
    assert "Typed in twice: 5 answers, 0 differed." in desk.press(**ALL).text
    desk.open()
    desk.press(**ALL, twice="1")
    assert desk.press(**ALL, **{"first-a-aa1": "nonsense"}).status == 400
    assert len(drafts_in(store)) == 1


def test_staff_are_not_asked_about_help_and_leaders_not_what_is_not_theirs(desk: Desk, store: Store) -> None:
    page = desk.open(voice="leader", presentation="easy_read")
    assert page.value("help") == ""
    assert not list(page.all("input", id="help"))
    assert not list(page.all("input", id="a-bb1"))
    desk.press(**{"a-aa1": "2", "a-aa2": "2", "a-bb1": "1", "twice": ""})
    (draft,) = drafts_in(store)
    assert draft.answers == {"aa1": "disagree", "aa2": "disagree"}


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ({"voice": "partner"}, 404),
        ({"voice": "nobody"}, 404),
        ({"presentation": "loud"}, 404),
        ({"language": "cy"}, 404),
        ({"edition": "ffff ffff"}, 404),
        ({"step": "third"}, 400),
    ],
)
def test_what_is_not_on_offer_is_refused_in_words(desk: Desk, kind: dict[str, str], status: int) -> None:
    desk.open()
    page = desk.open(**kind) if "edition" in kind else desk.press(**ALL, **kind)
    assert page.status == status
    assert "invalid" not in page.text.lower()


def test_the_foot_of_a_booklet_opens_its_page(desk: Desk, edition: Edition) -> None:
    page = desk.open(edition=f"{edition.hash[:4].upper()} {edition.hash[4:12]}")
    assert page.status == 200
    assert f"{edition.hash[:12]} · person · standard · en" in page.text


def test_only_the_page_for_typing_in_may_run_a_script_of_ours(desk: Desk) -> None:
    key = desk.client.get(f"{desk.address}/key", query_string=desk.kind)
    assert key.headers["Content-Security-Policy"].endswith("script-src 'self'")
    assert "script-src" not in desk.client.get(desk.address).headers["Content-Security-Policy"]


def test_paper_is_for_the_rounds_own_leads_and_managers_while_it_is_open(
    client: FlaskClient, desk: Desk, store: Store, world: World
) -> None:
    paths = (
        "/paper",
        "/paper/key?voice=person&presentation=standard",
        "/booklet.pdf?voice=person&kind=standard",
    )
    stranger = add_account(store, "other@example.org", "Olu Other")
    add_member(store, stranger, add_organisation(store, "Rowan Support"), Role.LEAD)
    board = add_account(store, "board@example.org", "Bo Board")
    add_member(store, board, world.organisation_id, Role.BOARD)
    for account, status in ((stranger, 404), (board, 403)):
        sign_in(client, store, account)
        for path in paths:
            assert client.get(f"/rounds/{world.round_id}{path}").status_code == status
        sent = client.post(f"/rounds/{world.round_id}/paper/key", data={**desk.kind, **ALL, "step": "first"})
        assert sent.status_code == status
    sign_in(client, store, world.lead_id)
    desk.open()
    close_round(store, world.round_id)
    assert "Destroy the paper now" in client.get(f"/rounds/{world.round_id}/paper").text
    assert desk.press(**ALL).status == 410
    for path in paths[1:]:
        assert client.get(f"/rounds/{world.round_id}{path}").status_code == 410
    assert drafts_in(store) == []
    assert sheets_in(store) == []


def test_what_is_typed_is_shown_again_as_text_and_too_much_or_a_forged_form_is_refused(
    app: Flask, desk: Desk, store: Store
) -> None:
    nasty = '"><script>alert(1)</script>\u202e\x00🙂'
    desk.open()
    page = desk.press(**ALL | {"a-aa1": nasty, "c-aa": nasty, "code": nasty})
    assert page.status == 422
    assert "<script>alert" not in page.text
    assert page.value("a-aa1").startswith('"><script>')
    assert (
        desk.client.post(f"{desk.address}/key", data={**desk.kind, "c-aa": "x" * 300_000}).status_code == 413
    )
    app.config["WTF_CSRF_ENABLED"] = True
    forged = desk.client.post(f"{desk.address}/key", data={**desk.kind, **ALL, "step": "first", "token": "t"})
    assert forged.status_code == 400
    assert "Please send that page again" in forged.text
    assert drafts_in(store) == []
