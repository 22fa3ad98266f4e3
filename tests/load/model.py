"""Synthetic people: answers on five points from a hidden feeling, in services that truly differ a little."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from scoring.measure import Measure, exact_unit

CUTS = np.array([-2.2, -1.3, -0.6, 0.5])
"""Where one answer gives way to the next: a mean of about 76 of 100."""
BETWEEN, PERSON, ITEM = 0.3, 0.75, 0.65
"""Standard deviations: of services, of people within one, and of a person's answers. ICC about 0.08."""
ITEMS = 4
MISSING = 0.05

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]

THEME = Measure(
    options=len(CUTS) + 1,
    positive_from=4,
    themes=(tuple(range(ITEMS)),),
    backwards=(False,) * ITEMS,
    unit=exact_unit(len(CUTS) + 1, ITEMS),
)
"""One theme of four statements."""


@dataclass(frozen=True, eq=False)
class Sheets:
    """Everybody's answers to one theme, and the place of their service."""

    answers: Bytes
    service: NDArray[np.int64]


def ask(rng: np.random.Generator, feelings: Floats, sizes: NDArray[np.int64]) -> Sheets:
    """Answers from services with these true feelings and numbers of people."""
    service = np.repeat(np.arange(sizes.size), sizes)
    person = feelings[service] + rng.normal(0, PERSON, service.size)
    felt = person[:, None] + rng.normal(0, ITEM, (service.size, ITEMS))
    answers = (1 + np.searchsorted(CUTS, felt.ravel())).astype(np.uint8).reshape(felt.shape)
    answers[rng.random(answers.shape) < MISSING] = 0
    return Sheets(answers, service)


def true_means(feelings: Floats) -> Floats:
    """The mean score (0-100) that ever more people of such a service would come to."""
    above = ndtr((feelings[:, None] - CUTS) / np.hypot(PERSON, ITEM))
    found: Floats = 100 * above.mean(axis=1)
    return found
