"""A return is written line by line, by name."""

import html5lib
import pytest
from flask.testing import FlaskClient

from mir.audit.queries import deeds
from mir.db import Store
from mir.providers.models import Kind
from mir.providers.operations import add_service
from mir.returns.models import Return
from tests.conftest import World
from tests.mir.returns.conftest import EVIDENCE, LINE, Desk, text_of


def test_a_line_is_kept_with_its_evidence_and_who_said_it(desk: Desk) -> None:
    desk.sends(
        {"view": "3", "what": "We talk.", "link": "https://example.org/log", "note": "Seen.", **EVIDENCE},
        ("Log.txt", b"what we learnt"),
    )
    answer, pieces = desk.now.answer(LINE), desk.now.evidence(LINE)
    assert (answer.view, answer.what, answer.version, answer.by) == ("3", "We talk.", 1, "Lee Lead")
    assert sorted((one.kind, one.words) for one in pieces) == [
        ("file", "Log.txt"),
        ("link", "https://example.org/log"),
        ("note", "Seen."),
    ]
    page = text_of(desk.reads(f"/lines/{LINE}"))
    assert "Last changed by Lee Lead," in page
    assert "File. Practice insight. From 31 March 2026. Added by Lee Lead," in page


def test_the_record_names_the_line_and_what_it_answers_in_words(desk: Desk) -> None:
    desk.sends({"view": "3"})
    written = deeds(desk.store, desk.world.organisation_id)[0]
    assert written.what == "wrote in a return: Learning culture"
    assert written.about == "Rose House, Quality statements of 2024, for providers"


def test_it_says_that_it_is_named_before_the_first_question(desk: Desk) -> None:
    page = text_of(desk.client.get(f"/services/{desk.world.service_id}/returns/new").text)
    assert page.index("This is not anonymous") < page.index("What do you want to answer against?")
    assert "Your name, Lee Lead, and the day stand beside everything you write." in page
    assert "This is not anonymous." in text_of(desk.reads(f"/lines/{LINE}"))


def test_a_return_begins_against_any_scheme(desk: Desk) -> None:
    at = f"/services/{desk.world.service_id}/returns/new"
    for scheme, lines in (("cqc-asc-draft-2026", 29), ("cqc-local-authority", 9), ("making-it-real", 7)):
        begun = desk.client.post(at, data={"scheme": scheme})
        assert begun.status_code == 302
        assert f"0 of {lines} answered." in text_of(desk.client.get(begun.location).text)
    assert desk.client.post(at, data={"scheme": "../etc"}).status_code == 422


def test_a_draft_framework_is_judged_by_key_question_and_its_lines_are_told(
    lead: FlaskClient, store: Store, world: World
) -> None:
    desk = Desk(lead, store, world, "cqc-asc-draft-2026")
    line = desk.reads("/lines/safe_staffing")
    assert 'name="view"' not in line
    desk.sends({"view": "good", "what": "We do."}, line="safe_staffing")
    assert desk.now.answer("safe_staffing").view == ""
    desk.sends({"view": "good", "what": "Because."}, line="safe")
    assert desk.now.answer("safe").view == "good"


def test_nothing_wrong_is_kept_and_everything_typed_stays_on_the_page(desk: Desk) -> None:
    page = desk.sends(
        {
            "view": "2",
            "what": "We <b>do</b>.",
            "link": "javascript:alert(1)",
            "about": "x\"'>",
            "dated": "soon",
        },
        ("a.pdf", b"MZ"),
        status=422,
    )
    for sentence in (
        "Write the whole address, beginning with https:// or http://.",
        "“a.pdf” is not a PDF inside",
        "Say from when the evidence is, such as 2026-03-31.",
        "Choose the window that the evidence came through.",
        "Choose the file again: a page cannot keep it.",
    ):
        assert sentence in page, sentence
    assert "We &lt;b&gt;do&lt;/b&gt;." in page
    assert 'value="javascript:alert(1)"' in page
    assert 'value="2" checked' in page
    assert (desk.now.answers, desk.now.pieces) == ({}, ())


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"about": "Minutes"}, "Add the link, the file or the note that this is about."),
        ({"note": "x", **EVIDENCE, "dated": "2031-01-01"}, "Choose a day from the year 2000 up to today."),
        ({"note": "x", **EVIDENCE, "dated": "1999-12-31"}, "Choose a day from the year 2000 up to today."),
        ({"note": "x", **EVIDENCE, "dated": "2026-02-30"}, "Say from when the evidence is"),
        ({"note": "x", **EVIDENCE, "window": "mine"}, "Choose the window"),
        ({"note": "x" * 4_001, **EVIDENCE}, "Make this shorter: at most 4,000 letters."),
        ({"what": "x" * 8_001}, "Make this shorter: at most 8,000 letters."),
        ({"link": "https://me:secret@example.org", **EVIDENCE}, "Write the whole address"),
        ({"link": "https://[x", **EVIDENCE}, "Write the whole address"),
    ],
)
def test_what_must_be_put_right_is_said(desk: Desk, fields: dict[str, str], sentence: str) -> None:
    assert sentence in desk.sends(fields, status=422)
    assert (desk.now.answers, desk.now.pieces) == ({}, ())


