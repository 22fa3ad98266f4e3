"""Many people put dots at the same moment, on either database: each of them counts once."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from mir import clock
from mir.choosing import dotting, operations, queries
from mir.choosing.dotting import Ballot
from mir.choosing.models import Side, Way
from mir.db import Store
from mir.models import Base
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from surveys.edition import Edition
from tests.conftest import SECRET
from tests.postgres import own_database

PEOPLE, STAFF, PHONE = Side.PEOPLE, Side.STAFF, Way.PHONE


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def crowd(request: pytest.FixtureRequest, tmp_path: Path, edition: Edition) -> Iterator[tuple[Store, str]]:
    """A meeting of two things, ready for dots, on either database."""
    with ExitStack() as stack:
        url = f"sqlite:///{tmp_path / 'crowd.db'}"
        if request.param == "postgres":
            url = stack.enter_context(own_database())
        store = Store(url, SECRET)
        Base.metadata.create_all(store.engine)
        service_id = add_service(store, add_organisation(store, "Hazel Care"), "Rose House", Kind.CARE_HOME)
        today = clock.today()
        round_id = open_round(store, NewRound(service_id, edition, "Spring", today, today))
        close_round(store, round_id)
        meeting_id = operations.begin(store, round_id, today)
        for words in ("Trips", "Music"):
            operations.add_own(store, meeting_id, words)
        operations.begin_dots(store, meeting_id, 1)
        yield store, meeting_id
        store.close()


def test_fifty_people_at_the_same_moment_are_fifty(crowd: tuple[Store, str]) -> None:
    store, meeting_id = crowd
    meeting = queries.meeting(store, meeting_id)
    first, second = meeting.ids
    together, failed = threading.Barrier(50), []

    def put(number: int) -> None:
        chosen = frozenset({first if number % 5 else second})
        side = STAFF if number % 10 == 0 else PEOPLE
        together.wait()
        try:
            # Each is sent twice, as by a button that is pressed twice.
            for _ in range(2):
                dotting.put_dots(store, meeting.code, meeting.turn, Ballot(side, chosen, str(number)))
        except Exception as error:  # noqa: BLE001 - whatever went wrong in a thread must fail the test
            failed.append(error)

    threads = [threading.Thread(target=put, args=(number,)) for number in range(50)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []
    kept = queries.counted(store, meeting_id)
    # By hand: of 0 to 49, ten are multiples of five, and five of those of ten.
    assert (kept.people((PEOPLE,)), kept.people((STAFF,))) == (45, 5)
    assert (kept.dots[first, PEOPLE, PHONE], kept.dots[second, PEOPLE, PHONE]) == (40, 5)
    assert (kept.dots[first, STAFF, PHONE], kept.dots[second, STAFF, PHONE]) == (0, 5)
