"""What is typed in a meeting: something of the group's own, raised hands, and what was agreed with whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from werkzeug.datastructures import MultiDict

from mir.choosing.dotting import Hands
from mir.choosing.meetings import MeetingView, Room
from mir.choosing.models import (
    LONGEST_BETTER,
    LONGEST_NOTE,
    LONGEST_OWN,
    LONGEST_WHO,
    MOST_DOTS,
    MOST_ON_WALL,
    Side,
    Stage,
    Way,
)
from mir.choosing.operations import FULL_WALL, SHORT_WALL, Wanted
from mir.choosing.telling import Counted
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from surveys.rules.plain import EASY_READ_WORDS

MOST_PEOPLE = 500
"""In one room, or with raised hands: a slip of the keyboard is told."""
MOST_AGREED = 3
ENOUGH_AGREED = 2
IN_THE_ROOM = ("people", "families", "staff", "others")


def own_words(form: MultiDict[str, str]) -> str:
    """What the group adds, as one line."""
    return " ".join(plain(form.get("words")).split())


def own_problems(words: str, meeting: MeetingView) -> Iterator[Problem]:
    """What must be put right: it is read on the wall, on phones and on paper, in Easy Read too."""
    there = {one.words.casefold() for one in meeting.wall}
    if len(there) >= MOST_ON_WALL and words.casefold() not in there:
        yield Problem("words", FULL_WALL)
    elif not words:
        yield Problem("words", "Write what could be better, in a few words.")
    elif len(words) > LONGEST_OWN or len(words.split()) > EASY_READ_WORDS:
        yield Problem(
            "words", f"Make this shorter: at most {EASY_READ_WORDS} words and {LONGEST_OWN} letters."
        )


def dots_each(form: MultiDict[str, str]) -> int | None:
    """How many dots each person has, if it is one of those on offer."""
    return _number(form.get("dots"), MOST_DOTS) or None


def dots_problems(most: int, meeting: MeetingView) -> Iterator[Problem]:
    """Why nobody can put so many dots yet."""
    if meeting.stage is Stage.WALL and len(meeting.wall) <= most:
        yield Problem("dots", SHORT_WALL)


@dataclass(frozen=True)
class TypedHands:
    """Raised hands as they are typed, by the name of their field: `people` for how many, `people-ID`."""

    fields: Mapping[str, str]

    def hands(self, ids: tuple[str, ...]) -> dict[Side, Hands]:
        """The counts, once there is nothing to put right. What is empty is nought."""
        return {side: Hands(self._at(side), {one: self._at(f"{side}-{one}") for one in ids}) for side in Side}

    def _at(self, name: str) -> int:
        return _number(self.fields.get(name), MOST_PEOPLE) or 0


def standing_hands(kept: Counted) -> TypedHands:
    """What was typed in before; nothing where nobody raised a hand."""
    hands = Way.HANDS
    fields = {side.value: str(kept.voters.get((side, hands), 0)) for side in Side}
    fields |= {f"{side}-{one}": str(number) for (one, side, way), number in kept.dots.items() if way is hands}
    return TypedHands(fields if kept.people(ways=(hands,)) else {})


def typed_hands(form: MultiDict[str, str], ids: tuple[str, ...]) -> TypedHands:
    """What the page sent."""
    return TypedHands({name: plain(form.get(name)) for name in hand_fields(ids)})


def hand_fields(ids: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the fields for raised hands."""
    return tuple(name for side in Side for name in (side.value, *(f"{side}-{one}" for one in ids)))


def hand_problems(typed: TypedHands, meeting: MeetingView) -> Iterator[Problem]:
    """What must be put right."""
    for name, value in typed.fields.items():
        if value and _number(value, MOST_PEOPLE) is None:
            yield Problem(name, f"Write a whole number from 0 to {MOST_PEOPLE}, in figures.")
            return
    for side, counted in typed.hands(meeting.ids).items():
        for candidate_id, raised in counted.raised.items():
            if raised > counted.voters:
                letter = next(one.letter for one in meeting.wall if one.id == candidate_id)
                yield Problem(
                    f"{side}-{candidate_id}",
                    f"{letter} has {raised} hands, of {counted.voters} people who took part. Count again.",
                )
        most = counted.voters * meeting.most_dots
        if sum(counted.raised.values()) > most:
            yield Problem(
                side.value,
                f"{counted.voters} people have {most} dots in all, and {sum(counted.raised.values())} were "
                "counted. Count again.",
            )


