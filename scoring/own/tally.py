"""Counts of the answers to one own question; two counts add."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from surveys.own.meant import Answer
from surveys.own.question import Kind, Question

STATES = ("not_answered", "does_not_apply", "prefer_not", "not_asked")


@dataclass(frozen=True)
class OwnTally:
    """`counts` by code, by number or by month; of several choices, how many people chose each.

    `answered` are people. `states` counts those who passed over it, for whom it
    does not apply, who would rather not say, and who were not asked.
    """

    answered: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    states: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: "OwnTally") -> "OwnTally":
        return OwnTally(
            self.answered + other.answered,
            dict(Counter(self.counts) + Counter(other.counts)),
            dict(Counter(self.states) + Counter(other.states)),
        )

    @property
    def asked(self) -> int:
        """How many people were asked it."""
        return self.answered + sum(n for state, n in self.states.items() if state != "not_asked")


def tally_own(question: Question, answers: Iterable[Answer]) -> OwnTally:
    """The counts of one question; `answers` as `surveys.own_answers.unpack_own` gives them."""
    total, counts, states = 0, Counter[str](), Counter[str]()
    for answer in answers:
        if isinstance(answer, str) and answer in STATES:
            states[answer] += 1
            continue
        total += 1
        counts.update(_chosen(question, answer))
    return OwnTally(total, dict(counts), dict(states))


def _chosen(question: Question, answer: Answer) -> tuple[str, ...]:
    if isinstance(answer, str | int):
        return (str(answer),)
    return tuple(answer) if question.kind in {Kind.SEVERAL_CHOICES, Kind.RANK_TOP} else ()
