"""Somebody of every role, each with a browser, and things of their organisation to look for."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from mir import clock
from mir.accounts.operations import add_account, make_owner, make_sign_in_link
from mir.actions.operations import Hand, NewAction, NewPledge, make_action, make_pledge
from mir.api.operations import NewKey, make_key
from mir.api.operations import Scope as Reads
from mir.api.queries import keys_of
from mir.authoring import changes
from mir.authoring.making import made_of, read
from mir.authoring.operations import Step, save, start
from mir.authoring.queries import survey_for
from mir.authoring.words import OTHER_PARTS
from mir.choosing.operations import begin as begin_meeting
from mir.concerns.operations import Message, NewContact, leave_message, name_contact
from mir.concerns.queries import SAFEGUARDING, Route, concerns_for
from mir.db import Store
from mir.providers.models import Kind, Role
from mir.providers.operations import Scope, add_member, add_organisation, add_service
from mir.respond.sealing import close_round
from mir.returns.adding import Hand as Writer
from mir.returns.adding import NewEvidence
from mir.returns.files import Kept
from mir.returns.operations import NewAnswer, set_finished
from mir.returns.operations import save as save_line
from mir.returns.operations import start as begin
from mir.returns.queries import whole
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import edition, round_card
from mir.running.handouts import Choice
from mir.running.operations import invite
from mir.sharing.operations import Given, share
from mir.sharing.queries import by_service
from mir.tablet.devices import set_up
from mir.tablet.links import lock, make_link
from surveys.framework import Presentation, Voice
from surveys.load import SHIPPED
from tests.access.table import Route as Address
from tests.conftest import World

NOWHERE = "0" * 32
OWN = """
questions:
  - code: why
    kind: long_text
    wordings: {standard: What would make it better?, easy_read: What would be better?}