def test_strange_things_in_a_form_harm_nothing(desk: Desk) -> None:
    desk.sends({"view": "9", "go": "remove:", "what": "\x00\u202e🙂", "version": "0"}, status=404)
    assert (desk.now.answer(LINE).view, desk.now.answer(LINE).what) == ("", "\u202e🙂")
    desk.sends({"view": "4", "version": "9" * 40, "what": "🙂"}, status=409)
    desk.sends({"view": "4", "go": "elsewhere", "what": "🙂"})
    assert (desk.now.answer(LINE).view, desk.now.answer(LINE).what) == ("4", "🙂")
    desk.reads("/lines/nothing", status=404)


def test_two_windows_cannot_overwrite_each_other(desk: Desk) -> None:
    desk.sends({"view": "3", "what": "First."})
    page = desk.sends(
        {"version": "0", "view": "2", "what": "Second.", "note": "Seen.", **EVIDENCE}, status=409
    )
    said = text_of(page)
    assert "View 3: A good standard 2: Some shortfalls" in said
    assert "What we do First. Second." in said
    assert desk.now.answer(LINE).what == "First."
    assert [one.words for one in desk.now.evidence(LINE)] == ["Seen."], "evidence is kept either way"
    desk.sends({"view": "2", "what": "Second."})
    assert desk.now.answer(LINE).what == "Second."


def test_what_was_said_before_is_kept_and_can_be_said_again(desk: Desk) -> None:
    for what in ("First.", "Second.", "Second."):
        desk.sends({"view": "3", "what": what})
    assert desk.now.answer(LINE).version == 2
    assert "Version 1 3: A good standard First. Lee Lead," in text_of(desk.reads(f"/lines/{LINE}/earlier"))
    back = desk.client.post(f"{desk.at}/lines/{LINE}/earlier/1", data={"version": "2"})
    assert back.status_code == 302
    assert (desk.now.answer(LINE).what, desk.now.answer(LINE).version) == ("First.", 3)
    stale = desk.client.post(f"{desk.at}/lines/{LINE}/earlier/2", data={"version": "2"})
    assert stale.status_code == 409
    assert desk.client.post(f"{desk.at}/lines/{LINE}/earlier/77", data={"version": "3"}).status_code == 404


def test_a_finished_return_stands_still_until_it_is_opened_again(desk: Desk) -> None:
    desk.sends({"view": "3", "what": "First."})
    desk.client.post(f"{desk.at}/finish", data={"finished": "yes"})
    assert "Finished by Lee Lead on" in desk.reads()
    desk.sends({"view": "1", "what": "Changed."}, status=409)
    assert desk.now.answer(LINE).what == "First."
    assert desk.client.get(f"{desk.at}/lines/{LINE}").location.endswith(f"/whole#{LINE}")
    desk.client.post(f"{desk.at}/finish", data={"finished": "no"})
    desk.sends({"view": "1", "what": "Changed."})
    assert desk.now.answer(LINE).what == "Changed."


def test_how_far_it_is_stands_on_its_first_page(desk: Desk) -> None:
    desk.sends({"view": "3", "what": "We talk.", "note": "Seen.", **EVIDENCE})
    page = text_of(desk.reads())
    assert "1 of 34 answered. 1 of 34 have evidence, the newest from 31 March 2026." in page
    assert "Evidence came through 1 of 4 windows. Nothing yet through: a day in the life" in page
    assert "This is not a rating by the regulator, and it promises none." in page
    assert "Go on: Safe systems, pathways and transitions" in page
    for where in ("", "/whole", f"/lines/{LINE}", f"/lines/{LINE}/earlier", "/beside", "/information"):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        ids = [element.get("id") for element in parser.parse(desk.reads(where)).iter() if element.get("id")]
        assert len(ids) == len(set(ids)), where


def test_a_scheme_that_changed_is_said_and_one_that_went_does_not_break_the_list(
    desk: Desk, store: Store
) -> None:
    assert "has changed since this return was begun" not in desk.reads()
    for name, version in (("cqc-saf-2024", 99), ("cqc-saf-1999", 1)):
        with store.writing() as session:
            row = session.get_one(Return, desk.id)
            row.scheme, row.scheme_version = name, version
        if version != 1:
            assert "has changed since this return was begun" in desk.reads()
    assert "is no longer part of the site" in desk.reads(status=410)
    assert desk.client.get("/returns").status_code == 200


def test_a_return_in_which_nothing_stands_is_not_started_a_second_time(desk: Desk) -> None:
    at = f"/services/{desk.world.service_id}/returns/new"
    again = desk.client.post(at, data={"scheme": "cqc-saf-2024"})
    assert again.location == desk.at
    desk.sends({"view": "3", "what": "We talk."})
    other = desk.client.post(at, data={"scheme": "cqc-saf-2024"})
    assert other.location != desk.at
    assert desk.client.post(at, data={"scheme": "cqc-saf-2024"}).location == other.location


def test_of_many_services_those_with_a_return_come_first_and_others_are_found(desk: Desk) -> None:
    for number in range(51):
        add_service(desk.store, desk.world.organisation_id, f"Oak {number:02}", Kind.HOME_CARE)
    page = desk.client.get("/returns").text
    assert page.count('class="shelf"') == 50
    assert page.index(">Rose House</h2>") < page.index(">Oak 00</h2>")
    assert 'href="/returns?every=yes">show all 52</a>' in page
    some = desk.client.get("/returns?find=oak+07").text
    assert "1 of 52 services." in some
    assert some.count('class="shelf"') == 1
