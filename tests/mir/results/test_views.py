"""The results page: for members, of closed rounds, valid, strengths first, with nothing that is withheld."""

import html5lib
import pytest
from flask.testing import FlaskClient

from mir.db import Store
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import round_card
from surveys.edition import Edition
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.results.answering import answer


@pytest.fixture
def page(lead: FlaskClient, store: Store, world: World) -> str:
    """The results of a round that twelve people and three members of staff answered."""
    answer(store, world.round_id, Voice.PERSON, [(5, 5, 2), (5, 4, 3)] * 6)
    answer(store, world.round_id, Voice.STAFF, [(1, 1, 1)] * 3)
    close_round(store, world.round_id)
    found = lead.get(f"/rounds/{world.round_id}/results")
    assert found.status_code == 200
    return found.text


def test_the_page_is_valid_html_with_unique_ids(page: str) -> None:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(page)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert len(list(tree.iter("h1"))) == 1
    assert not [element for element in tree.iter() if element.get("style")]  # the content policy forbids it


def test_strengths_come_before_the_numbers_and_the_method_last(page: str) -> None:
    order = [
        page.index(f'id="{name}"') for name in ("who", "strong", "together", "themes", "held", "counted")
    ]
    assert order == sorted(order)
    assert "People say this goes well: “Theme aa”" in page


def test_every_chart_has_a_title_a_sentence_and_a_table(page: str) -> None:
    assert page.count("<title id=") == page.count("<svg class=") == 2
    assert page.count('<table class="scores">') == 2
    assert "Theme aa. People: " in page
    assert "Out of 100: people" in page


def test_a_withheld_result_says_why_in_the_place_of_the_number(page: str) -> None:
    assert "Fewer than 5 staff answered. To protect them we show nothing." in page
    assert "We have not heard from families." in page
    assert "30 were asked" in page


def test_the_way_to_the_printed_page_is_there(page: str, world: World) -> None:
    assert f'href="/rounds/{world.round_id}/scorecard.pdf"' in page


@pytest.mark.parametrize("what", ["results", "scorecard.pdf"])
def test_an_open_round_gives_a_plain_sentence(lead: FlaskClient, world: World, what: str) -> None:
    found = lead.get(f"/rounds/{world.round_id}/{what}")
    assert found.status_code == 409
    assert "The results are not ready yet" in found.text
    assert "so that nobody can be picked out by watching numbers change." in found.text


@pytest.mark.parametrize("what", ["results", "scorecard.pdf"])
def test_somebody_who_has_not_signed_in_is_sent_to_sign_in(
    client: FlaskClient, world: World, what: str
) -> None:
    found = client.get(f"/rounds/{world.round_id}/{what}")
    assert found.status_code == 302
    assert found.location.startswith("/sign-in")


@pytest.mark.parametrize("what", ["results", "scorecard.pdf"])
def test_another_organisations_round_looks_like_none(
    lead: FlaskClient, store: Store, world: World, edition: Edition, what: str
) -> None:
    service_id = add_service(store, add_organisation(store, "Other Care"), "Elm House", Kind.CARE_HOME)
    mine = round_card(store, world.round_id)
    theirs = open_round(store, NewRound(service_id, edition, "Spring", mine.opens_on, mine.closes_on))
    close_round(store, theirs)
    found, none = (lead.get(f"/rounds/{name}/{what}") for name in (theirs, "0" * 32))
    assert found.status_code == none.status_code == 404
    assert found.data == none.data
