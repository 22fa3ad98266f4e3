"""What every test may ask for: a small edition, a store, an organisation with an open round, the site."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.engine import make_url

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.app import create_app
from mir.config import Settings
from mir.db import Store
from mir.migrate import upgrade
from mir.providers.models import Kind, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists
from surveys.edition import Edition, publish
from surveys.framework import Voice
from tests import once
from tests.postgres import own_database
from tests.small import small_framework, small_survey

_skipped: list[str] = []

# No test depends on how fast the machine is.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole", action="store_true", help="a test that was skipped is a failure")


def pytest_configure() -> None:
    once.compile_addresses_once()
    once.do_not_wait()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if session.config.getoption("--whole") and _skipped and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


SECRET = "only-for-tests-" * 3


@pytest.fixture(scope="session")
def edition() -> Edition:
    return publish(small_framework(), small_survey())


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        home=tmp_path,
        database_url=f"sqlite:///{tmp_path / 'mir.db'}",
        secret_key=SECRET,
        url="http://localhost",
    )


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The site on an empty database."""
    (settings.home / "mir.db").write_bytes(once.empty_database(once.tables))
    app = create_app(settings)
    app.jinja_env.bytecode_cache = once.COMPILED
    app.config["WTF_CSRF_ENABLED"] = False  # tests that mean to forge a form switch it on
    app.extensions["mir_postman"].by_hand = True
    yield app
    app.extensions["mir_store"].close()


@pytest.fixture
def store(app: Flask) -> Store:
    found: Store = app.extensions["mir_store"]
    return found


@pytest.fixture(scope="session")
def upgraded_postgres() -> Iterator[str]:
    """The name of a PostgreSQL database that migrations made, to be copied."""
    with own_database() as url:
        store = Store(url)
        upgrade(store)
        store.close()
        yield make_url(url).database or ""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def own_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store without a site around it, on either kind of database, as migrations make it."""
    with ExitStack() as stack:
        url = f"sqlite:///{tmp_path / 'mir.db'}"
        if request.param == "postgres":
            url = stack.enter_context(own_database(request.getfixturevalue("upgraded_postgres")))
        else:
            (tmp_path / "mir.db").write_bytes(once.empty_database(upgrade))
        store = Store(url, SECRET)
        yield store
        store.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@dataclass(frozen=True)
class World:
    """One organisation with one service, one open round of the small edition, and its lead."""

    organisation_id: str
    service_id: str
    round_id: str
    lead_id: str
    shared: dict[Voice, str]
    """The shared code of each voice."""


@pytest.fixture
def world(store: Store, edition: Edition) -> World:
    organisation_id = add_organisation(store, "Hazel Care")
    service_id = add_service(store, organisation_id, "Rose House", Kind.CARE_HOME, 24)
    lead_id = add_account(store, "lead@example.org", "Lee Lead")
    add_member(store, lead_id, organisation_id, Role.LEAD)
    today = clock.today()
    round_id = open_round(
        store,
        NewRound(
            service_id=service_id,
            edition=edition,
            title="Spring",
            opens_on=today - timedelta(days=7),
            closes_on=today + timedelta(days=21),
            invited={Voice.PERSON: 20, Voice.STAFF: 30},
        ),
    )
    shared = {codes.voice: codes.shared for codes in code_lists(store, round_id)}
    return World(organisation_id, service_id, round_id, lead_id, shared)


@pytest.fixture
def lead(client: FlaskClient, store: Store, world: World) -> FlaskClient:
    """A browser in which the lead has signed in."""
    secret = make_sign_in_link(store, world.lead_id, clock.now())
    assert client.post(f"/sign-in/{secret}").status_code == 302
    return client
