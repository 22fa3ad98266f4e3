"""Making a survey in a browser: starting, what it is, statements, parts, undoing, two windows, its file."""

import html
import io
import re

from flask.testing import FlaskClient

from mir.authoring import queries
from mir.db import Store
from surveys.framework import Presentation, Voice
from tests.conftest import World
from tests.mir.authoring.conftest import Desk

ABOUT = {
    "title-en": "Life at Rose House",
    "about-en": "What you think of the house.",
    "voices": ["person", "staff"],
    "presentations": ["standard", "easy_read"],
    "comments": "yes",
}


def test_a_survey_begins_as_a_copy_of_one_that_we_ship(lead: FlaskClient, store: Store, world: World) -> None:
    shown = lead.get("/surveys").text
    assert shown.count("Start from this one") == 5
    found = lead.post("/surveys/start", data={"from": "core", "organisation": world.organisation_id})
    assert found.status_code == 302
    (made,) = queries.surveys(store, world.organisation_id)
    assert made.slug == "core-2"  # “core” is the name of the one that we ship
    assert "Making it Real: the short survey" in lead.get("/surveys").text


def test_what_a_survey_is_can_be_changed(desk: Desk) -> None:
    desk.sends("/about", **ABOUT)
    survey = desk.now.survey
    assert survey.title == {"en": "Life at Rose House"}
    assert survey.voices == (Voice.PERSON, Voice.STAFF)
    assert survey.presentations == (Presentation.STANDARD, Presentation.EASY_READ)
    assert survey.comments is True
    assert "Life at Rose House" in desk.reads()


def test_a_survey_without_title_or_voices_is_told_and_nothing_is_lost(desk: Desk) -> None:
    before = desk.kept
    shown = desk.sends("/about", status=422, **ABOUT | {"title-en": " ", "voices": []})
    assert "Write the title." in shown
    assert "Choose at least one group of people to ask." in shown
    assert "What you think of the house." in shown
    assert desk.kept == before


def test_statements_are_switched_off_and_on(desk: Desk) -> None:
    desk.sends("/statements", statement=["wi1", "wi2", "ia1", "ia2"])
    assert desk.now.survey.statements == ("wi1", "wi2", "ia1", "ia2")
    shown = desk.reads("/statements")
    assert re.search(r'value="wi1" id="statement-wi1" checked', shown)
    assert not re.search(r'value="wi3" id="statement-wi3" checked', shown)
    assert "Choose at least one statement." in desk.sends("/statements", status=422)


def test_a_voice_can_be_asked_fewer(desk: Desk) -> None:
    desk.sends("/statements", statement=["wi1", "wi2", "ia1", "ia2"])
    desk.sends("/statements/staff", statement=["wi1", "wi2"])
    assert dict(desk.now.survey.only) == {Voice.STAFF: ("wi1", "wi2")}
    assert "Staff are asked 2 of them." in desk.reads()
    desk.reads("/statements/partner", status=404)


def test_parts_are_made_named_moved_and_joined(desk: Desk) -> None:
    desk.sends("/statements", statement=["wi1", "wi2", "ia1", "ia2"])
    desk.sends("/parts", go="divide")
    assert [(one.code, one.asks) for one in desk.now.survey.sections] == [
        ("part_1", ("wi",)),
        ("part_2", ("ia",)),
    ]
    desk.sends("/parts/part_1", **{"title-standard-en": "Your life", "title-easy_read-en": "You"})
    assert desk.now.survey.sections[0].title[Presentation.EASY_READ] == {"en": "You"}
    desk.sends("/parts", go="down:part:part_1")
    assert [one.code for one in desk.now.survey.sections] == ["part_2", "part_1"]
    assert "is now" in desk.reads("/parts?moved=part:part_1&way=down")
    desk.sends("/parts", go="merge:part:part_1")
    assert [one.asks for one in desk.now.survey.sections] == [("ia", "wi")]
    desk.sends("/parts", go="split:wi")
    assert [one.asks for one in desk.now.survey.sections] == [("ia",), ("wi",)]
    desk.sends("/parts", go="join")
    assert desk.now.survey.sections == ()


def test_a_part_needs_a_title_and_one_that_is_not_there_is_not_found(desk: Desk) -> None:
    desk.sends("/parts", go="divide")
    assert "Write what the part is called." in desk.sends("/parts/part_1", status=422, introduction="x")
    desk.reads("/parts/part_99", status=404)


