"""The examples in the guides are real: each one loads."""

import re
from pathlib import Path

import click
from click.testing import CliRunner

from mir.cli import main
from surveys import journey
from surveys.check import check_file
from surveys.exchange.mapping import load_mapping
from surveys.faults import Severity
from surveys.framework import Voice
from surveys.load import load_edition

DOCS = Path(__file__).parent.parent / "docs"


def blocks(page: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", (DOCS / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_the_survey_in_the_authors_guide_is_in_order(tmp_path: Path) -> None:
    (survey,) = blocks("author.md", "yaml")
    path = tmp_path / "arrivals.yaml"
    path.write_text(survey, "utf-8")
    assert [one for one in check_file(path) if one.severity is Severity.ERROR] == []


def test_the_people_in_the_authors_guide_walk_as_expected(tmp_path: Path) -> None:
    for name, kind in (("arrivals.yaml", "yaml"), ("arrivals.personas.yaml", "yaml personas")):
        (text,) = blocks("author.md", kind)
        (tmp_path / name).write_text(text, "utf-8")
    ran = CliRunner().invoke(main, ["survey", "try", str(tmp_path / "arrivals.yaml")])
    assert ran.exit_code == 0, ran.output
    assert "as expected" in ran.output


def test_the_own_questions_in_the_authors_guide_are_in_order_and_asked_as_it_says(tmp_path: Path) -> None:
    (text,) = blocks("author.md", "yaml own")
    path = tmp_path / "first-months.yaml"
    path.write_text(text, "utf-8")
    assert [one for one in check_file(path) if one.severity is Severity.ERROR] == []
    edition = load_edition(path)
    steps = [step.code for step in journey.path(edition, Voice.PERSON, {})]
    assert steps == ["lived_here", "outings", "wi1", "wi3", "ia1"]
    asked = journey.path(edition, Voice.PERSON, {"lived_here": "months", "outings": 1})
    assert [step.code for step in asked][2] == "stopped_by"


def test_the_mapping_in_the_authors_guide_loads(tmp_path: Path) -> None:
    (mapping,) = blocks("author.md", "yaml mapping")
    path = tmp_path / "mapping.yaml"
    path.write_text(mapping, "utf-8")
    known = load_mapping(path)
    assert known.knows("Room number")
    assert known.knows("I am")


def test_every_test_that_the_page_about_access_names_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (DOCS / "accessibility.md").read_text("utf-8"))
    assert len(named) > 20
    for path, test in named:
        text = (DOCS.parent / path).read_text("utf-8")
        assert not test or f"def {test}(" in text, f"{path}::{test}"


def test_every_picture_is_there_is_told_in_words_and_is_taken_by_the_script() -> None:
    named = [
        (words, name)
        for page in DOCS.glob("*.md")
        for words, name in re.findall(r"!\[([^\]]*)\]\(pictures/([\w-]+)\.png\)", page.read_text("utf-8"))
    ]
    story = "".join(one.read_text("utf-8") for one in (DOCS.parent / "tests" / "journeys").glob("*.py"))
    taken = set(re.findall(r'\.shoot\("([\w-]+)"\)', story))
    there = {one.stem for one in (DOCS / "pictures").iterdir()}
    assert all(len(words) > 20 for words, _ in named)
    assert {name for _, name in named} == there == taken
    assert max(one.stat().st_size for one in (DOCS / "pictures").iterdir()) < 80_000


def test_every_command_the_guides_name_can_be_typed() -> None:
    pages = [DOCS.parent / "README.md", *DOCS.glob("*.md")]
    named = {
        tuple(found.split())
        for page in pages
        for found in re.findall(
            r"\bmir ((?:round|survey|db|service|organisation) [a-z-]+|[a-z-]+)", page.read_text("utf-8")
        )
    }
    known = main.list_commands(click.Context(main))
    typed = {words for words in named if words[0] in known}
    assert ("round", "open") in typed
    for words in typed:
        assert CliRunner().invoke(main, [*words, "--help"]).exit_code == 0, words
