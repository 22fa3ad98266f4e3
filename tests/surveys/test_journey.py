"""One path: only what holds is shown, and what is off the path waits without being seen."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.edition import Edition, publish
from surveys.framework import Presentation, Voice
from surveys.journey import after, before, every, minutes, number, on_path, path
from surveys.load import load_edition, load_framework, load_survey
from surveys.own.meant import Answer

HERE = Path(__file__).parent
FRAMEWORK = load_framework(HERE / "good" / "frameworks" / "small.yaml")
EDITION = publish(FRAMEWORK, load_survey(HERE / "good" / "arrivals.yaml"))
PLAIN = load_edition(HERE / "good" / "surveys" / "little.yaml")
PERSON = Voice.PERSON
START = ["length", "wi1", "wi2"]
ALWAYS = ["helped", "days", "moved"]


def codes(answers: dict[str, Answer], presentation: Presentation | None = None) -> list[str]:
    return [step.code for step in path(EDITION, PERSON, answers, presentation)]


def test_nothing_with_an_open_condition_is_asked_at_the_start() -> None:
    assert codes({}) == [*START, *ALWAYS, "first"]


def test_a_question_is_asked_once_its_condition_holds() -> None:
    # “wi1 <= 2 and length == years”; “never” stands for 1.
    assert codes({"wi1": "never", "length": "years"})[:4] == [*START, "money"]
    assert "money" not in codes({"wi1": "always", "length": "years"})
    assert "money" not in codes({"wi1": "never"})
    assert "money" not in codes({"wi1": "prefer_not", "length": "years"})


def test_what_is_off_the_path_is_neither_seen_nor_counted_and_comes_back() -> None:
    answers: dict[str, Answer] = {"wi1": "never", "length": "years", "money": "no", "why": "More say"}
    assert codes(answers)[:5] == [*START, "money", "why"]
    assert on_path(EDITION, PERSON, answers) == answers
    away = answers | {"wi1": "always"}
    # “money” leaves the path; “why” asks about money, so it leaves too, though the answer is still there.
    assert codes(away)[:4] == [*START, "helped"]
    assert on_path(EDITION, PERSON, away) == {"wi1": "always", "length": "years"}
    assert on_path(EDITION, PERSON, away | {"wi1": "never"}) == answers


def test_a_row_of_a_grid_is_a_question_of_its_own() -> None:
    assert codes({"helped": ["family"]})[6:8] == ["food_taste", "food_choice"]
    assert codes({"days": 5})[6:8] == ["food_taste", "food_choice"]
    assert codes({"days": 4, "helped": ["friends"]})[6:] == ["first"]
    step = next(step for step in EDITION.questions if step.code == "food_taste")
    assert step.stem is not None
    assert step.stem[PERSON][Presentation.STANDARD] == {"en": "How is the food?"}
    assert step.wordings[PERSON][Presentation.STANDARD] == {"en": "The taste"}
    assert step.hint is not None


def test_a_section_is_asked_where_its_condition_holds() -> None:
    assert codes({})[-1] == "first"
    assert codes({"first": ["walks"]})[-2:] == ["ia1", "more"]
    assert codes({"first": "prefer_not"})[-1] == "first"  # a state is no answer
    assert codes({}, Presentation.EASY_READ)[-2:] == ["ia1", "more"]
    assert codes({}, Presentation.STANDARD)[-1] == "first"
    assert EDITION.section_of["ia1"].code == "end"


def test_a_voice_is_asked_only_what_is_worded_for_it() -> None:
    staff = [step.code for step in every(EDITION, Voice.STAFF)]
    assert staff[:4] == ["length", "wi1", "wi2", "why"]  # “money” is for the person alone
    assert "ia1" not in staff  # the survey asks staff only the theme “wi”
    assert path(EDITION, Voice.LEADER, {}) == ()


def test_everything_that_could_be_asked_is_known_before() -> None:
    assert [step.code for step in every(EDITION, PERSON)] == [
        *(*START, "money", "why", *ALWAYS, "food_taste", "food_choice", "first", "ia1", "more")
    ]


def test_without_answers_the_path_is_the_statements_in_the_frameworks_order() -> None:
    assert [step.code for step in path(EDITION, PERSON)] == ["wi1", "wi2", "ia1"]
    assert path(PLAIN, PERSON) == path(PLAIN, PERSON, {}) == every(PLAIN, PERSON)


def test_steps_of_both_kinds_have_neighbours_and_numbers() -> None:
    steps = path(EDITION, PERSON, {})
    assert (before(steps, "wi1"), after(steps, "wi2"), number(steps, "helped")) == ("length", "helped", 4)
    assert (before(steps, "length"), after(steps, "first")) == (None, None)


@pytest.mark.parametrize(
    "answers",
    [
        {"length": ["years"], "wi1": 1},
        {"length": "centuries", "wi1": ["never"]},
        {"helped": "family", "days": "5"},
        {"helped": ["family", "family"], "days": True},
        {"helped": ["family", "nobody"], "days": 8},
        {"helped": [], "days": 0},
        {"helped": [1], "zzz": "1"},
    ],
)
def test_what_is_not_on_offer_counts_as_no_answer(answers: dict[str, Answer]) -> None:
    assert codes(answers) == codes({})


def reference(edition: Edition, answers: dict[str, str]) -> list[str]:
    """The same path worked out another way: each asks whether the one before it is “yes”."""
    shown: list[str] = []
    for place, question in enumerate(edition.questions):
        if place == 0 or (
            shown[-1:] == [edition.questions[place - 1].code] and answers.get(shown[-1]) == "yes"
        ):
            shown.append(question.code)
    return shown


@given(
    st.dictionaries(
        st.sampled_from([f"q{number}" for number in range(8)]), st.sampled_from(["yes", "no", "prefer_not"])
    )
)
def test_a_chain_breaks_where_one_is_not_yes_whatever_is_parked_behind(answers: dict[str, str]) -> None:
    survey = load_survey(HERE / "good" / "surveys" / "little.yaml")
    chain = [
        {
            "code": f"q{place}",
            "kind": "yes_no_unsure",
            "wordings": {"standard": "More?", "easy_read": "More?"},
        }
        | ({"show_if": f'q{place - 1} == "yes"'} if place else {})
        for place in range(8)
    ]
    edition = publish(FRAMEWORK, type(survey).model_validate({**survey.model_dump(), "questions": chain}))
    found = [step.code for step in path(edition, PERSON, answers)][3:]
    assert found == reference(edition, answers)
    assert set(on_path(edition, PERSON, answers)) == set(found) & set(answers)


def test_minutes_are_told_in_fives_at_a_pace_that_people_can_keep() -> None:
    # At 2.5 questions a minute: 12 take 4.8, 13 take 5.2, 18 take 7.2 and 37 take 14.8.
    assert [minutes(questions) for questions in (0, 1, 12, 13, 18, 37)] == [0, 5, 5, 10, 10, 15]
