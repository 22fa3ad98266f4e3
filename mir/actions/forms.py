"""What is typed about actions and pledges, and what must be put right first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from werkzeug.datastructures import MultiDict

from mir.actions.models import LONGEST_OWNER, LONGEST_WHAT
from mir.actions.operations import NewAction, NewPledge
from mir.actions.queries import ActionView, PledgeView
from mir.pledges.models import LONGEST
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from surveys.rules.plain import EASY_READ_WORDS
from surveys.rules.reading import longest_sentence

FURTHEST = timedelta(days=5 * 365)
_PLEDGE = (
    ("said", "what people said"),
    ("did", "what was done"),
    ("said_easy", "what people said, in Easy Read"),
    ("did_easy", "what was done, in Easy Read"),
)


@dataclass(frozen=True)
class TypedAction:
    """An action as it is typed."""

    round_id: str
    measure: str
    what: str = ""
    owner: str = ""
    due: str = ""
    priority_id: str = ""

    @property
    def day(self) -> date | None:
        """The day that was typed, if it is one."""
        try:
            return date.fromisoformat(self.due)
        except ValueError:
            return None

    @property
    def new(self) -> NewAction:
        """The action, once there is nothing to put right."""
        due = date.fromisoformat(self.due)
        return NewAction(self.round_id, self.measure, self.what, self.owner, due, self.priority_id or None)


@dataclass(frozen=True)
class TypedPledge:
    """A pledge as it is typed."""

    round_id: str
    action_id: str = ""
    said: str = ""
    did: str = ""
    said_easy: str = ""
    did_easy: str = ""

    @property
    def new(self) -> NewPledge:
        """The pledge, once there is nothing to put right."""
        return NewPledge(
            self.round_id, self.said, self.did, self.said_easy, self.did_easy, self.action_id or None
        )


def typed_action(form: MultiDict[str, str], round_id: str) -> TypedAction:
    """What the page sent."""
    names = ("measure", "what", "owner", "due", "priority")
    return TypedAction(round_id, *(plain(form.get(name)) for name in names))


def standing_action(action: ActionView) -> TypedAction:
    """What is kept, as it stands on the page."""
    texts = (action.measure, action.what, action.owner, action.due.isoformat(), action.priority_id)
    return TypedAction(action.round.id, *texts)


def typed_pledge(form: MultiDict[str, str], round_id: str, action_id: str = "") -> TypedPledge:
    """What the page sent."""
    return TypedPledge(round_id, action_id, *(plain(form.get(name)) for name, _ in _PLEDGE))


def standing_pledge(pledge: PledgeView) -> TypedPledge:
    """What is kept, as it stands on the page."""
    texts = (pledge.said, pledge.did, pledge.said_easy, pledge.did_easy)
    return TypedPledge(pledge.round_id, pledge.action_id or "", *texts)


def action_problems(
    typed: TypedAction, codes: frozenset[str], today: date, before: date | None = None
) -> Iterator[Problem]:
    """What must be put right. `before` is the day that is kept: it may stay, though it has passed."""
    yield from _text("what", typed.what, "Write what will be done.", LONGEST_WHAT)
    yield from _text("owner", typed.owner, "Write who sees to it: a name or a role.", LONGEST_OWNER)
    if typed.day is None:
        yield Problem("due", "Choose a day, such as 2027-03-31.")
    elif typed.day < today and typed.day != before:
        yield Problem("due", "That day has passed. Choose a later one.")
    elif typed.day > today + FURTHEST:
        yield Problem("due", "That is more than five years away. Choose an earlier day.")
    if typed.measure not in codes:
        yield Problem("measure", "Choose what shows next time whether it helped.")


def pledge_problems(typed: TypedPledge) -> Iterator[Problem]:
    """What must be put right."""
    for name, what in _PLEDGE:
        text = str(getattr(typed, name))
        yield from _text(name, text, f"Write {what}.", LONGEST)
        longest = longest_sentence(text) if name.endswith("_easy") else 0
        if longest > EASY_READ_WORDS:
            yield Problem(
                name,
                f"One sentence has {longest} words. Use at most {EASY_READ_WORDS}, or make two sentences.",
            )


def _text(name: str, text: str, missing: str, most: int) -> Iterator[Problem]:
    if not text:
        yield Problem(name, missing)
    elif len(text) > most:
        yield Problem(name, f"Make this shorter: at most {most} letters.")
