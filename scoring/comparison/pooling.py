"""Small services: how much services truly differ, and the best guess that allows for size (METHOD 2.5)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from scoring.faults import OutOfRangeError
from scoring.given import Floats, alike, numbers, positive

ROUNDS = 200
CLOSE = 1e-15
"""Newton's steps are summed until one is this small beside the whole."""
CAUTION_FROM, COMPARE_FROM = 0.5, 0.7


@dataclass(frozen=True)
class Pool:
    """What services have in common, on the scale of the values given."""

    mu: float
    """Their mean, weighted by 1/(v + tau2)."""
    tau2: float
    """The variance between services, beyond chance."""
    se: float
    """The standard error of mu."""
    q: float
    """Cochran's Q: how far the values lie apart, in units of chance."""


@dataclass(frozen=True, eq=False)
class Shrunken:
    """For each service: the best guess, how far its own value can be trusted (B, 0-1), and the guess's sd."""

    estimates: Floats
    reliability: Floats
    sd: Floats


def paule_mandel(y: ArrayLike, v: ArrayLike) -> Pool:
    """The variance between services that makes Q its expected value (Paule & Mandel 1982).

    `y` are values and `v` their variances. The equation falls and is convex, so
    Newton's steps from 0 climb to the root and never past it (DerSimonian & Kacker
    2007); where Q is already small enough the answer is 0. One service gives 0.
    Raises NoAnswersError for no values, OutOfRangeError unless every v is above 0.
    """
    return _pool(y, v, _paule_mandel)


def dersimonian_laird(y: ArrayLike, v: ArrayLike) -> Pool:
    """The variance between services by moments (DerSimonian & Laird 1986). Raises as `paule_mandel` does."""
    return _pool(y, v, _dersimonian_laird)


def _pool(y: ArrayLike, v: ArrayLike, between: Callable[[Floats, Floats], float]) -> Pool:
    values, variances = numbers(y, "values"), positive(v, "variances")
    alike(values, variances)
    tau2 = between(values, variances)
    mu, whole, _ = _centre(values, variances + tau2)
    return Pool(mu, tau2, float(whole**-0.5), _centre(values, variances)[2])


def _centre(values: Floats, variances: Floats) -> tuple[float, float, float]:
    """The weighted mean, the sum of the weights, and Q about the mean."""
    weights = 1 / variances
    whole = float(weights.sum())
    mu = float(weights @ values) / whole
    return mu, whole, float(weights @ (values - mu) ** 2)


def _paule_mandel(values: Floats, variances: Floats) -> float:
    tau2 = 0.0
    for _ in range(ROUNDS):
        mu, _, q = _centre(values, variances + tau2)
        over = q - (values.size - 1)
        if over <= 0:
            break
        step = over / float(((values - mu) ** 2 / (variances + tau2) ** 2).sum())
        tau2 += step
        if step <= CLOSE * tau2:
            break
    return tau2


def _dersimonian_laird(values: Floats, variances: Floats) -> float:
    if values.size == 1:
        return 0.0
    _, whole, q = _centre(values, variances)
    return max(0.0, (q - (values.size - 1)) / (whole - float((variances**-2).sum()) / whole))


def shrink(y: ArrayLike, v: ArrayLike, tau2: float, mu: float) -> Shrunken:
    """The best guesses mu + B(y - mu) with B = tau2/(tau2 + v), and its sd, the root of B·v.

    Raises OutOfRangeError for a tau2 below 0 or for a mu or tau2 that is no number.
    """
    values, variances = numbers(y, "values"), positive(v, "variances")
    alike(values, variances)
    if not (np.isfinite(mu) and np.isfinite(tau2) and tau2 >= 0):
        raise OutOfRangeError(f"No best guess from a mean of {mu} and a variance of {tau2} between services.")
    reliability = tau2 / (tau2 + variances)
    return Shrunken(mu + reliability * (values - mu), reliability, np.sqrt(reliability * variances))


def best_guesses(means: ArrayLike, n: ArrayLike, delta: float) -> Shrunken:
    """Best guesses of services' mean scores, 0-100; for sorting and planning, never for flags or headlines.

    The chance variance of a mean of n people is δ·p(1-p)/n at the mean p of all
    the people (METHOD 2.5). Where everybody is at 0 or at 100 there is nothing
    to shrink and nothing to trust. Raises OutOfRangeError for a mean off the
    scale, or for an n or a δ that is not above 0.
    """
    scores, sizes = numbers(means, "mean scores"), positive(n, "numbers of people")
    alike(scores, sizes)
    if scores.min() < 0 or scores.max() > 100 or not 0 < delta < np.inf:  # noqa: PLR2004 - the scale
        raise OutOfRangeError(
            f"No best guess: a mean is off the scale of 0 to 100, or the spread is {delta}."
        )
    p = float(sizes @ scores) / float(sizes.sum()) / 100
    if not 0 < p < 1:
        return Shrunken(scores, np.zeros(scores.size), np.zeros(scores.size))
    variances = 100**2 * delta * p * (1 - p) / sizes
    pool = paule_mandel(scores, variances)
    return shrink(scores, variances, pool.tau2, pool.mu)


def reliability_words(reliability: float) -> str:
    """What a reliability B from 0 to 1 lets a reader do. Raises OutOfRangeError."""
    if not 0 <= reliability <= 1:
        raise OutOfRangeError(f"A reliability of {reliability} is not between 0 and 1.")
    if reliability < CAUTION_FROM:
        return "Too few answers to compare."
    return "Compare with caution." if reliability < COMPARE_FROM else "Can be compared."


def best_guess_words(guess: int) -> str:
    """The line beside an observed score."""
    return f"Best guess allowing for size: {guess}."
