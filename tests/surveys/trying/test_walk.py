"""Somebody's answers lead them along the path that anybody with these answers would take."""

import pytest

from surveys.own.meant import Answer
from surveys.trying.persona import Otherwise
from surveys.trying.walk import on_offer, walk
from tests.surveys.trying.arrivals import edition_of, persona

ALL = ["length", "wi1", "wi2", "helped", "days", "moved", "first"]


def test_somebody_who_passes_over_everything_is_asked_what_hangs_on_nothing() -> None:
    found = walk(edition_of(), persona())
    assert list(found.codes) == ALL
    assert found.answers == {}


def test_answers_of_every_kind_open_the_questions_that_hang_on_them() -> None:
    answers: dict[str, Answer] = {
        "length": "years",
        "wi1": "sometimes",
        "money": "unsure",
        "helped": ("friends", "family"),
        "days": 4,
        "moved": "2026-02",
        "first": ("pets",),
    }
    found = walk(edition_of(), persona(answers=answers))
    # The condition of the last section holds for whoever put something first.
    assert list(found.codes) == [
        *("length", "wi1", "wi2", "money", "why", "helped", "days", "moved"),
        *("food_taste", "food_choice", "first", "ia1", "more"),
    ]


def test_the_order_of_the_file_is_that_of_the_sections() -> None:
    found = walk(edition_of(), persona(presentation="easy_read", answers={"days": 5}))
    assert list(found.codes) == [
        *("length", "wi1", "wi2", "helped", "days", "moved", "food_taste", "food_choice", "first"),
        *("ia1", "more"),
    ]


@pytest.mark.parametrize(
    ("otherwise", "statement", "grid"),
    [
        ("skip", None, None),
        ("least_favourable", "never", "poor"),
        ("in_the_middle", "sometimes", "poor"),  # of two answers the less favourable
        ("most_favourable", "always", "good"),
        ("prefer_not", "prefer_not", "prefer_not"),
        ("does_not_apply", "does_not_apply", "does_not_apply"),
    ],
)
def test_what_is_not_said_follows_one_rule(otherwise: str, statement: str | None, grid: str | None) -> None:
    found = walk(edition_of(), persona(otherwise=otherwise, answers={"days": 7}))
    assert found.answers.get("wi1") == statement
    assert found.answers.get("food_taste") == grid
    assert found.answers["days"] == 7
    assert "more" not in found.answers  # words cannot be made up


def test_a_question_can_be_passed_over_against_the_rule() -> None:
    found = walk(edition_of(), persona(otherwise="most_favourable", answers={"wi1": "not_answered"}))
    assert "wi1" not in found.answers
    assert found.answers["wi2"] == "always"


def test_the_most_favourable_answer_to_a_backwards_statement_is_the_least() -> None:
    edition = edition_of()
    theme, *others = edition.themes
    backwards = theme.statements[0].model_copy(update={"reverse": True})
    turned = theme.model_copy(update={"statements": (backwards, *theme.statements[1:])})
    found = walk(
        edition.model_copy(update={"themes": (turned, *others)}), persona(otherwise="most_favourable")
    )
    assert (found.answers["wi1"], found.answers["wi2"]) == ("never", "always")


@pytest.mark.parametrize(
    ("code", "answer", "fits"),
    [
        ("wi1", "sometimes", True),
        ("wi1", "maybe", False),
        ("wi1", "prefer_not", True),
        ("wi1", "not_answered", True),
        ("wi1", "not_asked", False),
        ("days", 7, True),
        ("days", 8, False),
        ("days", "3", False),
        ("helped", ("family", "nobody"), False),
        ("helped", ("nobody",), True),
        ("moved", "2026-13", False),
        ("first", ("walks", "music", "pets"), False),
        ("more", "Anything", True),
    ],
)
def test_only_what_is_on_offer_can_be_answered(code: str, answer: Answer, fits: bool) -> None:  # noqa: FBT001
    edition = edition_of()
    step = next(step for step, _ in edition.order if step.code == code)
    assert on_offer(edition, step, answer) is fits


def test_every_rule_for_the_rest_has_its_name() -> None:
    assert {one.value for one in Otherwise} >= {"skip", "in_the_middle", "most_favourable"}
