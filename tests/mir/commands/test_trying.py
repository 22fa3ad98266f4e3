"""A survey tried from a terminal."""

import json
from pathlib import Path

import pytest

from surveys.load import SHIPPED, shipped_surveys
from surveys.schema import FILES
from tests.mir.commands.conftest import Terminal

GOOD = Path(__file__).parents[2] / "surveys" / "good"
ADA = """personas:
  - name: Ada
    about: Somebody new.
    voice: person
    answers: {length: weeks}
    expect:
      questions: 8
      overall: 50
"""


@pytest.fixture
def arrivals(tmp_path: Path) -> Path:
    """A survey of every kind of question, with Ada beside it."""
    (tmp_path / "small.yaml").write_text((GOOD / "frameworks" / "small.yaml").read_text("utf-8"), "utf-8")
    survey = tmp_path / "arrivals.yaml"
    survey.write_text((GOOD / "arrivals.yaml").read_text("utf-8"), "utf-8")
    (tmp_path / "arrivals.personas.yaml").write_text(ADA, "utf-8")
    return survey


@pytest.mark.parametrize("name", shipped_surveys())
def test_what_we_ship_is_tried_by_name_and_by_file(mir: Terminal, name: str) -> None:
    ran = mir("survey", "try", name)
    assert ran.status == 0
    assert "difference" not in ran.out
    assert ran.out == mir("survey", "try", SHIPPED / "surveys" / f"{name}.yaml").out


def test_the_questions_minutes_and_ages_of_each_voice_are_told(mir: Terminal) -> None:
    out = mir("survey", "try", "full", "--voice", "staff").out
    # 37 questions at 2.5 a minute are 14.8 minutes, told as 15.
    assert [line.split()[:5] for line in out.splitlines() if line.startswith("  staff")] == [
        ["staff", "standard", "1", "37", "15"],
        ["staff", "Easy", "Read", "1", "37"],
    ]
    assert "Agnes" not in out
    assert "Marek" in out
    assert "Everything can be met by somebody." in out


def test_differences_end_with_status_one_and_stand_at_their_lines(mir: Terminal, arrivals: Path) -> None:
    ran = mir("survey", "try", arrivals)
    assert ran.status == 1
    assert "Line 7: Ada is asked 7 questions; 8 are expected." in ran.out
    assert "Line 8: Ada gives the survey overall no score; 50 is expected." in ran.out
    assert "Conditions: the people have seen" in ran.out
    assert "  why: nobody was there when it holds" in ran.out
    assert "person, standard, way by way" in ran.out


def test_a_question_that_nobody_can_meet_ends_with_status_one(mir: Terminal, arrivals: Path) -> None:
    text = arrivals.read_text("utf-8").replace(
        'show_if: money in ["no", "unsure"]', 'show_if: wi1 == 3 and money == "no"'
    )
    arrivals.write_text(text, "utf-8")
    arrivals.with_name("arrivals.personas.yaml").unlink()
    ran = mir("survey", "try", arrivals)
    assert ran.status == 1
    assert "On no way at all, so nobody could ever be asked: why." in ran.out
    assert "Write people there to walk them through." in " ".join(ran.out.split())


def test_people_may_be_in_another_file_and_every_page_may_be_told(mir: Terminal, arrivals: Path) -> None:
    other = arrivals.with_name("others.yaml")
    other.write_text(
        ADA.replace("questions: 8", "questions: 7").replace("overall: 50", "overall: none"), "utf-8"
    )
    ran = mir("survey", "try", arrivals, "--personas", other, "--pages")
    assert ran.status == 0
    assert "Ada  person  standard  7 questions  overall no score  as expected" in ran.out
    assert "staff, Easy Read, page by page" in ran.out


def test_a_program_reads_the_same(mir: Terminal, arrivals: Path) -> None:
    ran = mir("survey", "try", arrivals, "--json", "--voice", "person")
    found = json.loads(ran.out)
    assert (ran.status, found["fine"], found["dead"]) == (1, False, [])
    (ada,) = found["people"]
    assert ada["path"] == ["length", "wi1", "wi2", "helped", "days", "moved", "first"]
    assert [one["line"] for one in ada["differences"]] == [7, 8]
    assert ada["scores"] == {"wi": None, "ia": None}
    (standard, easy) = found["journeys"]
    assert (standard["ways"], standard["questions"], standard["all_counted"]) == (12, [7, 13], True)
    assert (easy["ways"], easy["minutes"]) == (6, [5, 10])


def test_people_who_do_not_fit_are_refused_by_line(mir: Terminal, arrivals: Path) -> None:
    wrong = arrivals.with_name("arrivals.personas.yaml")
    wrong.write_text(ADA.replace("length: weeks", "length: months"), "utf-8")
    assert "line 5: “months” is not an answer to “length”." in mir.refuses("survey", "try", arrivals)
    assert "no such file" in mir.refuses("survey", "try", arrivals, "--personas", arrivals.parent / "no.yaml")
    assert "no such file" in mir.refuses("survey", "try", arrivals.parent / "no.yaml")


def test_a_voice_that_the_survey_does_not_ask_is_refused_and_one_without_people_is_said(
    mir: Terminal, arrivals: Path
) -> None:
    told = mir.refuses("survey", "try", arrivals, "--voice", "leader")
    assert "arrivals.yaml does not ask “leader”. Choose one of these: person, staff." in told
    ran = mir("survey", "try", arrivals, "--voice", "staff")
    assert "Nobody among the people has this voice." in ran.out


@pytest.mark.parametrize("file", FILES)
def test_a_schema_is_printed_for_every_kind_of_file(mir: Terminal, file: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    said = json.loads(mir("survey", "schema", file).out)
    jsonschema.Draft202012Validator.check_schema(said)
    assert file in said["properties"]


def test_a_schema_of_nothing_we_know_is_refused(mir: Terminal) -> None:
    assert "survey" in mir.refuses("survey", "schema", "letter")
