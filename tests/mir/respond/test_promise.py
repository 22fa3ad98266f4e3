"""The card says what the tables say: every column has a meaning, and what is not so is not promised."""

import pytest
from sqlalchemy import Column, DateTime, ForeignKey, MetaData, String

from mir.models import Base
from mir.respond import promise
from mir.respond.promise import MEANINGS, Card, Level, card, facts
from mir.respond.words import EASY_READ, STANDARD, Words
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.conftest import Somebody

NOT_YET = {"sheets.own"}
"""Columns that are spoken of before they are there."""


def our_tables() -> MetaData:
    """A copy of the tables, for a test to spoil."""
    copy = MetaData()
    for table in Base.metadata.tables.values():
        table.to_metadata(copy)
    return copy


def made(metadata: MetaData | None, words: Words = STANDARD, *, comments: bool = True) -> Card:
    return card(facts(metadata), words, comments=comments, closes="1 May", organisation="Hazel Care")


def test_every_column_has_a_meaning_and_every_meaning_a_column() -> None:
    real = {f"{table}.{name}" for table in MEANINGS for name in Base.metadata.tables[table].columns}
    said = {f"{table}.{name}" for table, names in MEANINGS.items() for name in names}
    assert facts().unknown == ()
    assert said - NOT_YET <= real
    named = {meaning.words for names in MEANINGS.values() for meaning in names.values()}
    for words in (STANDARD, EASY_READ):
        assert {name for name, _ in words.kept} == named
        assert {name for name, _ in words.levels} == set(Level)


def test_our_answers_are_anonymous_and_the_card_says_so() -> None:
    found = made(None)
    assert facts().level == Level.ANONYMOUS
    assert "anonymous" in found.level
    assert "We do not keep the time." in found.not_kept
    assert any("Nobody can tell then which are yours." in one for one in found.short)


@pytest.mark.parametrize(
    ("column", "gone"),
    [
        (Column("seen_at", DateTime), "We do not keep the time."),
        (
            Column("code", String, ForeignKey("codes.text")),
            "We do not keep which code your answers came with.",
        ),
        (Column("device", String), "We do not keep which phone or computer you use."),
    ],
)
def test_what_is_no_longer_true_is_no_longer_promised(column: Column[object], gone: str) -> None:
    spoiled = our_tables()
    spoiled.tables["sheets"].append_column(column)
    found = made(spoiled)
    assert facts(spoiled).level == Level.CONFIDENTIAL
    assert gone not in found.not_kept
    assert "anonymous" not in found.level
    assert not any("Nobody can tell" in one for one in found.short)
    assert "We cannot promise that nobody could find out which answers are yours." in found.short


def test_an_account_beside_answers_makes_them_identified() -> None:
    spoiled = our_tables()
    spoiled.tables["sheets"].append_column(Column("who", String, ForeignKey("accounts.id")))
    assert facts(spoiled).level == Level.IDENTIFIED
    assert "We do not ask your name." not in made(spoiled).not_kept


def test_a_survey_without_comments_does_not_speak_of_them() -> None:
    with_, without = made(None), made(None, comments=False)
    assert any("own words" in one for one in with_.kept)
    assert not any("own words" in one for one in (*without.kept, *without.seen, *without.short))


def test_the_numbers_come_from_the_settings() -> None:
    assert (facts().mixed, facts().least, facts().days) == (5, 5, 120)
    assert any("120 days" in one for one in made(None).until)
    assert any("1 May" in one for one in made(None).until)


def test_the_page_is_linked_from_the_welcome_and_every_question(somebody: Somebody, person_code: str) -> None:
    where = f"/a/{person_code}/what-we-keep"
    assert next(somebody.get(f"/a/{person_code}").all("a", href=where))
    assert next(somebody.begin_answering(person_code).all("a", href=where))
    page = somebody.get(where)
    assert page.words["h1"] == "What we keep"
    assert (
        "Your answers are anonymous: once they are mixed" in page.text
    )  # the words that were chosen at the start
    assert next(page.all("a", href="/answer/check"))
    assert "After we mix them" in somebody.get(f"{where}?read=easy_read").text


def test_the_page_can_be_read_without_beginning(somebody: Somebody, world: World) -> None:
    code = world.shared[Voice.STAFF]
    page = somebody.get(f"/a/{code}/what-we-keep")
    assert "Hazel Care sees what people said together." in page.text
    assert next(page.all("a", href=f"/a/{code}"))
    assert somebody.get("/a/23456789/what-we-keep").status == 404
    assert promise.facts().level == "anonymous"
