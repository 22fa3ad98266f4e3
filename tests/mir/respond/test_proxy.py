"""Somebody who answers for the person reads of the person, and is never counted as the person."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from mir import clock
from mir.db import Store
from mir.respond.sealing import close_round
from mir.results.exporting import export_of
from mir.results.operations import tallies
from mir.results.scorecard import scorecard_of
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists
from surveys.edition import Edition, publish
from surveys.framework import Presentation, Voice
from surveys.load import shipped_edition
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, sheets_in
from tests.small import small_framework, small_survey

OWN = "Staff treat me with respect in everything they do."
OF_THE_PERSON = "Staff treat the person with respect in everything they do."
VIEW = "You are answering for the person. Answer as you think they would."
OLD_VIEW = "“I” and “me” mean the person."


def opened(store: Store, world: World, edition: Edition) -> tuple[str, str]:
    """A round of this edition, and the code that the people of the service share."""
    today = clock.today()
    round_id = open_round(
        store, NewRound(world.service_id, edition, "Proxies", today, today + timedelta(days=9))
    )
    lists = code_lists(store, round_id)
    return round_id, next(one.shared for one in lists if one.voice == Voice.PERSON)


@pytest.fixture
def shipped(store: Store, world: World) -> str:
    return opened(store, world, shipped_edition("core"))[1]


def by_proxy(somebody: Somebody, code: str, presentation: str = "standard") -> None:
    somebody.begin(code, presentation)
    somebody.press("next", help="answered_for_me", helper="family")


@pytest.mark.parametrize("help_", ["none", "read_to_me", "wrote_for_me", "answered_with_me"])
def test_whoever_speaks_for_themselves_reads_of_themselves(
    somebody: Somebody, shipped: str, help_: str
) -> None:
    somebody.begin(shipped)
    somebody.press("next", help=help_, helper="family")
    page = somebody.get("/answer/question/wi2")
    assert OWN in page.words["h1"]
    assert "You are answering for the person" not in page.text
    assert "This does not apply to me" in page.text


def test_whoever_answers_for_somebody_reads_of_the_person(somebody: Somebody, shipped: str) -> None:
    by_proxy(somebody, shipped)
    page = somebody.get("/answer/question/wi2")
    assert OF_THE_PERSON in page.words["h1"]
    assert VIEW in page.text
    assert OLD_VIEW not in page.text
    assert "does not apply to me" not in page.text
    check = somebody.get("/answer/check").text
    assert OF_THE_PERSON in check
    assert OWN not in check


@pytest.mark.parametrize(
    ("language", "presentation", "words"),
    [
        ("en", "easy_read", "Staff treat the person with respect."),
        ("cy", "standard", "Mae staff yn trin y person â pharch ym mhopeth maen nhw’n ei wneud."),
        ("cy", "easy_read", "Mae staff yn trin y person â pharch."),
        ("ur", "standard", "عملہ اپنے ہر کام میں اس شخص کے ساتھ عزت سے پیش آتا ہے۔"),
        ("ur", "easy_read", "عملہ اس شخص کے ساتھ عزت سے پیش آتا ہے۔"),
    ],
)
def test_it_is_so_in_every_language_and_presentation(language: str, presentation: str, words: str) -> None:
    edition = shipped_edition("core", ("en", "cy", "ur"))
    proxy = edition.statements[edition.place["wi2"]].proxy
    assert proxy
    assert proxy[Presentation(presentation)][language] == words


def test_another_answer_about_help_changes_the_wording(somebody: Somebody, shipped: str) -> None:
    by_proxy(somebody, shipped)
    somebody.get("/answer/help")
    somebody.press("next", help="read_to_me", helper="family")
    assert OWN in somebody.get("/answer/question/wi2").words["h1"]
    somebody.get("/answer/help")
    somebody.press("next", help="answered_for_me", helper="family")
    assert OF_THE_PERSON in somebody.get("/answer/question/wi2").words["h1"]


def test_a_family_speaks_of_the_person_whoever_writes_it_down(
    somebody: Somebody, store: Store, world: World
) -> None:
    round_id, _ = opened(store, world, shipped_edition("core"))
    family = next(one.shared for one in code_lists(store, round_id) if one.voice == Voice.FAMILY)
    by_proxy(somebody, family)
    page = somebody.get("/answer/question/wi2")
    assert "the person I care for" in page.words["h1"]
    assert "You are answering for the person" not in page.text


def test_an_edition_from_before_asks_in_the_persons_words_and_says_whose_view_is_wanted(
    somebody: Somebody, person_code: str
) -> None:
    by_proxy(somebody, person_code)  # the small edition has no wording for a proxy
    page = somebody.get("/answer/question/aa1")
    assert OLD_VIEW in page.text
    assert "Answer as you think they would." in page.text


def test_an_edition_without_wording_for_a_proxy_keeps_its_name_and_can_be_read_again() -> None:
    edition = publish(small_framework(), small_survey())
    assert "proxy" not in edition.canonical()
    assert Edition.model_validate_json(edition.canonical()).hash == edition.hash


def test_from_the_tap_to_the_card_and_the_export_a_proxy_is_never_the_person(
    store: Store, world: World, others: Iterator[Somebody]
) -> None:
    """Ten people agree strongly (100). Three proxies disagree strongly (0): in no score and no row."""
    round_id, code = opened(store, world, shipped_edition("core"))
    for number in range(13):
        proxy = number >= 10
        somebody = next(others)
        somebody.begin(code)
        somebody.press("next", help="answered_for_me" if proxy else "none", helper="family")
        for statement in ("wi1", "wi2", "wi3"):
            somebody.get(f"/answer/question/{statement}")
            somebody.press("next", answer="disagree_a_lot" if proxy else "agree_a_lot")
        somebody.send()
    close_round(store, round_id)
    helped = sorted(sheet.help for sheet in sheets_in(store))
    assert helped == ["answered_for_me"] * 3 + ["none"] * 10

    person = next(one for one in tallies(store, round_id) if one.voice == Voice.PERSON)
    assert person.tally.people == 10
    assert person.on_behalf == 3
    assert person.tally.statements[0].options == (0, 0, 0, 0, 10)
    card = next(one for one in scorecard_of(store, round_id).voices if one.voice == Voice.PERSON)
    assert [line.kind for line in card.help] == ["none", "answered_for_me"]

    rows = export_of(store, round_id, Voice.PERSON).given
    assert [row.answers["wi1"] for row in rows] == ["agree_a_lot"] * 10
