"""The booklet for somebody who answers for the person: its words, its keys, and whose answers they stay."""

import pytest
from flask.testing import FlaskClient

from mir.db import Store
from mir.errors import NotFoundError
from mir.paper.asking import asked
from mir.paper.booklet import FOR_PERSON, Choice, form_of
from mir.respond.sealing import close_round
from surveys.framework import Presentation, Voice
from surveys.load import shipped_edition
from tests.conftest import World
from tests.mir.paper.conftest import Desk
from tests.mir.reports import booklets
from tests.mir.respond.conftest import drafts_in, sheets_in
from tests.mir.respond.test_own_proxy import PROXIED
from tests.surveys.trying.arrivals import edition_of

STANDARD, EASY = Presentation.STANDARD, Presentation.EASY_READ
PROXY = Choice(Voice.PERSON, STANDARD, proxy=True)
TICKED = {"a-aa1": "1", "a-aa2": "5", "a-bb1": "8"}


@pytest.mark.parametrize(
    ("language", "presentation", "words"),
    [
        ("en", STANDARD, "Staff treat the person with respect in everything they do."),
        ("en", EASY, "Staff treat the person with respect."),
        ("cy", STANDARD, "Mae staff yn trin y person â pharch ym mhopeth maen nhw’n ei wneud."),
        ("ur", EASY, "عملہ اس شخص کے ساتھ عزت سے پیش آتا ہے۔"),
    ],
)
def test_its_questions_speak_of_the_person(language: str, presentation: Presentation, words: str) -> None:
    edition = shipped_edition("core", ("en", "cy", "ur"))
    form = form_of(booklets.card(edition), edition, Choice(Voice.PERSON, presentation, language, proxy=True))
    item = next(one for one in asked(form).items if one.code == "wi2")
    assert item.words.words == words
    apart = [box.words.words for box in item.boxes if box.apart]
    assert not any("me" in one.split() for one in apart)


def test_own_questions_do_where_they_have_words_for_it() -> None:
    edition = edition_of(*PROXIED)
    form = form_of(booklets.card(edition), edition, PROXY)
    said = {one.code: (one.stem.words if one.stem else "", one.words.words) for one in asked(form).items}
    assert said["helped"] == ("", "Who helps the person?")
    assert said["food_taste"] == ("How is their food?", "The taste, for them")
    assert said["days"] == ("", "How many days a week?")


def test_it_says_whose_view_is_wanted_and_asks_only_who_answers() -> None:
    book = booklets.booklet(booklets.core(), PROXY)
    assert book.title == "Tell us about the support that the person gets from Rose House"
    assert "Answer as you think they would, not as you see it." in book.proxy
    ((question, boxes),) = book.help
    assert question == "Who are you?"
    assert [box.value for box in boxes] == ["family", "staff", "independent", "unknown"]
    assert f"· {FOR_PERSON} · standard · en" in book.foot
    assert booklets.booklet(booklets.core()).proxy == ()


@pytest.mark.parametrize("voice", [Voice.FAMILY, Voice.STAFF])
def test_nobody_answers_for_any_other_group(voice: Voice) -> None:
    with pytest.raises(NotFoundError, match="for a person only"):
        booklets.booklet(booklets.core(), Choice(voice, STANDARD, proxy=True))


@pytest.mark.parametrize(("key", "helper"), [("1", "family"), ("2", "staff"), ("4", None), ("0", None)])
def test_what_is_typed_in_stays_the_answers_of_a_proxy(
    desk: Desk, store: Store, key: str, helper: str | None
) -> None:
    page = desk.open(voice=FOR_PERSON)
    assert "Somebody who answers for a person" in page.text
    assert not list(page.all("input", name="help"))
    page = desk.press(**TICKED, helper=key, twice="")
    assert "The booklet is saved." in page.text
    (draft,) = drafts_in(store)
    assert (draft.voice, draft.help, draft.helper, draft.how) == (
        "person", "answered_for_me", helper, "paper",
    )  # fmt: skip
    assert draft.answers == {"aa1": "disagree_a_lot", "aa2": "agree_a_lot", "bb1": "does_not_apply"}
    assert page.value("voice") == FOR_PERSON  # the next booklet is of the same kind


def test_typed_twice_it_stays_so(desk: Desk, store: Store, world: World) -> None:
    desk.open(voice=FOR_PERSON)
    desk.press(**TICKED, helper="1", twice="1")
    desk.press(**TICKED, helper="2")
    page = desk.press(helper="1")
    assert "The booklet is saved." in page.text
    close_round(store, world.round_id)
    assert [(one.help, one.helper) for one in sheets_in(store)] == [("answered_for_me", "family")]


@pytest.mark.parametrize("forged", ["for_person", "proxy", "", "for-staff", "FOR-PERSON", "\0"])
def test_a_forged_kind_of_booklet_is_refused(desk: Desk, forged: str) -> None:
    assert (
        desk.client.get(f"{desk.address}/key", query_string=desk.kind | {"voice": forged}).status_code == 404
    )


def test_the_desk_offers_it(lead: FlaskClient, desk: Desk) -> None:
    text = lead.get(desk.address).text
    assert text.count(f'value="{FOR_PERSON}"') == 2  # to print, and to type in


def test_the_printed_booklet_is_tagged_and_speaks_of_the_person() -> None:
    from tests.mir.reports.test_booklet import pages

    text = " ".join(" ".join(pages(booklets.printed("core", PROXY).data)).split())
    assert "When you answer for somebody" in text
    assert "Who are you?" in text
    assert "The person spends their days doing things that matter to them." in text
    assert "I spend my days" not in text
    assert "does not apply to me" not in text
    assert "Somebody reads the questions to me" not in text
