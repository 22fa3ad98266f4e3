"""Publishing freezes a survey with the note of who went through it, and a round can ask it."""

import pytest
from flask.testing import FlaskClient

from mir.authoring.making import shipped_survey
from mir.authoring.operations import start
from mir.authoring.queries import editions_of, latest
from mir.db import Store
from mir.rounds.models import StoredEdition
from mir.rounds.queries import edition
from surveys.framework import Presentation, Voice
from tests.conftest import World
from tests.mir.authoring.making import SCALE, TEXT, send

NOTE = {"people": "3", "way": "We read it aloud together.", "changed": "Two words are plainer."}


def test_an_edition_is_frozen_hashed_and_kept_with_its_note(
    lead: FlaskClient, store: Store, world: World, at: str
) -> None:
    send(lead, at, "/questions/new", SCALE)
    assert send(lead, at, "/publish", NOTE).status_code == 302
    (published,) = editions_of(store, world.organisation_id)
    assert (published.number, published.people, published.way) == (1, 3, "We read it aloud together.")
    found = edition(store, published.edition_hash)
    assert found.hash == published.edition_hash
    assert [one.code for one in found.questions] == ["how_is_the_food_here"]
    with store.reading() as session:
        assert session.get(StoredEdition, published.edition_hash) is not None
    page = lead.get(at).text
    assert "3 people with lived experience went through it." in page
    assert "What changed: Two words are plainer." in page


def test_the_note_is_asked_for_in_words(lead: FlaskClient, store: Store, world: World, at: str) -> None:
    page = send(lead, at, "/publish", {"people": "a few", "way": "", "changed": "x" * 2_001})
    assert page.status_code == 422
    for words in ("in digits, such as 3", "Say how they went through it.", "Make this shorter", "a few"):
        assert words in page.text
    assert editions_of(store, world.organisation_id) == ()


def test_a_faulty_survey_is_not_published_and_each_fault_leads_to_its_place(
    lead: FlaskClient, store: Store, world: World, at: str
) -> None:
    send(lead, at, "/questions/new", TEXT | {"show": "text", "show_text": "nobody == 1"})
    page = lead.get(f"{at}/publish").text
    assert "This cannot be published yet." in page
    assert f'href="{at}/questions/what_would_make_the"' in page
    assert send(lead, at, "/publish", NOTE).status_code == 400
    assert editions_of(store, world.organisation_id) == ()


def test_what_has_changed_since_the_last_edition_is_said_before_publishing(
    lead: FlaskClient, store: Store, world: World, at: str
) -> None:
    send(lead, at, "/publish", NOTE)
    assert "Nothing has changed since edition 1" in lead.get(f"{at}/publish").text
    assert send(lead, at, "/publish", NOTE).status_code == 400
    send(lead, at, "/statements", {"statement": ["wi1", "wi2", "ia1", "ia2", "ac1", "ac3", "fi1", "fi2"]})
    page = lead.get(f"{at}/publish").text
    assert "Cannot be compared with before" in page
    assert "“I feel safe in my day-to-day life.” is on one side only" in page
    send(lead, at, "/publish", NOTE)
    numbers = [one.number for one in editions_of(store, world.organisation_id)]
    assert numbers == [2, 1]
    found = latest(store, world.organisation_id, "core-2")
    assert found is not None
    assert found.number == 2
    assert latest(store, world.organisation_id, "core") is None


def test_a_survey_that_another_window_changed_is_not_published_unseen(lead: FlaskClient, at: str) -> None:
    send(lead, at, "/questions/new", SCALE)
    assert lead.post(f"{at}/publish", data=NOTE | {"version": "1"}).status_code == 409


