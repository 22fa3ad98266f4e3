"""Publishing: refused with the faults, frozen with its note, compared with the edition before."""

from mir.authoring import queries
from mir.rounds.queries import edition
from surveys.edition import publish
from tests.mir.authoring.conftest import Desk

NOTE = {"people": "3", "way": "Together at the kitchen table.", "changed": "Two words are easier."}
FOOD = {
    "kind": "short_text",
    "voice": ["person"],
    "go": "save",
    "words-all-standard-en": "What do you like to eat?",
    "words-all-easy_read-en": "What food do you like?",
}


def test_an_edition_is_frozen_with_its_note(desk: Desk) -> None:
    desk.sends("/questions/new", **FOOD)
    assert "Who went through it?" in desk.reads("/publish")
    desk.sends("/publish", **NOTE)
    (one,) = queries.editions_of(desk.store, desk.world.organisation_id)
    assert (one.slug, one.number, one.people, one.way) == ("core-2", 1, 3, NOTE["way"])
    frozen = edition(desk.store, one.edition_hash)
    assert frozen.hash == one.edition_hash == publish(desk.now.framework, desk.now.survey).hash
    assert [question.code for question in frozen.questions] == ["what_do_you_like_to_ea"]
    shown = desk.reads()
    assert "Together at the kitchen table." in shown
    desk.sends("/questions/what_do_you_like_to_ea/remove")
    assert edition(desk.store, one.edition_hash) == frozen  # what was published stays as it was


def test_a_note_that_lacks_something_is_told_and_nothing_is_lost(desk: Desk) -> None:
    shown = desk.sends("/publish", status=422, people="some", way="", changed="Kept words")
    assert "Write how many people in digits" in shown
    assert "Say how they went through it." in shown
    assert "Kept words" in shown
    assert queries.editions(desk.store, desk.kept.id) == ()


def test_a_survey_with_faults_is_refused_with_links_to_them(desk: Desk) -> None:
    desk.sends("/questions/new", **FOOD, show="text", show_text="nothing_known == 1")
    shown = desk.reads("/publish")
    assert "This cannot be published yet." in shown
    assert f'href="{desk.at}/questions/what_do_you_like_to_ea"' in shown
    assert "Publish this edition" not in shown
    desk.sends("/publish", status=400, **NOTE)
    assert queries.editions(desk.store, desk.kept.id) == ()


def test_what_changed_since_the_last_edition_is_shown(desk: Desk) -> None:
    desk.sends("/publish", **NOTE)
    assert "There is nothing to publish." in desk.reads("/publish")
    desk.sends("/publish", status=400, **NOTE)
    kept = [one.code for theme in desk.now.edition.themes for one in theme.statements]
    desk.sends("/statements", statement=kept[:-1])
    shown = desk.reads("/publish")
    assert "What has changed since edition 1" in shown
    desk.sends("/publish", **NOTE)
    assert [one.number for one in queries.editions(desk.store, desk.kept.id)] == [2, 1]


def test_publishing_what_was_changed_in_another_window_is_refused(desk: Desk) -> None:
    old = str(desk.kept.version)
    desk.sends("/questions/new", **FOOD)
    shown = desk.sends("/publish", status=409, **NOTE | {"version": old})
    assert "changed in another window" in shown
    assert queries.editions(desk.store, desk.kept.id) == ()
