"""Faults beyond shape, and a folder of bad files: each says in comments what it must be refused for."""

import re
from pathlib import Path

import pytest

from surveys.answers import STATES
from surveys.check import check_file, check_framework, check_survey
from surveys.faults import Fault
from surveys.load import SHIPPED, load_framework, load_survey, shipped_surveys
from surveys.rules import RESERVED
from surveys.source import read_source

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.yaml")) + sorted((HERE / "bad" / "surveys").glob("*.yaml"))
FRAMEWORK = HERE / "good" / "frameworks" / "small.yaml"
SURVEY = HERE / "good" / "surveys" / "little.yaml"
EXPECT = re.compile(r"# expect (?:(?P<other>[a-z]+) )?(?:line (?P<line>\d+)|whole): (?P<said>.+)")


def told(fault: Fault) -> str:
    """A fault without its folder, as the comments in the bad files write it."""
    return str(fault).replace(fault.file, Path(fault.file).stem, 1)


def expected(path: Path) -> list[str]:
    """The faults that a bad file says it holds."""
    found = [EXPECT.fullmatch(line) for line in path.read_text().splitlines() if line.startswith("# expect")]
    assert found
    places = [(match["other"] or path.stem, match["line"], match["said"]) for match in found if match]
    assert len(places) == len(found)
    return sorted(
        f"{stem}, line {line}: {said}" if line else f"{stem}: {said}" for stem, line, said in places
    )


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_refused_for_just_the_faults_written_in_it(path: Path) -> None:
    faults = sorted(told(fault) for fault in check_file(path))
    wanted = expected(path)
    assert len(faults) == len(wanted), faults
    for fault, start in zip(faults, wanted, strict=True):
        assert fault.startswith(start)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_fault_is_whole_sentences_that_say_what_to_do(path: Path) -> None:
    for fault in check_file(path):
        assert fault.what[-1] in ".…!?”"
        assert fault.fix[-1] in ".?"
        assert not re.search(r"\b(invalid|input|NoneType|dict|tuple|string|Traceback)\b", str(fault))


@pytest.mark.parametrize("path", [FRAMEWORK, SURVEY], ids=lambda path: path.stem)
def test_a_good_file_has_no_fault(path: Path) -> None:
    assert check_file(path) == ()


@pytest.mark.parametrize("folder", ["frameworks", "surveys"])
def test_what_we_ship_has_no_fault(folder: str) -> None:
    for path in sorted((SHIPPED / folder).glob("*.yaml")):
        assert check_file(path) == ()


def test_the_faults_of_one_file_come_in_the_order_of_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    text = FRAMEWORK.read_text().replace("version: 1", "version: x").replace("topic: safety", "topic: 3")
    path.write_text(text.replace("symbol: information", "symbol: A B"))
    # “version” stands on line 2 of the small framework, “topic: safety” on 49, that symbol on 59.
    assert [fault.line for fault in check_file(path)] == [2, 49, 59]


def test_an_easy_read_sentence_may_have_fifteen_words(tmp_path: Path) -> None:
    path = tmp_path / "easy.yaml"
    fifteen = "I am safe in my room and in the garden and when I go out."
    path.write_text(FRAMEWORK.read_text().replace("I feel safe.", f"{fifteen} {fifteen}"))
    assert check_file(path) == ()


def test_a_wording_for_a_voice_that_is_not_asked_may_be_unfinished() -> None:
    thin = load_framework(HERE / "bad" / "frameworks" / "thin.yaml")
    survey = load_survey(SURVEY).model_copy(update={"framework": "thin", "voices": ("person",)})
    # Left are the option and the theme without Easy Read; the staff wordings do not matter.
    assert len(check_survey(survey, thin)) == 1  # equal sentences about one file without lines
    source = read_source(HERE / "bad" / "frameworks" / "thin.yaml")
    assert [fault.line for fault in check_survey(survey, thin, None, source)] == [19, 30]


def test_values_checked_without_their_file_give_faults_without_lines() -> None:
    framework = load_framework(HERE / "bad" / "theme-code-twice.yaml")
    survey = load_survey(HERE / "bad" / "surveys" / "survey-chosen-twice.yaml")
    fault = Fault("small", 0, "“wi” is the code of another theme.", "Give each its own, once.")
    assert check_framework(framework) == (fault,)
    assert [(fault.file, fault.line) for fault in check_survey(survey, framework)] == [("little", 0)]


def test_the_reserved_codes_are_the_names_of_the_states() -> None:
    assert set(RESERVED) == set(STATES)


def test_the_shipped_surveys_are_named_after_their_files() -> None:
    for name in shipped_surveys():
        assert load_survey(SHIPPED / "surveys" / f"{name}.yaml").survey == name
