"""Golden families: whether statements work together, coders agree, answers vary, and weights balance."""

from scoring.given import complete
from scoring.quality.consistency import alpha, alpha_if_dropped, alpha_interval, icc, item_rest
from scoring.quality.factor import eigenvalue_ratio, kmo, omega_total
from scoring.quality.sameness import longest_run, variability
from scoring.weighting.raking import rake
from scoring.weighting.weights import effective_size
from tests.golden.krippendorff import krippendorff
from tests.golden.vector import Answer, Family, Vector, levels, needed


def _alpha(inputs: Vector, expected: Vector) -> Answer:
    rows = inputs["data"]
    value, (people, items) = alpha(rows), complete(rows).shape
    return {"alpha": value, **_interval(value, (people, items), expected)}


def _interval(value: float, size: tuple[int, int], expected: Vector) -> dict[str, float]:
    answer: dict[str, float] = {}
    for text, level in levels(expected).items():
        found = alpha_interval(value, *size, level)
        answer |= {f"lo{text}": found.low, f"hi{text}": found.high}
    return answer


def _alpha_interval(inputs: Vector, expected: Vector) -> Answer:
    value, people, items = needed(inputs, "alpha", "n", "k")
    return _interval(value, (people, items), expected)


def _icc(inputs: Vector, _expected: Vector) -> Answer:
    found = icc(inputs["ratings"])
    return {"icc1": found.one, "icc1k": found.mean}


def _straight_lining(inputs: Vector, _expected: Vector) -> Answer:
    rows = inputs["rows"]
    return {"longstring": [longest_run(row) for row in rows], "irv": [variability(row) for row in rows]}


def _raking(inputs: Vector, _expected: Vector) -> Answer:
    """With the stop of R's survey::rake, whose default is a round that moves no cell by more than 1."""
    close = inputs.get("epsilon", 1.0)
    return {"table": rake(inputs["seed"], (inputs["rows"], inputs["cols"]), close=close).tolist()}


def _omega(inputs: Vector, _expected: Vector) -> Answer:
    rows = inputs["data"]
    return {"omega": omega_total(rows)}


FAMILIES: dict[str, Family] = {
    "alpha": _alpha,
    "alpha_if_item_dropped": lambda inputs, _: {"values": list(alpha_if_dropped(inputs["data"]))},
    "alpha_interval": _alpha_interval,
    "effective_sample_size": lambda inputs, _: {"n_eff": effective_size(inputs["w"])},
    "eigenvalue_ratio": lambda inputs, _: {"ratio": eigenvalue_ratio(inputs["data"])},
    "icc": _icc,
    "item_rest_correlation": lambda inputs, _: {"values": list(item_rest(inputs["data"]))},
    "kmo": lambda inputs, _: {"kmo": kmo(inputs["data"])},
    "krippendorff": lambda inputs, _: krippendorff(inputs["coders"]),
    "omega_total": _omega,
    "raking": _raking,
    "straight_lining": _straight_lining,
}
