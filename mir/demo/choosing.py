"""What people of the demo chose together after their last round, and the action that came of it."""

from datetime import timedelta

from mir.actions.operations import Hand, NewAction, make_action
from mir.choosing import operations, queries
from mir.choosing.dotting import Hands, count_hands
from mir.choosing.meetings import Room
from mir.choosing.models import Side
from mir.choosing.operations import Wanted
from mir.db import Store
from mir.demo.afterwards import Past

OWN = ("Longer trips in the summer", "More say in what we cook")
DOTS = 1
PEOPLE, STAFF = 11, 6
"""Who raised a hand: every person chose one thing, most of them the trips."""


def choose_together(store: Store, service_id: str, past: Past) -> None:
    """A meeting that agreed on two things, with an action for the first of what was said."""
    held = past.today - timedelta(days=100)
    meeting_id = operations.begin(store, past.rounds[1], held)
    for words in OWN:
        operations.add_own(store, meeting_id, words)
    operations.begin_dots(store, meeting_id, DOTS)
    wall = queries.meeting(store, meeting_id).wall
    first, trips = wall[0], next(one for one in wall if one.own == OWN[0])
    hands = {
        Side.PEOPLE: Hands(PEOPLE, {trips.id: 6, first.id: 5}),
        Side.STAFF: Hands(STAFF, {trips.id: 2, first.id: 4}),
    }
    count_hands(store, meeting_id, hands)
    operations.count_dots(store, meeting_id)
    wanted = (
        Wanted(trips.id, "We go on a long trip each month, and we choose where."),
        Wanted(first.id, "We are asked what would make this better, and see it change."),
    )
    room = Room(held, people=9, families=2, staff=6, who="The manager, five support workers and an advocate.")
    operations.agree(store, meeting_id, wanted, room)
    priority = queries.meeting(store, meeting_id).priorities[1]
    due = past.today + timedelta(days=60)
    what = "Each person says in their review what would be better"
    new = NewAction(past.rounds[1], first.code or "wi", what, "Deputy manager", due, priority.id)
    make_action(store, service_id, new, Hand(past.lead, held))
