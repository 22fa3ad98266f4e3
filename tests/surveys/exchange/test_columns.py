"""Headings and mapping files: which column is what, and what is refused."""

from pathlib import Path

import pytest

from surveys.exchange.headings import Headings
from surveys.exchange.mapping import load_mapping
from surveys.faults import FaultyFileError
from surveys.framework import Voice
from surveys.load import shipped_edition, shipped_surveys
from tests.surveys.exchange.example import (
    WI1,
    WI2,
    faults,
    read,
)


def test_an_unknown_column_is_refused_with_the_nearest_wording() -> None:
    assert faults('wi1,"I feel safe, day or night",Shoe size\n1,1,1\n') == [
        f"1: The column “I feel safe, day or night” is not part of this survey. The nearest is wi2, “{WI2}”.",
        "1: The column “Shoe size” is not part of this survey.",
    ]


def test_two_columns_for_one_statement_are_refused() -> None:
    assert faults(f"wi1,{WI1}\n1,1\n") == [f"1: The columns “wi1” and “{WI1}” stand for the same thing."]


def test_a_heading_that_names_two_statements_is_refused() -> None:
    assert faults(f'"wi1. {WI2}"\n1\n') == [f"1: The column “wi1. {WI2}” could be wi1, wi2."]


def test_a_file_with_no_question_of_the_survey_is_refused() -> None:
    assert faults("Name,Email\nA,b\n") == ["1: None of the columns is a question of this survey."]


def test_a_heading_out_of_all_measure_is_refused() -> None:
    assert f"1: The heading “{'x' * 60}…” is longer than 5,000 characters." in faults(
        f"wi1,{'x' * 5001}\n1,1\n"
    )


def test_a_mapping_file_gives_columns_voices_answers_and_what_to_leave_out(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(
        'columns:\n  "Do we respect you?": wi1\n  "Tell us more": comment wi\n'
        'voice:\n  column: "Are you…"\n  values:\n    "Night worker": staff\n'
        'answers:\n  "Yes, always": always\n  "Skipped it": not_answered\nleave_out:\n  - Shoe size\n'
    )
    file = read(
        "Do we respect you?,Are you…,Shoe size,wi2,Tell us more\n"
        '"YES, always",night worker,44,Skipped it,words\n',
        load_mapping(path),
    )
    (row,) = file.rows
    assert (row.voice, dict(row.answers)) == (Voice.STAFF, {"wi1": "always"})
    assert (row.comments, file.left_out) == ((("wi", "words"),), ("Shoe size",))


def test_a_mapping_may_fix_the_voice_and_then_no_column_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("voice: staff\n")
    file = read("role,wi1\nchef,1\n", load_mapping(path))
    assert (file.rows[0].voice, file.left_out) == (Voice.STAFF, ("role",))


def test_a_mapping_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text('columns:\n  "How?": wi9\nvoice:\n  column: Job\nanswers:\n  "Yes": yes_please\n')
    mapping = load_mapping(path)
    assert faults("wi1,How?\n1,1\n", mapping) == [
        "1: The mapping makes “How?” “wi9”, which is not part of this survey.",
        "1: There is no column “job” to tell the voice.",
    ]
    assert faults("wi1,Job\n1,staff\n", mapping) == ["5: “yes_please” is not the code of an answer."]


def test_a_faulty_mapping_is_refused_with_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("voice: boss\nleaveout: [a]\n")
    with pytest.raises(FaultyFileError) as caught:
        load_mapping(path)
    assert [(fault.line, fault.what) for fault in caught.value.faults] == [
        (1, "“boss” is not one of the words allowed in “voice”."),
        (2, "“leaveout” is not a name we know here."),
    ]


@pytest.mark.parametrize("name", shipped_surveys())
def test_every_wording_we_ship_is_known_as_its_own_statement(name: str) -> None:
    edition = shipped_edition(name)
    headings = Headings(edition)
    for statement in edition.statements:
        for voice, wording in statement.wordings.items():
            for line in (line for text in wording.values() for line in text.values()):
                found = headings.statements(f"Q1. {line.upper()}")
                assert list(found) == [statement.code]
                assert voice in found[statement.code]
