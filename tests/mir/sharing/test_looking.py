"""What a commissioner sees, and everything that must not come out on the way."""

import re
from datetime import timedelta

import pytest

from mir import clock
from mir.actions.operations import Hand, NewAction, NewPledge, make_action, make_pledge, release
from mir.providers.models import Kind
from mir.providers.services import close, merge
from mir.results.scorecard import scorecard_of, scorecard_outside
from mir.rounds.queries import round_card
from mir.sharing.operations import stop
from scoring.card.scorecard import Compared, Score, Withheld
from surveys.framework import Voice
from tests.mir.sharing.conftest import SEVEN, TWELVE, Shire


def test_a_commissioner_comes_to_what_is_shared_and_reads_it_in_two_steps(shire: Shire) -> None:
    share_id = shire.share(shire.world.round_id)
    desk = shire.ada.get("/desk", follow_redirects=True)
    assert desk.request.path == "/shared"
    assert f'href="/shared/{share_id}"' in desk.text
    assert "Services and rounds" not in desk.text  # a place that is not theirs
    page = shire.ada.get(f"/shared/{share_id}").text
    # By hand: (5, 4, 2) and (4, 4, 3) score theme aa 87.5 and 75, the mean is 81.25.
    assert "People score this 81 out of 100" in page or ">81<" in page


def test_nothing_is_shared_until_somebody_does(shire: Shire) -> None:
    page = shire.ada.get("/shared").text
    assert "No service shares results with you yet." in page
    assert "Rose House" not in page
    assert "There is no result to put here." in shire.ada.get("/shared/compare").text


def test_a_score_of_seven_is_for_the_service_alone(shire: Shire) -> None:
    # The service sees families' scores, to the nearest 5; outside nothing is told of fewer than ten.
    mine, theirs = (of(shire.store, shire.world.round_id) for of in (scorecard_of, scorecard_outside))
    family = [next(one for one in card.voices if one.voice is Voice.FAMILY) for card in (mine, theirs)]
    assert isinstance(family[0].overall, Score)
    assert isinstance(family[1].overall, Withheld)
    share_id = shire.share(shire.world.round_id)
    page = shire.ada.get(f"/shared/{share_id}").text
    assert "Fewer than 10 families answered. To protect them we show nothing." in page
    assert str(family[0].overall.mean) not in re.findall(r">(\d+)<", page)
    assert "7 answered" not in page


def test_no_statement_help_comment_difference_code_or_earlier_round_comes_out(shire: Shire) -> None:
    shire.closed("Winter", [(5, 5, 5), (4, 4, 4)] * 20)
    mine, theirs = (of(shire.store, shire.world.round_id) for of in (scorecard_of, scorecard_outside))
    assert any("Winter" in one.sentence for one in mine.since)
    assert not theirs.gaps
    assert not theirs.since
    assert not any(voice.help or voice.before for voice in theirs.voices)
    assert not any(one.statements or one.before for theme in theirs.themes for one in theme.voices)
    wordings = [one.wording for theme in mine.themes for voice in theme.voices for one in voice.statements]
    assert wordings
    share_id = shire.share(shire.world.round_id)
    page = shire.ada.get(f"/shared/{share_id}").text
    for hidden in ("Winter", "Last time", "without help", *wordings, *shire.world.shared.values()):
        assert hidden not in page, hidden


def test_even_of_forty_people_no_single_statement_comes_out(shire: Shire) -> None:
    round_id = shire.closed("Summer", [(5, 4, 2), (2, 4, 3)] * 20)
    mine, theirs = (of(shire.store, round_id) for of in (scorecard_of, scorecard_outside))
    told = [
        [one for theme in card.themes for voice in theme.voices for one in voice.statements]
        for card in (mine, theirs)
    ]
    assert told[0]
    assert not told[1]


def test_only_pledges_that_are_let_out_come_along(shire: Shire) -> None:
    today, of = clock.today(), shire.world
    action = NewAction(of.round_id, "aa", "A secret plan", "Lee", today + timedelta(days=9))
    make_action(shire.store, of.service_id, action, Hand("Lee", today))
    _, told = (
        make_pledge(shire.store, of.service_id, NewPledge(of.round_id, words, words, words, words))
        for words in ("A draft promise", "Music on Thursdays")
    )
    release(shire.store, told, today)
    share_id = shire.share(of.round_id)
    page = shire.ada.get(f"/shared/{share_id}").text
    assert "Music on Thursdays" in page
    assert "A draft promise" not in page
    assert "A secret plan" not in page


def test_another_commissioner_finds_nothing_there(shire: Shire) -> None:
    share_id = shire.share(shire.world.round_id)
    for path in (f"/shared/{share_id}", f"/shared/{share_id}/{shire.world.round_id}"):
        theirs, none = shire.sol.get(path), shire.sol.get(path.replace(share_id, "0" * 32))
        assert (theirs.status_code, theirs.text) == (none.status_code, none.text)
        assert theirs.status_code == 404
    assert "Rose House" not in shire.sol.get("/shared").text
    assert "Rose House" not in shire.sol.get("/shared/compare").text


