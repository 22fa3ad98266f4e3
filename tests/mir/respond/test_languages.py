"""People answer in Welsh or Urdu, change the language on the way, and lose nothing."""

import html
import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.db import Store
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists
from surveys.edition import Edition, publish
from surveys.framework import Voice
from surveys.load import shipped_edition
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in
from tests.mir.respond.opened import Page
from tests.small import small_framework, small_survey
from tests.surveys.small_languages import overlay_of

WORDS = "اچھا ہے"


def opened(store: Store, world: World, edition: Edition) -> str:
    """The code of a person in a new round of this edition."""
    today = clock.today()
    new = NewRound(world.service_id, edition, "Autumn", today, today + timedelta(days=9))
    round_id = open_round(store, new)
    return next(codes.shared for codes in code_lists(store, round_id) if codes.voice is Voice.PERSON)


@pytest.fixture
def code(store: Store, world: World) -> str:
    return opened(store, world, shipped_edition("core", ("en", "cy", "ur")))


def page_is(page: Page, language: str, direction: str) -> None:
    assert next(page.all("html")) == {"lang": language, "dir": direction}


def sentences(page: Page) -> str:
    return html.unescape(page.text)


def test_the_welcome_offers_each_language_by_its_own_name(somebody: Somebody, code: str) -> None:
    page = somebody.get(f"/a/{code}")
    page_is(page, "en", "ltr")
    links = {one["lang"]: one for one in page.all("a") if "hreflang" in one}
    assert set(links) == {"cy", "ur"}
    assert links["ur"]["dir"] == "rtl"
    assert "Cymraeg</a>" in page.text
    assert "اردو</a>" in page.text
    assert 'lang="en" dir="ltr" aria-current="true">English</span>' in page.text


def test_a_draft_language_says_so_and_english_does_not(somebody: Somebody, code: str) -> None:
    assert "draft" not in somebody.get(f"/a/{code}").text
    welsh = sentences(somebody.get(f"/a/{code}?language=cy"))
    assert "Drafft yw’r fersiwn hon yn yr iaith: Cymraeg." in welsh
    assert "Mae 18 o gwestiynau. Mae’n cymryd tua 10 munud." in welsh


def test_who_reads_a_language_that_the_questions_are_not_in_is_told_so_in_it(
    somebody: Somebody, person_code: str
) -> None:
    page = somebody.get(f"/a/{person_code}?language=ur")
    page_is(page, "en", "ltr")
    told = "سوال ابھی اس زبان میں نہیں ہیں: اردو۔ وہ اس زبان میں ہیں: انگریزی۔"
    assert f'<span lang="ur" dir="rtl">{told}</span>' in sentences(page)
    assert "The questions are not in" not in somebody.get(f"/a/{person_code}?language=en").text


def test_somebody_answers_in_welsh_from_the_welcome_to_the_thanks(
    somebody: Somebody, code: str, store: Store
) -> None:
    somebody.post(f"/a/{code}", presentation="standard", language="cy")
    assert [draft.language for draft in drafts_in(store)] == ["cy"]
    page_is(somebody.page, "cy", "ltr")
    assert "Ydych chi eisiau cymryd rhan?" in sentences(somebody.page)
    somebody.press("yes")
    assert "A oes rhywun yn eich helpu" in sentences(somebody.page)
    page = somebody.press("next", help="none")
    assert page.words["h1"] == "Rwy’n treulio fy nyddiau yn gwneud pethau sy’n bwysig i mi."
    assert "Cwestiwn 1 o 18" in sentences(page)
    page = somebody.press("next")
    assert "Dewiswch un ateb, neu pwyswch Hepgor" in sentences(page)
    somebody.press("next", "agree")
    check = somebody.get("/answer/check")
    assert "Cytuno" in sentences(check)
    page = somebody.send()
    page_is(page, "cy", "ltr")
    assert "Mae eich atebion wedi’u hanfon." in sentences(page)
    months = "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
    assert re.search(rf"Mae’r arolwg ar agor tan \d+ ({months}) \d{{4}}\.", sentences(page))


def test_changing_the_language_midway_keeps_what_is_chosen_and_typed(
    somebody: Somebody, code: str, store: Store
) -> None:
    somebody.begin_answering(code)
    page = somebody.press("language-ur", "agree", comment=WORDS)
    page_is(page, "ur", "rtl")
    assert page.chosen() == "agree"
    assert WORDS in page.text
    assert page.words["h1"].startswith("میرے دن")
    (draft,) = drafts_in(store)
    assert (draft.language, draft.answers, draft.comments) == ("ur", {"wi1": "agree"}, {"wi1": WORDS})
    page = somebody.press("language-cy")
    page_is(page, "cy", "ltr")
    assert drafts_in(store)[0].answers == {"wi1": "agree"}


def test_the_language_can_be_changed_where_answers_are_checked_and_about_help(
    somebody: Somebody, code: str
) -> None:
    somebody.post(f"/a/{code}", presentation="easy_read", language="en")
    page_is(somebody.press("language-cy"), "cy", "ltr")
    assert somebody.path == "/answer/before"
    somebody.press("yes")
    page = somebody.press("language-ur", help="read_to_me")
    page_is(page, "ur", "rtl")
    assert page.chosen("help") == "read_to_me"
    check = somebody.get("/answer/check")
    page = somebody.post("/answer/send", of=check.value("of"), go="language-en")
    page_is(page, "en", "ltr")
    assert somebody.path == "/answer/check"


