"""What an edition means to arithmetic: the columns of each theme, which run backwards, the exact unit."""

from dataclasses import dataclass
from math import gcd, lcm

from surveys.edition import Edition

USUAL_ITEMS = 6
MOST_ITEMS = 8


@dataclass(frozen=True)
class Measure:
    """An edition without its words. Columns count from 0, in the order in which answers are kept."""

    options: int
    """K: answers run from 1 to K."""
    positive_from: int
    """The least answer, after turning backwards statements round, that counts as favourable."""
    themes: tuple[tuple[int, ...], ...]
    """The columns of each theme."""
    backwards: tuple[bool, ...]
    """For each column, whether agreeing is unfavourable."""
    unit: int
    """One point of a theme score is this many whole units, so that theme scores are exact integers."""
    apart: tuple[int, ...] = ()
    """The themes, by place, whose scores stand beside the overall score and not inside it."""

    @property
    def inside(self) -> tuple[int, ...]:
        """The themes, by place, that make the overall score."""
        return tuple(place for place in range(len(self.themes)) if place not in self.apart)

    @property
    def needed(self) -> int:
        """How many theme scores a person needs for an overall score: four of seven, or the same share."""
        return -(-4 * len(self.inside) // 7)

    @property
    def overall_unit(self) -> int:
        """One point of an overall score in whole units: exact for a mean of any allowed number of themes."""
        return self.unit * lcm(*range(self.needed, len(self.inside) + 1))


def exact_unit(options: int, items: int) -> int:
    """The least multiple of 60 (of 840 for 7 or 8 items) in which every theme mean is a whole number.

    A theme mean is 100(s/n - 1)/(K-1) for n answers adding up to s (METHOD 2.1),
    so the unit must make 100/((K-1)n) whole for each n up to `items`.
    """
    base = lcm(*range(1, (USUAL_ITEMS if items <= USUAL_ITEMS else MOST_ITEMS) + 1))
    steps = [(options - 1) * answered for answered in range(1, items + 1)]
    return base * lcm(*(step // gcd(step, 100 * base) for step in steps))


def measure_of(edition: Edition) -> Measure:
    """The measure of an edition."""
    themes = tuple(
        tuple(edition.place[statement.code] for statement in theme.statements) for theme in edition.themes
    )
    options = len(edition.scale.options)
    return Measure(
        options=options,
        positive_from=edition.scale.positive_from,
        themes=themes,
        backwards=tuple(statement.reverse for statement in edition.statements),
        unit=exact_unit(options, max(map(len, themes))),
        apart=tuple(place for place, theme in enumerate(edition.themes) if theme.apart),
    )
