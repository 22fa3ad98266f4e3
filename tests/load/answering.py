"""What a question page costs beside the bare floor, and what it weighs. `python -m tests.load.answering`."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from flask import Flask
from flask.testing import FlaskClient

from mir import clock
from mir.app import create_app
from mir.config import Settings
from mir.db import Store
from mir.migrate import upgrade
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists
from surveys.framework import Voice
from surveys.load import shipped_edition
from tests.load.floor import floor

TURNS = 21
QUESTIONS = 35
MOST_RATIO = 2.0
"""A question page may cost at most this many times the floor."""
MOST_FIRST, MOST_QUESTION = 20_000, 12_000
"""Bytes of the first visit with its pictures and stylesheet, and of a question page."""

_TOKEN = re.compile(rb'name="csrf_token"[^>]*value="([^"]+)"')
_OF = re.compile(rb'name="of" value="([^"]+)"')


@dataclass(frozen=True)
class Pages:
    """A way to answer one question and be shown the next; it says where that is."""

    name: str
    step: Callable[[str], str]
    first: str


def our_pages(client: FlaskClient, code: str, presentation: str) -> Pages:
    """Answering the full survey, from the first question on."""
    welcome = client.get(f"/a/{code}")
    begun = client.post(
        f"/a/{code}", data={"presentation": presentation, "csrf_token": _found(_TOKEN, welcome.data)}
    )
    page = client.get(begun.location)
    token, of = _found(_TOKEN, page.data), _found(_OF, page.data)
    helped = client.post("/answer/help", data={"csrf_token": token, "of": of, "help": "none", "go": "next"})

    def step(address: str) -> str:
        moved = client.post(address, data={"csrf_token": token, "of": of, "answer": "agree", "go": "next"})
        client.get(moved.location)
        return moved.location

    return Pages(f"ours, {presentation.replace('_', ' ')}", step, helped.location)


def floor_pages(client: FlaskClient) -> Pages:
    """The same on the floor."""
    token = _found(_TOKEN, client.get("/1").data)

    def step(address: str) -> str:
        moved = client.post(address, data={"csrf_token": token, "answer": "agree"})
        client.get(moved.location)
        return moved.location

    return Pages("floor", step, "/1")


def cost(pages: Pages) -> float:
    """CPU milliseconds of one question: post, save, next page."""
    address = pages.first
    start = process_time()
    for _ in range(QUESTIONS):
        address = pages.step(address)
    return 1000 * (process_time() - start) / QUESTIONS


def _found(pattern: re.Pattern[bytes], page: bytes) -> str:
    found = pattern.search(page)
    if found is None:
        raise LookupError(pattern.pattern.decode())
    return found[1].decode()


@contextmanager
def a_site(folder: Path) -> Iterator[tuple[Callable[[], FlaskClient], str]]:
    """The real site with one open round of the full survey: a maker of browsers, and the code."""
    settings = Settings(folder, f"sqlite:///{folder / 'mir.db'}", "only-for-timing-" * 3, "http://localhost")
    app = create_app(settings)
    store: Store = app.extensions["mir_store"]
    upgrade(store)
    service = add_service(store, add_organisation(store, "Hazel Care"), "Rose House", Kind.CARE_HOME)
    today = clock.today()
    new = NewRound(service, shipped_edition("full"), "Timing", today, today + timedelta(days=9))
    codes = {one.voice: one.shared for one in code_lists(store, open_round(store, new))}
    try:
        yield app.test_client, codes[Voice.PERSON]
    finally:
        store.close()


def first_visit(client: FlaskClient, code: str) -> tuple[int, int]:
    """Bytes of the first page with everything that it asks for, and how many requests that is."""
    page = client.get(f"/a/{code}").data
    links = set(re.findall(rb'(?:href|src)="(/static/[^"]+)"', page))
    size = len(page)
    for link in links:
        with client.get(unescape(link.decode()), headers={"Accept-Encoding": "gzip"}) as answer:
            size += len(answer.data)
    return size, 1 + len(links)


def turn(bare: Flask, browser: Callable[[], FlaskClient], code: str) -> dict[str, float]:
    """What a question costs on the floor and in each presentation, once."""
    ours = (our_pages(browser(), code, way) for way in ("standard", "easy_read"))
    return {pages.name: cost(pages) for pages in (floor_pages(bare.test_client()), *ours)}


def main(arguments: Sequence[str]) -> int:
    """Print the costs, the ratio and the weights, each beside its bar."""
    turns = int(arguments[0]) if arguments else TURNS
    say = sys.stdout.write
    with TemporaryDirectory() as name, a_site(Path(name)) as (browser, code):
        bare = floor(Path(name))
        rounds = [turn(bare, browser, code) for _ in range(turns)]  # in turns: a busy moment falls on all
        weight, requests = first_visit(browser(), code)
        client = browser()
        question = client.get(our_pages(client, code, "easy_read").first).data
    say(f"CPU of a question (post, save, next page), the best of {turns} times {QUESTIONS}:\n")
    best = {pages: min(one[pages] for one in rounds) for pages in rounds[0]}
    for pages, taken in best.items():
        ratio = taken / best["floor"]
        say(f"  {pages:18} {taken:6.2f} ms, {ratio:.2f} of the floor (at most {MOST_RATIO})\n")
    say(f"The first visit: {weight:,} bytes (at most {MOST_FIRST:,}) in {requests} requests (at most 3)\n")
    say(f"A question page: {len(question):,} bytes (at most {MOST_QUESTION:,})\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
