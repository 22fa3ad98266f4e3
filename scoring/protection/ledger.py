"""The ledger: who was in each release so far, so that no two releases together point at a few people."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from scoring.faults import ScoringError

LEAST = 5
LEAST_PUBLIC = 10
FARTHEST = 1000.0
"""How often a release may be counted in a sum of releases: far more than any sum that tells anything."""
MOST_NODES = 20_000
"""A search that has found nothing by then is given up, and the release refused."""


class RefusedReleaseError(ScoringError):
    """A release that must not be let out. Its message is the sentence to print."""


@dataclass(frozen=True)
class Released:
    """One number or set of numbers let out about some people. The people are there as digests only."""

    scope: str
    """What was measured, whoever was asked: edition, voice and theme. A parent total has its homes' scope."""
    label: str
    """What readers call it, as in "Autumn 2026"."""
    people: frozenset[str]

    @property
    def count(self) -> int:
        """How many people are in it."""
        return len(self.people)


def digests(keys: Iterable[str], secret: bytes) -> frozenset[str]:
    """The keys of sheets as digests that say nothing without the secret (up to 64 bytes)."""
    return frozenset(blake2b(key.encode(), key=secret, digest_size=16).hexdigest() for key in keys)


@dataclass(frozen=True)
class Ledger:
    """Every release so far. What one kind of reader has seen needs a ledger of its own.

    `least` is 5 for a provider's own report and 10 for the public (METHOD 2.10).
    """

    releases: tuple[Released, ...] = ()
    least: int = LEAST

    def allow(self, *new: Released) -> "Ledger":
        """The ledger with these releases in it: all of them or none.

        A composite comes with the releases of its parts, a total with those of
        the groups printed beside it. Raises RefusedReleaseError with the sentence to print.
        """
        ledger = self
        for release in new:
            why = ledger.refusal(release)
            if why is not None:
                raise RefusedReleaseError(why)
            ledger = replace(ledger, releases=(*ledger.releases, release))
        return ledger

    def refusal(self, new: Released) -> str | None:
        """Why this release must not be let out, in one or two sentences, or None where it may be.

        It may be if for every earlier release of the same scope as many as
        `least` people, or nobody, are in the one and not in the other, both
        ways; and if no sum and difference of all of them tells of fewer.
        """
        if 0 < new.count < self.least:
            return f"“{new.label}” has fewer than {self.least} people, so we show nothing of it."
        earlier = [release for release in self.releases if release.scope == new.scope]
        for release in earlier:
            if any(0 < apart < self.least for apart in _apart(release, new)):
                return self._sentence(new, f"“{release.label}”")
        if _tells_of_few([*earlier, new], self.least):
            return self._sentence(new, "what was shown before")
        return None

    def _sentence(self, new: Released, beside: str) -> str:
        return (
            f"“{new.label}” and {beside} together would tell of fewer than {self.least} people. "
            "Wait for the next round, or show the same people as before."
        )


def _apart(first: Released, second: Released) -> Iterator[int]:
    yield len(first.people - second.people)
    yield len(second.people - first.people)


def _tells_of_few(releases: list[Released], least: int) -> bool:
    """Whether some sum and difference of the releases is the total of some people, fewer than `least`.

    People who are in just the same releases go together as one part. Wanted are
    parts, each taken once or not at all, whose indicator is a combination of
    the releases' own. METHOD 2.10 asks this of one cell; here it is asked of
    any few people, by a mixed integer program.
    """
    members = sorted(frozenset[str]().union(*(release.people for release in releases)))
    patterns = Counter(tuple(person in release.people for release in releases) for person in members)
    parts = sorted(patterns)
    sizes = np.array([patterns[part] for part in parts], dtype=np.float64)
    if not any(size < least for size in sizes):
        return False
    inside = np.array(parts, dtype=np.float64)
    several, often = inside.shape
    found = milp(
        np.zeros(several + often),
        integrality=np.concatenate([np.ones(several), np.zeros(often)]),
        bounds=Bounds(
            np.concatenate([np.zeros(several), np.full(often, -FARTHEST)]),
            np.concatenate([np.ones(several), np.full(often, FARTHEST)]),
        ),
        constraints=[
            LinearConstraint(np.hstack([-np.eye(several), inside]), 0, 0),
            LinearConstraint(np.concatenate([sizes, np.zeros(often)])[np.newaxis, :], 1, least - 1),
        ],
        options={"node_limit": MOST_NODES},
    )
    return bool(found.status != 2)  # noqa: PLR2004 - HiGHS: there is no such sum
