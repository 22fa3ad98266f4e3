"""How well the statements of a theme work together, judged centrally over a round (METHOD 2.9)."""

from dataclasses import dataclass

from scoring.faults import OutOfRangeError
from scoring.given import Rows, complete
from scoring.intervals import Estimate
from scoring.quality.consistency import alpha, alpha_if_dropped, alpha_interval, item_rest
from scoring.quality.factor import eigenvalue_ratio, kmo, omega_total

LEAST_PEOPLE = 200
BLOCKED_BELOW = 0.70
REPEATS_ABOVE = 0.95
REVIEW_BELOW = 0.30
ONE_THING_FROM = 3.0


@dataclass(frozen=True)
class ItemQuality:
    """One statement beside the others of its theme; None where there is no such number."""

    rest: float | None
    """Its correlation with the sum of the others."""
    alpha_without: float | None

    @property
    def review(self) -> bool:
        """Whether somebody should look at its words."""
        return self.rest is None or self.rest < REVIEW_BELOW


@dataclass(frozen=True)
class Quality:
    """One theme of one voice over all services of a round. Never shown for a single service."""

    people: int
    """Who answered every statement."""
    alpha: Estimate
    omega: float
    eigenvalue_ratio: float | None
    """None where the statements have but one dimension."""
    kmo: float
    items: tuple[ItemQuality, ...]

    @property
    def blocked(self) -> bool:
        """Whether the theme may not be published for this round."""
        return self.alpha.value < BLOCKED_BELOW

    @property
    def repeats(self) -> bool:
        """Whether statements say the same thing again."""
        return self.alpha.value > REPEATS_ABOVE

    @property
    def one_thing(self) -> bool:
        """Whether one dimension stands well above the next."""
        return self.eigenvalue_ratio is None or self.eigenvalue_ratio >= ONE_THING_FROM


def quality(rows: Rows) -> Quality:
    """Everything about one theme from rows of answers that run in the favourable direction.

    Raises OutOfRangeError for fewer than 200 people who answered every statement,
    and for a statement that everybody answered alike; NoAnswersError for none.
    """
    table = complete(rows)
    people, items = table.shape
    if people < LEAST_PEOPLE:
        raise OutOfRangeError(
            f"Only {people} people answered every statement. The quality of a theme needs {LEAST_PEOPLE}."
        )
    full = table.tolist()
    return Quality(
        people=people,
        alpha=alpha_interval(alpha(full), people, items),
        omega=omega_total(full),
        eigenvalue_ratio=eigenvalue_ratio(full),
        kmo=kmo(full),
        items=tuple(map(ItemQuality, item_rest(full), alpha_if_dropped(full))),
    )


def quality_words(found: Quality) -> tuple[str, ...]:
    """What to say of a theme's quality, in sentences; the first says whether it can be published."""
    said = (
        ["These statements do not hang together well enough, so we do not publish this theme."]
        if found.blocked
        else ["These statements work well together."]
    )
    if found.repeats:
        said.append("Some of them say the same thing again.")
    if not found.one_thing:
        said.append("They may measure more than one thing.")
    places = [str(place) for place, item in enumerate(found.items, start=1) if item.review]
    if places:
        said.append(f"Look again at the words of statement {', '.join(places)}.")
    return tuple(said)
