"""The pages for actions and pledges as values: the templates only lay them out."""

from dataclasses import dataclass

from mir.actions.forms import TypedAction, TypedPledge
from mir.actions.models import State
from mir.actions.moved import Moved
from mir.actions.queries import ActionView, PledgeView, StepView
from mir.providers.queries import ServiceCard
from mir.respond.shown import Problem
from mir.rounds.queries import RoundCard

Measures = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

CHANGED = "Somebody changed this while you had it open. What stands now is below. Save again to keep yours."


@dataclass(frozen=True)
class Row:
    """An action in a list."""

    action: ActionView
    measure: str
    state: str
    late: bool


@dataclass(frozen=True)
class ListPage:
    """What is done at one service."""

    service: ServiceCard
    parts: tuple[tuple[str, tuple[Row, ...]], ...]
    """Late, still to do, done, stopped: those that hold something."""
    pledges: tuple[PledgeView, ...]
    rounds: tuple[RoundCard, ...]
    changes: bool
    """Whether whoever reads this may change it."""
    public: str
    """Where people read what changed; empty before anything is let out."""


@dataclass(frozen=True)
class ActionPage:
    """One action: what it is, whether it helped, and what was done to it."""

    service: ServiceCard
    row: Row
    moved: Moved
    steps: tuple[StepView, ...]
    states: tuple[tuple[State, str], ...]
    changes: bool
    colleagues: tuple[tuple[str, str], ...] = ()
    """Who can be reminded: account and name, nobody first."""
    reminded: str = ""
    """The account that is."""


@dataclass(frozen=True)
class FormPage:
    """An action being written."""

    service: ServiceCard
    round: RoundCard
    measures: Measures
    typed: TypedAction
    version: int = 0
    now: ActionView | None = None
    """What is kept, where somebody else changed it meanwhile."""
    problems: tuple[Problem, ...] = ()

    def error(self, name: str) -> str:
        """What is wrong with this field."""
        return next((one.sentence for one in self.problems if one.field == name), "")


@dataclass(frozen=True)
class PledgePage:
    """A pledge being written."""

    service: ServiceCard
    round: RoundCard
    typed: TypedPledge
    version: int = 0
    now: PledgeView | None = None
    problems: tuple[Problem, ...] = ()

    def error(self, name: str) -> str:
        """What is wrong with this field."""
        return next((one.sentence for one in self.problems if one.field == name), "")
