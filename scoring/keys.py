"""From rows of answers to one key for each person and theme: all that the theme score depends on.

Answers are single bytes, and so are their sums and counts: arithmetic as narrow as that is
the fastest there is. A table then leads from the key to the score.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from scoring.faults import UnreadableAnswersError
from scoring.measure import MOST_ITEMS, Measure
from surveys.answers import NOT_ASKED

WORKERS = 2
"""Threads: numpy lets them count at the same time, and exact sums do not mind the order."""
BYTE = 256
KEYS = (MOST_ITEMS + 1) ** 2 * BYTE
"""The low byte is the sum of the answers, at most 8 x 7; the high one 9 x how many were asked + answered."""
CORNER = 1 << 12
"""Rows to turn into columns at a time: so few stay in the fastest memory until all their columns are read."""
STATES_BELOW = 3
"""Bytes go round: with 3 added the states 253 to 255 lie at 0 to 2, and no answer and the options follow."""

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int64]
Keys = NDArray[np.uint16]
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Meaning:
    """What each key stands for."""

    scores: Ints
    """The theme score in units; 0 where there is none."""
    packed: Ints
    """The score times 256, plus 1 where there is one: a person's, added up, tell the sum and the count."""
    valid: NDArray[np.bool_]
    """Whether there is a theme score: at least half was answered (METHOD 2.1)."""
    asked: NDArray[np.bool_]
    answered: NDArray[np.bool_]


@lru_cache(maxsize=16)
def meaning_of(measure: Measure) -> Meaning:
    """What the keys of this measure stand for."""
    counts, sums = np.divmod(np.arange(KEYS), BYTE)
    asked, answered = np.divmod(counts, MOST_ITEMS + 1)
    valid = (answered > 0) & (2 * answered >= asked)
    whole = 100 * measure.unit // (measure.options - 1)
    scores = np.where(valid, whole * sums // np.maximum(answered, 1) - whole, 0)
    found = Meaning(scores, BYTE * scores + valid, valid, asked > 0, answered > 0)
    for table in (found.scores, found.packed, found.valid, found.asked, found.answered):
        table.flags.writeable = False
    return found


def check_answers(answers: Bytes, measure: Measure) -> None:
    """Raises UnreadableAnswersError unless `answers` are bytes of shape (people, statements)."""
    if answers.ndim != 2 or answers.shape[1] != len(measure.backwards) or answers.dtype != np.uint8:  # noqa: PLR2004 - a table has two sides
        raise UnreadableAnswersError(
            f"Answers must be bytes, a row a person and {len(measure.backwards)} to a row."
        )


def columns_of(answers: Bytes, measure: Measure) -> Bytes:
    """Some people's answers, a row a statement. Raises UnreadableAnswersError for one that is not offered."""
    columns = np.empty(answers.shape[::-1], np.uint8)
    for start in range(0, len(answers), CORNER):
        columns[:, start : start + CORNER] = answers[start : start + CORNER].T
    if (columns + np.uint8(STATES_BELOW)).max(initial=0) > STATES_BELOW + measure.options:
        raise UnreadableAnswersError("There is an answer that this edition does not offer.")
    return columns


def keys_of(columns: Bytes, measure: Measure) -> Keys:
    """The keys of shape (people, themes) of answers that `columns_of` laid out."""
    one, options = np.uint8(1), np.uint8(measure.options)
    answered = ((columns - one) < options).view(np.uint8)
    values = columns * answered
    for row in np.flatnonzero(measure.backwards):
        values[row] = (options + one) * answered[row] - values[row]
    asked = None if columns.max(initial=0) < NOT_ASKED else (columns != NOT_ASKED).view(np.uint8)
    keys = np.empty((columns.shape[1], len(measure.themes), 2), np.uint8)
    for theme, places in enumerate(measure.themes):
        rows = _rows(places)
        known = np.uint8(len(places)) if asked is None else asked[rows].sum(axis=0, dtype=np.uint8)
        keys[:, theme, 0] = values[rows].sum(axis=0, dtype=np.uint8)
        keys[:, theme, 1] = np.uint8(MOST_ITEMS + 1) * known + answered[rows].sum(axis=0, dtype=np.uint8)
    return keys.view("<u2")[:, :, 0]


def _rows(places: tuple[int, ...]) -> slice | list[int]:
    """The rows of a theme; side by side, as they mostly are, they need not be copied."""
    first, last = min(places), max(places) + 1
    return slice(first, last) if last - first == len(places) else list(places)


def in_parts(work: Callable[[slice], T], people: int, block: int) -> list[T]:
    """What `work` makes of each part of the people; by threads where each has more than one block."""
    parts = WORKERS if people > WORKERS * block else 1
    ends = [people * part // parts for part in range(parts + 1)]
    spans = [slice(first, last) for first, last in pairwise(ends)]
    if parts == 1:
        return [work(span) for span in spans]
    with ThreadPoolExecutor(parts) as pool:
        return list(pool.map(work, spans))
