"""Cards, letters and posters: new codes for each, and nobody's name beside any."""

import re
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mir.db import Store
from mir.errors import NotFoundError
from mir.reports.press import Press
from mir.respond.sealing import close_round
from mir.rounds.queries import code_lists, edition, round_card
from mir.running.handouts import Choice, Handout, What, handout
from surveys.framework import Presentation, Voice
from tests.conftest import World
from tests.mir.respond.opened import Page

FORM = {"what": "cards", "voice": "staff", "presentation": "standard", "language": "en", "number": "3"}


@pytest.fixture(autouse=True)
def press(app: Flask) -> Iterator[None]:
    """The printing processes are let go."""
    yield
    if "mir_press" in app.extensions:
        app.extensions["mir_press"].close()


def test_printing_that_fails_is_told_in_a_plain_page(
    lead: FlaskClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: Future[None] = Future()
    failed.set_exception(OSError("no room"))
    monkeypatch.setattr(Press, "_start", lambda *_: failed)
    address = lead.post(f"/rounds/{world.round_id}/hand-out", data=FORM).location
    found = lead.get(address)
    assert found.status_code == 500
    assert "make the PDF again" in found.text
    assert "no room" not in found.text


def single(store: Store, world: World, voice: Voice = Voice.STAFF) -> tuple[str, ...]:
    return next(one.single for one in code_lists(store, world.round_id) if one.voice is voice)


def test_printing_makes_new_codes_and_opens_the_pdf_when_it_is_there(
    lead: FlaskClient, store: Store, world: World
) -> None:
    at = f"/rounds/{world.round_id}/hand-out"
    sent = lead.post(at, data=FORM)
    assert sent.status_code == 302
    assert re.search(f"{at}/[0-9a-f]{{64}}.pdf", sent.location)
    assert len(single(store, world)) == 3
    waiting = lead.get(sent.location)
    assert waiting.status_code in {200, 202}
    assert not any(code in sent.location for code in single(store, world))
    lead.post(at, data=FORM)
    assert len(single(store, world)) == 6


def test_a_poster_uses_the_code_for_everybody_and_makes_none(
    lead: FlaskClient, store: Store, world: World
) -> None:
    assert lead.post(f"/rounds/{world.round_id}/hand-out", data=FORM | {"what": "poster"}).status_code == 302
    assert single(store, world) == ()


@pytest.mark.parametrize("number", ["", "0", "201", "-1", "many", "9" * 5000, "٣", "🌹", "1e2"])
def test_a_number_that_cannot_be_printed_is_told_and_no_code_is_made(
    lead: FlaskClient, store: Store, world: World, number: str
) -> None:
    answer = lead.post(
        f"/rounds/{world.round_id}/hand-out", data=FORM | {"what": "letters", "number": number}
    )
    page = Page(answer)
    assert answer.status_code == 422
    assert "from 1 to 200" in page.text
    assert page.value("number") == number
    assert next(page.all("input", value="letters")).keys() >= {"checked"}
    assert single(store, world) == ()


@pytest.mark.parametrize("name", ["what", "voice", "presentation", "language"])
def test_what_is_not_on_offer_is_refused_before_a_code_is_made(
    lead: FlaskClient, store: Store, world: World, name: str
) -> None:
    for value in ("nothing", "partner", "\u202e🌹"):
        answer = lead.post(f"/rounds/{world.round_id}/hand-out", data=FORM | {name: value})
        assert answer.status_code == 404
    assert single(store, world) == ()


def test_a_pdf_is_found_in_its_own_round_only(lead: FlaskClient, store: Store, world: World) -> None:
    at = f"/rounds/{world.round_id}/hand-out"
    for name in ("nothing", "0" * 63, "0" * 64 + "/..", "G" * 64):
        assert lead.get(f"{at}/{name}.pdf?what=cards").status_code == 404
    assert lead.get(f"{at}/{'0' * 64}.pdf?what=nothing").status_code == 404
    close_round(store, world.round_id)
    assert lead.get(f"{at}/{'0' * 64}.pdf?what=cards").status_code == 410
    assert lead.post(at, data=FORM).status_code == 410


def made(store: Store, world: World, what: What, choice: Choice) -> Handout:
    card = round_card(store, world.round_id)
    site = ("https://answers.example.org", ("ABCD2345", "22222222"))
    return handout(card, edition(store, card.edition_hash), what, choice, site)


def test_what_is_printed_names_the_service_the_way_in_and_the_last_day(store: Store, world: World) -> None:
    found = made(store, world, What.CARDS, Choice(Voice.PERSON, Presentation.STANDARD, "en"))
    assert found.title == "Tell us about your support from Rose House"
    assert found.go == "Or go to answers.example.org and type:"
    assert [way.spaced for way in found.ways] == ["ABCD 2345", "2222 2222"]
    assert found.ways[0].address == "https://answers.example.org/a/ABCD2345"
    assert [drawing for drawing, _ in found.facts] == [""] * 5
    easy = made(store, world, What.LETTERS, Choice(Voice.PERSON, Presentation.EASY_READ, "en"))
    assert [drawing for drawing, _ in easy.facts] == ["talk", "calendar", "stop", "safe", "help"]


@pytest.mark.parametrize(
    "choice",
    [
        Choice(Voice.PARTNER, Presentation.STANDARD, "en"),
        Choice(Voice.PERSON, Presentation.STANDARD, "cy"),
    ],
)
def test_what_the_edition_does_not_offer_is_refused(store: Store, world: World, choice: Choice) -> None:
    with pytest.raises(NotFoundError):
        made(store, world, What.CARDS, choice)
