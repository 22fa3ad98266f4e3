"""Booklets from a terminal: one with the shared code, or one for each new code."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select

from mir.rounds.models import Code
from tests.mir.commands.conftest import Terminal


@pytest.fixture
def hazel(mir: Terminal) -> Terminal:
    """A terminal where one service has one open round."""
    mir("db", "upgrade")
    mir("organisation", "add", "Hazel Care", "--lead", "Lee@Example.org")
    mir("service", "add", "Rose House", "--organisation", "hazel", "--kind", "care home")
    assert mir("round", "open", "--service", "rose", "--title", "Spring").status == 0
    return mir


def booklet(hazel: Terminal, out: Path, *more: str) -> str:
    ran = hazel("booklet", "--round", "rose spring", "--voice", "person", *more, "--out", out)
    assert ran.status == 0, ran.err
    return ran.out


def codes(hazel: Terminal, *, shared: bool) -> list[str]:
    with hazel.store() as store, store.reading() as session:
        return list(session.scalars(select(Code.text).where(Code.voice == "person", Code.shared == shared)))


def test_one_booklet_has_the_shared_code_and_the_address(hazel: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "one.pdf"
    said = booklet(
        hazel, out, "--presentation", "easy-read", "--large", "--return-to", "Hazel Care\\nAnytown"
    )
    pages = [page.extract_text() for page in PdfReader(out).pages]
    assert said == f"1 booklet for Rose House, Spring in {out}: {len(pages)} pages.\n"
    (code,) = codes(hazel, shared=True)
    assert f"{code[:4]} {code[4:]}" in pages[0]
    assert "Hazel Care" in "".join(pages[-2:])
    assert "easy_read" in pages[3]
    assert codes(hazel, shared=False) == []


def test_several_codes_make_one_file_or_a_folder_of_files(hazel: Terminal, tmp_path: Path) -> None:
    booklet(hazel, tmp_path / "two.pdf", "--codes", "2")
    made = codes(hazel, shared=False)
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "two.pdf").pages)
    assert all(f"{code[:4]} {code[4:]}" in text for code in made)
    folder = tmp_path / "each"
    folder.mkdir()
    assert booklet(hazel, folder, "--codes", "2").startswith("2 booklets for Rose House, Spring")
    new = set(codes(hazel, shared=False)) - set(made)
    assert {path.name for path in folder.iterdir()} == {f"booklet-{code}.pdf" for code in new}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            ("--voice", "partner"),
            "This survey does not ask “partner”. It asks: person, family, staff, leader.",
        ),
        (("--language", "cy"), "This survey has these languages: en."),
        (("--codes", "0"), "--codes"),
        (("--presentation", "loud"), "“loud” is not one of these: standard, easy-read."),
        (("--return-to", "x" * 301), "The address is too long to print."),
    ],
)
def test_what_cannot_be_printed_is_refused_before_any_code_is_made(
    hazel: Terminal, tmp_path: Path, more: tuple[str, ...], words: str
) -> None:
    typed = ("booklet", "--round", "rose", "--voice", "person", "--codes", "3", "--out", tmp_path / "a.pdf")
    assert words in hazel.refuses(*typed, *more)
    with hazel.store() as store, store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Code).where(~Code.shared)) == 0
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_closed_round_and_a_folder_that_is_not_there_are_refused(hazel: Terminal, tmp_path: Path) -> None:
    typed = ("booklet", "--round", "rose", "--voice", "staff", "--out")
    assert "There is no folder" in hazel.refuses(*typed, tmp_path / "nowhere" / "a.pdf")
    hazel("round", "close", "rose", "--yes")
    assert "is closed" in hazel.refuses(*typed, tmp_path / "a.pdf")
