"""What stands around a round: whom to compare it with, what came before it, from how many what is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from scoring.protection.disclosure import Thresholds
from scoring.spread import Spreads
from scoring.tally import Moments, Tally
from surveys.edition import Edition
from surveys.framework import Voice

USUAL_THRESHOLDS = Thresholds()

Sums = tuple[Moments, ...]
"""One voice's sums: each theme in edition order, then all themes together."""


def sums_of(tally: Tally) -> Sums:
    """What a comparison needs of a tally, and no more."""
    return (*(theme.scores for theme in tally.themes), tally.overall)


@dataclass(frozen=True)
class Peer:
    """Another service's round of the same edition: what kind of service it is, and each voice's sums."""

    kind: str
    voices: tuple[tuple[Voice, Sums], ...]

    @classmethod
    def of(cls, kind: str, tallies: Mapping[Voice, Tally]) -> Self:
        """The peer with these tallies."""
        return cls(kind, tuple((voice, sums_of(tally)) for voice, tally in sorted(tallies.items())))


@dataclass(frozen=True)
class Peers:
    """The other services of the same time, in any order. `kind` is what kind this service itself is."""

    kind: str = ""
    others: tuple[Peer, ...] = ()


@dataclass(frozen=True)
class Earlier:
    """The same service's round before this one."""

    title: str
    edition: Edition
    """What was asked then. What changed since decides which scores are compared."""
    tallies: tuple[tuple[Voice, Tally], ...]
    spreads: Spreads
    """As they were then, so that its ranges are those that were told."""


@dataclass(frozen=True)
class Around:
    """By default there are no other services, and this is the first round."""

    peers: Peers = Peers()
    earlier: Earlier | None = None
    thresholds: Thresholds = USUAL_THRESHOLDS
