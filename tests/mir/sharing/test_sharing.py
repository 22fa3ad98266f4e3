"""A lead shares results, changes what is shared, and stops; each is in the record of both sides."""

import pytest
from flask.testing import FlaskClient
from html5lib import HTMLParser
from sqlalchemy import delete

from mir.audit.queries import deeds, every
from mir.db import Store
from mir.providers.models import Membership, Role
from mir.respond.sealing import close_round
from mir.sharing.queries import by_service
from tests.mir.sharing.conftest import Shire

NOBODY = "0" * 32


def at(shire: Shire) -> str:
    return f"/services/{shire.world.service_id}/sharing"


def what(store: Store, organisation_id: str) -> list[tuple[str, str, str]]:
    """Who did what in an organisation, the latest first."""
    return [(one.who, one.what, one.about) for one in deeds(store, organisation_id)]


def test_a_lead_shares_a_closed_round_and_both_sides_have_it_in_their_record(
    shire: Shire, lead: FlaskClient
) -> None:
    page = lead.get(at(shire))
    assert "Nobody outside Hazel Care reads what people said here." in page.text
    assert "Northshire Council" in page.text
    assert "Hazel Care</option>" not in page.text  # nobody there is a commissioner
    form = {"reader": shire.north, "rounds": [shire.world.round_id]}
    assert lead.post(f"{at(shire)}/with", data=form).status_code == 302
    assert "Spring" in lead.get(at(shire)).text
    (one,) = by_service(shire.store, shire.world.service_id)
    assert ([card.title for card in one.rounds], one.from_now) == (["Spring"], False)
    assert what(shire.store, shire.world.organisation_id)[0] == (
        "lead@example.org", "shared results", "Rose House with Northshire Council: 1 closed round",
    )  # fmt: skip
    assert what(shire.store, shire.north)[0] == (
        "lead@example.org", "shared results", "Hazel Care, Rose House with us: 1 closed round",
    )  # fmt: skip


def test_the_lead_reads_beforehand_exactly_what_will_be_seen(shire: Shire, lead: FlaskClient) -> None:
    share_id = shire.share(shire.world.round_id)
    before = lead.get(f"{at(shire)}/with?reader={shire.north}").text
    assert "What they will see" in before
    assert "Scores of fewer than ten" not in before
    assert "A score of fewer than ten people, even where you see it yourself." in before
    mine, theirs = lead.get(f"{at(shire)}/see").text, shire.ada.get(f"/shared/{share_id}").text
    assert _result(mine) == _result(theirs)


def test_reading_is_in_the_record_of_both_sides_and_looking_beforehand_is_not(
    shire: Shire, lead: FlaskClient
) -> None:
    share_id = shire.share(shire.world.round_id)
    lead.get(f"{at(shire)}/see")
    assert not [one for one in what(shire.store, shire.north) if "read" in one[1]]
    shire.ada.get(f"/shared/{share_id}")
    assert what(shire.store, shire.world.organisation_id)[0] == (
        "ada@north.example", "read a shared result", "Rose House: Spring, as Northshire Council",
    )  # fmt: skip
    assert what(shire.store, shire.north)[0] == (
        "ada@north.example", "read a shared result", "Hazel Care, Rose House: Spring",
    )  # fmt: skip
    shire.ada.get("/shared/compare")
    compared = ("ada@north.example", "compared shared results", "All themes together: people: Rose House")
    assert what(shire.store, shire.world.organisation_id)[0] == compared
    assert what(shire.store, shire.north)[0] == compared


def test_comparing_again_on_the_same_day_writes_nothing_and_locks_nothing(
    shire: Shire, monkeypatch: pytest.MonkeyPatch
) -> None:
    shire.share(shire.world.round_id)
    shire.ada.get("/shared/compare")
    before = every(shire.store)
    monkeypatch.delattr(Store, "writing")
    assert shire.ada.get("/shared/compare").status_code == 200
    assert every(shire.store) == before


def test_what_was_read_stays_in_the_record_when_sharing_stops(shire: Shire, lead: FlaskClient) -> None:
    share_id = shire.share(shire.world.round_id)
    assert shire.ada.get(f"/shared/{share_id}").status_code == 200
    stopped = lead.post(f"{at(shire)}/stop", data={"reader": shire.north}, follow_redirects=True)
    assert "What was read stays in the record." in stopped.text
    done = [one[1] for one in what(shire.store, shire.world.organisation_id)]
    assert done[:3] == ["stopped sharing results", "read a shared result", "shared results"]
    assert what(shire.store, shire.north)[0][1] == "stopped sharing results"
    # Pressed twice, there is nothing more to stop.
    assert lead.post(f"{at(shire)}/stop", data={"reader": shire.north}).status_code == 404


