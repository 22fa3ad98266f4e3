"""What was done in the demo because of what people said: actions, and pledges that people can read."""

from dataclasses import dataclass
from datetime import date, timedelta

from mir.actions.models import State
from mir.actions.operations import (
    Hand,
    NewAction,
    NewPledge,
    make_action,
    make_pledge,
    move_on,
    release,
)
from mir.db import Store


@dataclass(frozen=True)
class Past:
    """The last two closed rounds of a service, the earlier first, and who leads it."""

    rounds: tuple[str, str]
    lead: str
    today: date


def add_actions(store: Store, service_id: str, past: Past) -> None:
    """One action that is done and told to people, one that is under way and one that is late."""
    before, last = past.rounds
    then, lately = (Hand(past.lead, past.today - timedelta(days=days)) for days in (300, 120))
    music = make_action(
        store,
        service_id,
        NewAction(before, "wi", "A music evening that people choose", "Activities lead", _in(past, -200)),
        then,
    )
    move_on(store, music, State.DONE, "It is every Thursday. Two people who live here run it.", lately)
    plans = make_action(
        store,
        service_id,
        NewAction(last, "fi1", "Plan each week together, on one page", "Deputy manager", _in(past, 45)),
        lately,
    )
    move_on(store, plans, State.UNDER_WAY, "Half of the pages are written.", Hand(past.lead, past.today))
    make_action(
        store,
        service_id,
        NewAction(last, "ia", "Easy Read letters for every appointment", "Office lead", _in(past, -10)),
        lately,
    )
    _tell(store, service_id, music, past)


def _tell(store: Store, service_id: str, music: str, past: Past) -> None:
    before = past.rounds[0]
    for new in (
        NewPledge(
            before,
            "Evenings are long, and we have little say in what happens then.",
            "People now choose and run a music evening every Thursday.",
            "The evenings are boring.",
            "Now there is music on Thursdays. We choose the songs.",
            music,
        ),
        NewPledge(
            before,
            "New staff do not know us.",
            "Everybody who starts here spends a day with the people they will support.",
            "New staff do not know us.",
            "New staff now spend a day with us first.",
        ),
    ):
        release(store, make_pledge(store, service_id, new), past.today - timedelta(days=90))


def _in(past: Past, days: int) -> date:
    return past.today + timedelta(days=days)
