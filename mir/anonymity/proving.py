"""The proof: a scratch database, known people, copies between all they do, and every attack on them."""

import logging
import secrets
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import create_engine, make_url

from mir import clock
from mir.anonymity import attacks, chance
from mir.anonymity.answering import Visit
from mir.anonymity.attacks import Attack
from mir.anonymity.evidence import Evidence
from mir.anonymity.looks import look
from mir.anonymity.people import Doors, make
from mir.app import create_app
from mir.config import Settings
from mir.db import Store
from mir.migrate import upgrade
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, make_codes, open_round
from mir.rounds.queries import code_lists
from surveys.edition import Edition
from surveys.framework import Voice

LEVEL = 0.0001
"""A false alarm in at most one of 10,000 proofs."""
SINGLE = 4
"""How many of each voice have a code of their own."""

Prepare = Callable[[Store], None]


@dataclass(frozen=True)
class Proof:
    """What came of it. `over` are the attacks that did better than chance: none, if the promise holds."""

    database: str
    people: int
    copies: int
    smallest: int
    tried: tuple[Attack, ...]
    over: tuple[Attack, ...]
    files_read: bool


def prove(
    url: str, edition: Edition, people: int, seeds: Sequence[int], prepare: Prepare | None = None
) -> Proof:
    """Fill a scratch database for each seed and attack it.

    `url` is empty for a SQLite file, or names a PostgreSQL server, on which a
    database is made and dropped. `prepare` may change the fresh database.
    """
    held = [_round(url, edition, people, seed, prepare) for seed in seeds]
    by_way: dict[str, list[Attack]] = defaultdict(list)
    for evidence in held:
        for attack in attacks.all_ways(evidence):
            by_way[attack.way].append(attack)
    tried = tuple(_together(way, found) for way, found in by_way.items())
    refused = chance.holm([attack.chance for attack in tried], LEVEL)
    return Proof(
        database="PostgreSQL" if url else "SQLite",
        people=people * len(held),
        copies=sum(len(evidence.looks) for evidence in held),
        smallest=min(attacks.smallest(evidence) for evidence in held),
        tried=tried,
        over=tuple(attack for attack, is_over in zip(tried, refused, strict=True) if is_over),
        files_read=all(evidence.final.raw for evidence in held),
    )


def _together(way: str, found: list[Attack]) -> Attack:
    guessed = [attack.guessed for attack in found if attack.guessed is not None]
    return Attack(
        way,
        sum(attack.found for attack in found),
        sum(attack.people for attack in found),
        sum(guessed) if guessed else None,
        chance.together([attack.chance for attack in found]),
    )


def _round(url: str, edition: Edition, people: int, seed: int, prepare: Prepare | None) -> Evidence:
    with tempfile.TemporaryDirectory() as home, _scratch(url, Path(home)) as own, _listening() as log:
        settings = Settings(Path(home), own, secrets.token_hex(32), "http://localhost")
        app = create_app(settings)
        store: Store = app.extensions["mir_store"]
        try:
            upgrade(store)
            if prepare:
                prepare(store)
            round_id, doors = _open(store, edition)
            known = make(edition, doors, people, Random(seed))  # noqa: S311 - a made-up crowd, to be had again
            web: list[str] = []
            visits = {person.number: Visit(app, person, web) for person in known}
            for person in sorted(known, key=lambda one: one.started):
                visits[person.number].answer()
            looks = [look(store.engine)]
            for person in known:
                visits[person.number].send()
                looks.append(look(store.engine))
            close_round(store, round_id)
            looks.append(look(store.engine))
        finally:
            store.close()
        return Evidence(edition, known, tuple(looks), "\n".join(web), "\n".join(log))


def _open(store: Store, edition: Edition) -> tuple[str, dict[Voice, Doors]]:
    service = add_service(store, add_organisation(store, "Scratch"), "Scratch House", Kind.CARE_HOME)
    today = clock.today()
    round_id = open_round(store, NewRound(service, edition, "Proof", today, today + timedelta(days=1)))
    for voice in edition.voices:
        make_codes(store, round_id, voice, SINGLE)
    return round_id, {one.voice: Doors(one.shared, one.single) for one in code_lists(store, round_id)}


@contextmanager
def _scratch(url: str, home: Path) -> Iterator[str]:
    """The address of a new, empty database that is gone afterwards."""
    if not url:
        yield f"sqlite:///{home / 'scratch.db'}"
        return
    server, name = make_url(url), f"mir_scratch_{secrets.token_hex(6)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        engine.dispose()


class _Kept(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.INFO)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Everything that the site writes to its log meanwhile."""
    lines: list[str] = []
    handler = _Kept(lines)
    logging.getLogger().addHandler(handler)
    try:
        yield lines
    finally:
        logging.getLogger().removeHandler(handler)
