"""Putting the demo into an empty database, through the same doors as real answers."""

from datetime import date, timedelta
from enum import Enum, auto
from itertools import chain

from sqlalchemy import select

from mir.accounts.operations import add_account
from mir.accounts.queries import person_by_email
from mir.concerns.operations import NewContact, name_contact
from mir.concerns.queries import COUNCIL, OUTSIDE, SAFEGUARDING
from mir.db import Store
from mir.demo import council
from mir.demo.afterwards import Past, add_actions
from mir.demo.choosing import choose_together
from mir.demo.plan import PAST_ROUNDS, DemoOrganisation, DemoPerson, DemoService, organisations
from mir.demo.returns import begin_return
from mir.demo.sheets import Sitting, sheets
from mir.providers.models import Organisation, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.respond.sealing import add_sealed, close_round
from mir.rounds.operations import NewRound, open_round
from surveys.edition import Edition
from surveys.load import shipped_edition

SEED = 20181101
"""Every answer of the demo follows from this number."""
SURVEY = "core"
LANGUAGES = ("en", "cy")
"""The second organisation could be in Wales; people everywhere see what a second language looks like."""
BETWEEN_ROUNDS = timedelta(days=182)
OPENED_AGO = timedelta(days=7)
OPEN_FOR = timedelta(days=28)
_SEASONS = ("Winter", "Spring", "Summer", "Autumn")


class Found(Enum):
    """What is in a database before the demo is loaded."""

    NOTHING = auto()
    DEMO = auto()
    PART = auto()
    """A demo that was not loaded to its end."""
    OTHER = auto()
    """Somebody's own organisations."""


def found(store: Store) -> Found:
    """What is in this database."""
    with store.reading() as session:
        names = set(session.scalars(select(Organisation.name)))
    ours = {organisation.name for organisation in organisations()}
    if not names:
        return Found.NOTHING
    if ours <= names and person_by_email(store, _last().email):
        return Found.DEMO
    return Found.PART if names <= ours | {council.NAME} else Found.OTHER


def load(store: Store, today: date, seed: int = SEED) -> None:
    """Write the whole demo. The same seed and day give the same answers, under other random keys."""
    edition = shipped_edition(SURVEY, LANGUAGES)
    number, council_id = 0, council.add_council(store)
    for organisation in organisations():
        organisation_id = add_organisation(store, organisation.name)
        places = []
        for service in organisation.services:
            service_id = add_service(store, organisation_id, service.name, service.kind, service.size)
            rounds = _load_service(store, edition, service_id, (seed, number, service, today))
            named = (service.name, service_id)
            council.share_with(store, council_id, named, rounds[:PAST_ROUNDS], today)
            if service.has_open_round:
                past = Past((rounds[PAST_ROUNDS - 2], rounds[PAST_ROUNDS - 1]), organisation.lead.name, today)
                add_actions(store, service_id, past)
                choose_together(store, service_id, past)
            number += 1
            places.append(service_id)
        _add_people(store, organisation, organisation_id)
        for service_id in places:
            _name_contacts(store, organisation, service_id)
        leader = person_by_email(store, organisation.lead.email)
        if leader:
            begin_return(store, leader.id, places[0], today)


def title(opens_on: date) -> str:
    """What a round that opens on this day is called: Spring 2026."""
    return f"{_SEASONS[opens_on.month % 12 // 3]} {opens_on.year}"


def example(today: date) -> str:
    """The latest closed round of the first service, in words that name it on the command line."""
    return f"{organisations()[0].services[0].name} {title(_opens(today, PAST_ROUNDS - 1))}"


def _opens(today: date, wave: int) -> date:
    return today - OPENED_AGO - BETWEEN_ROUNDS * (PAST_ROUNDS - wave)


def _load_service(
    store: Store, edition: Edition, service_id: str, drawn: tuple[int, int, DemoService, date]
) -> list[str]:
    """The ids of its rounds, in the order of their days."""
    seed, number, service, today = drawn
    made = []
    for wave in range(PAST_ROUNDS + service.has_open_round):
        opens_on = _opens(today, wave)
        new = NewRound(
            service_id=service_id,
            edition=edition,
            title=title(opens_on),
            opens_on=opens_on,
            closes_on=opens_on + OPEN_FOR,
            invited=service.asked,
        )
        round_id = open_round(store, new)
        made.append(round_id)
        sittings = (Sitting(seed, number, service, wave, voice) for voice in edition.voices)
        sent = list(chain.from_iterable(sheets(edition, sitting) for sitting in sittings))
        with store.writing() as session:
            add_sealed(session, edition, round_id, sent)
        if wave < PAST_ROUNDS:
            close_round(store, round_id)
    return made


def _add_people(store: Store, organisation: DemoOrganisation, organisation_id: str) -> None:
    for someone, role in ((organisation.lead, Role.LEAD), (organisation.board, Role.BOARD)):
        account_id = add_account(store, someone.email, someone.name)
        add_member(store, account_id, organisation_id, role)


def _name_contacts(store: Store, organisation: DemoOrganisation, service_id: str) -> None:
    lead, board = organisation.lead, organisation.board
    named = (
        (SAFEGUARDING, lead.name, "safeguarding lead", "01632 960101", lead.email),
        (OUTSIDE, board.name, "trustee", "01632 960102", board.email),
        (COUNCIL, "Adult safeguarding team", "at the council, day and night", "01632 960103", ""),
    )  # numbers that Ofcom keeps for stories
    for use, name, about, phone, email in named:
        reader = person_by_email(store, email) if email else None
        name_contact(store, service_id, NewContact(use, name, about, phone, reader.id if reader else None))


def _last() -> DemoPerson:
    """Whoever is added last: where they are, the demo is whole."""
    return organisations()[-1].board
