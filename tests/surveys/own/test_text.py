"""Words with places are filled, and numbers take the form of their language."""

import pytest

from surveys.own.question import Plural
from surveys.own.text import counted, filled, places


def test_known_places_are_filled_and_others_stay() -> None:
    names = {"service": "Rose House", "organisation": "Rose & Co"}
    assert filled("At {service}, by {organisation}: {x} {", names) == "At Rose House, by Rose & Co: {x} {"
    assert places("At {service}, {} and {x}") == ("service", "", "x")


def test_a_place_never_reaches_into_a_value() -> None:
    line = "{service.__class__} {service[0]} {service!r}"
    assert filled(line, {"service": "Rose House"}) == line


def welsh(number: int) -> str:
    """Unicode CLDR, plural rules, cardinal, cy: 0 zero, 1 one, 2 two, 3 few, 6 many, else other."""
    return {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}.get(number, "other")


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 gi"), (2, "2 gi bach"), (3, "3 chi"), (6, "6 chi mawr"), (5, "5 ci"), (1_000, "1,000 ci")],
)
def test_a_number_takes_the_form_of_its_language(number: int, said: str) -> None:
    forms = {
        Plural.ONE: "{n} gi",
        Plural.TWO: "{n} gi bach",
        Plural.FEW: "{n} chi",
        Plural.MANY: "{n} chi mawr",
        Plural.OTHER: "{n} ci",
    }
    assert counted(forms, number, welsh) == said
    assert counted({Plural.OTHER: "{n} ci"}, 0, welsh) == "0 ci"
