"""What is not as expected is said in a sentence, at the line that expects it."""

import pytest

from surveys.trying.tried import tried
from tests.surveys.trying.arrivals import edition_of, people

ADA = """personas:
  - name: Ada
    about: Somebody new.
    voice: person
    answers: {length: weeks}
    expect:
"""


def differences(*expect: str) -> list[str]:
    """What is told of Ada, who is asked seven questions, when this is expected of her."""
    found = tried(edition_of(), people(ADA + "".join(f"      {line}\n" for line in expect)))
    return [f"{fault.line}: {fault.what}" for fault in found.walked[0].differences]


def test_a_walk_as_expected_has_nothing_to_tell() -> None:
    path = "path: [length, wi1, wi2, helped, days, moved, first]"
    assert differences(path, "questions: 7", "asked: [moved]", "not_asked: [money, more]") == []


def test_the_first_turn_that_is_not_expected_is_told() -> None:
    assert differences("path: [length, wi1, money, wi2]") == [
        "7: Ada is asked “wi2” as question 3, where “money” is expected."
    ]
    assert differences("path: [length]") == [
        "7: Ada is asked “wi1” as question 2, where nothing more is expected."
    ]
    longer = "path: [length, wi1, wi2, helped, days, moved, first, more]"
    assert differences(longer) == ["7: Ada is asked nothing more as question 8, where “more” is expected."]


def test_what_is_asked_or_not_against_expectation_is_told_at_its_own_line() -> None:
    assert differences("asked:", "  - wi1", "  - money", "not_asked:", "  - first", "questions: 9") == [
        "9: Ada is not asked “money”.",
        "11: Ada is asked “first”, as question 7.",
        "12: Ada is asked 7 questions; 9 are expected.",
    ]


def test_conditions_are_seen_from_both_sides() -> None:
    one = "  - {{name: {name}, about: Somebody., voice: person, answers: {{{answers}}}}}\n"
    ada = one.format(name="Ada", answers="length: years, wi1: never, money: 'yes', days: 5")
    bo = one.format(name="Bo", answers="length: weeks, first: [pets]")
    seen = {
        each.code: (each.held, each.failed)
        for each in tried(edition_of(), people(f"personas:\n{ada}{bo}")).conditions
    }
    # Ada is asked “money” and, after a plain yes, not “why”; nobody sees “why” asked.
    assert seen == {
        "money": (True, True),
        "why": (False, True),
        "food_taste": (True, True),
        "food_choice": (True, True),
        "end": (True, True),
    }


def test_the_pages_are_as_hard_as_the_formula_says() -> None:
    (journey, *_) = tried(edition_of()).journeys
    page = next(page for page in journey.pages if page.code == "days")
    # “How many days a week?”: 5 words in 1 sentence, 6 syllables: 0.39 x 5 + 11.8 x 6/5 - 15.59 = 0.52.
    assert page.words == 5
    assert page.reading_age == pytest.approx(5.52)


def test_an_answer_on_a_branch_that_was_left_shows_no_condition_anything() -> None:
    # Whoever came weeks ago is not asked “money”, so “no” to it does not bring up “why”.
    left = "personas:\n  - {name: Ada, about: New., voice: person, answers: {length: weeks, money: 'no'}}\n"
    seen = {each.code: each.held for each in tried(edition_of(), people(left)).conditions}
    assert seen["why"] is False
