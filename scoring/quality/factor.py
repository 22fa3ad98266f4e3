"""Whether the statements of a theme measure one thing: one factor, eigenvalues, partial correlations."""

import numpy as np

from scoring.faults import OutOfRangeError
from scoring.given import Floats, Rows, complete

ROUNDS = 10_000
CLOSE = 1e-12
LEAST_UNIQUE = 0.005
"""A statement keeps at least this share of itself apart from the factor, as psych has it."""


def correlations(rows: Rows) -> Floats:
    """The correlations of the statements over the people who answered all of them.

    Raises OutOfRangeError for a statement that everybody answered alike.
    """
    table = complete(rows)
    apart = table - table.mean(axis=0)
    sizes = np.sqrt((apart**2).sum(axis=0))
    flat = np.flatnonzero(sizes <= CLOSE * np.sqrt((table**2).sum(axis=0)))
    if flat.size:
        raise OutOfRangeError(f"Everybody gave the same answer to statement {flat[0] + 1}.")
    found: Floats = np.clip((apart / sizes).T @ (apart / sizes), -1, 1)
    return found


def loadings(matrix: Floats) -> Floats:
    """How strongly each statement hangs on one factor: least squares off the diagonal (minres).

    Each loading in turn is set to its best value beside the others (Harman &
    Jones 1966), and held so that some of the statement stays its own.
    """
    off = matrix - np.diag(np.diag(matrix))
    most = np.sqrt(1 - LEAST_UNIQUE)
    first = np.linalg.eigh(matrix)[1][:, -1]
    fit = float(first @ off @ first) / max(1 - float((first**4).sum()), CLOSE)
    found: Floats = np.clip(first * np.sqrt(max(fit, 0.0)) * (1 if first.sum() >= 0 else -1), -most, most)
    for _ in range(ROUNDS):
        before = found.copy()
        for place in range(found.size):
            room = float(found @ found - found[place] ** 2)
            best = float(off[place] @ found) / room if room > CLOSE else 0.0
            found[place] = min(max(best, -most), most)
        if np.abs(found - before).max() <= CLOSE:
            break
    return found


def omega_total(rows: Rows) -> float:
    """McDonald's omega total with one factor: 1 - Σ uniqueness / Σ correlations, as psych's omega.

    Raises as `correlations` does, and OutOfRangeError where the sum of the
    standardised statements never varies.
    """
    matrix = correlations(rows)
    whole = float(matrix.sum())
    if whole <= CLOSE:
        raise OutOfRangeError("The statements cancel each other out, so there is no omega.")
    return 1 - float((1 - loadings(matrix) ** 2).sum()) / whole


def eigenvalue_ratio(rows: Rows) -> float | None:
    """The first eigenvalue of the correlations over the second; None where there is but one dimension."""
    values = np.linalg.eigvalsh(correlations(rows))
    return float(values[-1] / values[-2]) if values[-2] > CLOSE else None


def kmo(rows: Rows) -> float:
    """Kaiser, Meyer and Olkin's measure: the share of the squared correlations that is not partial.

    Raises OutOfRangeError where one statement follows exactly from the others,
    or where no two statements go together at all.
    """
    matrix = correlations(rows)
    if float(np.linalg.eigvalsh(matrix)[0]) <= CLOSE:
        raise OutOfRangeError("One statement follows exactly from the others, so there is no such measure.")
    inverse = np.linalg.inv(matrix)
    scale = np.sqrt(np.diag(inverse))
    partial = inverse / np.outer(scale, scale)
    off = ~np.eye(len(matrix), dtype=bool)
    shared, apart = float((matrix[off] ** 2).sum()), float((partial[off] ** 2).sum())
    if shared <= CLOSE**2:
        raise OutOfRangeError("No two statements go together, so there is no such measure.")
    return shared / (shared + apart)