def test_the_last_change_can_be_undone_and_the_undoing_too(desk: Desk) -> None:
    first = desk.kept
    desk.sends("/about", **ABOUT)
    changed = desk.kept
    assert "Last change: Changed what the survey is." in desk.reads()
    desk.sends(f"/earlier/{first.version}", step="Changed what the survey is")
    assert desk.kept.text == first.text
    assert desk.kept.version == 3
    assert "Undid: Changed what the survey is" in desk.reads("/earlier")
    desk.sends(f"/earlier/{changed.version}")
    assert desk.kept.text == changed.text
    desk.sends("/earlier/99", status=404)


def test_fifty_changes_are_kept(desk: Desk) -> None:
    for number in range(53):
        desk.sends("/about", **ABOUT | {"title-en": f"Title {number}"})
    steps = queries.earlier(desk.store, desk.kept.id)
    assert len(steps) == 50
    assert steps[-1].version == 4  # the copy was version 1, and 54 is the latest


def test_two_windows_are_shown_and_the_person_chooses(desk: Desk) -> None:
    old = str(desk.kept.version)
    desk.sends("/about", **ABOUT | {"title-en": "Hers"})
    hers = desk.kept
    shown = desk.sends("/about", status=409, **ABOUT | {"title-en": "Mine", "version": old})
    assert "Two windows changed this survey" in shown
    assert "<td>Hers</td><td>Mine</td>" in shown
    assert desk.kept == hers  # nothing is overwritten until somebody chooses
    text = html.unescape(re.search(r"hidden>\n(.*?)</textarea>", shown, re.DOTALL)[1])  # type: ignore[index]  # it is there
    desk.sends("/choose", text=text, words="Changed what the survey is", onward=f"{desk.at}/about")
    assert desk.now.survey.title == {"en": "Mine"}
    desk.sends("/earlier/2")
    assert desk.now.survey.title == {"en": "Hers"}


def test_choosing_goes_on_inside_the_survey_only(desk: Desk) -> None:
    given = {"version": "1", "text": desk.kept.text, "words": "x", "onward": "https://example.org/"}
    found = desk.client.post(f"{desk.at}/choose", data=given)
    assert found.headers["Location"] == desk.at
    assert "make it once more" in desk.sends("/choose", status=400, text="][", words="x", onward="")


def test_the_file_comes_down_and_goes_up_again(desk: Desk) -> None:
    text = desk.reads("/survey.yaml")
    assert text.startswith("survey: core-2\n")
    mended = text.replace("Making it Real: the short survey", "Another title")
    sent = (io.BytesIO(mended.encode()), "mine.yaml")
    found = desk.client.post(f"{desk.at}/file", data={"version": "1", "file": sent, "text": "ignored"})
    assert found.status_code == 302
    assert desk.now.survey.title == {"en": "Another title"}


def test_a_faulty_file_is_refused_by_line_and_what_was_there_stays(desk: Desk) -> None:
    before = desk.kept
    shown = desk.sends("/file", status=422, text="survey: core-2\ntitle: A\nbanana: 3\n")
    assert "Line 3: “banana” is not a name we know here." in shown
    assert "banana: 3" in shown  # what was typed is still there
    bomb = "a: &a [x]\nb: [*a, *a]\n"
    assert "marks are not read here" in desk.sends("/file", status=422, text=bomb)
    assert desk.kept == before


def test_a_file_can_be_brought_as_a_new_survey(lead: FlaskClient, desk: Desk, world: World) -> None:
    given = {"organisation": world.organisation_id, "text": desk.kept.text.replace("core-2", "our-own")}
    assert lead.post("/surveys/bring", data=given).status_code == 302
    assert [one.slug for one in queries.surveys(desk.store, world.organisation_id)] == ["core-2", "our-own"]
    assert lead.post("/surveys/bring", data={"text": "nothing"}).status_code == 422


def test_a_survey_is_put_away_and_brought_back(desk: Desk) -> None:
    assert "Remove" in desk.reads("/remove")
    desk.sends("/remove")
    assert desk.kept.removed
    assert "Removed surveys (1)" in desk.client.get("/surveys").text
    desk.sends("/bring-back")
    assert not desk.kept.removed
