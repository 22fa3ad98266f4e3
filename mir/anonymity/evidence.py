"""All that an attacker holds after a round: what is known of the people, copies of the database, the logs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from mir.anonymity.chance import Group
from mir.anonymity.looks import Look, Row
from mir.anonymity.people import Person
from surveys.edition import Edition
from surveys.framework import Voice

Places = Mapping[int, tuple[int, Row]]
"""By a person's number: where their row lies in a look, and the row."""


@dataclass(frozen=True)
class Evidence:
    """The people in the order of sending, and a look after each of them.

    The first look is from before anybody sent, the last from after the round was closed.
    """

    edition: Edition
    people: tuple[Person, ...]
    looks: tuple[Look, ...]
    web_log: str
    own_log: str

    @property
    def final(self) -> Look:
        """The database of the closed round."""
        return self.looks[-1]

    @cached_property
    def packed(self) -> Mapping[int, bytes]:
        """How each person's answers lie in a sheet."""
        return {person.number: person.sheet(self.edition) for person in self.people}

    def sheets(self, look: Look) -> Places:
        """Whose sheet is which, which only we know."""
        return self._mine(look.tables["sheets"], "answers", self.packed)

    def comments(self, look: Look) -> Places:
        """Whose comment is which, of those who wrote one."""
        wrote = {p.number: p.comment for p in self.people if p.comment}
        return self._mine(look.tables["comments"], "text", wrote)

    @cached_property
    def digests(self) -> Mapping[int, str]:
        """Each person's draft: the one that turned to sent between the two looks around their sending."""
        found = {}
        for person in self.people:
            before, after = self.looks[person.number], self.looks[person.number + 1]
            turned = _sent(after) - _sent(before)
            if len(turned) == 1:
                found[person.number] = turned.pop()
        return found

    @cached_property
    def mixed_at(self) -> Mapping[int, int]:
        """The number of the first look in which each person's sheet is there."""
        found: dict[int, int] = {}
        for place, look in enumerate(self.looks):
            for number in self.sheets(look):
                found.setdefault(number, place)
        return found

    def large(self, voice: Voice) -> int:
        """How many people of this voice there are."""
        return sum(person.voice == voice for person in self.people)

    def by_voice(self, pairs: Mapping[int, tuple[float, float]]) -> tuple[Group, ...]:
        """These pairs, each among the people of the same voice."""
        return self.split(pairs, {p.number: p.voice for p in self.people})

    def split(self, pairs: Mapping[int, tuple[float, float]], of: Mapping[int, object]) -> tuple[Group, ...]:
        """These pairs, each in the group that it is of."""
        groups: dict[object, list[tuple[float, float]]] = defaultdict(list)
        for number, pair in pairs.items():
            groups[of[number]].append(pair)
        return tuple(groups.values())

    def _mine(self, rows: Iterable[Row], column: str, wanted: Mapping[int, object]) -> Places:
        whose = {value: number for number, value in wanted.items()}
        return {whose[row[column]]: (place, row) for place, row in enumerate(rows) if row[column] in whose}


def _sent(look: Look) -> set[str]:
    return {row["digest"] for row in look.tables["drafts"] if row["sent"]}
