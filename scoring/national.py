"""The tally of a whole nation: exact sums of every service at once, without a loop over services."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scoring.faults import OutOfRangeError, UnreadableAnswersError
from scoring.given import Floats
from scoring.measure import MOST_ITEMS, Measure
from scoring.tally import Moments
from surveys.answers import NOT_ASKED, PREFER_NOT

WORKERS = 2
"""Threads: numpy lets them count at the same time, and exact sums do not mind the order."""
BLOCK = 1 << 16
"""Rows at a time: the work stays in the processor's own memory."""
EXACT = 1 << 53
"""Up to here every whole number is a float, so sums of floats are exact."""
LARGEST = (1 << 63) - 1
SUM_BITS = 6
"""Eight answers of up to 7 add up to at most 56."""
ALIKE = 1e-12
"""A sum of squared distances this small beside the squares is none."""

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Sums:
    """How many people have a score, the sum of the scores and of their squares, in whole units.

    All three have the same shape: (services, themes), or (services,) for overall scores.
    """

    n: Ints
    total: Ints
    squares: Ints
    unit: int

    def moments(self, *place: int) -> Moments:
        """One service's sums, as a tally holds them."""
        return Moments(int(self.n[place]), int(self.total[place]), int(self.squares[place]))

    @property
    def means(self) -> Floats:
        """Mean scores, 0-100; 0 where nobody has one."""
        found: Floats = self.total / (self.unit * np.maximum(self.n, 1))
        return found

    @property
    def variances(self) -> Floats:
        """Variances of scores divided by 100, with n-1 below; 0 for one person or none."""
        mean = self.total / np.maximum(self.n, 1)
        apart = self.squares - self.total * mean
        apart = np.where(apart > ALIKE * self.squares, apart, 0.0)
        return np.where(self.n > 1, apart / (np.maximum(self.n - 1, 1) * (100.0 * self.unit) ** 2), 0.0)


@dataclass(frozen=True, eq=False)
class National:
    """Every service's sums for one voice, or for several voices laid out as services of their own."""

    people: Ints
    """How many sheets each service has."""
    themes: Sums
    overall: Sums


@dataclass(frozen=True, eq=False)
class _Tables:
    """From the key of a person's answers to a theme, to the score; see `_keys`."""

    scores: Floats
    """In units; 0 where there is none."""
    packed: Floats
    """The score, plus `step` where there is one: added up, it holds both the sum and the count."""
    step: int


