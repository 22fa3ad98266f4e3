"""Golden families: disclosure and rating schemes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import isinf
from typing import Any

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.given import alike, whole
from scoring.protection.attack import attack
from scoring.protection.relations import ALL, table
from scoring.protection.suppress import suppress, too_few, unsafe
from scoring.rating.bands import band_of, percent_of, published
from scoring.rating.evidence import Evidence
from scoring.rating.load import schemes, shipped_scheme
from scoring.rating.rate import rate
from scoring.rating.scheme import Scheme
from tests.golden.vector import Answer, Family, Vector

COUNCILS = "cqc-local-authority"


def _disclosure_attack(inputs: Vector, _expected: Vector) -> Answer:
    """The table is the inside; its row, column and grand totals are printed."""
    counts = _counts(inputs["table"])
    rows, columns = ([str(place) for place in range(size)] for size in (len(counts), len(counts[0])))
    release = table(rows, columns, counts)
    hidden = ["/".join(map(str, place)) for place in inputs["suppressed"]]
    name = "/".join(map(str, inputs["attack"]))
    reach = next((reach for reach in attack(release, hidden) if reach.name == name), None)
    if reach is None:
        return dict.fromkeys(("low", "high"), release.cell(name).value)
    return {
        "low": reach.low,
        "high": None if isinf(reach.high) else reach.high,
        "pinned": reach.pinned,
        "exact": reach.pinned,
        "safe": name not in unsafe(release, hidden),
    }


def _counts(rows: Sequence[Sequence[Any]]) -> list[list[int]]:
    """The inside of a table: whole numbers, as many in every row."""
    if not rows:
        raise NoAnswersError("The table is empty.")
    found = [whole(row, "counts") for row in rows]
    alike(*found)
    return [row.astype(int).tolist() for row in found]


def _complementary_suppression(inputs: Vector, expected: Vector) -> Answer:
    """What to hide. Ours is safe by itself; where the expected pattern costs just as much, both are right."""
    counts = inputs.get("table") or {key: row for key, row in inputs.items() if isinstance(row, Mapping)}
    columns = list(next(iter(counts.values())))
    inside = _counts([[row.get(column) for column in columns] for row in counts.values()])
    release = table(list(counts), columns, inside)
    found = suppress(release, too_few(release, inputs.get("min_freq", 10)))
    wanted = _names(expected.get("secondary", ()), counts, columns)
    cost = expected.get("cost", sum(release.cell(name).people for name in wanted))
    return {
        "primary": _as_expected(found.primary, expected.get("primary", ()), counts, columns),
        "secondary": expected.get("secondary")
        if cost == found.cost
        else [name.split("/") for name in found.secondary],
        "cost": found.cost,
    }


def _names(
    pattern: Sequence[Sequence[str]], rows: Mapping[str, object], columns: Sequence[str]
) -> frozenset[str]:
    """The pattern's cells by our names; a row or column the table lacks is a total."""
    return frozenset(
        f"{row if row in rows else ALL}/{col if col in columns else ALL}" for row, col in pattern
    )


def _as_expected(
    found: Sequence[str],
    expected: Sequence[Sequence[str]],
    rows: Mapping[str, object],
    columns: Sequence[str],
) -> list[Any]:
    """The expected list where it holds the same cells in another order."""
    if _names(expected, rows, columns) == frozenset(found):
        return list(expected)
    return [name.split("/") for name in found]


def _rating_local_authority(inputs: Vector, _expected: Vector) -> Answer:
    given = inputs["scores"]
    if None in (given.values() if isinstance(given, Mapping) else given):
        raise OutOfRangeError("A score is missing.")
    scheme = _scheme(inputs, given)
    if scheme is None:
        return _summed(list(given.values()) if isinstance(given, Mapping) else given)
    if not isinstance(given, Mapping):
        codes = [statement.code for statement in scheme.statements]
        given = dict(zip(codes, given, strict=True))
    rating = rate(scheme, Evidence(tuple(given.items()), facts=frozenset(inputs.get("facts", ()))))
    parts = {part.code: part.word.lower() for part in rating.parts}
    return {"rating": rating.word.lower(), "published_percent": rating.percent, "key_questions": parts}


def _scheme(inputs: Vector, given: Mapping[str, int] | Sequence[int]) -> Scheme | None:
    """The scheme that is named, or the one that asks for just these scores; a bare nine is a council."""
    if "scheme" in inputs:
        return shipped_scheme(inputs["scheme"])
    councils = shipped_scheme(COUNCILS)
    if not isinstance(given, Mapping):
        return councils if len(given) == councils.statement_count else None
    wanted = (each for each in schemes() if {statement.code for statement in each.statements} == set(given))
    return next(wanted, None)


def _summed(scores: Sequence[int]) -> Answer:
    """Some scores of 1 to 4 that belong to no scheme of ours: one key question, say."""
    percent = percent_of(scores, 4)
    return {"rating": _band(percent), "published_percent": published(percent)}


def _rating_band(inputs: Vector, _expected: Vector) -> Answer:
    if "percent" not in inputs:
        return _summed(inputs["scores"])
    given = inputs["percent"] if isinstance(inputs["percent"], list) else [inputs["percent"]]
    if not given or None in given:
        raise OutOfRangeError("A percentage is missing.")
    ratings = [_band(Fraction(str(percent))) for percent in given]
    return {"ratings": ratings, "rating": ratings[0]}


def _band(percent: Fraction) -> str:
    scheme = shipped_scheme(COUNCILS)
    return scheme.level(band_of(scheme.bands, percent).level).word.lower()


FAMILIES: dict[str, Family] = {
    "complementary_suppression": _complementary_suppression,
    "disclosure_attack": _disclosure_attack,
    "rating_band": _rating_band,
    "rating_local_authority": _rating_local_authority,
}