@pytest.mark.parametrize("path", ["rounds/{round}", "rounds/{round}/results", "rounds/{round}/scorecard.pdf"])
def test_what_is_shared_opens_no_other_page_of_the_service(shire: Shire, path: str) -> None:
    shire.share(shire.world.round_id, from_now=True)
    assert shire.ada.get("/" + path.format(round=shire.world.round_id)).status_code == 404
    assert shire.ada.get(f"/services/{shire.world.service_id}/actions").status_code == 404


def test_a_round_that_is_open_or_not_chosen_is_not_there(shire: Shire) -> None:
    share_id = shire.share(shire.world.round_id)
    open_, kept_back = shire.open("Summer"), shire.closed("Autumn")
    for which in (open_, kept_back, "0" * 32, "\x00", "🌹"):
        assert shire.ada.get(f"/shared/{share_id}/{which}").status_code in {400, 404}


def test_after_sharing_stops_nothing_is_there_any_more(shire: Shire) -> None:
    share_id = shire.share(shire.world.round_id, from_now=True)
    stop(shire.store, shire.world.service_id, shire.north)
    assert shire.ada.get(f"/shared/{share_id}").status_code == 404
    assert "Rose House" not in shire.ada.get("/shared").text + shire.ada.get("/shared/compare").text
    # Sharing again does not bring the old address back.
    again = shire.share(shire.world.round_id)
    assert again != share_id


def test_a_service_that_closes_or_goes_into_another_keeps_what_it_shared_and_shares_no_more(
    shire: Shire,
) -> None:
    oak = shire.service("Oak House")
    later = shire.closed("Spring", service=oak)
    share_id = shire.share(shire.world.round_id, from_now=True)
    merge(shire.store, shire.world.service_id, oak, clock.today())
    page = shire.ada.get("/shared").text
    assert "The service closed" in page
    assert "Oak House" not in page  # what it went into shares for itself
    assert shire.ada.get(f"/shared/{share_id}").status_code == 200
    assert shire.ada.get(f"/shared/{share_id}/{later}").status_code == 404
    close(shire.store, oak, clock.today())
    # A closed service promises no later rounds.
    shire.share(later, from_now=True, service=oak)
    assert "each round that closes from now on" not in shire.ada.get("/shared").text


def test_services_are_found_by_name_organisation_kind_and_region(shire: Shire) -> None:
    shire.share(shire.world.round_id)
    home = shire.service("Elm at Home", Kind.HOME_CARE)
    shire.share(from_now=True, service=home)
    for query, found in (
        ("find=elm", {"Elm at Home"}),
        ("find=hazel", {"Elm at Home", "Rose House"}),
        ("kind=care_home", {"Rose House"}),
        ("region=London", set()),
        ("find=%00%F0%9F%8C%B9", set()),
        (f"find={'x' * 5000}", set()),
    ):
        page = shire.ada.get(f"/shared?{query}").text
        assert {name for name in ("Elm at Home", "Rose House") if name in page} == found, query


def test_the_comparison_is_that_of_the_services_own_scorecard(shire: Shire) -> None:
    homes = [shire.service(f"Home {number:02}") for number in range(11)]
    rounds = [shire.closed("Spring", TWELVE, one) for one in homes]
    mine, theirs = (of(shire.store, rounds[0]) for of in (scorecard_of, scorecard_outside))
    for a, b in zip(mine.themes, theirs.themes, strict=True):
        for own, outside in zip(a.voices, b.voices, strict=True):
            if isinstance(outside.score, Score):
                assert (own.score, own.comparison) == (outside.score, outside.comparison)
                assert isinstance(outside.comparison, Compared)
    assert round_card(shire.store, rounds[0]).title == "Spring"
    for one, round_id in zip(homes, rounds, strict=True):
        shire.share(round_id, service=one)
    page = shire.ada.get("/shared/compare").text
    names = re.findall(r'<th scope="row" class="long"><a [^>]*>([^<]+)<', page)
    assert names == sorted(names)
    assert "11 services, of which 11 can be compared. None of these stands out." in page


def test_one_service_more_that_shares_changes_no_number_of_the_others(shire: Shire) -> None:
    homes = [shire.service(f"Home {number:02}") for number in range(12)]
    rounds = [
        shire.closed("Spring", [(5 - number % 3, 4, 3)] * 12 if number else SEVEN, one)
        for number, one in enumerate(homes)
    ]
    for one, round_id in list(zip(homes, rounds, strict=True))[1:]:
        shire.share(round_id, service=one)
    before = _rows(shire.ada.get("/shared/compare?theme=aa").text)
    shire.share(rounds[0], service=homes[0])  # only seven people answered there
    after = _rows(shire.ada.get("/shared/compare?theme=aa").text)
    hidden = after.pop("Home 00")
    assert before == after
    assert len(before) == 11
    assert "Fewer than 10 people answered." in hidden
    assert re.findall(r"\d+", re.sub(r"<[^>]*>", "", hidden.partition("</th>")[2])) == ["10"]


def _rows(page: str) -> dict[str, str]:
    """Every row of the table by the name of its service."""
    rows = re.findall(r"<tr><th scope=\"row\" class=\"long\">.*?</tr>", page, re.DOTALL)
    return {re.findall(r">([^<]+)</a>", row)[0]: row for row in rows}
