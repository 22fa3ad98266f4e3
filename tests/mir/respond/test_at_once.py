"""A round is closed in the moment in which somebody sends or takes back: what they were told is true."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from mir import clock
from mir.db import Store
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.respond import drafts, leading_back, sending
from mir.respond.browser import Held
from mir.respond.keys import withdrawal
from mir.respond.models import Sheet
from mir.respond.refusals import ClosedError
from mir.respond.sealing import close_round, seal_waiting
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists, door
from surveys.edition import Edition
from surveys.framework import Presentation, Voice
from tests.conftest import SECRET

PATIENCE = 30
"""Seconds until a test that hangs is given up."""


@pytest.fixture
def held(own_store: Store, edition: Edition) -> Held:
    """A person's answers that are not sent yet."""
    service_id = add_service(
        own_store, add_organisation(own_store, "Hazel Care"), "Rose House", Kind.CARE_HOME
    )
    today = clock.today()
    round_id = open_round(
        own_store, NewRound(service_id, edition, "Spring", today, today + timedelta(days=9))
    )
    code = next(one.shared for one in code_lists(own_store, round_id) if one.voice is Voice.PERSON)
    return Held(code, drafts.start(own_store, door(own_store, code), Presentation.STANDARD, today))


def sheets(store: Store) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(Sheet)) or 0


def while_it_closes(
    store: Store, held: Held, stop: Callable[[Callable[[], None]], None], act: Callable[[], object]
) -> str:
    """What came of `act` where the round is closed in the middle of it: “done” or “closed”."""
    middle, onward, came = threading.Event(), threading.Event(), []

    def wait() -> None:
        middle.set()
        onward.wait(1)  # the closing waits for us, or is done by then

    def run() -> None:
        try:
            act()
            came.append("done")
        except ClosedError:
            came.append("closed")

    def close() -> None:
        close_round(store, door(store, held.code).round.id)
        onward.set()

    stop(wait)
    first, second = threading.Thread(target=run), threading.Thread(target=close)
    first.start()
    assert middle.wait(PATIENCE)
    second.start()
    first.join(PATIENCE)
    second.join(PATIENCE)
    (found,) = came
    return str(found)


def test_whoever_was_thanked_is_counted(
    own_store: Store, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(wait: Callable[[], None]) -> None:
        def slow(secret: str) -> str:
            wait()
            return withdrawal(secret)

        monkeypatch.setattr(sending, "withdrawal", slow)

    came = while_it_closes(own_store, held, stop, lambda: sending.send(own_store, held.secret, held.code))
    assert (came, sheets(own_store)) in {("done", 1), ("closed", 0)}


def test_whoever_was_told_that_their_answers_are_deleted_is_not_counted(
    own_store: Store, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    leading_back.make_words(own_store, held, SECRET, "once")
    sending.send(own_store, held.secret, held.code)
    assert seal_waiting(own_store, door(own_store, held.code).round.id, least=1, left=0) == 1
    found = drafts.digest

    def stop(wait: Callable[[], None]) -> None:
        def slow(secret: str) -> str:
            wait()
            return found(secret)

        monkeypatch.setattr(leading_back, "digest", slow)

    came = while_it_closes(
        own_store, held, stop, lambda: leading_back.take_back(own_store, held.secret, held.code)
    )
    assert (came, sheets(own_store)) in {("done", 0), ("closed", 1)}
