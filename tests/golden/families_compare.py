"""Golden families: services beside each other, small services, and many results at once."""

from collections.abc import Callable
from math import asin, sqrt

from scipy.special import ndtri

from scoring.comparison.funnel import arcsine, dispersion, limits
from scoring.comparison.many import benjamini_hochberg, holm
from scoring.comparison.pooling import Pool, dersimonian_laird, paule_mandel, shrink
from scoring.given import alike, positive, shares, whole
from tests.golden.vector import LIMIT, Answer, Family, Vector, needed

REACH = {"95": 1.959964, "998": 3.090232}


def _overdispersion(inputs: Vector, _expected: Vector) -> Answer:
    """Shares about the share of all together, on the arcsine scale, or values with their own errors."""
    consistent = inputs.get("consistent", True)
    if "y" in inputs:
        found = dispersion(inputs["y"], inputs["s"], inputs.get("target"), consistent=consistent)
        return {"phi": found.phi, "tau2": found.tau2, "target": found.target}
    numerator, denominator = (
        whole(inputs["numerator"], "numerators"),
        positive(inputs["denominator"], "denominators"),
    )
    alike(numerator, denominator)
    parts = shares(numerator / denominator, "shares")
    share = inputs.get("target", float(numerator.sum() / denominator.sum()))
    errors = 1 / (2 * denominator**0.5)
    found = dispersion(arcsine(parts), errors, asin(sqrt(share)), consistent=consistent)
    return {"phi": found.phi, "tau2": found.tau2, "target": share}


def _funnel_limits(inputs: Vector, expected: Vector) -> Answer:
    answer: dict[str, float] = {}
    for key in expected:
        match = LIMIT.fullmatch(key)
        text = match[1] if match else "95"
        reach = inputs.get(f"z{text}", REACH.get(text, float(ndtri((1 + float(f"0.{text}")) / 2))))
        tau2, delta = inputs.get("tau2") or 0.0, inputs.get("delta") or 1.0
        target, n = needed(inputs, "target", "n")
        low, high = limits(target, n, tau2, delta=delta, z=reach)
        answer |= {f"lo{text}": low, f"hi{text}": high}
    return answer


def _pooled(method: Callable[..., Pool]) -> Family:
    def answer(inputs: Vector, _expected: Vector) -> Answer:
        found = method(inputs["y"], inputs["v"])
        return {"tau2": found.tau2, "mu": found.mu, "se": found.se, "Q": found.q}

    return answer


def _of(pool: Pool) -> tuple[tuple[str, float], ...]:
    return ("tau2", pool.tau2), ("mu", pool.mu)


def _shrinkage(inputs: Vector, _expected: Vector) -> Answer:
    y, v = inputs["y"], inputs["v"]
    pool = paule_mandel(y, v)
    tau2, mu = (pool_value if inputs.get(key) is None else inputs[key] for key, pool_value in _of(pool))
    found = shrink(y, v, tau2, mu)
    reliability, sd = found.reliability.tolist(), found.sd.tolist()
    return {"estimates": found.estimates.tolist(), "reliability": reliability, "B": reliability, "sd": sd}


FAMILIES: dict[str, Family] = {
    "benjamini_hochberg": lambda inputs, _: {"adjusted": benjamini_hochberg(inputs["p"]).tolist()},
    "funnel_limits": _funnel_limits,
    "holm": lambda inputs, _: {"adjusted": holm(inputs["p"]).tolist()},
    "overdispersion": _overdispersion,
    "shrinkage": _shrinkage,
    "tau2_dersimonian_laird": _pooled(dersimonian_laird),
    "tau2_paule_mandel": _pooled(paule_mandel),
}
