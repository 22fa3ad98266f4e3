"""From a code to the first question."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.db import Store
from mir.respond.offered import LONGEST_COMMENT
from mir.respond.sealing import close_round
from mir.rounds.models import Round
from mir.rounds.operations import make_codes
from scoring.protection.disclosure import Thresholds
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in


def test_a_code_may_be_typed_small_and_with_gaps(somebody: Somebody, person_code: str) -> None:
    somebody.get("/")
    typed = f" {person_code[:4].lower()} - {person_code[4:].lower()} "
    page = somebody.post("/start", code=typed)
    assert somebody.path == f"/a/{person_code}"
    assert "Rose House" in page.words["h1"]


@pytest.mark.parametrize("typed", ["", "ABCD 2345", "my <b>code</b>", "x" * 500, "\x00"])
def test_an_unknown_code_is_kept_with_a_plain_sentence(somebody: Somebody, typed: str) -> None:
    page = somebody.post("/start", code=typed)
    assert page.status == 422
    assert page.words["title"].startswith("Error: ")
    assert page.value("code") == typed.strip("\x00")[:40]
    assert next(page.all("a", href="#code"))


def test_a_form_without_a_code_field_is_an_empty_code(somebody: Somebody) -> None:
    assert somebody.post("/start").status == 422


def test_too_many_tries_are_asked_to_wait(somebody: Somebody) -> None:
    statuses = [somebody.post("/start", code="ABCD 2345").status for _ in range(21)]
    assert statuses == [422] * 20 + [429]


@pytest.mark.parametrize("path", ["/a/ABCD2345", "/a/%F0%9F%8D%B0", "/a/" + "x" * 2000])
def test_the_address_of_an_unknown_code_says_so(somebody: Somebody, path: str) -> None:
    page = somebody.get(path)
    assert page.status == 404
    assert "We do not know that code" in page.text


def test_opening_pages_changes_nothing(somebody: Somebody, person_code: str, store: Store) -> None:
    for path in (f"/a/{person_code}", "/answer/help", "/answer/question/aa1", "/answer/check", "/thanks"):
        somebody.get(path)
    assert drafts_in(store) == []


def test_the_welcome_says_whose_survey_it_is_and_what_is_kept(somebody: Somebody, person_code: str) -> None:
    page = somebody.get(f"/a/{person_code}")
    for words in (
        "Hazel Care",
        "Rose House",
        "There are 3 questions. It takes about 5 minutes.",
        "You do not have to do this",
        "We do not ask your name",
        "fewer than 5 people",
    ):
        assert words in page.text


def test_people_and_families_are_asked_about_help(somebody: Somebody, world: World) -> None:
    for voice in (Voice.PERSON, Voice.FAMILY):
        somebody.begin(world.shared[voice])
        assert somebody.path == "/answer/help"


def test_staff_and_leaders_are_not_asked_about_help(somebody: Somebody, world: World, store: Store) -> None:
    for voice in (Voice.STAFF, Voice.LEADER):
        somebody.begin(world.shared[voice])
        assert somebody.path == "/answer/question/aa1"
    assert {draft.help for draft in drafts_in(store)} == {"none"}


def test_help_and_whose_it_is_are_kept(somebody: Somebody, person_code: str, store: Store) -> None:
    somebody.begin(person_code)
    somebody.press("next", help="wrote_for_me", helper="independent")
    assert somebody.path == "/answer/question/aa1"
    draft = drafts_in(store)[0]
    assert (draft.help, draft.helper) == ("wrote_for_me", "independent")


def test_somebody_may_keep_back_who_helps(somebody: Somebody, person_code: str, store: Store) -> None:
    somebody.begin(person_code)
    somebody.press("next", help="read_to_me", helper="unknown")
    draft = drafts_in(store)[0]
    assert (draft.help, draft.helper) == ("read_to_me", None)


def test_a_helper_without_help_is_left_out(somebody: Somebody, person_code: str, store: Store) -> None:
    somebody.begin(person_code)
    somebody.press("next", help="none", helper="staff")
    assert drafts_in(store)[0].helper is None


@pytest.mark.parametrize(("fields", "field"), [({}, "help"), ({"help": "read_to_me"}, "helper")])
def test_a_missing_answer_about_help_is_asked_for_kindly(
    somebody: Somebody, person_code: str, fields: dict[str, str], field: str
) -> None:
    somebody.begin(person_code)
    page = somebody.press("next", **fields)
    assert page.status == 422
    assert next(page.all("a", href=f"#{field}"))
    assert page.chosen("help") == fields.get("help")


def test_help_that_is_not_on_offer_is_refused(somebody: Somebody, person_code: str, store: Store) -> None:
    somebody.begin(person_code)
    assert somebody.press("next", help="by_magic").status == 400
    assert somebody.get("/answer/help").status == 200
    assert drafts_in(store)[0].help == "none"


def test_a_presentation_that_is_not_on_offer_is_refused(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    assert somebody.post(f"/a/{person_code}", presentation="morse").status == 400
    assert somebody.post(f"/a/{person_code}").status == 400
    assert drafts_in(store) == []


def test_a_code_that_was_used_says_so(somebody: Somebody, world: World, store: Store) -> None:
    (code,) = make_codes(store, world.round_id, Voice.PERSON, 1)
    somebody.begin_answering(code)
    somebody.press("next", "agree")
    assert somebody.send().status == 200
    page = somebody.get(f"/a/{code}")
    assert (page.status, page.words["h1"]) == (410, "This code has been used")
    assert somebody.begin(code).status == 410


def test_a_closed_survey_says_so(somebody: Somebody, world: World, store: Store, person_code: str) -> None:
    close_round(store, world.round_id)
    page = somebody.get(f"/a/{person_code}")
    assert (page.status, page.words["h1"]) == (410, "This survey has closed")
    assert somebody.begin(person_code).status == 410


def test_a_survey_that_has_not_begun_says_when_it_opens(
    somebody: Somebody, world: World, store: Store, person_code: str
) -> None:
    opens = clock.today() + timedelta(days=2)
    with store.writing() as session:
        round_ = session.get_one(Round, world.round_id)
        round_.opens_on, round_.closes_on = opens, opens
    page = somebody.get(f"/a/{person_code}")
    assert page.status == 403
    assert f"It opens on {opens.day} " in page.text


def test_a_forged_form_is_refused(somebody: Somebody, person_code: str, store: Store) -> None:
    somebody.client.application.config["WTF_CSRF_ENABLED"] = True
    assert somebody.begin(person_code).status == 400
    assert drafts_in(store) == []
    token = somebody.get(f"/a/{person_code}").value("csrf_token")
    assert somebody.post(f"/a/{person_code}", presentation="standard", csrf_token=token).status == 200
    for path in (
        "/answer/help",
        "/answer/question/aa1",
        "/answer/send",
        f"/a/{person_code}/carry-on",
        "/start",
    ):
        assert somebody.post(path, help="none", answer="agree", go="next").status == 400


def test_a_page_that_is_far_too_long_is_refused_plainly(somebody: Somebody, person_code: str) -> None:
    somebody.begin_answering(person_code)
    page = somebody.press("next", "agree", comment="x" * 100 * LONGEST_COMMENT)
    assert page.status == 413
    assert "too long" in page.text


def test_every_page_keeps_out_of_caches_and_referrers(client: FlaskClient, person_code: str) -> None:
    headers = client.get(f"/a/{person_code}").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert policy.endswith("script-src 'self'")  # ours alone, and nothing inside the page


def test_the_least_group_that_is_promised_is_the_gates_own(client: FlaskClient, world: World) -> None:
    page = client.get(f"/a/{world.shared[Voice.PERSON]}").text
    assert f"fewer than {Thresholds().nothing_below} people" in page
