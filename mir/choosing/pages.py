"""The pages of a meeting as values: the templates only lay them out."""

from dataclasses import dataclass

from mir.choosing.forms import TypedAgreed, TypedHands
from mir.choosing.meetings import Card, MeetingView
from mir.choosing.models import Side, Stage
from mir.choosing.telling import SIDE_WORDS, Column, Told
from mir.providers.queries import ServiceCard
from mir.respond.shown import Problem
from mir.rounds.queries import RoundCard
from scoring.card.wall import Wall
from surveys.framework import Voice

ORDER = (
    "What could be better stands in order: first what we can be surest of in what {speaker} said. "
    "It is the order of the scorecard, by the upper end of the range. It ranks no service and no person."
)
NO_ORDER = (
    "There are too few answers to say which comes first. "
    "The themes stand in the order in which they were asked."
)
NOTHING_TOLD = (
    "Too few people answered to show anything here. You can still choose together: write on the wall what "
    "people in the room say."
)
NOTHING_LOW = (
    "Nothing that people answered is low. Ask people in the room what could be better still, and write it "
    "on the wall."
)
_SPEAKERS = {
    Voice.PERSON: "people who draw on support",
    Voice.FAMILY: "families",
    Voice.STAFF: "staff",
}


@dataclass(frozen=True)
class BeginPage:
    """Before a meeting: what it is, and those that were held after this round."""

    round: RoundCard
    wall: Wall
    meetings: tuple[MeetingView, ...]
    changes: bool

    @property
    def under_way(self) -> MeetingView | None:
        """The meeting that has been begun and is not agreed."""
        return next((one for one in self.meetings if one.stage is not Stage.AGREED), None)


@dataclass(frozen=True)
class Got:
    """How many of one group chose a candidate; `share` of 100 is how long its bar is."""

    column: Column
    number: int
    share: int


@dataclass(frozen=True)
class Line:
    """A candidate with what it got from each group."""

    card: Card
    dots: tuple[Got, ...]


@dataclass(frozen=True)
class MeetingPage:
    """A meeting as far as it has come."""

    meeting: MeetingView
    changes: bool
    link: str
    """Where people put their dots."""
    told: Told
    lines: tuple[Line, ...]
    voted: int
    """How many have put dots so far, of both groups."""
    typed: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def order(self) -> str:
        """Why the wall stands in this order."""
        return order_of(self.meeting)

    @property
    def stage(self) -> str:
        """How far it has come."""
        return self.meeting.stage.value

    def error(self, name: str) -> str:
        """What is wrong with this field."""
        return next((one.sentence for one in self.problems if one.field == name), "")


@dataclass(frozen=True)
class HandsPage:
    """A show of hands being typed in."""

    meeting: MeetingView
    typed: TypedHands
    problems: tuple[Problem, ...] = ()
    sides: tuple[tuple[Side, str], ...] = tuple(SIDE_WORDS.items())

    def error(self, name: str) -> str:
        """What is wrong with this field."""
        return next((one.sentence for one in self.problems if one.field == name), "")


@dataclass(frozen=True)
class AgreePage:
    """What was agreed, being written."""

    meeting: MeetingView
    lines: tuple[Line, ...]
    told: Told
    typed: TypedAgreed
    problems: tuple[Problem, ...] = ()

    def error(self, name: str) -> str:
        """What is wrong with this field."""
        return next((one.sentence for one in self.problems if one.field == name), "")


@dataclass(frozen=True)
class ConfirmPage:
    """Something that takes things away, asked once more."""

    meeting: MeetingView
    heading: str
    facts: tuple[str, ...]
    button: str
    typed: str = ""
    error: str = ""


@dataclass(frozen=True)
class Chosen:
    """What was chosen at one service, for pages that are about something else."""

    service: ServiceCard
    here: tuple[MeetingView, ...]
    """After the round of the page."""
    before: tuple[MeetingView, ...]
    """After the last round before it."""


def order_of(meeting: MeetingView) -> str:
    """Why the wall stands in this order."""
    if not any(one.code for one in (*meeting.wall, *meeting.off)):
        return NOTHING_LOW if meeting.speaker else NOTHING_TOLD
    return ORDER.format(speaker=_SPEAKERS[Voice(meeting.speaker)]) if meeting.ordered else NO_ORDER


def lines_of(meeting: MeetingView, told: Told) -> tuple[Line, ...]:
    """The wall in the order of the dots that may be told."""
    cards = {one.id: one for one in meeting.wall}
    return tuple(
        Line(cards[one], tuple(_got(column, column.dots[one]) for column in told.columns))
        for one in told.ordered(meeting.ids)
    )


def _got(column: Column, number: int) -> Got:
    return Got(column, number, round(100 * number / column.voters))
