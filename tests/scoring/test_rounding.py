"""Rounding for print."""

from fractions import Fraction

from scoring.rounding import honest, nearest, outward


def test_halves_go_up() -> None:
    assert nearest(Fraction(5, 2)) == 3
    assert nearest(Fraction(125, 2), 5) == 65


def test_0_and_100_are_said_only_when_so() -> None:
    assert [honest(Fraction(value)) for value in (0, 100)] == [0, 100]
    assert honest(Fraction(1, 10)) == 1
    assert honest(Fraction(999, 10)) == 99
    assert honest(Fraction(99), 5) == 95
    assert honest(Fraction(72), 5) == 70


def test_a_range_is_rounded_outward_but_not_for_a_last_bit() -> None:
    assert outward(63.2, 86.1) == (63, 87)
    assert outward(63.2, 86.1, 5) == (60, 90)
    assert outward(60 - 1e-12, 90 + 1e-12, 5) == (60, 90)
