"""A file of answers comes in whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select

from mir.db import Store
from mir.errors import GoneError, NotFoundError, RefusalError
from mir.respond.bringing import NewFile, bring
from mir.respond.models import BroughtFile, Comment, Draft, Sheet
from mir.respond.sealing import close_round, seal_waiting
from surveys.answers import unpack
from surveys.edition import Edition
from surveys.exchange.mapping import load_mapping
from surveys.faults import FaultyFileError
from surveys.framework import Voice
from tests.conftest import World

HEADER = "Email Address,aa1,aa2,bb1,Comment on aa"
ROW = "somebody@example.org,Agree,2,Strongly agree,"


@dataclass(frozen=True)
class Contents:
    """How many of each are in the database."""

    drafts: int
    sheets: int
    comments: int
    files: int


def contents(store: Store) -> Contents:
    with store.reading() as session:
        numbers = [
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Draft, Sheet, Comment, BroughtFile)
        ]
    return Contents(*numbers)


@pytest.fixture
def world_round(world: World) -> str:
    return world.round_id


def csv(*rows: str) -> bytes:
    return ("\r\n".join((HEADER, *rows)) + "\r\n").encode()


def test_nine_rows_wait_and_five_of_ten_are_sealed(store: Store, world_round: str) -> None:
    brought = bring(store, world_round, NewFile("nine.csv", csv(*[ROW] * 9)))
    assert (brought.rows, brought.voices) == (9, ((Voice.PERSON, 9),))
    assert contents(store) == Contents(drafts=9, sheets=0, comments=0, files=1)
    bring(store, world_round, NewFile("one.csv", csv(ROW)))
    assert contents(store) == Contents(drafts=5, sheets=5, comments=0, files=2)


def test_the_answers_are_kept_as_they_were_given(store: Store, world_round: str, edition: Edition) -> None:
    bring(store, world_round, NewFile("a.csv", csv("x@y.org,Agree,2,Prefer not to say,", *[",,,5,"] * 4)))
    assert seal_waiting(store, world_round, left=0) == 5
    with store.reading() as session:
        kept = [unpack(edition, row) for row in session.scalars(select(Sheet.answers))]
        assert set(session.scalars(select(Sheet.how))) == {"file"}
    assert {"aa1": "agree", "aa2": "disagree", "bb1": "prefer_not"} in kept
    assert kept.count({"aa1": "not_answered", "aa2": "not_answered", "bb1": "agree_a_lot"}) == 4


def test_a_row_waits_without_anything_that_points_at_a_person(store: Store, world_round: str) -> None:
    brought = bring(store, world_round, NewFile("a.csv", csv(ROW)))
    assert brought.left_out == ("Email Address",)
    with store.reading() as session:
        (draft,) = session.scalars(select(Draft))
    assert (draft.sent, draft.how, draft.help) == (True, "file", "none")
    assert not any("somebody" in str(value) for value in vars(draft).values())


def test_comments_come_in_with_their_theme_and_none_is_lost(store: Store, world_round: str) -> None:
    header = "aa1,Comment on aa1,Comment on aa2,Comment on bb"
    data = "\n".join([header, "4,First.,Second.,Third.", *["4,,,"] * 4]).encode()
    assert bring(store, world_round, NewFile("a.csv", data)).comments == 3
    assert seal_waiting(store, world_round, left=0) == 5
    with store.reading() as session:
        found = {(one.theme, one.text) for one in session.scalars(select(Comment))}
    assert found == {("aa", "First.\nSecond."), ("bb", "Third.")}


def test_it_tells_what_matched_and_what_has_no_column(store: Store, world_round: str) -> None:
    brought = bring(store, world_round, NewFile("a.csv", b"Q1. aa1,aa2\n4,5\n,\n"))
    assert [(one.heading, one.code, one.topic) for one in brought.matched] == [
        ("Q1. aa1", "aa1", "Topic aa1"),
        ("aa2", "aa2", "Topic aa2"),
    ]
    assert ([one.topic for one in brought.missing], brought.empty_rows) == (["Topic bb1"], 0)


def test_a_file_that_mixes_voices_goes_to_each(store: Store, world_round: str) -> None:
    data = b"voice,aa1,aa2\n" + b"person,4,4\n" * 2 + b"staff,5,5\n" * 3
    brought = bring(store, world_round, NewFile("a.csv", data))
    assert brought.voices == ((Voice.PERSON, 2), (Voice.STAFF, 3))


def test_a_mapping_explains_other_words(store: Store, world_round: str, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("columns: {How is it: aa1}\nanswers: {Super: agree_a_lot}\n", "utf-8")
    mapping = load_mapping(tmp_path / "map.yaml")
    brought = bring(store, world_round, NewFile("a.csv", b"How is it\nSuper\n", Voice.STAFF, mapping))
    assert brought.voices == ((Voice.STAFF, 1),)


BAD = {
    "another encoding": HEADER.encode() + "\nx,Agree,Agree,Agree,Café".encode("cp1252"),
    "a missing heading": b"wrong one\nAgree\n",
    "an unknown word": csv(ROW, "x,Agree,Sometimes,Agree,"),
    "a formula": csv(ROW, '"",=SUM(1),Agree,Agree,'),
    "too many bytes": b"\xff\x00" * 5_000_001,
    "many bytes of junk": b"aa1,\x00junk" * 900_000,
    "a workbook": b"PK\x03\x04" + b"0" * 400,
    "nothing at all": b"",
    "an open quotation mark": csv(ROW, '"x,Agree,Agree,Agree,'),
    "a statement this voice is not asked": b"voice,bb1\nleader,Agree\n",
    "a voice the survey does not ask": b"voice,aa1\npartner,Agree\n",
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_a_faulty_file_is_refused_whole(store: Store, world_round: str, data: bytes) -> None:
    with pytest.raises(FaultyFileError) as refused:
        bring(store, world_round, NewFile("bad.csv", data))
    assert all(fault.file == "bad.csv" and fault.what and fault.fix for fault in refused.value.faults)
    assert contents(store) == Contents(0, 0, 0, 0)


def test_every_wrong_cell_is_told_with_its_line(store: Store, world_round: str) -> None:
    with pytest.raises(FaultyFileError) as refused:
        bring(store, world_round, NewFile("bad.csv", csv("x,often,9,Agree,", ROW, "x,Agree,Agree,never,")))
    assert [fault.line for fault in refused.value.faults] == [2, 2, 4]


def test_headings_alone_are_refused(store: Store, world_round: str) -> None:
    with pytest.raises(RefusalError, match="no answers"):
        bring(store, world_round, NewFile("bad.csv", csv(",,,,")))
    assert contents(store) == Contents(0, 0, 0, 0)


def test_the_same_file_counts_once(store: Store, world_round: str) -> None:
    bring(store, world_round, NewFile("a.csv", csv(ROW)))
    with pytest.raises(RefusalError, match="already"):
        bring(store, world_round, NewFile("the same under another name.csv", csv(ROW)))
    assert contents(store) == Contents(drafts=1, sheets=0, comments=0, files=1)


def test_a_closed_round_takes_no_file(store: Store, world_round: str) -> None:
    close_round(store, world_round)
    with pytest.raises(GoneError):
        bring(store, world_round, NewFile("a.csv", csv(ROW)))
    assert contents(store) == Contents(0, 0, 0, 0)


def test_a_round_that_is_not_there_takes_no_file(store: Store) -> None:
    with pytest.raises(NotFoundError):
        bring(store, "0" * 32, NewFile("a.csv", csv(ROW)))