def test_a_language_that_is_not_on_offer_changes_nothing(somebody: Somebody, code: str, store: Store) -> None:
    somebody.begin_answering(code)
    page_is(somebody.press("language-pl"), "en", "ltr")
    page_is(somebody.press("language-"), "en", "ltr")
    assert drafts_in(store)[0].language == "en"
    page = somebody.post(f"/a/{code}", presentation="standard", language="pl")
    assert page.status == 400


@pytest.mark.parametrize(
    ("asked", "language"),
    [("cy", "cy"), ("ur-PK, en;q=0.5", "ur"), ("pl", "en"), ("cy-GB", "cy"), ("", "en")],
)
def test_the_browser_chooses_the_first_language_of_the_welcome_only(
    client: FlaskClient, code: str, asked: str, language: str
) -> None:
    headers = {"Accept-Language": asked}
    response = client.get(f"/a/{code}", headers=headers)
    assert f'<html lang="{language}"' in response.get_data(as_text=True)
    client.post(f"/a/{code}", data={"presentation": "standard", "language": "ur"})
    assert '<html lang="ur"' in client.get("/answer/before", headers=headers).get_data(as_text=True)


def test_opening_the_page_in_another_language_changes_no_draft(
    somebody: Somebody, code: str, store: Store
) -> None:
    somebody.begin_answering(code)
    before = drafts_in(store)[0].version
    page_is(somebody.get(f"/a/{code}?language=ur"), "ur", "rtl")
    page_is(somebody.get(f"/a/{code}/what-we-keep?language=cy"), "cy", "ltr")
    draft = drafts_in(store)[0]
    assert (draft.language, draft.version) == ("en", before)


def test_what_is_not_in_the_language_of_the_page_says_which_it_is_in(
    somebody: Somebody, store: Store, world: World
) -> None:
    framework, survey = small_framework(), small_survey()
    polish = survey.model_copy(update={"languages": ("en", "pl")})
    edition = publish(framework, polish, [overlay_of(framework, "pl"), overlay_of(survey, "pl")])
    code = opened(store, world, edition)
    welcome = somebody.get(f"/a/{code}?language=pl")
    page_is(welcome, "en", "ltr")  # the pages themselves speak no Polish
    assert "The questions are in Polish. The rest of these pages is not yet." in welcome.text
    somebody.post(f"/a/{code}", presentation="standard", language="pl")
    somebody.press("yes")
    page = somebody.press("next", help="none")
    page_is(page, "en", "ltr")
    assert '<h1><span lang="pl" dir="ltr">[pl] Standard words of aa1 for person.</span></h1>' in page.text
    assert '<span><span lang="pl" dir="ltr">[pl] Agree</span></span>' in page.text
    somebody.press("next", "agree")
    assert '<dt><span lang="pl" dir="ltr">[pl] Standard words of aa1' in somebody.get("/answer/check").text


def test_errors_speak_the_language_of_this_browser(client: FlaskClient, code: str) -> None:
    client.post(f"/a/{code}", data={"presentation": "standard", "language": "ur"})
    page = client.get("/nowhere").get_data(as_text=True)
    assert '<html lang="ur" dir="rtl">' in page
    assert "ہمیں وہ صفحہ نہیں مل رہا" in page
    assert '<html lang="cy"' in client.get("/a/ZZZZZZZZ?language=cy").get_data(as_text=True)
    assert '<html lang="en"' in client.get("/sign-in").get_data(as_text=True)  # the desk speaks English


def test_the_front_page_can_be_read_in_each_language_and_keeps_it(client: FlaskClient, code: str) -> None:
    page = html.unescape(client.get("/?language=cy").get_data(as_text=True))
    assert "I ddechrau, mae angen cod arnoch." in page
    wrong = client.post("/start?language=cy", data={"code": "nothing"})
    assert "Dydyn ni ddim yn adnabod y cod hwnnw." in html.unescape(wrong.get_data(as_text=True))
    found = client.post("/start?language=cy", data={"code": code})
    assert found.headers["Location"].endswith(f"/a/{code}?language=cy")


def test_hostile_words_in_a_language_stay_words(somebody: Somebody, store: Store, world: World) -> None:
    framework, survey = small_framework(), small_survey()
    welsh = overlay_of(framework)
    evil = "=cmd() <script>alert(1)</script>"
    entry = welsh.texts["aa1.person.standard"].model_copy(update={"text": evil})
    welsh = type(welsh)("cy", "small", "draft", {**welsh.texts, "aa1.person.standard": entry})
    edition = publish(
        framework, survey.model_copy(update={"languages": ("en", "cy")}), [welsh, overlay_of(survey)]
    )
    somebody.post(f"/a/{opened(store, world, edition)}", presentation="standard", language="cy")
    somebody.press("yes")
    page = somebody.press("next", help="none")
    assert page.words["h1"] == evil
    assert "<script>" not in page.text
