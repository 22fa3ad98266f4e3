"""Many services laid out for comparing: their scores, who may be compared, and on which scale."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, sqrt

import numpy as np
from numpy.typing import NDArray

from scoring.comparison.funnel import Dispersion, arcsine, dispersion, expected_range
from scoring.faults import OutOfRangeError
from scoring.given import Floats


class Compat(StrEnum):
    """Other people's ways to compare, for checking against theirs."""

    CQC = "cqc"
    """The scores as they are, each service's own standard error, phi as published."""


@dataclass(frozen=True)
class Rules:
    """From how many people and services to compare, and in which way."""

    least_people: int = 10
    least_services: int = 10
    consistent: bool = True
    compat: Compat | None = None
    standard: float | None = None
    """A fixed score (0-100) to compare with, in place of the services' own."""


@dataclass(frozen=True, eq=False)
class Services:
    """Scores of many services. A group is a theme of a voice; tables have shape (services, groups)."""

    means: Floats
    """0-100; any number where there are no people."""
    people: NDArray[np.int64]
    kinds: NDArray[np.int64]
    """One number for each service: services of the same kind have the same one."""
    deltas: Floats
    """The shared spread of each group (METHOD 2.4)."""
    effective: Floats | None = None
    """The effective number of people where answers are weighted."""
    variances: Floats | None = None
    """Of scores divided by 100; for `Compat.CQC` only."""
    hidden: NDArray[np.bool_] | None = None
    """True where a score may not be shown; it is compared with nothing and nothing with it."""


USUAL_RULES = Rules()


def eligible_of(services: Services, rules: Rules) -> NDArray[np.bool_]:
    """Which scores may be compared: enough people, not hidden, and for CQC's way a spread of their own.

    Raises OutOfRangeError for tables that do not fit together or for numbers that cannot be.
    """
    _check(services, rules)
    eligible = services.people >= rules.least_people
    if services.hidden is not None:
        eligible &= ~services.hidden
    if rules.compat is Compat.CQC and services.variances is not None:
        eligible &= services.variances > 0
    return eligible


def _check(services: Services, rules: Rules) -> None:
    shape = services.people.shape
    tables = (services.means, services.effective, services.variances, services.hidden)
    if (
        len(shape) != 2  # noqa: PLR2004 - a table has two sides
        or any(table is not None and table.shape != shape for table in tables)
        or services.kinds.shape != shape[:1]
        or services.deltas.shape != shape[1:]
    ):
        raise OutOfRangeError("The tables of the services do not fit together.")
    if rules.least_people < 1 or rules.least_services < 1:
        raise OutOfRangeError("A comparison needs at least one person and one service.")
    if rules.standard is not None and not 0 <= rules.standard <= 100:  # noqa: PLR2004 - the scale
        raise OutOfRangeError(f"A standard of {rules.standard} is not between 0 and 100.")
    if rules.compat is Compat.CQC and services.variances is None:
        raise OutOfRangeError("Comparing as CQC does needs the variance of every score.")
    _check_numbers(services)


def _check_numbers(services: Services) -> None:
    some = services.people > 0
    if services.kinds.dtype.kind not in "iu":
        raise OutOfRangeError("A kind of service is not a whole number.")
    if services.people.dtype.kind not in "iu" or (services.people < 0).any():
        raise OutOfRangeError("A number of people is not a whole number of 0 or more.")
    if not (np.isfinite(services.deltas).all() and (services.deltas > 0).all()):
        raise OutOfRangeError("A shared spread is not above 0.")
    if not _within(services.means[some], 0, 100):
        raise OutOfRangeError("A mean score is not between 0 and 100.")
    if services.effective is not None and not (
        _within(services.effective[some], 0, np.inf) and (services.effective[some] > 0).all()
    ):
        raise OutOfRangeError("An effective number of people is not above 0.")
    if services.variances is not None and not _within(services.variances[some], 0, 1):
        raise OutOfRangeError("A variance of scores is not between 0 and 1.")


def _within(values: Floats, low: float, high: float) -> bool:
    """Whether all are numbers from low to high."""
    return bool(((values >= low) & (values <= high) & np.isfinite(values)).all())


def values_of(services: Services, rules: Rules, group: int, rows: NDArray[np.intp]) -> Floats:
    """The scores of some services on the scale they are compared on: arcsine, or shares for CQC's way."""
    share = services.means[rows, group] / 100
    return share if rules.compat is Compat.CQC else arcsine(share)


def errors_of(services: Services, rules: Rules, group: int, rows: NDArray[np.intp]) -> Floats:
    """Their standard errors on that scale."""
    people = services.people if services.effective is None else services.effective
    size = people[rows, group]
    spread = (
        services.variances[rows, group]
        if rules.compat is Compat.CQC and services.variances is not None
        else services.deltas[group] / 4
    )
    errors: Floats = np.sqrt(spread / size)
    return errors


def funnel_of(y: Floats, s: Floats, rules: Rules) -> Dispersion:
    """The funnel of some services' values and standard errors."""
    raw = rules.compat is Compat.CQC
    share = None if rules.standard is None else rules.standard / 100
    target = share if share is None or raw else asin(sqrt(share))
    return dispersion(y, s, target, consistent=rules.consistent and not raw)


def range_of(funnel: Dispersion, error: float, z: float, rules: Rules) -> tuple[float, float]:
    """The scores (0-100) between which a service with this standard error is expected."""
    if rules.compat is Compat.CQC:
        reach = z * sqrt(error**2 + funnel.tau2)
        return max(100 * (funnel.target - reach), 0.0), min(100 * (funnel.target + reach), 100.0)
    low, high = expected_range(funnel.target, error, funnel.tau2, z)
    return 100 * low, 100 * high
