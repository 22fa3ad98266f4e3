"""Links that a test sends to seven members of staff."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select, update

from mir import clock
from mir.db import Store
from mir.rounds.models import Code, Invitation
from mir.running import operations
from mir.running.handouts import Choice
from mir.running.operations import Posted
from surveys.framework import Presentation, Voice
from tests.conftest import World

TODAY = clock.today()
DAY = timedelta(days=1)
STAFF = Choice(Voice.STAFF, Presentation.STANDARD, "en")
SEVEN = tuple(f"a{number}@example.org" for number in range(7))


def invite(store: Store, world: World, to: Sequence[str] = SEVEN, today: date = TODAY) -> list[Posted]:
    return operations.invite(store, world.round_id, STAFF, to, today)


def use(store: Store, posted: Sequence[Posted]) -> None:
    with store.writing() as session:
        session.execute(update(Code).where(Code.text.in_([one.code for one in posted])).values(used=True))


def kept(store: Store) -> list[Invitation]:
    with store.reading() as session:
        return list(session.scalars(select(Invitation)))