def national(answers: Bytes, service: NDArray[np.integer], services: int, measure: Measure) -> National:
    """The sums of every service from all the sheets of a round.

    `answers` has shape (people, statements) and dtype uint8, as `surveys.answers`
    packs them; `service` says for each sheet which service it is of, from 0.
    Sheets may come in any order; in the order of services it is fastest. Raises
    UnreadableAnswersError for tables that do not fit together or bytes that are
    no answer, OutOfRangeError where a sum could outgrow 63 bits.
    """
    _check(answers, service, services, measure)
    rows = _rows_at_a_time(measure)
    parts = WORKERS if len(answers) > WORKERS * rows else 1
    ends = [len(answers) * part // parts for part in range(parts + 1)]
    spans = [slice(first, last) for first, last in pairwise(ends)]
    with ThreadPoolExecutor(parts) as pool:
        counted = list(pool.map(lambda span: _count(answers[span], service[span], services, measure), spans))
    people, themes, overall = counted[0]
    for more in counted[1:]:
        people += more[0]
        themes += more[1]
        overall += more[2]
    most = int(people.max(initial=0))
    if most * (100 * measure.overall_unit) ** 2 > LARGEST:
        raise OutOfRangeError(f"A service of {most} people is too large for exact sums.")
    return National(
        people,
        Sums(themes[0], themes[1], themes[2], measure.unit),
        Sums(overall[0], overall[1], overall[2], measure.overall_unit),
    )


def _count(
    answers: Bytes, service: NDArray[np.integer], services: int, measure: Measure
) -> tuple[Ints, Ints, Ints]:
    """The people, and the sums (n, Σx, Σx²) of themes and of overall scores, a block of rows at a time."""
    rows = _rows_at_a_time(measure)
    tables = _tables(measure, rows)
    people, themes = np.zeros(services, np.int64), np.zeros((3, services, len(measure.themes)), np.int64)
    overall = np.zeros((3, services), np.int64)
    for start in range(0, len(answers), rows):
        block = np.ascontiguousarray(answers[start : start + rows].T)
        place = service[start : start + rows].astype(np.intp)
        first = int(place.min())
        part = slice(first, int(place.max()) + 1)
        people[part] += np.bincount(place - first, minlength=part.stop - first)
        _add(block, place - first, (themes[:, part], overall[:, part]), measure, tables)
    return people, themes, overall


def _rows_at_a_time(measure: Measure) -> int:
    """As many as keep every sum of floats exact."""
    return min(BLOCK, EXACT // (100 * measure.unit * len(measure.themes)) ** 2)


def _check(answers: Bytes, service: NDArray[np.integer], services: int, measure: Measure) -> None:
    if answers.ndim != 2 or answers.shape[1] != len(measure.backwards) or answers.dtype != np.uint8:  # noqa: PLR2004 - a table has two sides
        raise UnreadableAnswersError(
            f"Answers must be bytes, a row a person and {len(measure.backwards)} to a row."
        )
    if service.shape != answers.shape[:1] or service.dtype.kind not in "iu":
        raise UnreadableAnswersError("Every sheet needs the whole number of its service.")
    if len(service) and not 0 <= int(service.min()) <= int(service.max()) < services:
        raise UnreadableAnswersError(f"A sheet is of a service that is not among the {services}.")


def _tables(measure: Measure, rows: int) -> _Tables:
    keys = np.arange((MOST_ITEMS + 1) ** 2 << SUM_BITS)
    sums, counts = keys & (1 << SUM_BITS) - 1, keys >> SUM_BITS
    asked, answered = counts // (MOST_ITEMS + 1), counts % (MOST_ITEMS + 1)
    valid = (answered > 0) & (2 * answered >= asked)
    whole = 100 * measure.unit // (measure.options - 1)
    scores = np.where(valid, whole * sums // np.maximum(answered, 1) - whole, 0).astype(np.float64)
    step = 1 << (rows * 100 * measure.unit).bit_length()
    return _Tables(scores, scores + step * valid, step)


def _add(
    block: Bytes, place: NDArray[np.intp], sums: tuple[Ints, Ints], measure: Measure, tables: _Tables
) -> None:
    """Add one block, a row a statement, to the sums (n, Σx, Σx²) of the services it holds."""
    themes, overall = sums
    services = overall.shape[1]
    totals, known = np.zeros(len(place)), np.zeros(len(place), np.uint8)
    for column, (keys, valid) in enumerate(_keys(block, measure)):
        scores = tables.scores[keys]
        packed = np.bincount(place, tables.packed[keys], services).astype(np.int64)
        themes[0, :, column] += packed // tables.step
        themes[1, :, column] += packed % tables.step
        themes[2, :, column] += np.bincount(place, scores * scores, services).astype(np.int64)
        totals += scores
        known += valid
    for count in range(measure.needed, len(measure.themes) + 1):
        chosen = np.flatnonzero(known == count)
        if chosen.size:
            share = measure.overall_unit // (measure.unit * count)
            where, part = place[chosen], totals[chosen]
            overall[0] += np.bincount(where, minlength=services)
            overall[1] += share * np.bincount(where, part, services).astype(np.int64)
            overall[2] += share**2 * np.bincount(where, part * part, services).astype(np.int64)


def _keys(block: Bytes, measure: Measure) -> Iterator[tuple[NDArray[np.intp], Bytes]]:
    """For each theme and person: asked, answered and sum in one key; and 1 for a score.

    Answers are single bytes, and so are these counts and sums, which keeps the
    arithmetic as narrow, and as fast, as it can be.
    """
    one, options = np.uint8(1), np.uint8(measure.options)
    # Bytes go round: after this step only what is neither an option nor a state lies at the bottom.
    if (block - (options + one)).min() < PREFER_NOT - (options + one):
        raise UnreadableAnswersError("There is an answer that this edition does not offer.")
    answered = ((block - one) < options).view(np.uint8)
    values = block * answered
    for row in np.flatnonzero(measure.backwards):
        values[row] = (options + one) * answered[row] - values[row]
    asked = None if block.max(initial=0) < NOT_ASKED else (block != NOT_ASKED).view(np.uint8)
    for places in measure.themes:
        rows = _rows(places)
        counts = answered[rows].sum(axis=0, dtype=np.uint8)
        known = np.uint8(len(places)) if asked is None else asked[rows].sum(axis=0, dtype=np.uint8)
        high = (known * np.uint8(MOST_ITEMS + 1) + counts).astype(np.intp)
        valid = ((counts > 0) & (counts + counts >= known)).view(np.uint8)
        yield (high << SUM_BITS) + values[rows].sum(axis=0, dtype=np.uint8), valid


def _rows(places: tuple[int, ...]) -> slice | list[int]:
    """The rows of a theme; side by side, as they mostly are, they need not be copied."""
    first, last = min(places), max(places) + 1
    return slice(first, last) if last - first == len(places) else list(places)
