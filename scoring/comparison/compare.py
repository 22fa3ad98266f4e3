"""Comparing services: each score beside what is expected of similar services (METHOD 2.6). No ranks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from scoring.comparison.funnel import FAR, UNUSUAL, Dispersion
from scoring.comparison.many import FALSE_SHARE, benjamini_hochberg, holm
from scoring.comparison.services import (
    USUAL_RULES,
    Rules,
    Services,
    eligible_of,
    errors_of,
    funnel_of,
    range_of,
    values_of,
)
from scoring.given import Floats

SMALL = 3
"""Points: a smaller difference is small in practice."""


class Peers(IntEnum):
    """Whom a service is compared with."""

    NONE = 0
    KIND = 1
    """Services of its own kind."""
    ALL = 2
    """Services of every kind, because there are too few of its own."""


class Verdict(StrEnum):
    """Where a score lies beside similar services."""

    MUCH_LOWER = "much_lower"
    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"
    MUCH_HIGHER = "much_higher"


class Barrier(StrEnum):
    """Why there is no comparison."""

    TOO_FEW_PEOPLE = "too_few_people"
    NO_OTHERS = "no_others"
    TOO_FEW_SERVICES = "too_few_services"


@dataclass(frozen=True)
class Comparison:
    """One score beside similar services; scores and ranges are 0-100."""

    score: float
    expected: float
    usual: tuple[float, float]
    """Where 95 of 100 such services of this size are expected."""
    far: tuple[float, float]
    """Where 998 of 1,000 are."""
    z: float
    p: float
    verdict: Verdict
    peers: Peers
    services: int
    """How many services there are to compare with, this one among them."""
    alike: bool
    """Whether services differ no more than chance."""

    @property
    def small(self) -> bool:
        """Whether the difference is small in practice."""
        return abs(self.score - self.expected) < SMALL


@dataclass(frozen=True, eq=False)
class Comparisons:
    """All comparisons of a round; tables have shape (services, groups)."""

    peers: NDArray[np.uint8]
    """As `Peers`. Where it is 0 there is no comparison, and z and p are 0 and 1."""
    z: Floats
    p: Floats
    given: Services
    rules: Rules
    funnels: Mapping[tuple[int | None, int], Dispersion]
    """By kind (None for all kinds) and group."""
    eligible: NDArray[np.bool_]

    def of(self, service: int, group: int) -> Comparison | Barrier:
        """One comparison, or why there is none."""
        peers = Peers(int(self.peers[service, group]))
        if peers is Peers.NONE:
            return self._barrier(service, group)
        kind = int(self.given.kinds[service]) if peers is Peers.KIND else None
        funnel, z = self.funnels[kind, group], float(self.z[service, group])
        error = float(errors_of(self.given, self.rules, group, np.array([service]))[0])
        ends = [range_of(funnel, error, reach, self.rules) for reach in (0.0, UNUSUAL, FAR)]
        return Comparison(
            score=float(self.given.means[service, group]),
            expected=ends[0][0],
            usual=ends[1],
            far=ends[2],
            z=z,
            p=float(self.p[service, group]),
            verdict=verdict(z),
            peers=peers,
            services=funnel.services,
            alike=funnel.tau2 == 0,
        )

    def _barrier(self, service: int, group: int) -> Barrier:
        if not self.eligible[service, group]:
            return Barrier.TOO_FEW_PEOPLE
        return Barrier.NO_OTHERS if self.eligible[:, group].sum() == 1 else Barrier.TOO_FEW_SERVICES

    def outliers(self) -> NDArray[np.bool_]:
        """Which services may stand in a list of outliers: Benjamini-Hochberg within each group."""
        found = np.zeros(self.peers.shape, dtype=np.bool_)
        for group in range(self.peers.shape[1]):
            rows = np.flatnonzero(self.peers[:, group])
            if rows.size:
                found[rows, group] = benjamini_hochberg(self.p[rows, group]) <= FALSE_SHARE
        return found

    def significant(self, service: int, groups: tuple[int, ...]) -> tuple[bool, ...]:
        """Which themes of one service (its groups of one voice) may be called significant: Holm."""
        known = [group for group in groups if self.peers[service, group]]
        adjusted = holm(self.p[service, known]) if known else ()
        passed = {group for group, p in zip(known, adjusted, strict=True) if p <= FALSE_SHARE}
        return tuple(group in passed for group in groups)


def verdict(z: float) -> Verdict:
    """The verdict by |z|: from 1.959964 unusual, from 3.090232 far."""
    if abs(z) < UNUSUAL:
        return Verdict.SAME
    if abs(z) < FAR:
        return Verdict.HIGHER if z > 0 else Verdict.LOWER
    return Verdict.MUCH_HIGHER if z > 0 else Verdict.MUCH_LOWER


def compare(services: Services, rules: Rules = USUAL_RULES) -> Comparisons:
    """Every service in every group beside its peers.

    Peers are the eligible services of the same kind where there are enough of
    them, else all eligible services, else none. Raises OutOfRangeError for
    tables that do not fit together or for numbers that cannot be.
    """
    eligible = eligible_of(services, rules)
    shape = eligible.shape
    peers, z = np.zeros(shape, dtype=np.uint8), np.zeros(shape)
    funnels: dict[tuple[int | None, int], Dispersion] = {}
    order = np.argsort(services.kinds, kind="stable")
    for group in range(shape[1]):
        rows = order[eligible[order, group]]
        if rows.size < rules.least_services:
            continue
        y, s = values_of(services, rules, group, rows), errors_of(services, rules, group, rows)
        for kind, part in _parts(services.kinds[rows], rules.least_services):
            key = (kind, group)
            if key not in funnels:
                among = part if kind is not None else slice(None)
                funnels[key] = funnel_of(y[among], s[among], rules)
            funnel = funnels[key]
            peers[rows[part], group] = Peers.ALL if kind is None else Peers.KIND
            z[rows[part], group] = (y[part] - funnel.target) / np.sqrt(s[part] ** 2 + funnel.tau2)
    p = np.where(peers > 0, 2 * ndtr(-np.abs(z)), 1.0)
    return Comparisons(peers, z, p, services, rules, funnels, eligible)


def _parts(kinds: NDArray[np.int64], least: int) -> list[tuple[int | None, slice]]:
    """The runs of services of one kind; the kind is None where a run is too small to stand alone."""
    starts = [0, *(np.flatnonzero(np.diff(kinds)) + 1).tolist(), kinds.size]
    runs = [slice(first, last) for first, last in pairwise(starts)]
    return [(int(kinds[run.start]) if run.stop - run.start >= least else None, run) for run in runs]
