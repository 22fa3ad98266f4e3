"""The funnel: what scores to expect of services that differ by chance and by a usual amount (METHOD 2.6)."""

from dataclasses import dataclass
from math import asin, exp, isfinite, pi, sin, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtri

from scoring.faults import OutOfRangeError
from scoring.given import Floats, alike, numbers, positive, shares

UNUSUAL, FAR = 1.959964, 3.090232
"""How many standard deviations leave 5% and 0.2% outside; as FunnelPlotR writes them."""
TAIL = 0.1
"""The share of services at each end whose z is pulled in."""


def _shrinkage(tail: float) -> float:
    """E(z²) of a standard normal z that is winsorised by `tail` at each end: 0.6786546 for a tenth."""
    cut = float(ndtri(1 - tail))
    density = exp(-(cut**2) / 2) / sqrt(2 * pi)
    return 1 - 2 * tail - 2 * cut * density + 2 * tail * cut**2


WINSORISED = _shrinkage(TAIL)


@dataclass(frozen=True)
class Dispersion:
    """How services of a group lie about their target, on the scale of the values given."""

    target: float
    phi: float
    """The mean of z² with its ends pulled in; 1 where there is chance alone."""
    tau2: float
    """The variance between services, beyond chance."""
    services: int


def arcsine(p: ArrayLike) -> Floats:
    """The arcsine of √p for shares p: a scale of even spread. Raises OutOfRangeError."""
    angles: Floats = np.arcsin(np.sqrt(shares(p, "scores")))
    return angles


def dispersion(
    y: ArrayLike, s: ArrayLike, target: float | None = None, *, consistent: bool = True
) -> Dispersion:
    """Target, phi and tau² of services with values `y` and standard errors `s`.

    The target is the precision-weighted mean, unless a standard is given; without
    one it is weighted again with tau² in the end. `consistent=False` leaves phi
    as published, which is too low by a third (METHOD, what matters most, 3).
    One service has a tau² of 0. Raises NoAnswersError for none, OutOfRangeError
    unless every s is above 0.
    """
    values, errors = numbers(y, "values"), positive(s, "standard errors")
    alike(values, errors)
    if target is not None and not isfinite(target):
        raise OutOfRangeError(f"{target} is no standard to compare with.")
    weights = errors**-2
    whole, services = float(weights.sum()), values.size
    centre = float(weights @ values) / whole if target is None else target
    z = (values - centre) / errors
    low, high = np.quantile(z, (TAIL, 1 - TAIL))
    phi = float((np.clip(z, low, high) ** 2).mean()) / (WINSORISED if consistent else 1.0)
    room = whole - float(weights @ weights) / whole
    if services == 1 or room <= 0:
        return Dispersion(centre, phi, 0.0, services)
    tau2 = max(0.0, (services * phi - (services - 1)) / room)
    if target is None:
        again = 1 / (errors**2 + tau2)
        centre = float(again @ values) / float(again.sum())
    return Dispersion(centre, phi, tau2, services)


def expected_range(target: float, error: float, tau2: float, z: float) -> tuple[float, float]:
    """The shares (0-1) between which a service is expected, on the arcsine scale.

    `target` is on that scale, `error` the service's own standard error on it.
    The ends are cut off at 0 and 1: beyond them the sine turns back.
    """
    reach = z * sqrt(error**2 + tau2)
    low, high = (min(max(end, 0.0), pi / 2) for end in (target - reach, target + reach))
    return sin(low) ** 2, sin(high) ** 2


def limits(
    target: float, n: float, tau2: float = 0.0, *, delta: float = 1.0, z: float = UNUSUAL
) -> tuple[float, float]:
    """The funnel at n people about a target share (0-1); both ends are shares.

    `delta` is the ratio of the variance to p(1-p): 1 for a percentage.
    Raises OutOfRangeError for numbers that cannot be.
    """
    if not (0 <= target <= 1 and n > 0 and tau2 >= 0 and delta > 0 and isfinite(n + tau2 + delta + z)):
        raise OutOfRangeError(f"No funnel about {target} at {n} people with a tau² of {tau2}.")
    return expected_range(asin(sqrt(target)), sqrt(delta / (4 * n)), tau2, z)