@dataclass(frozen=True)
class TypedAgreed:
    """What was agreed, as it is typed."""

    chosen: tuple[str, ...] = ()
    better: Mapping[str, str] = field(default_factory=dict)
    held_on: str = ""
    numbers: Mapping[str, str] = field(default_factory=dict)
    who: str = ""
    note: str = ""

    @property
    def day(self) -> date | None:
        """The day that was typed, if it is one."""
        try:
            return date.fromisoformat(self.held_on)
        except ValueError:
            return None

    @property
    def room(self) -> Room:
        """Who was there, once there is nothing to put right."""
        counts = {name: _number(self.numbers.get(name), MOST_PEOPLE) or 0 for name in IN_THE_ROOM}
        return Room(held_on=self.day, who=self.who, note=self.note, **counts)

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """The priorities, in the order of the page."""
        return tuple(Wanted(one, self.better.get(one, "")) for one in self.chosen)


def typed_agreed(form: MultiDict[str, str], ids: tuple[str, ...]) -> TypedAgreed:
    """What the page sent. What is not on the wall is kept, so that it is refused and not overlooked."""
    return TypedAgreed(
        chosen=tuple(dict.fromkeys(form.getlist("chosen"))),
        better={one: plain(form.get(f"better-{one}")) for one in ids},
        held_on=plain(form.get("held_on")),
        numbers={name: plain(form.get(name)) for name in IN_THE_ROOM},
        who=plain(form.get("who")),
        note=plain(form.get("note")),
    )


def standing_agreed(meeting: MeetingView, today: date) -> TypedAgreed:
    """The page before anything is typed: with what was agreed before it was opened again."""
    room = meeting.room
    counts = {name: str(getattr(room, name)) for name in IN_THE_ROOM} if room.held_on else {}
    return TypedAgreed(
        chosen=tuple(one.id for one in meeting.wall if one.better),
        better={one.id: one.better for one in meeting.wall},
        held_on=(room.held_on or today).isoformat(),
        numbers=counts,
        who=room.who,
        note=room.note,
    )


def agreed_problems(typed: TypedAgreed, meeting: MeetingView, voters: int, today: date) -> Iterator[Problem]:
    """What must be put right. `voters` is how many put dots, as far as that is told."""
    yield from _chosen(typed)
    if typed.day is None:
        yield Problem("held_on", "Choose a day, such as 2027-03-31.")
    elif not meeting.round.opens_on <= typed.day <= today:
        yield Problem("held_on", "Choose a day between the first day of the round and today.")
    wrong = [name for name in IN_THE_ROOM if _number(typed.numbers.get(name) or "0", MOST_PEOPLE) is None]
    if wrong:
        yield Problem(wrong[0], f"Write a whole number from 0 to {MOST_PEOPLE}, in figures.")
        return
    if not typed.room.all:
        yield Problem("people", "Write how many people were in the room.")
    for name, text, most in (("who", typed.who, LONGEST_WHO), ("note", typed.note, LONGEST_NOTE)):
        if len(text) > most:
            yield Problem(name, f"Make this shorter: at most {most} letters.")
    if not typed.note:
        yield from _needs_a_note(typed, voters)


def _chosen(typed: TypedAgreed) -> Iterator[Problem]:
    if not typed.chosen:
        yield Problem("chosen", "Choose two or three things that you agreed to work on.")
    elif len(typed.chosen) > MOST_AGREED:
        yield Problem(
            "chosen",
            f"You chose {len(typed.chosen)}. Agree on three at most: what comes after them can wait.",
        )
    for one in typed.chosen:
        text = typed.better.get(one, "")
        if one in typed.better and not text:
            yield Problem(f"better-{one}", "Write what would be better, in your own words.")
        elif len(text) > LONGEST_BETTER:
            yield Problem(f"better-{one}", f"Make this shorter: at most {LONGEST_BETTER} letters.")


def _needs_a_note(typed: TypedAgreed, voters: int) -> Iterator[Problem]:
    """What may be so, but has to be explained to whoever reads this later."""
    room = typed.room
    if 0 < len(typed.chosen) < ENOUGH_AGREED:
        yield Problem("note", "You chose one thing. Choose a second, or say here why one is enough.")
    if room.all and not room.people + room.families:
        yield Problem(
            "note",
            "Nobody who draws on support was there, and no family. Meet again with them, or say here why.",
        )
    if 0 < room.all < voters:
        yield Problem(
            "note",
            f"{voters} people put dots, and {room.all} were in the room. Check the numbers, or say here why.",
        )


def _number(text: str | None, most: int) -> int | None:
    given = (text or "").strip()
    if not (given.isascii() and given.isdecimal()) or len(given) > len(str(most)):
        return None
    return int(given) if int(given) <= most else None
