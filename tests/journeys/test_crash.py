"""The server is killed again and again while many people answer: nothing acknowledged is lost or doubled."""

import os
import random
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from mir import clock
from mir.db import Store
from mir.migrate import upgrade
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.respond.models import Draft, Sheet
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists, edition
from surveys.answers import unpack
from surveys.framework import Voice
from surveys.load import shipped_edition
from tests.conftest import SECRET
from tests.journeys.browser import SmallBrowser, token
from tests.mir.test_server import free_port
from tests.postgres import own_database

ROOT = Path(__file__).parents[2]
KILLS, EVERY_TENTH = 6, 10
DIGITS = ("disagree_a_lot", "disagree", "in_the_middle", "agree", "agree_a_lot")
ASKED = 6


def taps(number: int) -> tuple[str, ...]:
    """Six answers that tell this person from every other: the number in base five, and a check."""
    digits = [number // 5**place % 5 for place in range(ASKED - 1)]
    return tuple(DIGITS[digit] for digit in (*digits, sum(digits) % 5))


@dataclass
class Server:
    """The real server with two workers, which can be killed and started again."""

    url: str
    home: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; it answers a moment later."""
        settings = {"MIR_HOME": str(self.home), "MIR_SECRET_KEY": SECRET}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mir.cli", "serve", "--port", str(self.port), "--workers", "2"],
            cwd=ROOT,
            env={**os.environ, **settings, "MIR_DATABASE_URL": self.url},  # noqa: TID251 - a server of the test's own
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def kill(self) -> None:
        """SIGKILL to the server and all its workers, whatever they are doing."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@dataclass(frozen=True)
class World:
    """One open round of the short survey on a server that can be killed."""

    store: Store
    server: Server
    round_id: str
    code: str


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    with ExitStack() as stack:
        url = f"sqlite:///{tmp_path / 'mir.db'}"
        if request.param == "postgres":
            url = stack.enter_context(own_database())
        store = Store(url, SECRET)
        stack.callback(store.close)
        upgrade(store)
        service = add_service(store, add_organisation(store, "Hazel Care"), "Rose House", Kind.CARE_HOME)
        today = clock.today()
        new = NewRound(service, shipped_edition("core"), "Crash", today, today + timedelta(days=9))
        round_id = open_round(store, new)
        codes = {one.voice: one.shared for one in code_lists(store, round_id)}
        server = Server(url, tmp_path, free_port())
        stack.callback(server.kill)
        server.start()
        yield World(store, server, round_id, codes[Voice.PERSON])


def journey(world: World, number: int) -> int:
    """One person from the code to the thanks; every tenth goes away before sending. How often it hung."""
    browser = SmallBrowser(world.server.port)
    forged = token(browser.get("/"))
    page = browser.get(browser.post(f"/a/{world.code}", presentation="easy_read", csrf_token=forged))
    of = re.findall(r'name="of" value="([^"]+)"', page)[0]
    browser.post("/answer/before", csrf_token=forged, of=of, go="yes")
    where = browser.post("/answer/help", csrf_token=forged, of=of, help="none", go="next")
    for answer in taps(number):
        where = browser.post(where, csrf_token=forged, of=of, answer=answer, go="next")
    if number % EVERY_TENTH:
        assert browser.post("/answer/send", csrf_token=forged, of=of) == "/thanks"
    browser.close()
    return browser.lost


class Killer(threading.Thread):
    """Kills the server at random moments and starts it again, as long as people answer."""

    def __init__(self, server: Server) -> None:
        super().__init__(daemon=True)
        self.server, self.kills, self.done = server, 0, threading.Event()

    def run(self) -> None:
        """Kill and start, kill and start."""
        chance = random.Random()  # noqa: S311 - moments, not secrets
        while self.kills < KILLS and not self.done.wait(chance.uniform(0.8, 2.5)):
            self.server.kill()
            self.kills += 1
            self.server.start()


def test_a_server_killed_at_random_loses_and_doubles_nothing(
    world: World, request: pytest.FixtureRequest
) -> None:
    people = 500 if "sqlite" in request.node.name else 200
    killer = Killer(world.server)
    with ThreadPoolExecutor(people) as pool:
        journey(world, people)  # the server is up, and one person has gone all the way
        killer.start()
        lost = sum(pool.map(lambda number: journey(world, number), range(people)))
    killer.done.set()
    killer.join()
    world.server.kill()
    assert killer.kills, "everybody was done before the server was killed"
    assert lost, "nobody was answering when it was killed"
    assert_all_kept(world, people + 1)


def assert_all_kept(world: World, people: int) -> None:
    """Every page of those who went away is in a draft, and everybody who sent has one sheet."""
    asked = edition(world.store, shipped_edition("core").hash)
    first = [statement.code for statement in asked.statements[:ASKED]]
    away = Counter(taps(number) for number in range(people) if number % EVERY_TENTH == 0)
    sent = Counter(taps(number) for number in range(people) if number % EVERY_TENTH)
    with world.store.reading() as session:
        drafts = session.scalars(select(Draft).where(~Draft.sent)).all()
        kept = Counter(tuple(draft.answers.get(code, "") for code in first) for draft in drafts)
    assert away - kept == Counter(), "an acknowledged page is lost"
    assert close_round(world.store, world.round_id) == sent.total()
    with world.store.reading() as session:
        sheets = [unpack(asked, sheet.answers) for sheet in session.scalars(select(Sheet))]
    assert Counter(tuple(sheet[code] for code in first) for sheet in sheets) == sent
