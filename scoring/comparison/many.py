"""Looking at many results at once: p-values put right for it (Benjamini-Hochberg, Holm)."""

import numpy as np
from numpy.typing import ArrayLike

from scoring.given import Floats, shares

FALSE_SHARE = 0.05
"""The share of a list of outliers that may be there by chance (METHOD 2.6)."""


def benjamini_hochberg(p: ArrayLike) -> Floats:
    """P-values for a list of outliers across services; flag those of at most `FALSE_SHARE`.

    The least over all larger p of p·m/rank (Benjamini & Hochberg 1995). The
    order of `p` is kept. Raises as `given.shares` does.
    """
    row = shares(p, "p-values")
    order = np.argsort(-row, kind="stable")
    ranks = np.arange(row.size, 0, -1)
    adjusted = np.empty(row.size)
    adjusted[order] = np.minimum.accumulate(np.minimum(row[order] * row.size / ranks, 1.0))
    return adjusted


def holm(p: ArrayLike) -> Floats:
    """P-values for a few results of one service: the most of p·(m+1-rank) over all smaller p (Holm 1979)."""
    row = shares(p, "p-values")
    order = np.argsort(row, kind="stable")
    left = np.arange(row.size, 0, -1)
    adjusted = np.empty(row.size)
    adjusted[order] = np.maximum.accumulate(np.minimum(row[order] * left, 1.0))
    return adjusted
