"""Faults beyond shape, and a folder of bad files: each says in comments what it must be refused for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import surveys
from surveys.answers import STATES
from surveys.check import NEITHER, check_file, check_framework, check_survey, errors, warnings
from surveys.faults import Fault, FaultyFileError, Kind, Severity
from surveys.files import shape, source, tree
from surveys.files.source import read_source
from surveys.framework import Voice
from surveys.languages.freshness import findings
from surveys.languages.overlay import load_overlay
from surveys.load import SHIPPED, load_framework, load_survey, shipped_surveys
from surveys.rules import KINDS, RESERVED

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.yaml")) + sorted((HERE / "bad" / "surveys").glob("*.yaml"))
"""Made from a framework that is in use as it is, warnings and all: the errors are written in them."""
POOR = [
    path
    for folder in ("rules", "chosen", "own", "personas")
    for path in sorted((HERE / "bad" / folder).glob("*.yaml"))
    if path.name != "people.yaml"  # the survey that people are wrongly made for
]
"""Made from one with nothing to put right: each is named after its kind and has all faults written in it."""
LANGUAGES = sorted((HERE / "bad" / "languages").glob("*.yaml"))
"""Made from the framework with nothing to put right, each with one fault of a language."""
TIDY = HERE / "bad" / "frameworks" / "tidy.yaml"
ALL_KINDS: dict[str, Kind] = KINDS | shape.KINDS | source.KINDS | tree.KINDS | {NEITHER.slug: NEITHER}
MADE_ELSEWHERE = {
    "too-many-values",  # a file of 40,000 lines: test_load makes it smaller
    "cannot-be-used",  # what no file can hold: test_load
    "too-large",  # a file of more than a megabyte: test_load
    *("a-folder", "no-such-file", "cannot-be-opened"),  # no file at all: test_load
    *("persona-other-way", "persona-not-asked", "persona-asked", "persona-count"),  # told by `mir survey try`
}
BRACES = {"placeholder", "bracket-open", "own-unknown-place", "own-unit-form"}
"""Kinds whose sentences may hold a brace, for they speak of one."""
FRAMEWORK = HERE / "good" / "frameworks" / "small.yaml"
SURVEY = HERE / "good" / "surveys" / "little.yaml"
EXPECT = re.compile(r"# expect (?:(?P<other>[a-z]+) )?(?:line (?P<line>\d+)|whole): (?P<said>.+)")


def told(fault: Fault) -> str:
    """A fault without its folder, as the comments in the bad files write it."""
    return str(fault).replace(fault.file, Path(fault.file).stem, 1)


def expected(path: Path) -> list[str]:
    """The faults that a bad file says it holds."""
    found = [
        EXPECT.fullmatch(line)
        for line in path.read_text("utf-8", "replace").split("\n")
        if line.startswith("# expect")
    ]
    assert found
    places = [(match["other"] or path.stem, match["line"], match["said"]) for match in found if match]
    assert len(places) == len(found)
    return sorted(
        f"{stem}, line {line}: {said}" if line else f"{stem}: {said}" for stem, line, said in places
    )


def whole_files(folder: str) -> list[Path]:
    """What we ship but the translations, which are named after what they translate."""
    return sorted(path for path in (SHIPPED / folder).glob("*.yaml") if "." not in path.stem)


def same(faults: tuple[Fault, ...], path: Path) -> bool:
    """Whether these are the faults written in the file, each told with the words it begins with."""
    found, wanted = sorted(map(told, faults)), expected(path)
    return len(found) == len(wanted) and all(map(str.startswith, found, wanted))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_refused_for_just_the_errors_written_in_it(path: Path) -> None:
    faults = errors(check_file(path))
    assert same(faults, path), faults


@pytest.mark.parametrize("path", POOR, ids=lambda path: path.stem)
def test_a_poor_file_is_told_just_the_faults_written_in_it(path: Path) -> None:
    faults = check_file(path)
    assert same(faults, path), faults


@pytest.mark.parametrize("path", BAD + POOR, ids=lambda path: path.stem)
def test_every_fault_is_whole_sentences_that_say_what_to_do(path: Path) -> None:
    for fault in check_file(path):
        assert fault.what[-1] in ".…!?”", fault.what
        assert fault.fix[-1] in ".?"
        assert not re.search(r"\b(invalid|input|NoneType|dict|tuple|string|Traceback)\b", str(fault))
        assert not re.search(r"[{}]", str(fault)) or fault.kind in BRACES


def language_faults(path: Path, folder: Path) -> tuple[Fault, ...]:
    """What is wrong with a language, from its file under the name that it should have."""
    text = path.read_text("utf-8")
    says = dict(line.split(": ", 1) for line in text.splitlines()[:2])
    language = "cy" if path.stem == "language-file-name" else says["language"]
    laid = folder / f"{says['framework']}.{language}.yaml"
    laid.write_text(text, "utf-8")
    try:
        return findings(load_framework(TIDY), load_overlay(laid))
    except FaultyFileError as error:
        return error.faults


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_a_poor_language_is_told_just_the_faults_written_in_it(path: Path, tmp_path: Path) -> None:
    faults = language_faults(path, tmp_path)
    assert same(tuple(replace(fault, file=str(path)) for fault in faults), path), faults


def kinds_of_the_code() -> set[str]:
    """Every kind of fault in what authors write: those that have a name, and those told in place."""
    found = set()
    for room in walk_packages(surveys.__path__, "surveys."):
        if not room.name.startswith("surveys.exchange"):  # spreadsheets have tests of their own
            for value in vars(import_module(room.name)).values():
                found |= {kind.slug for kind in kinds_in(value)}
    rules = Path(surveys.__path__[0]) / "rules"
    for path in [*rules.glob("*.py"), rules.parent / "logic" / "meaning.py"]:
        found |= set(re.findall(r"\"((?:own|only|section|condition)-[a-z-]+)\"", path.read_text("utf-8")))
    return found


def kinds_in(value: object) -> Iterator[Kind]:
    if isinstance(value, Kind):
        yield value
    elif isinstance(value, tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from kinds_in(part)


def test_there_are_many_kinds_of_fault_and_a_bad_file_for_each(tmp_path: Path) -> None:
    made = {fault.kind: fault for path in BAD + POOR for fault in check_file(path)}
    made |= {fault.kind: fault for path in LANGUAGES for fault in language_faults(path, tmp_path)}
    assert kinds_of_the_code() >= set(ALL_KINDS)
    assert kinds_of_the_code() - set(made) - MADE_ELSEWHERE == set()
    assert len(made) >= 60
    assert "" not in made
    for slug, kind in ALL_KINDS.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", slug)
        assert slug not in made or made[slug].severity is kind.severity


def test_a_slug_stands_for_one_kind() -> None:
    assert len(ALL_KINDS) == sum(map(len, (KINDS, shape.KINDS, source.KINDS, tree.KINDS))) + 1


def test_only_errors_refuse_a_file() -> None:
    faults = (Fault("a", 1, "Odd.", "Mend it."), Fault("a", 2, "Poor.", "Look.", "x", Severity.WARNING))
    assert errors(faults) == faults[:1]
    assert warnings(faults) == faults[1:]


@pytest.mark.parametrize("path", [FRAMEWORK, SURVEY], ids=lambda path: path.stem)
def test_a_good_file_has_no_error(path: Path) -> None:
    assert errors(check_file(path)) == ()


def test_a_tidy_file_has_nothing_to_put_right_at_all() -> None:
    assert check_file(TIDY) == ()


@pytest.mark.parametrize("folder", ["frameworks", "surveys"])
def test_what_we_ship_has_no_error(folder: str) -> None:
    for path in whole_files(folder):
        assert errors(check_file(path)) == ()


def test_what_we_ship_has_no_warning_but_those_that_are_meant() -> None:
    told_of = {
        (path.stem, fault.kind)
        for folder in ("frameworks", "surveys")
        for path in whole_files(folder)
        for fault in warnings(check_file(path))
    }
    assert told_of == {
        ("full", "easy-read-too-many"),  # its text says that it is long; others are short
        ("working-together", "easy-read-too-many"),  # staff and partners are asked, and may choose fewer
        ("practice-windows", "theme-without-voice"),  # people are asked about the window that is theirs
    }


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
    assert errors(check_file(path)) == ()


def test_a_wording_for_a_voice_that_is_not_asked_may_be_unfinished() -> None:
    thin = load_framework(HERE / "bad" / "frameworks" / "thin.yaml")
    survey = load_survey(SURVEY).model_copy(update={"framework": "thin", "voices": (Voice.PERSON,)})
    # Left are the option and the theme without Easy Read; the staff wordings do not matter.
    assert len(check_survey(survey, thin)) == 1  # equal sentences about one file without lines
    source = read_source(HERE / "bad" / "frameworks" / "thin.yaml")
    assert [fault.line for fault in check_survey(survey, thin, None, source)] == [19, 30]


def test_values_checked_without_their_file_give_faults_without_lines() -> None:
    framework = load_framework(HERE / "bad" / "theme-code-twice.yaml")
    survey = load_survey(HERE / "bad" / "surveys" / "survey-chosen-twice.yaml")
    fault = Fault(
        "small", 0, "“wi” is the code of another theme.", "Give each its own, once.", "theme-code-twice"
    )
    assert errors(check_framework(framework)) == (fault,)
    assert {(fault.file, fault.line) for fault in check_survey(survey, framework)} == {("little", 0)}


def test_the_reserved_codes_are_the_names_of_the_states() -> None:
    assert set(RESERVED) == set(STATES)


def test_the_shipped_surveys_are_named_after_their_files() -> None:
    for name in shipped_surveys():
        assert load_survey(SHIPPED / "surveys" / f"{name}.yaml").survey == name
