"""An address of one's own with a thing of somebody else's in it: as if there were no such thing."""

from dataclasses import dataclass

import pytest

from mir import clock
from mir.db import Store
from mir.providers.models import Kind
from mir.providers.operations import add_service
from mir.providers.register import organisations
from mir.respond.sealing import close_round
from mir.returns.adding import Hand
from mir.returns.operations import start
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import edition, round_card
from tests.access.conftest import Site


@dataclass(frozen=True)
class Own:
    """What the lead of Rowan Support has."""

    organisation_id: str
    service_id: str
    round_id: str
    return_id: str


@pytest.fixture
def own(site: Site, store: Store) -> Own:
    (rowan,) = (one.id for one in organisations(store) if one.name == "Rowan Support")
    service_id, today = add_service(store, rowan, "Elm House", Kind.CARE_HOME, 9), clock.today()
    asked = edition(store, site.things["edition_hash"])
    close_round(store, open_round(store, NewRound(service_id, asked, "Earlier", today, today)))
    round_id = open_round(store, NewRound(service_id, asked, "Now", today, today))
    writer = Hand(site.accounts["stranger"], clock.now())
    return Own(rowan, service_id, round_id, start(store, writer, service_id, "cqc-saf-2024"))


READS = (
    "/rounds/{own.round_id}/qr/{code}.svg",
    "/returns/{own.return_id}/files/{evidence_id}",
    "/organisations/{own.organisation_id}/people/{account_id}",
    "/organisations/{own.organisation_id}/people/{account_id}/remove",
    "/services/{own.service_id}/actions/new?round={round_id}",
    "/services/{own.service_id}/pledges/new?round={round_id}",
    "/services/{own.service_id}/open/{survey_id}",
)
WRITES: tuple[tuple[str, dict[str, str]], ...] = (
    ("/returns/{own.return_id}/lines/{line}", {"version": "0", "go": "remove:{evidence_id}"}),
    ("/returns/{own.return_id}/lines/{line}/earlier/1", {"version": "0"}),
    ("/organisations/{own.organisation_id}/people/{account_id}", {"role": "lead"}),
    ("/organisations/{own.organisation_id}/people/{account_id}/remove", {}),
    ("/organisations/{own.organisation_id}/people/{account_id}/invite-again", {}),
    ("/organisations/{own.organisation_id}/keys/{key_id}/take-back", {}),
    ("/organisations/{own.organisation_id}/people/invite", {
        "name": "Pat", "email": "pat@example.net",
        "role": "manager", "reach": "some", "services": "{service_id}",
    }),
    ("/services/{own.service_id}/actions/new", {"round": "{round_id}", "what": "Music"}),
    ("/services/{own.service_id}/pledges/new", {"round": "{round_id}", "said": "Said"}),
    ("/services/{own.service_id}/open/{survey_id}", {"title": "Next"}),
)  # fmt: skip


@pytest.mark.parametrize("address", READS)
def test_nothing_of_somebody_elses_is_read_through_ones_own(site: Site, own: Own, address: str) -> None:
    answer = site.browser("stranger").get(address.format(own=own, **site.things))
    assert answer.status_code == 404
    assert "Rose House" not in answer.text


@pytest.mark.parametrize(("address", "form"), WRITES)
def test_nothing_of_somebody_elses_is_changed_through_ones_own(
    site: Site, own: Own, address: str, form: dict[str, str]
) -> None:
    sent = {name: value.format(own=own, **site.things) for name, value in form.items()}
    answer = site.browser("stranger").post(address.format(own=own, **site.things), data=sent)
    assert answer.status_code == 404
    assert "Rose House" not in answer.text


def test_a_service_goes_into_no_service_of_somebody_elses(site: Site, own: Own, store: Store) -> None:
    browser = site.browser("stranger")
    told = [
        browser.post(f"/services/{own.service_id}/close", data={"into": into}).text
        for into in (site.things["service_id"], "0" * 32)
    ]
    assert told[0] == told[1]
    assert round_card(store, own.round_id).service.closed is False
