"""A scorecard beside other services and beside last time: from the database to the page and the terminal."""

from datetime import timedelta

import html5lib
import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.commands.scores import as_text
from mir.db import Store
from mir.providers.models import Kind
from mir.providers.operations import add_service
from mir.respond.sealing import close_round
from mir.results import queries
from mir.results.scorecard import scorecard_of
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import round_card
from scoring.card.scorecard import Before, Compared, NotBefore, NotCompared, Scorecard, VoiceTheme
from surveys.edition import Edition
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.results.answering import answer

GOOD, POOR = (4, 4, 4), (2, 2, 2)


def closed(store: Store, service_id: str, edition: Edition, days: int, people: list[tuple[int, ...]]) -> str:
    """A round that ended so many days ago, answered by these people."""
    day = clock.today() - timedelta(days=days)
    new = NewRound(service_id, edition, f"Round {days}", day - timedelta(days=20), day)
    round_id = open_round(store, new)
    answer(store, round_id, Voice.PERSON, people)
    close_round(store, round_id)
    return round_id


def neighbours(
    store: Store, world: World, edition: Edition, number: int, kind: Kind = Kind.CARE_HOME
) -> None:
    """Other services at 75 points, of twenty people each, whose rounds ended 20 days ago."""
    for place in range(number):
        service_id = add_service(store, world.organisation_id, f"{kind} {place}", kind)
        closed(store, service_id, edition, 20, [GOOD] * 20)


def first(card: Scorecard) -> VoiceTheme:
    return card.themes[0].voices[0]


@pytest.fixture
def mine(store: Store, world: World, edition: Edition) -> str:
    """The second round of a service, beside nine others of its kind; the first was 25 points."""
    neighbours(store, world, edition, 9)
    closed(store, world.service_id, edition, 200, [POOR] * 20)
    return closed(store, world.service_id, edition, 15, [GOOD] * 20)


def test_a_service_stands_beside_its_kind_and_its_round_before(store: Store, mine: str) -> None:
    card = scorecard_of(store, mine)
    found = first(card)
    assert isinstance(found.comparison, Compared)
    # All at 75, twenty people each, spread 0.16: 67 to 83, as in the tests of scoring.
    assert (found.comparison.low, found.comparison.high) == (67, 83)
    assert found.comparison.peers == "10 similar services"
    assert isinstance(found.before, Before)
    assert (found.before.title, found.before.mean, found.before.difference) == ("Round 200", 25, 50)


def test_services_of_another_kind_count_only_where_there_are_too_few_of_the_same(
    store: Store, world: World, edition: Edition, mine: str
) -> None:
    neighbours(store, world, edition, 3, Kind.HOME_CARE)
    found = first(scorecard_of(store, mine)).comparison
    assert isinstance(found, Compared)
    assert found.peers == "10 similar services"
    few = add_service(store, world.organisation_id, "Branch", Kind.HOME_CARE)
    found = first(scorecard_of(store, closed(store, few, edition, 15, [GOOD] * 20))).comparison
    assert isinstance(found, Compared)
    assert found.peers == "14 services of every kind"  # ten homes, three branches and this one


def test_later_rounds_change_nothing(store: Store, world: World, edition: Edition, mine: str) -> None:
    before = scorecard_of(store, mine)
    closed(store, world.service_id, edition, 14, [POOR] * 30)
    other = add_service(store, world.organisation_id, "Newcomer", Kind.CARE_HOME)
    closed(store, other, edition, 10, [POOR] * 30)
    assert scorecard_of(store, mine) == before


def test_a_first_round_and_other_questions_have_no_last_time(
    store: Store, world: World, edition: Edition, mine: str
) -> None:
    earliest = queries.round_before(store, round_card(store, mine))
    assert earliest is not None
    assert queries.round_before(store, earliest) is None
    assert first(scorecard_of(store, earliest.id)).before == NotBefore(
        "This is the first round, so there is no last time."
    )
    changed = edition.model_copy(update={"framework": "another"})
    assert changed.hash != edition.hash
    found = first(scorecard_of(store, closed(store, world.service_id, changed, 5, [GOOD] * 20)))
    assert found.before == NotBefore("The questions changed, so we do not compare with last time.")
    assert found.comparison == NotCompared("No comparison: no other services in this group.")


def test_an_open_round_is_not_last_time(store: Store, world: World, edition: Edition) -> None:
    day = clock.today() - timedelta(days=100)
    open_round(store, NewRound(world.service_id, edition, "Still open", day, day))
    card = round_card(store, closed(store, world.service_id, edition, 5, [GOOD] * 20))
    assert queries.round_before(store, card) is None


def test_the_page_draws_and_says_the_expected_range_and_last_time(lead: FlaskClient, mine: str) -> None:
    page = lead.get(f"/rounds/{mine}/results").text
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert 'x="67%"' in page  # the band begins at 67 and is 16 wide
    assert 'width="16%"' in page
    assert page.count('fill="#e6e0d2"') == 2  # a band for the people in each theme
    assert "Expected 67 to 83: about the same. Last time 25: up 50 (range 43 to 57)." in page
    assert "The pale band is where" in page
    assert "People: about the same as expected in 2 themes, beside 10 similar services." in page
    assert "People: higher than last time in “Theme aa” (75, up 50 from 25; range 43 to 57)" in page
    assert page.count("does not mean that all is well") == 1
    assert "▲ up 50" in page  # beside the marks, where there is room


def test_without_others_and_before_the_page_has_no_empty_columns(
    lead: FlaskClient, store: Store, world: World, edition: Edition
) -> None:
    alone = closed(store, world.service_id, edition, 5, [GOOD] * 20)
    page = lead.get(f"/rounds/{alone}/results").text
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert '<th scope="col">Expected</th>' not in page
    assert '<th scope="col">Last time</th>' not in page
    assert "The pale band" not in page
    assert "This is the first round, so there is no last time." in page
    assert "No comparison: no other services in this group." in page


def test_the_terminal_says_the_same(store: Store, mine: str) -> None:
    text = " ".join(as_text(scorecard_of(store, mine)).split())
    assert "Compared with other services - ● People: about the same as expected in 2 themes" in text
    assert "Since last time - ▲ People: higher than last time in “Theme aa”" in text
