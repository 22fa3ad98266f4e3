"""Forms such as people publish come in or are refused, construct by construct, in plain sentences."""

from collections.abc import Iterator

import pytest
from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from surveys.exchange.xlsforms.coming_in import from_form
from surveys.faults import FaultyFileError
from surveys.own.question import Kind
from surveys.own.written import OwnQuestion
from tests.surveys.exchange.xlsforms.markdown_forms import SAMPLES, sample
from tests.surveys.exchange.xlsforms.sound_surveys import SMALL

NAMES = sorted(path.stem for path in SAMPLES.glob("*.md"))
BROKEN = {
    *("crossed", "long_lists", "never_closed", "never_opened", "twice_a_choice", "twice_a_heading"),
    *("no_survey_sheet", "old_spelling", "other_programs"),
}
"""These are no XLSForms of today, for pyxform either."""


def came_of(name: str) -> Iterator[str]:
    """What came of a sample: its questions, sections and statements, and every note; or the refusal."""
    try:
        came = from_form(sample(name), "form.xlsx", find=lambda _: SMALL)
    except FaultyFileError as error:
        yield f"refused: {error}"
        return
    yield from map(shown, came.survey.questions)
    for section in came.survey.sections:
        yield f"section {section.code}: {' '.join(section.asks)}{shown_if(section.show_if)}"
    listed = came.survey.statements
    yield f"statements: {listed if listed == 'all' else ' '.join(listed)}"
    yield f"languages: {' '.join(came.survey.languages)}"
    yield from (f"* {note}" for note in came.notes)


def shown(question: OwnQuestion) -> str:
    options = " ".join(f"{one.code}{' (alone)' * one.alone}" for one in question.options)
    limits = f" {question.least} to {question.most}" if question.kind is Kind.NUMBER else ""
    rows = f" rows {' '.join(row.code for row in question.rows)}" if question.rows else ""
    listed = f" of {options}" if options else ""
    return f"{question.code}: {question.kind}{limits}{listed}{rows}{shown_if(question.show_if)}"


def shown_if(text: str | None) -> str:
    return f" if {text}" if text else ""


def test_there_are_enough_samples_that_another_program_takes() -> None:
    assert len(set(NAMES) - BROKEN) >= 15


@pytest.mark.parametrize("name", sorted(set(NAMES) - BROKEN))
def test_a_sample_is_a_form_to_another_program_too(name: str) -> None:
    assert convert(sample(name), file_type=".xlsx").xform


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_comes_in_or_is_refused_as_it_says(name: str) -> None:
    expected = (SAMPLES / f"{name}.md").read_text("utf-8").split("# expected\n")[1].splitlines()
    assert list(came_of(name)) == expected