"""


@dataclass(frozen=True)
class Site:
    """The site with somebody of every role. `things` fills the places of an address."""

    app: Flask
    store: Store
    database: Path
    accounts: dict[str, str]
    things: dict[str, str]

    def browser(self, who: str) -> FlaskClient:
        """A browser in which this one has signed in; one in which nobody has for “nobody”."""
        client = self.app.test_client()
        if who != "nobody":
            secret = make_sign_in_link(self.store, self.accounts[who], clock.now())
            assert client.post(f"/sign-in/{secret}").status_code == 302
        return client

    def address(self, route: Address, *, nowhere: bool = False) -> str:
        """The address of a thing that is there, or of one that is not."""
        found = route.rule
        for name in route.names:
            value = NOWHERE if nowhere and name.endswith("_id") else self.things[name]
            for written in (f"<{name}>", f"<int:{name}>", f"<path:{name}>"):
                found = found.replace(written, value)
        assert "<" not in found, f"say in tests/access/conftest.py what stands for the places of {found}"
        return found

    def untouched(self) -> Callable[[], None]:
        """What puts everything back as it is now."""
        kept = self.database.with_suffix(".kept")
        self.store.engine.dispose()
        self.store.sweep()
        shutil.copy(self.database, kept)

        def put_back() -> None:
            self.store.engine.dispose()
            for extra in ("-wal", "-shm"):
                Path(f"{self.database}{extra}").unlink(missing_ok=True)
            shutil.copy(kept, self.database)

        return put_back


@pytest.fixture
def site(app: Flask, store: Store, world: World, tmp_path: Path) -> Site:
    """Hazel Care with Rose House and Oak House, everybody who belongs to it, and Rowan Support."""
    accounts = _accounts(store, world)
    return Site(
        app,
        store,
        tmp_path / "mir.db",
        accounts,
        {
            "round_id": world.round_id,
            "service_id": world.service_id,
            "organisation_id": world.organisation_id,
            "survey_id": _survey(store, world, accounts["lead"]),
            **_return(store, world, accounts["lead"]),
            "account_id": accounts["board"],
            "concern_id": _message(store, world, accounts["lead"]),
            "action_id": _action(store, world),
            "meeting_id": begin_meeting(store, _round_before(store, world, "Chosen"), clock.today()),
            "pledge_id": _pledge(store, world),
            "address": "no-such-page",
            "code": world.shared[Voice.PERSON],
            "voice": "staff",
            "version": "1",
            "secret": "a-secret-that-nobody-has",
            "filename": "answer.css",
            "key": "core",
            "name": "0" * 64,
            "edition": "0" * 12,
            "device_id": _tablet(store, world),
            "edition_hash": round_card(store, world.round_id).edition_hash,
            **_share(store, world),
            "key_id": _key(store, world, accounts["lead"]),
        },
    )


def _accounts(store: Store, world: World) -> dict[str, str]:
    """An account for everybody, by what they are."""
    oak = add_service(store, world.organisation_id, "Oak House", Kind.CARE_HOME, 8)
    rowan = add_organisation(store, "Rowan Support")
    members: dict[str, tuple[str, Role, Scope]] = {
        "lead": (world.organisation_id, Role.LEAD, None),
        "manager": (world.organisation_id, Role.MANAGER, (world.service_id,)),
        "manager of another service": (world.organisation_id, Role.MANAGER, (oak,)),
        "supporter": (world.organisation_id, Role.SUPPORTER, (world.service_id,)),
        "supporter of no service": (world.organisation_id, Role.SUPPORTER, ()),
        "board": (world.organisation_id, Role.BOARD, None),
        "commissioner": (world.organisation_id, Role.COMMISSIONER, None),
        "stranger": (rowan, Role.LEAD, None),
    }
    invited = [f"staff{number}@example.net" for number in range(5)]
    invite(store, world.round_id, Choice(Voice.STAFF, Presentation.STANDARD, "en"), invited, clock.today())
    accounts = {
        "nobody's colleague": add_account(store, "alone@example.net", "Al Alone"),
        "owner": add_account(store, "owner@example.net", "Ola Owner"),
    }
    make_owner(store, accounts["owner"])
    for who, (organisation_id, role, services) in members.items():
        accounts[who] = add_account(store, f"{who.replace(' ', '.')}@example.net", who.title())
        add_member(store, accounts[who], organisation_id, role, services)
    return accounts


def _survey(store: Store, world: World, maker: str) -> str:
    """A survey that was changed once, so that there is something to go back to."""
    survey_id = start(
        store,
        maker,
        world.organisation_id,
        read((SHIPPED / "surveys" / "core.yaml").read_text("utf-8") + OWN, "core").survey,
    )
    kept = survey_for(store, maker, survey_id)
    making = read(kept.text, kept.slug)
    parted = changes.divided(making.survey, making.framework, OTHER_PARTS)
    save(store, maker, survey_id, Step(kept.version, "Divided it", made_of(parted).text))
    return survey_id


def _round_before(store: Store, world: World, title: str) -> str:
    """A closed round, for what was done because of it."""
    card = round_card(store, world.round_id)
    new = NewRound(world.service_id, edition(store, card.edition_hash), title, card.opens_on, card.opens_on)
    round_id = open_round(store, new)
    close_round(store, round_id)
    return round_id


def _action(store: Store, world: World) -> str:
    new = NewAction(_round_before(store, world, "Earlier"), "aa", "Music", "Lee", clock.today())
    return make_action(store, world.service_id, new, Hand("Lee", clock.today()))


def _share(store: Store, world: World) -> dict[str, str]:
    """What Rose House shares with its own organisation, in which there is a commissioner."""
    which = _round_before(store, world, "Long before")
    share(store, world.service_id, world.organisation_id, Given((which,), from_now=True), clock.today())
    return {"share_id": by_service(store, world.service_id)[0].id, "which": which}


def _pledge(store: Store, world: World) -> str:
    new = NewPledge(_round_before(store, world, "Before"), "Said", "Did", "Said", "Did")
    return make_pledge(store, world.service_id, new)


def _key(store: Store, world: World, maker: str) -> str:
    make_key(store, maker, world.organisation_id, NewKey("Dashboard", frozenset(Reads)), clock.today())
    return keys_of(store, world.organisation_id)[0].id


def _tablet(store: Store, world: World) -> str:
    secret = make_link(store, world.round_id)
    return set_up(store, lock(store, secret), secret, "Lounge", clock.today())


def _return(store: Store, world: World, writer: str) -> dict[str, str]:
    """A finished return with a file, so that the board may read it."""
    hand, line = Writer(writer, clock.now()), "safe_safeguarding"
    return_id = begin(store, hand, world.service_id, "cqc-saf-2024")
    file = Kept("log.txt", "txt", b"what we learnt")
    added = NewEvidence(line, "file", "log.txt", "", "other", clock.today(), file)
    save_line(store, hand, return_id, NewAnswer(line, 0, "3", "We talk."), (added,))
    set_finished(store, hand, return_id, finished=True)
    piece = whole(store, writer, return_id).pieces[0]
    return {"return_id": return_id, "line": line, "evidence_id": piece.id}


def _message(store: Store, world: World, reader: str) -> str:
    contact = NewContact(SAFEGUARDING, "Lee Lead", "lead", "01632 960001", reader)
    name_contact(store, world.service_id, contact)
    route = Route(world.service_id, SAFEGUARDING, reader, "Lee Lead", "lead")
    leave_message(store, route, Message("I am scared"), clock.today())
    return concerns_for(store, reader)[0].id


def refused(answer: TestResponse) -> str:
    """How somebody was kept out: “sign in”, “refused”, “nothing there”, or nothing for whoever got in."""
    if answer.mimetype == "application/problem+json":
        return ""  # for programs there is no page to sign in on (tests/mir/api)
    if answer.status_code in {302, 401} and "/sign-in" in answer.headers.get("Location", "/sign-in"):
        return "sign in"
    return {403: "refused", 404: "nothing there"}.get(answer.status_code, "")
