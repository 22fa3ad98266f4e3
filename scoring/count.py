"""Counting: from rows of kept answers to a tally, with numpy, a block of rows at a time.

Each answer becomes one small whole number that packs its value, that it was
answered, and that it was asked; the sum over a theme's columns is a key with
everything the theme score depends on. Counting equal keys gives exact sums in
one pass, and a table from key to score serves the overall score.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.faults import UnreadableAnswersError
from scoring.measure import Measure
from scoring.scores import turned
from scoring.tally import Moments, StatementTally, Tally, ThemeTally
from surveys.answers import DOES_NOT_APPLY, NOT_ANSWERED, NOT_ASKED, PREFER_NOT

BLOCK = 1 << 16
"""Rows at a time: every intermediate of a block stays within a few megabytes."""
BYTES = 256

# The key: answers add up to at most 8 x 7 = 56 (6 bits), then how many were answered, then how many asked.
ANSWERED, ASKED = 6, 10
KEYS = 1 << 14
COUNT_MASK = (1 << ASKED - ANSWERED) - 1
SUM_MASK = (1 << ANSWERED) - 1


@dataclass(frozen=True, eq=False)
class _Tables:
    forwards: NDArray[np.uint16]
    """Byte of an answer to its part of the key."""
    backwards: NDArray[np.uint16]
    scores: NDArray[np.int32]
    """Key to theme score in units; 0 where there is none."""
    valid: NDArray[np.uint8]
    """Key to 1 where there is a theme score."""


def tally(answers: NDArray[np.uint8], measure: Measure) -> Tally:
    """The tally of a block of sheets of one voice.

    `answers` has shape (people, statements) and dtype uint8, as `surveys.answers`
    packs them. Raises UnreadableAnswersError for another shape or type, or for
    a byte that is neither an option of this measure nor a state.
    """
    if answers.ndim != 2 or answers.shape[1] != len(measure.backwards) or answers.dtype != np.uint8:  # noqa: PLR2004 - a table has two sides
        raise UnreadableAnswersError(
            f"Answers must be bytes, a row a person and {len(measure.backwards)} to a row."
        )
    tables, whole = _tables(measure), Tally.zero(measure)
    for start in range(0, len(answers), BLOCK):
        whole += _block(np.ascontiguousarray(answers[start : start + BLOCK].T), measure, tables)
    return whole


def _tables(measure: Measure) -> _Tables:
    forwards, backwards = np.zeros(BYTES, np.uint16), np.zeros(BYTES, np.uint16)
    forwards[:NOT_ASKED] = backwards[:NOT_ASKED] = 1 << ASKED
    for value in range(1, measure.options + 1):
        forwards[value] += (1 << ANSWERED) + value
        backwards[value] += (1 << ANSWERED) + turned(value, measure.options)
    keys = np.arange(KEYS)
    sums, answered, asked = keys & SUM_MASK, keys >> ANSWERED & COUNT_MASK, keys >> ASKED
    valid = (answered > 0) & (2 * answered >= asked)
    whole = 100 * measure.unit // (measure.options - 1)
    scores = np.where(valid, whole * sums // np.maximum(answered, 1) - whole, 0)
    return _Tables(forwards, backwards, scores.astype(np.int32), valid.astype(np.uint8))


def _block(columns: NDArray[np.uint8], measure: Measure, tables: _Tables) -> Tally:
    people = columns.shape[1]
    totals, themes_known = np.zeros(people, np.int32), np.zeros(people, np.uint8)
    themes = []
    for places in measure.themes:
        keys = np.zeros(people, np.uint16)
        for place in places:
            keys += (tables.backwards if measure.backwards[place] else tables.forwards)[columns[place]]
        totals += tables.scores[keys]
        themes_known += tables.valid[keys]
        themes.append(_theme(keys, tables))
    return Tally(
        unit=measure.unit,
        overall_unit=measure.overall_unit,
        people=people,
        overall=_overall(totals, themes_known, measure),
        themes=tuple(themes),
        statements=tuple(_statement(column, measure.options) for column in columns),
    )


def _theme(keys: NDArray[np.uint16], tables: _Tables) -> ThemeTally:
    counts = np.bincount(keys, minlength=KEYS)
    found = np.flatnonzero(counts)
    counts, scores, valid = counts[found], tables.scores[found].astype(np.int64), tables.valid[found] == 1
    asked, answered = found >> ASKED > 0, found >> ANSWERED & COUNT_MASK > 0
    return ThemeTally(
        scores=Moments(int(counts[valid].sum()), int(counts @ scores), int(counts @ scores**2)),
        silent=int(counts[asked & ~answered].sum()),
        few=int(counts[answered & ~valid].sum()),
        unasked=int(counts[~asked].sum()),
    )


def _overall(totals: NDArray[np.int32], known: NDArray[np.uint8], measure: Measure) -> Moments:
    """Sums by how many themes a person has, so that each division is one exact multiplication at the end."""
    whole = Moments()
    for themes in range(measure.needed, len(measure.themes) + 1):
        part = totals[known == themes].astype(np.int64)
        share = measure.overall_unit // (measure.unit * themes)
        whole += Moments(len(part), share * int(part.sum()), share**2 * int(part @ part))
    return whole


def _statement(column: NDArray[np.uint8], options: int) -> StatementTally:
    counts = np.bincount(column, minlength=BYTES).tolist()
    counted = StatementTally(
        options=tuple(counts[1 : options + 1]),
        not_answered=counts[NOT_ANSWERED],
        prefer_not=counts[PREFER_NOT],
        does_not_apply=counts[DOES_NOT_APPLY],
        not_asked=counts[NOT_ASKED],
    )
    if counted.asked + counted.not_asked != len(column):
        raise UnreadableAnswersError("There is an answer that this edition does not offer.")
    return counted
