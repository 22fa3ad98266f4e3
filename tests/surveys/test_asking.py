"""Own questions become part of an edition that keeps its name, and old editions keep theirs."""

from pathlib import Path

import pytest

from surveys.edition import Edition, publish
from surveys.framework import Presentation, Voice
from surveys.load import load_edition, load_framework, load_survey
from surveys.own.question import Kind, Question
from surveys.survey import Survey
from tests.surveys.small_languages import overlay_of

HERE = Path(__file__).parent
LITTLE = HERE / "good" / "surveys" / "little.yaml"
FRAMEWORK = load_framework(HERE / "good" / "frameworks" / "small.yaml")
OWN = load_survey(HERE / "good" / "arrivals.yaml")
IN_WELSH = OWN.model_copy(update={"languages": ("en", "cy")})
WELSH = (overlay_of(FRAMEWORK), overlay_of(OWN))


def test_an_edition_without_anything_new_keeps_the_name_it_had() -> None:
    # Worked out before surveys could have own questions; sheets are kept under this name.
    assert load_edition(LITTLE).hash == "1bbb2433e0a0fd4463f98135313f81fc5bcf0e6dae7314b4a65c134577f1c0d0"


def test_an_edition_with_own_questions_comes_back_whole_from_its_text() -> None:
    edition = publish(FRAMEWORK, IN_WELSH, WELSH)
    back = Edition.model_validate_json(edition.canonical())
    assert back == edition
    assert back.hash == edition.hash
    assert back.languages == ("en", "cy")


@pytest.mark.parametrize("part", ["questions", "sections", "languages", "drafts"])
def test_everything_new_is_part_of_the_name(part: str) -> None:
    edition = publish(FRAMEWORK, IN_WELSH, WELSH)
    assert edition.order
    assert edition.section_of
    without = edition.model_copy(update={part: Edition.model_fields[part].default})
    assert without.hash != edition.hash
    assert "order" not in vars(without)  # worked out again for the copy, not taken over


def test_a_grid_leaves_only_its_rows() -> None:
    questions = publish(FRAMEWORK, OWN).questions
    assert Kind.GRID not in {question.kind for question in questions}
    rows = [question for question in questions if question.code.startswith("food_")]
    assert [(row.kind, row.codes) for row in rows] == [(Kind.SCALE, ("poor", "good"))] * 2
    assert rows[0].show_if == rows[1].show_if


def test_wordings_are_kept_for_the_voices_of_the_survey_only() -> None:
    length, money, *_ = publish(FRAMEWORK, OWN).questions
    assert set(length.wordings) == {Voice.PERSON, Voice.STAFF}
    assert set(money.wordings) == {Voice.PERSON}
    assert money.codes == ("yes", "no", "unsure")


def test_words_may_be_written_short() -> None:
    question = Question.model_validate(
        {"code": "q", "kind": "number", "wordings": "How many?", "hint": "Guess.", "unit": "days"}
    )
    assert set(question.wordings) == set(Voice)
    assert question.wordings[Voice.STAFF] == {Presentation.STANDARD: {"en": "How many?"}}
    assert question.hint == {Presentation.STANDARD: {"en": "Guess."}}
    assert question.unit == {"en": {"other": "{n} days"}}


def test_a_survey_listed_by_codes_needs_no_framework_to_be_read() -> None:
    assert isinstance(load_survey(LITTLE), Survey)
    assert load_survey(LITTLE).languages == ("en",)
