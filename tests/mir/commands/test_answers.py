"""Bringing in a file from a terminal: whole, or a list of everything to put right."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from mir.respond.models import BroughtFile, Draft, Sheet
from tests.mir.commands.conftest import Terminal

HEADER = "Respondent ID,Email Address,wi1,wi2,wi3,Comment on wi"
ROWS = [f"{number},a@b.org,Agree,4,Strongly agree,Words {number}" for number in range(6)]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.csv"
    path.write_text("\n".join([HEADER, *ROWS, ",,,,,"]) + "\n", "utf-8")
    return path


def counts(demo: Terminal) -> tuple[int, ...]:
    with demo.store() as store, store.reading() as session:
        return tuple(
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Draft, Sheet, BroughtFile)
        )


def test_it_says_what_came_in_what_was_left_out_and_what_is_next(demo: Terminal, good: Path) -> None:
    before = counts(demo)
    out = demo("import", good, "--round", "Rose House").out
    assert out.startswith("6 sets of answers came from good.csv into Rose House, ")
    assert "Not kept, because it could point at a person: Respondent ID, Email Address." in out
    assert "6 comments came in" in out
    assert "No column for " in out
    assert "mir round close" in out
    assert "a@b.org" not in out
    assert counts(demo) == (before[0] + 6, before[1], before[2] + 1)  # fewer than ten wait


def test_a_look_says_the_same_and_brings_nothing(demo: Terminal, good: Path) -> None:
    before = counts(demo)
    out = demo("import", good, "--round", "Rose House", "--look").out
    assert out.startswith("6 sets of answers would come from good.csv into Rose House, ")
    assert "read as 1 = Strongly disagree, 2 = Disagree," in " ".join(out.split())
    assert "Nothing was brought in." in out
    assert counts(demo) == before
    assert demo("import", good, "--round", "Rose House").status == 0


def test_close_closes_the_round_and_the_report_is_next(demo: Terminal, good: Path) -> None:
    out = demo("import", good, "--round", "Rose House", "--voice", "staff", "--close").out
    assert "is closed" in out
    assert "mir round close" not in out
    assert "mir report --round" in out


def test_every_wrong_cell_is_listed_and_nothing_comes_in(demo: Terminal, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("\n".join([HEADER, ROWS[0], "1,x,often,=1+1,9,", "2,x,Agree,Agree,never,"]), "utf-8")
    before = counts(demo)
    told = demo.refuses("import", bad, "--round", "Rose House")
    assert "4 things to put right. Nothing was changed." in told
    assert "Line 3: Column “wi1”: “often” is not one of the answers." in told
    assert "Line 3: Column “wi2”: “=1+1” looks like a formula" in told
    assert "Line 3: Column “wi3”: “9” is not a whole number from 1 to 5." in told
    assert "Line 4: Column “wi3”: “never” is not one of the answers." in told
    assert counts(demo) == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        ((HEADER + "\n1,x,Agree,Agree,Caf\xe9,").encode("latin-1"), "CSV UTF-8"),
        (b"nonsense\n1\n", "None of the columns is a question"),
        (b"PK\x03\x04....", "Excel"),
        (b"x" * 10_000_001, "10 MB"),
        (bytes(range(256)) * 40_000, ""),
        ((HEADER + "\n,,,,,").encode(), "no answers"),
    ],
    ids=["empty", "encoding", "headings", "workbook", "too large", "junk", "no answers"],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(
    demo: Terminal, tmp_path: Path, data: bytes, words: str
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(data)
    before = counts(demo)
    assert words in demo.refuses("import", bad, "--round", "Rose House")
    assert counts(demo) == before


def test_what_is_no_file_is_said(demo: Terminal, tmp_path: Path, good: Path) -> None:
    assert "no such file" in demo.refuses("import", tmp_path / "none.csv", "--round", "Rose House")
    assert "folder" in demo.refuses("import", tmp_path, "--round", "Rose House")
    missing = ["--map", str(tmp_path / "none.yaml")]
    assert "no such file" in demo.refuses("import", good, "--round", "Rose House", *missing)


def test_the_same_file_twice_and_a_closed_round_are_refused(demo: Terminal, good: Path) -> None:
    demo("import", good, "--round", "Rose House")
    before = counts(demo)
    assert "already" in demo.refuses("import", good, "--round", "Rose House")
    assert "closed" in demo.refuses("import", good, "--round", "Willow Court")
    assert counts(demo) == before


def test_a_mapping_explains_another_programs_words(demo: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Are you happy?\nSuper\n", "utf-8")
    (tmp_path / "map.yaml").write_text(
        "columns: {Are you happy?: wi1}\nanswers: {Super: agree_a_lot}\n", "utf-8"
    )
    ran = demo("import", tmp_path / "a.csv", "--round", "Rose House", "--map", tmp_path / "map.yaml")
    assert ran.out.startswith("1 set of answers came")
    assert "Are you happy?" in ran.out
