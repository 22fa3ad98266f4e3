"""How far a return is: worked out by hand, never typed."""

from datetime import date

import pytest

from mir.returns.asks import Choice, Line
from mir.returns.readiness import Said, months_since, state_of, states, together

TODAY = date(2026, 11, 28)
SCORED = Line("a", "A", "g", (Choice("1", "1", 0), Choice("2", "2", 100)))
TOLD = Line("b", "B", "g", ())
NEW, OLD = (date(2026, 3, 31), "lived_experience"), (date(2025, 11, 27), "other")


@pytest.mark.parametrize(
    ("line", "said", "code"),
    [
        (SCORED, Said("", "", ()), "none"),
        (SCORED, Said("1", "", ()), "begun"),
        (SCORED, Said("", "We do.", ()), "begun"),
        (SCORED, Said("", "", (NEW,)), "begun"),
        (SCORED, Said("1", "We do.", ()), "answered"),
        (SCORED, Said("1", "We do.", (OLD,)), "old"),
        (SCORED, Said("1", "We do.", (OLD, NEW)), "backed"),
        (TOLD, Said("", "We do.", ()), "answered"),
        (TOLD, Said("", "", ()), "none"),
    ],
)
def test_how_far_a_line_is(line: Line, said: Said, code: str) -> None:
    assert state_of(line, said, TODAY).code == code


@pytest.mark.parametrize(
    ("when", "code"),
    [(date(2025, 11, 28), "backed"), (date(2025, 11, 27), "old"), (date(2025, 10, 31), "old")],
)
def test_evidence_is_old_after_twelve_months_to_the_day(when: date, code: str) -> None:
    assert state_of(TOLD, Said("", "We do.", ((when, "other"),)), TODAY).code == code


@pytest.mark.parametrize(
    ("when", "months"),
    [
        (date(2026, 11, 28), 0),
        (date(2026, 10, 29), 0),
        (date(2026, 10, 28), 1),
        (date(2025, 11, 28), 12),
        (date(2027, 1, 1), 0),
    ],
)
def test_whole_months(when: date, months: int) -> None:
    assert months_since(when, TODAY) == months


def test_lines_together() -> None:
    said = {
        "a": Said("1", "We do.", (NEW, OLD)),
        "b": Said("", "", ((date(2026, 9, 28), "practice_insight"),)),
    }
    every = together(states((SCORED, TOLD), said, TODAY), TODAY)
    assert (every.lines, every.answered, every.with_evidence) == (2, 1, 2)
    assert (every.newest, every.oldest_of_newest) == (date(2026, 9, 28), 7)
    assert every.windows == ("lived_experience", "practice_insight")
    assert every.empty_windows == ("day_in_the_life", "reflective_learning")
