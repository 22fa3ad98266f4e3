"""A survey that goes out as a form and comes back is the same, and pyxform takes every form of ours."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from surveys.exchange.book import workbook
from surveys.exchange.xlsforms.coming_in import from_form
from surveys.exchange.xlsforms.going_out import to_form
from surveys.exchange.xlsforms.layout import asked
from surveys.framework import Framework, Presentation, Voice
from surveys.load import SHIPPED, load_files, load_survey, shipped_surveys
from surveys.survey import Survey
from tests.surveys.exchange.xlsforms.sound_surveys import SMALL, surveys

GOOD = Path(__file__).parents[2] / "good"


def the_same_from_every_form(survey: Survey, framework: Framework) -> None:
    for voice in survey.voices:
        for presentation in survey.presentations:
            form = workbook(to_form(survey, framework, asked(survey, voice, presentation)))
            assert convert(form, file_type=".xlsx").warnings == []
            came = from_form(form, "form.xlsx", find=lambda _: framework)
            assert came.survey == survey
            assert came.notes == ()


@pytest.mark.parametrize("name", shipped_surveys())
def test_a_survey_that_we_ship_comes_back_from_every_form_of_it(name: str) -> None:
    files = load_files(SHIPPED / "surveys" / f"{name}.yaml")
    the_same_from_every_form(files.survey, files.framework)


def test_own_questions_of_every_kind_come_back_from_every_form() -> None:
    the_same_from_every_form(load_survey(GOOD / "arrivals.yaml"), SMALL)


@settings(
    deadline=None, max_examples=60, suppress_health_check=list(HealthCheck)
)  # no test measures the machine
@given(surveys(), st.sampled_from([Voice.PERSON, Voice.STAFF]), st.sampled_from(list(Presentation)))
def test_any_survey_comes_back_as_it_was(survey: Survey, voice: Voice, presentation: Presentation) -> None:
    form = workbook(to_form(survey, SMALL, asked(survey, voice, presentation)))
    assert convert(form, file_type=".xlsx").warnings == []
    came = from_form(form, "form.xlsx", find=lambda _: SMALL)
    assert came.survey == survey
    assert came.notes == ()


@pytest.mark.parametrize(
    "text", ['voice == "staff"', 'not (voice == "staff")', 'voice == "person" and answered(q0)']
)
def test_a_condition_on_the_voice_is_not_taken_for_whose_words_they_are(text: str) -> None:
    # Both stand in “relevant”; chance once found a condition that was lost.
    first = {"code": "q0", "kind": "short_text", "wordings": "First?"}
    second = {"code": "q1", "kind": "short_text", "wordings": "Second?", "show_if": text}
    third = second | {"code": "q2", "wordings": {"staff": "Third?"}}
    made = load_survey(GOOD / "surveys" / "little.yaml").model_dump(mode="json", exclude_unset=True)
    survey = Survey.model_validate(made | {"questions": [first, second, third]})
    the_same_from_every_form(survey, SMALL)
