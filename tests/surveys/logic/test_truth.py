"""Unknown stays unknown: Kleene's tables, and what each comparison makes of silence."""

import pytest

from surveys.logic.reading import read
from surveys.logic.truth import UNKNOWN, Truth, Value, holds

T, F, U = True, False, UNKNOWN
SAID = {T: "x == 1", F: "x == 2", U: "silent == 1"}
# Kleene, Introduction to Metamathematics (1952), section 64, the strong tables.
AND = {(T, T): T, (T, F): F, (T, U): U, (F, T): F, (F, F): F, (F, U): F, (U, T): U, (U, F): F, (U, U): U}
OR = {(T, T): T, (T, F): T, (T, U): T, (F, T): T, (F, F): F, (F, U): U, (U, T): T, (U, F): U, (U, U): U}
VALUES: dict[str, Value] = {
    "x": 1,
    "two": 2,
    "money": "no",
    "helped": frozenset({"family", "friends"}),
    "moved": "2026-03",
    "voice": "staff",
}


@pytest.mark.parametrize("pair", list(AND))
def test_and_or_follow_the_tables(pair: tuple[Truth, Truth]) -> None:
    left, right = (SAID[one] for one in pair)
    assert holds(read(f"{left} and {right}"), VALUES) is AND[pair]
    assert holds(read(f"{left} or {right}"), VALUES) is OR[pair]


def test_not_follows_the_table() -> None:
    assert [holds(read(f"not {SAID[one]}"), VALUES) for one in (T, F, U)] == [F, T, U]


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("x < 3", T),
        ("x >= 3", F),
        ("x != 1", F),
        ("x <= two", T),
        ("two > x", T),
        ("two > silent", U),
        ("silent != 1", U),
        ("not (silent < 3)", U),
        ("silent < 3 or x == 1", T),
        ("answered(x)", T),
        ("answered(silent)", F),
        ("not answered(silent)", T),
        ('money in ["yes", "unsure"]', F),
        ('money not in ["yes", "unsure"]', T),
        ('silent in ["yes"]', U),
        ('silent not in ["yes"]', U),
        ('"family" in helped', T),
        ('"nobody" in helped', F),
        ('"family" in silent', U),
        ('"family" in money', U),
        ('any_of(helped, ["nobody", "friends"])', T),
        ('all_of(helped, ["family", "friends"])', T),
        ('all_of(helped, ["family", "nobody"])', F),
        ('any_of(silent, ["a"])', U),
        ('moved >= "2026-01"', T),
        ('moved < "2025-12"', F),
        ('voice == "staff"', T),
        # What cannot be compared is unknown, never an error and never true.
        ('x == "1"', U),
        ("money < 3", U),
        ('helped == "family"', U),
    ],
)
def test_a_condition_holds_or_not_or_nobody_knows(text: str, truth: Truth) -> None:
    assert holds(read(text), VALUES) is truth


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("count(x, two, silent) == 2", T),
        ("count(x == 1, two == 1) == 1", T),
        # One is true, one unknown: it comes to 1 or 2.
        ("count(x == 1, silent == 1) >= 1", T),
        ("count(x == 1, silent == 1) >= 2", U),
        ("count(x == 1, silent == 1) >= 3", F),
        ("2 > count(x == 2, silent == 1)", T),
        ("count(x == 1) == count(two == 2)", T),
        ("count(x == 1) == silent", U),
    ],
)
def test_a_count_knows_how_far_it_could_go(text: str, truth: Truth) -> None:
    assert holds(read(text), VALUES) is truth


def test_nobody_can_take_unknown_for_true_or_false() -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(UNKNOWN)
