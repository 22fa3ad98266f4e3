"""The bilingual sheet shows each sentence beside its English, and comes back with every fault by its row."""

from dataclasses import replace
from pathlib import Path

import pytest

from surveys.exchange.bilingual import HEADINGS, Row, from_rows, to_rows
from surveys.exchange.records import Record
from surveys.faults import FaultyFileError
from surveys.framework import Framework
from surveys.languages.freshness import findings
from surveys.languages.overlay import Overlay, Translation
from surveys.languages.passages import mark, passages
from surveys.load import load_framework

FRAMEWORK = load_framework(Path(__file__).parent.parent / "good" / "frameworks" / "small.yaml")
PASSAGES = passages(FRAMEWORK)
FULL = Overlay(
    "cy",
    "small",
    "reviewed",
    {one.key: Translation(of=mark(one.words), text=f"[cy] {one.words}") for one in PASSAGES},
    reviewed_by="Mair Rees",
)
SHEET = "small.cy.csv"


def records(*rows: Row) -> list[Record]:
    """The rows as a reader of CSV gives them, the headings in line 1."""
    return [Record(line, tuple(row)) for line, row in enumerate((HEADINGS, *rows), 1)]


def changed(framework: Framework, old: str, new: str) -> Framework:
    return Framework.model_validate_json(framework.model_dump_json().replace(old, new))


def row(overlay: Overlay, key: str, framework: Framework = FRAMEWORK) -> Row:
    return next(row for row in to_rows(framework, overlay) if row.key == key)


def faults(*rows: Row, overlay: Overlay = FULL) -> list[tuple[int, str]]:
    with pytest.raises(FaultyFileError) as caught:
        from_rows(FRAMEWORK, overlay, records(*rows), SHEET)
    assert {fault.file for fault in caught.value.faults} == {SHEET}
    return [(fault.line, fault.what) for fault in caught.value.faults]


def test_there_is_a_row_for_every_sentence_the_language_promises() -> None:
    rows = to_rows(FRAMEWORK, FULL)
    assert [row.key for row in rows] == [passage.key for passage in PASSAGES]
    assert rows[0] == (
        "title",
        "The title of the framework",
        "A small framework",
        "[cy] A small framework",
        "done",
    )
    part = to_rows(FRAMEWORK, replace(FULL, covers=("wi1",)))
    assert len(rows) - len(part) == 8  # wi2 and ia1, two voices, two presentations


def test_the_last_column_says_what_is_to_be_done() -> None:
    now = changed(FRAMEWORK, "I feel safe.", "I am safe.")
    texts = dict(FULL.texts)
    del texts["title"]
    given = replace(FULL, texts=texts)
    assert row(given, "title", now).status == "missing"
    assert row(given, "title", now).translation == ""
    assert row(given, "wi2.person.easy_read", now).status == "stale"
    assert row(given, "about", now).status == "done"
    waived = replace(given, waived={"title": "Mair Rees: a name"})
    assert row(waived, "title", now).status == "waived"


def test_a_sheet_that_changes_nothing_changes_nothing() -> None:
    back = from_rows(FRAMEWORK, FULL, records(*to_rows(FRAMEWORK, FULL)), SHEET)
    assert back == FULL
    assert from_rows(FRAMEWORK, FULL, records(), SHEET) == FULL


def test_a_changed_sentence_is_marked_anew_and_the_language_is_a_draft_again() -> None:
    back = from_rows(
        FRAMEWORK, FULL, records(row(FULL, "title")._replace(translation=" Fframwaith \n bach ")), SHEET
    )
    assert back.texts["title"].text == "Fframwaith bach"
    assert back.texts["title"].of == mark("A small framework")[:8]
    assert (back.status, back.reviewed_by) == ("draft", None)
    assert findings(FRAMEWORK, back) == ()


def test_a_stale_sentence_stays_stale_until_it_is_changed_or_said_to_be_done() -> None:
    now = changed(FRAMEWORK, "I feel safe.", "I am safe.")
    stale = row(FULL, "wi2.person.easy_read", now)
    (fault,) = findings(now, from_rows(now, FULL, records(stale), SHEET))
    assert (fault.file, fault.line) == (SHEET, 2)
    done = from_rows(now, FULL, records(stale._replace(status="Done")), SHEET)
    assert findings(now, done) == ()
    assert done.texts["wi2.person.easy_read"].text == "[cy] I feel safe."


def test_what_is_still_missing_may_stay_empty() -> None:
    texts = {key: entry for key, entry in FULL.texts.items() if key != "title"}
    lacking = replace(FULL, texts=texts)
    assert from_rows(FRAMEWORK, lacking, records(row(lacking, "title")), SHEET) == lacking
    filled = from_rows(FRAMEWORK, lacking, records(row(lacking, "title")._replace(translation="Bach")), SHEET)
    assert filled.texts["title"].text == "Bach"


def test_the_columns_may_stand_in_any_order_beside_others() -> None:
    given = row(FULL, "title")._replace(translation="Bach")
    rows = [
        Record(1, ("Notes", *reversed(HEADINGS))),
        Record(2, ("", *reversed(given))),
    ]
    assert from_rows(FRAMEWORK, FULL, rows, SHEET).texts["title"].text == "Bach"


def test_headings_that_are_missing_or_twice_there_are_told_at_once() -> None:
    with pytest.raises(FaultyFileError) as caught:
        from_rows(FRAMEWORK, FULL, [Record(3, ("key", "where", "key", "English", "status"))], SHEET)
    assert [(fault.line, fault.what) for fault in caught.value.faults] == [
        (3, "The heading “key” is there more than once."),
        (3, "The heading “translation” is missing."),
    ]
    with pytest.raises(FaultyFileError, match="The heading “key” is missing"):
        from_rows(FRAMEWORK, FULL, [], SHEET)


def test_every_fault_is_told_with_its_row() -> None:
    title, about = row(FULL, "title"), row(FULL, "about")
    assert faults(
        title._replace(translation=""),
        about._replace(english="Something else"),
        title,
        row(FULL, "wi1.person.standard")._replace(key="wi1.person.standrad"),
        row(FULL, "wi1.person.easy_read")._replace(status="perhaps"),
        row(FULL, "wi1.staff.easy_read")._replace(translation="=1+1"),
        row(FULL, "wi2.staff.easy_read")._replace(translation="x" * 601),
        row(FULL, "wi2.person.easy_read")._replace(translation="{who}"),
    ) == [
        (2, "“title” has no words."),
        (3, "The English of “about” is not what it is in the file now."),
        (4, "“title” is there twice; it stands in row 2 too."),
        (5, "There is no sentence “wi1.person.standrad”."),
        (6, "“perhaps” is not one of the words for the last column."),
        (7, "“wi1.staff.easy_read” looks like a formula."),
        (8, "“wi2.staff.easy_read” is longer than 600 characters."),
        (9, "“wi2.person.easy_read” does not fill in the same words as the English: {who}."),
    ]


def test_a_row_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    rows = [Record(1, tuple(HEADINGS)), Record(2, tuple(row(FULL, "title"))[:3])]
    with pytest.raises(FaultyFileError, match="line 2: “title” has no words"):
        from_rows(FRAMEWORK, FULL, rows, SHEET)
