"""Buttons of a round that are pressed many times at once do their thing once, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from mir import clock
from mir.db import Store
from mir.errors import RefusalError
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, extend, open_round
from mir.rounds.queries import code_lists, round_card
from mir.running import operations, queries
from mir.running.handouts import Choice
from mir.running.watching import watch
from surveys.edition import Edition
from surveys.framework import Presentation, Voice

TODAY = clock.today()
DAY = timedelta(days=1)
STAFF = Choice(Voice.STAFF, Presentation.STANDARD, "en")
PEOPLE = [f"a{number}@example.org" for number in range(8)]
TIMES = 8


def at_once(press: Callable[[], object]) -> list[object]:
    """What came of pressing many times at once; None for each that was refused in words."""

    def pressed(_number: int) -> object:
        try:
            return press()
        except RefusalError:
            return None

    with ThreadPoolExecutor(TIMES) as fingers:
        return [one for one in fingers.map(pressed, range(TIMES)) if one is not None]


def test_a_round_is_opened_written_to_reminded_watched_and_closed_once(
    own_store: Store, edition: Edition
) -> None:
    service_id = add_service(
        own_store, add_organisation(own_store, "Hazel Care"), "Rose House", Kind.CARE_HOME
    )
    new = NewRound(service_id, edition, "Spring", TODAY, TODAY + 9 * DAY, {Voice.STAFF: 30})
    (round_id,) = at_once(lambda: open_round(own_store, new))
    assert isinstance(round_id, str)
    (posted,) = at_once(lambda: operations.invite(own_store, round_id, STAFF, PEOPLE, TODAY))
    assert len(posted) == 8  # type: ignore[arg-type]  # a list
    staff = next(one for one in code_lists(own_store, round_id) if one.voice is Voice.STAFF)
    assert len(staff.single) == 8
    card = round_card(own_store, round_id)
    assert len(at_once(lambda: watch(own_store, card, TODAY))) == TIMES
    for day in (3, 6):
        sent = at_once(lambda: operations.remind(own_store, round_id, Voice.STAFF, TODAY + day * DAY))  # noqa: B023
        assert len(sent) == 1
    (mailed,) = queries.mailed(own_store, round_id)
    assert (mailed.number, mailed.reminders) == (8, 2)
    at_once(lambda: extend(own_store, round_id, TODAY + 20 * DAY, TODAY))
    assert round_card(own_store, round_id).closes_on == TODAY + 20 * DAY
    assert at_once(lambda: close_round(own_store, round_id)) == [0] * TIMES
