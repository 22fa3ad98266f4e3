"""Intervals that stay on the scale: Wilson for a share, design-scaled Wilson for a mean score."""

from dataclasses import dataclass
from functools import cache
from math import isfinite, sqrt

from scipy.special import ndtri, stdtrit

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.tally import Moments

LEVEL = 0.95
PRIOR = 10.0
"""How many people's worth of trust the shared spread gets against a service's own (METHOD 2.4)."""


@dataclass(frozen=True)
class Estimate:
    """A value and its interval, on the scale of the value."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Sample:
    """Scores of some people: the mean (0-100), how many, and the variance of the scores divided by 100."""

    mean: float
    n: float
    variance: float = 0.0


def sample_of(moments: Moments, unit: int) -> Sample:
    """The sample behind exact sums; the variance divides by n-1 and one person has none.

    Raises NoAnswersError for nobody.
    """
    n, total = moments.n, moments.total
    if n < 1:
        raise NoAnswersError("Nobody answered, so there is no mean.")
    spread = (n * moments.squares - total**2) / (n * (n - 1) * (100 * unit) ** 2) if n > 1 else 0.0
    return Sample(total / (n * unit), n, spread)


def wilson(x: float, n: float, level: float = LEVEL) -> Estimate:
    """The share x of n with its Wilson score interval, 0-1 (Wilson 1927; Newcombe 1998, method 3).

    x and n may be fractions: with weights, x is the share times the effective
    number. Raises NoAnswersError for n = 0, OutOfRangeError unless 0 <= x <= n.
    """
    _check(n, level)
    if not 0 <= x <= n:
        raise OutOfRangeError(f"{x} of {n} is not a share.")
    return _score_interval(x / n, n, _normal(level))


def mean_interval(
    sample: Sample,
    delta: float,
    *,
    prior: float = PRIOR,
    level: float = LEVEL,
    population: float | None = None,
) -> Estimate:
    """A mean score with its design-scaled Wilson interval, 0-100 (METHOD 2.4).

    `delta` is the shared ratio of the variance to p(1-p); the service's own ratio
    moderates it. `population` is how many there are to ask, for the optional
    finite line only: never for anything compared. Raises NoAnswersError for
    n = 0, OutOfRangeError for numbers that cannot be.
    """
    n, p = sample.n, sample.mean / 100
    _check(n, level)
    freedom = prior + n - 1
    known = isfinite(p + sample.variance + delta + prior)
    if not (known and 0 <= p <= 1 and sample.variance >= 0 and delta > 0 and prior >= 0 and freedom > 0):
        raise OutOfRangeError(f"No interval for {sample} with a spread of {delta}.")
    own = sample.variance / (p * (1 - p)) if 0 < p < 1 else delta
    moderated = (prior * delta + (n - 1) * own) / freedom
    size = n / min(max(moderated, delta / 3), 1.0)
    if population is not None:
        if population <= n:
            return Estimate(sample.mean, sample.mean, sample.mean)
        size *= (population - 1) / (population - n)
    share = _score_interval(p, size, _student(level, freedom))
    return Estimate(sample.mean, 100 * share.low, 100 * share.high)


def _score_interval(p: float, n: float, quantile: float) -> Estimate:
    squared = quantile**2
    middle = p + squared / (2 * n)
    reach = quantile * sqrt(p * (1 - p) / n + squared / (4 * n**2))
    whole = 1 + squared / n
    low = (middle - reach) / whole if p > 0 else 0.0
    high = (middle + reach) / whole if p < 1 else 1.0
    return Estimate(p, min(max(low, 0.0), p), max(min(high, 1.0), p))


def _check(n: float, level: float) -> None:
    if n == 0:
        raise NoAnswersError("Nobody answered, so there is no interval.")
    if not (isfinite(n) and n > 0 and 0 < level < 1):
        raise OutOfRangeError(f"No interval for {n} people at a level of {level}.")


@cache
def _normal(level: float) -> float:
    return float(ndtri((1 + level) / 2))


@cache
def _student(level: float, freedom: float) -> float:
    return float(stdtrit(freedom, (1 + level) / 2))
