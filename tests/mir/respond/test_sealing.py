"""Sealing: from at least five sent drafts to sheets that nothing leads back from."""

from collections.abc import Iterator, MutableSequence
from random import SystemRandom
from typing import Any

import pytest
from sqlalchemy import DateTime, func, inspect, select

from mir.db import Store
from mir.respond import sealing
from mir.respond.models import Comment, Draft, Sheet
from mir.respond.sealing import close_round, seal_waiting
from mir.rounds.models import Round
from surveys.answers import unpack
from surveys.edition import Edition
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in, sheets_in

Crowd = Iterator[Somebody]


def answer_and_send(others: Crowd, code: str, number: int) -> None:
    for place in range(number):
        one = next(others)
        one.begin_answering(code)
        one.press("next", "agree", comment=f"Comment number {place}")
        one.press("skip")
        one.press("next", "does_not_apply")
        assert one.send().status == 200


def test_nine_of_a_voice_wait(others: Crowd, store: Store, person_code: str) -> None:
    answer_and_send(others, person_code, 9)
    assert (len(drafts_in(store)), len(sheets_in(store))) == (9, 0)


def test_those_sealed_last_are_never_fewer_than_five(
    others: Crowd, store: Store, world: World, person_code: str
) -> None:
    answer_and_send(others, person_code, 11)
    assert (len(drafts_in(store)), len(sheets_in(store))) == (6, 5)
    assert close_round(store, world.round_id) == 11


def test_of_ten_of_a_voice_five_are_sealed_and_another_voice_waits(
    others: Crowd, store: Store, world: World, edition: Edition
) -> None:
    answer_and_send(others, world.shared[Voice.STAFF], 1)
    answer_and_send(others, world.shared[Voice.PERSON], 10)
    assert sorted(draft.voice for draft in drafts_in(store)) == ["person"] * 5 + ["staff"]
    assert len(sheets_in(store)) == 5
    for sheet in sheets_in(store):
        assert unpack(edition, sheet.answers) == {
            "aa1": "agree",
            "aa2": "not_answered",
            "bb1": "does_not_apply",
        }
        assert (sheet.voice, sheet.how, sheet.help, sheet.helper) == ("person", "web", "none", None)


def test_a_draft_that_was_not_sent_is_never_sealed(
    others: Crowd, store: Store, world: World, person_code: str
) -> None:
    next(others).begin_answering(person_code)
    answer_and_send(others, person_code, 10)
    assert sorted(draft.sent for draft in drafts_in(store)) == [False] + [True] * 5
    assert seal_waiting(store, world.round_id, left=0) == 5
    assert [draft.sent for draft in drafts_in(store)] == [False]


def test_closing_seals_everything_sent_and_forgets_the_rest(
    others: Crowd, store: Store, world: World
) -> None:
    answer_and_send(others, world.shared[Voice.PERSON], 2)
    answer_and_send(others, world.shared[Voice.LEADER], 0)
    unsent = next(others)
    unsent.begin_answering(world.shared[Voice.STAFF])
    unsent.press("next", "agree")
    assert close_round(store, world.round_id) == 2
    assert drafts_in(store) == []
    assert close_round(store, world.round_id) == 2
    with store.reading() as session:
        assert session.get_one(Round, world.round_id).state == "closed"
        assert session.scalar(select(func.count()).select_from(Comment)) == 2


def test_closing_writes_every_sheet_again_under_a_new_key(
    others: Crowd, store: Store, world: World, person_code: str
) -> None:
    answer_and_send(others, person_code, 5)
    assert seal_waiting(store, world.round_id, left=0) == 5
    before = {sheet.key for sheet in sheets_in(store)}
    close_round(store, world.round_id)
    after = {sheet.key for sheet in sheets_in(store)}
    assert len(after) == 5
    assert not before & after


def test_a_sheet_has_exactly_these_columns() -> None:
    # No time, sequence, address, device, code or account.
    assert set(Sheet.__table__.columns.keys()) == {
        "key", "round_id", "voice", "edition_hash", "presentation", "language", "how", "help", "helper",
        "answers", "own",
    }  # fmt: skip
    assert set(Comment.__table__.columns.keys()) == {
        "key", "round_id", "voice", "whose", "theme", "text",
    }  # fmt: skip


@pytest.mark.parametrize("table", [Draft, Sheet, Comment])
def test_nothing_that_holds_answers_holds_a_time_or_a_code(table: type[Draft | Sheet | Comment]) -> None:
    columns = table.__table__.columns
    assert not [column for column in columns if isinstance(column.type, DateTime)]
    assert not [column for column in columns for key in column.foreign_keys if "codes" in str(key.column)]
    assert "code" not in columns


@pytest.mark.parametrize("table", ["sheets", "comments"])
def test_the_tables_keep_no_hidden_order(store: Store, table: str) -> None:
    # A SQLite table without rowids is kept in the order of its random keys.
    assert inspect(store.engine).get_table_options(table)["sqlite_with_rowid"] is False


def test_comments_do_not_come_back_in_the_order_they_were_sent(
    others: Crowd, store: Store, world: World, person_code: str
) -> None:
    # By chance alone eight would, in one of 8! = 40,320 runs.
    answer_and_send(others, person_code, 8)
    close_round(store, world.round_id)
    with store.reading() as session:
        texts = list(session.scalars(select(Comment.text)))
    assert len(texts) == 8
    assert texts != sorted(texts)


def test_a_comment_keeps_its_theme_and_who_speaks_only(others: Crowd, store: Store, person_code: str) -> None:
    answer_and_send(others, person_code, 10)
    with store.reading() as session:
        rows = {(row.voice, row.theme) for row in session.scalars(select(Comment))}
    assert rows == {("person", "aa")}


def test_sheets_and_comments_are_shuffled_apart_before_they_are_written(
    others: Crowd, person_code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # PostgreSQL keeps rows in the order they came, so the random keys alone are not enough.
    shuffled: list[int] = []

    class Watched(SystemRandom):
        def shuffle(self, x: MutableSequence[Any]) -> None:
            shuffled.append(len(x))
            super().shuffle(x)

    monkeypatch.setattr(sealing, "_CHANCE", Watched())
    answer_and_send(others, person_code, 10)
    assert shuffled == [5, 5]