@pytest.mark.parametrize("look", ["standard", "easy_read"])
def test_the_preview_is_the_page_people_will_see(lead: FlaskClient, at: str, look: str) -> None:
    send(lead, at, "/questions/new", SCALE)
    see = f"see_voice=person&see_look={look}&see_language=en"
    page = lead.get(f"{at}/preview/page?{see}&code=how_is_the_food_here")
    said = {"standard": ("How is the food here?", "Poor"), "easy_read": ("How is the food?", "Bad")}[look]
    assert all(words in page.text for words in said)
    assert "script-src" not in page.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    turned = lead.post(f"{at}/preview/page?{see}&code=how_is_the_food_here", data={"go": "back"})
    assert "code=wl3" in turned.location
    other = lead.post(f"{at}/preview/page?{see}&code=wl3", data={"go": "switch"})
    assert f"see_look={look}" not in other.location


def test_a_question_is_shown_as_it_is_typed_before_it_is_kept(lead: FlaskClient, at: str) -> None:
    typed = lead.post(f"{at}/preview/typed", data=SCALE | {"words-all-standard-en": "Is the food hot?"})
    assert "Is the food hot?" in typed.text
    missing = lead.post(f"{at}/preview/typed", data=SCALE | {"words-all-standard-en": ""})
    assert "Nothing to show yet. Write the question." in missing.text
    nobody = lead.post(f"{at}/preview/typed", data=SCALE | {"voice": ["staff"], "see_voice": "person"})
    assert "People who draw on support are not asked this question." in nobody.text


ABOUT = {
    "title-en": "Ours", "about-en": "About us.", "voices": ["person"],
    "presentations": ["standard", "easy_read"],
}  # fmt: skip
WELSH = {"languages": ["cy"], "title-cy": "Ein holiadur", "about-cy": "Amdanom ni."}


def test_an_edition_asks_the_statements_in_the_languages_of_the_survey(
    lead: FlaskClient, store: Store, world: World, at: str
) -> None:
    send(lead, at, "/about", ABOUT | WELSH)
    see = "see_voice=person&see_look=standard&see_language=cy"
    assert "Rwy" in lead.get(f"{at}/preview/page?{see}&code=wi1").text
    assert send(lead, at, "/publish", NOTE).status_code == 302
    (published,) = editions_of(store, world.organisation_id)
    found = edition(store, published.edition_hash)
    assert found.languages == ("en", "cy")
    assert found.drafts == ("cy",)
    words = found.statements[0].wordings[Voice.PERSON][Presentation.STANDARD]
    assert words["cy"].startswith("Rwy")
    assert words["cy"] != words["en"]


def test_what_a_language_lacks_is_told_at_its_place_and_stops_the_publishing(
    lead: FlaskClient, store: Store, world: World, at: str
) -> None:
    # Own words that nobody has put over, and a statement that Urdu does not have.
    send(lead, at, "/about", ABOUT | {"languages": ["cy"], "title-cy": "Ein holiadur", "about-cy": ""})
    assert "“about” is not in “cy”" in lead.get(f"{at}/publish").text
    send(lead, at, "/about", ABOUT | WELSH)
    urdu = {"languages": ["ur"], "title-ur": "ہمارا سروے", "about-ur": "ہمارے بارے میں۔"}
    send(lead, at, "/about", ABOUT | urdu)
    assert "a draft, and people are told so" in lead.get(f"{at}/publish").text
    send(lead, at, "/statements", {"statement": ["wi1", "wi4"]})
    page = lead.get(f"{at}/publish").text
    # The person's two, and the two for whoever answers in their place.
    assert "4 sentences of the statements have no words in Urdu yet." in page
    assert "Switch those statements off, or take Urdu out." in page
    assert send(lead, at, "/publish", NOTE).status_code == 400
    assert editions_of(store, world.organisation_id) == ()


def test_a_framework_without_a_language_says_so(lead: FlaskClient, store: Store, world: World) -> None:
    made = start(store, world.lead_id, world.organisation_id, shipped_survey("practice-windows"))
    at = f"/surveys/{made}"
    send(lead, at, "/about", ABOUT | {"voices": ["staff"]} | WELSH)
    assert "The statements of this survey are not in Welsh." in lead.get(f"{at}/publish").text
