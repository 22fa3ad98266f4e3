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
from mir.accounts.operations import add_account, make_sign_in_link
from mir.authoring import changes
from mir.authoring.making import made_of, read
from mir.authoring.operations import Step, save, start
from mir.authoring.pages import shipped_text
from mir.authoring.queries import survey_for
from mir.authoring.words import OTHER_PARTS
from mir.concerns.operations import Message, NewContact, leave_message, name_contact
from mir.concerns.queries import SAFEGUARDING, Route, concerns_for
from mir.db import Store
from mir.providers.models import Kind, Role
from mir.providers.operations import Scope, add_member, add_organisation, add_service
from mir.running.handouts import Choice
from mir.running.operations import invite
from surveys.framework import Presentation, Voice
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
    accounts = {"nobody's colleague": add_account(store, "alone@example.net", "Al Alone")}
    for who, (organisation_id, role, services) in members.items():
        accounts[who] = add_account(store, f"{who.replace(' ', '.')}@example.net", who.title())
        add_member(store, accounts[who], organisation_id, role, services)
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
            "concern_id": _message(store, world, accounts["lead"]),
            "code": world.shared[Voice.PERSON],
            "voice": "staff",
            "version": "1",
            "secret": "a-secret-that-nobody-has",
            "filename": "answer.css",
            "key": "core",
            "name": "0" * 64,
        },
    )


def _survey(store: Store, world: World, maker: str) -> str:
    """A survey that was changed once, so that there is something to go back to."""
    survey_id = start(store, maker, world.organisation_id, read(shipped_text("core") + OWN, "core").survey)
    kept = survey_for(store, maker, survey_id)
    making = read(kept.text, kept.slug)
    parted = changes.divided(making.survey, making.framework, OTHER_PARTS)
    save(store, maker, survey_id, Step(kept.version, "Divided it", made_of(parted).text))
    return survey_id


def _message(store: Store, world: World, reader: str) -> str:
    contact = NewContact(SAFEGUARDING, "Lee Lead", "lead", "01632 960001", reader)
    name_contact(store, world.service_id, contact)
    route = Route(world.service_id, SAFEGUARDING, reader, "Lee Lead", "lead")
    leave_message(store, route, Message("I am scared"), clock.today())
    return concerns_for(store, reader)[0].id


def refused(answer: TestResponse) -> str:
    """How somebody was kept out: “sign in”, “refused”, “nothing there”, or nothing for whoever got in."""
    if answer.status_code in {302, 401} and "/sign-in" in answer.headers.get("Location", "/sign-in"):
        return "sign in"
    return {403: "refused", 404: "nothing there"}.get(answer.status_code, "")
