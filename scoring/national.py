"""The tally of a whole nation: exact sums of every service at once, without a loop over services."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from scoring.faults import OutOfRangeError, UnreadableAnswersError
from scoring.given import Floats
from scoring.keys import Bytes, Ints, check_answers, columns_of, in_parts, keys_of, meaning_of
from scoring.measure import Measure
from scoring.tally import Moments

BLOCK = 1 << 15
"""Rows at a time: few enough to stay near the processor, many enough for its two threads not to wait."""
LARGEST = (1 << 63) - 1
ALIKE = 1e-12
"""A sum of squared distances this small beside the squares is none."""


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


def national(answers: Bytes, service: NDArray[np.integer], services: int, measure: Measure) -> National:
    """The sums of every service from all the sheets of a round.

    `answers` has shape (people, statements) and dtype uint8, as `surveys.answers`
    packs them; `service` says for each sheet which service it is of, from 0.
    Sheets may come in any order; in the order of services it is fastest. Raises
    UnreadableAnswersError for tables that do not fit together or bytes that are
    no answer, OutOfRangeError where a sum could outgrow 63 bits.
    """
    check_answers(answers, measure)
    people = _people(service, len(answers), services)
    most = int(people.max(initial=1))
    if most * (100 * measure.overall_unit) ** 2 > LARGEST:
        raise OutOfRangeError(f"A service of {most} people is too large for exact sums.")

    def part(span: slice) -> Ints:
        return _count(answers[span], service[span], services, measure)

    parts = in_parts(part, len(answers), BLOCK)
    n, total, squares = sum(parts[1:], parts[0])
    return National(
        people,
        Sums(n[:, :-1], total[:, :-1], squares[:, :-1], measure.unit),
        Sums(n[:, -1], total[:, -1], squares[:, -1], measure.overall_unit),
    )


def _people(service: NDArray[np.integer], people: int, services: int) -> Ints:
    if service.shape != (people,) or service.dtype.kind not in "iu":
        raise UnreadableAnswersError("Every sheet needs the whole number of its service.")
    if people and not 0 <= int(service.min()) <= int(service.max()) < services:
        raise UnreadableAnswersError(f"A sheet is of a service that is not among the {services}.")
    return np.bincount(service, minlength=services)


def _count(answers: Bytes, service: NDArray[np.integer], services: int, measure: Measure) -> Ints:
    """The sums (n, Σx, Σx²) of each service's themes and overall scores, a block of rows at a time."""
    sums = np.zeros((3, services, len(measure.themes) + 1), np.int64)
    bits, table = _bits(measure), _table(measure)
    # Used again for every block: to be given new memory each time would take longer than to fill it.
    room = np.empty((min(BLOCK, len(answers)), len(measure.themes), 2), np.int64)
    for start in range(0, len(answers), BLOCK):
        place = service[start : start + BLOCK].astype(np.int64)
        first, last, people = int(place.min()), int(place.max()), len(place)
        keys = keys_of(columns_of(answers[start : start + BLOCK], measure), measure)
        themes = table.take(keys, axis=0, mode="clip", out=room[:people])
        overall = _overall(themes[:, measure.inside] if measure.apart else themes, measure)
        # A table with a single 1 for each person, in the row of their service: its product is the sums.
        ones, ends = np.ones(people, np.int64), np.arange(people + 1)
        each = csc_array((ones, place - first, ends), (last + 1 - first, people))
        found = np.hstack((each @ themes.reshape(people, -1), each @ overall))
        packed, squares = found[:, ::2], found[:, 1::2]
        sums[:, first : last + 1] += np.stack((packed >> bits, packed & (1 << bits) - 1, squares))
    return sums


def _bits(measure: Measure) -> int:
    """Room for any sum of scores of a block: above so many bits one can count beside it."""
    return (BLOCK * 100 * measure.overall_unit).bit_length()


def _table(measure: Measure) -> Ints:
    """From a key to two numbers to add up: the score, with 1 counted above it if there is one; its square."""
    meaning = meaning_of(measure)
    return np.stack((meaning.scores + (1 << _bits(measure)) * meaning.valid, meaning.scores**2), axis=1)


def _overall(themes: Ints, measure: Measure) -> Ints:
    """The same two numbers of each person's overall score, from those of their themes."""
    packed, one = np.einsum("pt->p", themes[:, :, 0]), 1 << _bits(measure)
    known = packed >> _bits(measure)
    shares = np.zeros(themes.shape[1] + 1, np.int64)
    for count in range(measure.needed, len(shares)):
        shares[count] = measure.overall_unit // (measure.unit * count)
    scores = (packed & one - 1) * shares[known]
    found = np.empty((len(scores), 2), np.int64)
    np.add(scores, one * (known >= measure.needed), out=found[:, 0])
    np.multiply(scores, scores, out=found[:, 1])
    return found
