"""What the pages for actions call things."""

from mir.actions.models import State

STATE_WORDS = {
    State.PLANNED: "Planned",
    State.UNDER_WAY: "Under way",
    State.DONE: "Done",
    State.STOPPED: "Stopped",
}
OPEN = (State.PLANNED, State.UNDER_WAY)
"""What is still to be done, and can be late."""