def test_nothing_chosen_keeps_the_page_and_shares_nothing(shire: Shire, lead: FlaskClient) -> None:
    sent = lead.post(f"{at(shire)}/with", data={"reader": shire.north})
    assert sent.status_code == 422
    assert "Choose at least one result, or each one from now on." in sent.text
    assert not by_service(shire.store, shire.world.service_id)


@pytest.mark.parametrize("reader", ["", NOBODY, "\x00", "🌹" * 100, "own"])
def test_an_organisation_that_reads_nothing_is_as_one_that_is_not_there(
    shire: Shire, lead: FlaskClient, reader: str
) -> None:
    named = shire.world.organisation_id if reader == "own" else reader
    for sent in (
        lead.get(f"{at(shire)}/with", query_string={"reader": named}),
        lead.post(f"{at(shire)}/with", data={"reader": named, "from_now": "yes"}),
        lead.post(f"{at(shire)}/stop", data={"reader": named}),
    ):
        assert sent.status_code in {400, 404}
    assert not by_service(shire.store, shire.world.service_id)


def test_an_open_round_and_anothers_round_cannot_be_shared(shire: Shire, lead: FlaskClient) -> None:
    elsewhere = shire.closed("Spring", service=shire.service("Oak House"))
    for round_id in (shire.open("Summer"), elsewhere, NOBODY, "x" * 5000):
        form = {"reader": shire.north, "rounds": [shire.world.round_id, round_id]}
        assert lead.post(f"{at(shire)}/with", data=form).status_code == 404
    assert not by_service(shire.store, shire.world.service_id)


def test_from_now_on_is_what_closes_later_and_not_what_was_closed(shire: Shire) -> None:
    waiting = shire.open("Summer")
    share_id = shire.share(from_now=True)
    assert "The next round that closes will stand here." in shire.ada.get(f"/shared/{share_id}").text
    close_round(shire.store, waiting)
    assert shire.ada.get(f"/shared/{share_id}/{waiting}").status_code == 200
    assert shire.ada.get(f"/shared/{share_id}/{shire.world.round_id}").status_code == 404
    # A round that closed while the lead chose is not among what was chosen: it is kept back.
    shire.share(shire.world.round_id, from_now=True)
    assert shire.ada.get(f"/shared/{share_id}/{waiting}").status_code == 404


def test_where_the_last_commissioner_left_a_lead_still_changes_and_stops(
    shire: Shire, lead: FlaskClient
) -> None:
    shire.share(shire.world.round_id)
    with shire.store.writing() as session:
        session.execute(delete(Membership).where(Membership.organisation_id == shire.north))
    assert "Spring" in lead.get(f"{at(shire)}/with?reader={shire.north}").text
    form = {"reader": shire.north, "from_now": "yes"}
    assert lead.post(f"{at(shire)}/with", data=form).status_code == 302
    assert shire.ada.get("/shared").status_code == 403
    assert lead.post(f"{at(shire)}/stop", data={"reader": shire.north}).status_code == 302
    assert lead.post(f"{at(shire)}/with", data=form).status_code == 404


def test_only_a_lead_shares_and_only_what_is_theirs(shire: Shire) -> None:
    for role, status in ((Role.MANAGER, 403), (Role.BOARD, 403), (Role.SUPPORTER, 403)):
        browser = shire.browser(f"{role}@hazel.example", shire.world.organisation_id, role)
        assert browser.get(at(shire)).status_code == status
    form = {"reader": shire.north, "rounds": [shire.world.round_id]}
    assert shire.ada.post(f"{at(shire)}/with", data=form).status_code == 404


def test_every_page_is_valid_html_with_unique_ids(shire: Shire, lead: FlaskClient) -> None:
    share_id = shire.share(shire.world.round_id, from_now=True)
    of = f"/organisations/{shire.world.organisation_id}/sharing"
    pages = [
        lead.get(one) for one in (of, at(shire), f"{at(shire)}/with?reader={shire.north}", f"{at(shire)}/see")
    ]
    pages += [shire.ada.get(one) for one in ("/shared", "/shared/compare", f"/shared/{share_id}")]
    pages += [shire.sol.get(one) for one in ("/shared", "/shared/compare")]
    for page in pages:
        assert page.status_code == 200
        tree = HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.text)
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        assert len(ids) == len(set(ids))
        assert len(list(tree.iter("h1"))) == 1


def _result(page: str) -> str:
    """The shared result itself, from its first heading to its last."""
    return page[page.index('<h2 id="who">') : page.index('<h2 id="counted">')]
