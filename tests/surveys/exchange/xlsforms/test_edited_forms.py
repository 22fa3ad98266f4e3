"""What somebody changes in a form of ours is what comes back, and what was not changed stays as it was."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from surveys.exchange.book import workbook
from surveys.exchange.xlsforms.coming_in import Incoming, from_form
from surveys.exchange.xlsforms.going_out import to_form
from surveys.exchange.xlsforms.layout import CHOICES, SURVEY, asked
from surveys.framework import Presentation, Voice
from surveys.load import load_survey
from surveys.own.written import OwnQuestion
from tests.surveys.exchange.xlsforms.sound_surveys import SMALL

ARRIVALS = load_survey(Path(__file__).parents[2] / "good" / "arrivals.yaml")
LABEL = "label::English (en)"


def edited(sheet: str, name: str, cells: Mapping[str, str | None]) -> Incoming:
    """The survey after one row of a sheet of its form was changed; None takes the row out."""
    tables = to_form(ARRIVALS, SMALL, asked(ARRIVALS, Voice.PERSON, Presentation.STANDARD))
    changed = []
    for table in tables:
        rows = tuple(
            {**row, **{heading: cell or "" for heading, cell in cells.items()}}
            if table.name == sheet and row.get("name") == name
            else row
            for row in table.rows
        )
        changed.append(replace(table, rows=rows))
    return from_form(workbook(changed), "form.xlsx", find=lambda _: SMALL)


def question(came: Incoming, code: str) -> OwnQuestion:
    (found,) = (one for one in came.survey.questions if one.code == code)
    return found


def test_changed_words_come_back_and_those_of_the_other_presentation_stay() -> None:
    words = question(edited(SURVEY, "more", {LABEL: "What else?"}), "more").wordings[Voice.PERSON]
    assert words == {"standard": {"en": "What else?"}, "easy_read": {"en": "Anything else?"}}


def test_a_changed_condition_comes_back_in_our_own_terms() -> None:
    came = edited(SURVEY, "why", {"relevant": "${money} = 'no'"})
    assert question(came, "why").show_if == 'money == "no"'
    assert question(came, "money").show_if == 'wi1 <= 2 and length == "years"'


def test_a_condition_that_was_taken_out_is_gone() -> None:
    assert question(edited(SURVEY, "why", {"relevant": ""}), "why").show_if is None


def test_changed_limits_come_back() -> None:
    days = question(edited(SURVEY, "days", {"constraint": ". >= 2 and . <= 5"}), "days")
    assert (days.least, days.most) == (2, 5)


def test_the_changed_words_of_an_option_come_back() -> None:
    helped = question(edited(CHOICES, "nobody", {LABEL: "No one"}), "helped")
    assert helped.options[2].words["standard"] == {"en": "No one"}  # type: ignore[index]
    assert helped.options[2].alone


def test_the_words_of_a_statement_stay_those_of_the_framework_and_that_is_said() -> None:
    came = edited(SURVEY, "wi1", {LABEL: "I am fine."})
    assert came.survey == ARRIVALS
    assert [note.row for note in came.notes] == [7]
    assert "The words of wi1 are the framework’s" in came.notes[0].what


@pytest.mark.parametrize(("kind", "becomes"), [("text", "short_text"), ("integer", "number")])
def test_a_changed_type_is_what_counts(kind: str, becomes: str) -> None:
    cells = {"type": kind, "constraint": "", "appearance": "", "relevant": ""}
    assert question(edited(SURVEY, "first", cells), "first").kind == becomes
