"""A form that is a trap, damaged or strange is refused by name, or its words are kept as text."""

import io
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from surveys.exchange.xlsforms.coming_in import Incoming, from_form
from surveys.faults import FaultyFileError
from surveys.files.shape import shaped
from surveys.files.source import parse_source
from surveys.files.writing import survey_text
from surveys.survey import WrittenSurvey
from tests.surveys.exchange.xlsforms.markdown_forms import book
from tests.surveys.exchange.xlsforms.sound_surveys import SMALL

HEAD = ["type", "name", "label"]
FORM = book({"survey": [HEAD, ["text", "why", "Why?"]]})


def come_in(data: bytes) -> Incoming:
    return from_form(data, "form.xlsx", find=lambda _: SMALL)


def refusal(data: bytes) -> str:
    with pytest.raises(FaultyFileError) as refused:
        come_in(data)
    return str(refused.value)


def with_part(data: bytes, name: str, change: tuple[bytes, bytes]) -> bytes:
    """The workbook with one part of it changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            part = old.read(one)
            new.writestr(one, part.replace(*change) if one == name else part)
    return stream.getvalue()


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("xl/workbook.xml", b" " * 120_000_000)
    return stream.getvalue()


def changed(form: bytes) -> Workbook:
    return load_workbook(io.BytesIO(form))


def saved(workbook: Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"type,name,label\ntext,a,A?\n", "not an Excel workbook"),
        (b"", "not an Excel workbook"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Excel workbook"),
        (b"PK\x03\x04" + b"\0" * 100, "damaged"),
        (b"PK" + b"\0" * 10_000_001, "larger than 10 MB"),
        (bomb(), "larger than 100 MB"),
        (
            with_part(
                FORM, "xl/workbook.xml", (b"<workbook ", b'<!DOCTYPE x [<!ENTITY a SYSTEM "b">]><workbook ')
            ),
            "form.xlsx",
        ),
        (book({"settings": [["form_title"], ["A"]]}), "no sheet “survey”"),
        (book({"survey": []}), "nothing to ask"),
        (book({"survey": [["label"], ["Why?"]]}), "nothing to ask"),
        (book({"survey": [[*HEAD, "Label"], ["text", "a", "A?", "B?"]]}), "“Label” is there twice"),
        (book({"survey": [HEAD, ["geopoint", "where", "Where?"]]}), "Nothing in the form can be asked"),
    ],
)
def test_a_file_that_is_no_form_is_refused_by_name(data: bytes, named: str) -> None:
    told = refusal(data)
    assert named in told
    assert "Traceback" not in told


def test_what_was_left_out_is_said_where_nothing_is_left() -> None:
    assert "sheet “survey”, row 2: A place could point at a person" in refusal(
        book({"survey": [HEAD, ["geopoint", "where", "Where?"]]})
    )


HOSTILE = [
    *("=HYPERLINK(1)", "+1", "@SUM(A1)", "<script>alert(1)</script>", "{{ 7*7 }}", "\u202etxt.exe", "\u200f"),
    *(
        "'; DROP TABLE sheets; --",
        "${",
        "${why",
        "%s%n",
        "a: b",
        "- a",
        "&amp;",
        "_x000D_",
        "{organisation.__class__}",
    ),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_kept_as_text_in_every_place(text: str) -> None:
    came = come_in(
        book(
            {
                "survey": [[*HEAD, "hint"], ["select_one l", "why", text, text], ["text", "b", "B?", ""]],
                "choices": [["list_name", "name", "label"], ["l", "x", text], ["l", "y", "Y"]],
                "settings": [["form_title"], [text]],
            }
        )
    )
    question = came.survey.questions[0]
    assert question.wordings["person"]["standard"]["en"] == text  # type: ignore[index]
    assert question.hint == {"standard": {"en": text}}
    assert question.options[0].words == {"standard": {"en": text}}
    assert came.survey.title == {"en": text}
    again = shaped(WrittenSurvey, parse_source(survey_text(came.survey).encode(), "a.yaml"))
    assert again.questions == came.survey.questions


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_in_names_types_and_conditions_harm_nothing(text: str) -> None:
    sheets = {
        "survey": [
            [*HEAD, "relevant", "constraint", "appearance", text or "x"],
            [text, "a", "A?", "", "", "", text],
            ["text", text, "B?", text, text, text, ""],
            ["text", "c", "C?", "", "", "", ""],
            [f"select_one {text}", "d", "D?", "", "", "", ""],
        ],
        "choices": [["list_name", "name", "label"], [text, text, "X"], [text, "y", "Y"]],
        "settings": [["form_title", "form_id", "default_language"], ["A", text, text]],
    }
    codes = [one.code for one in come_in(book(sheets)).survey.questions]
    assert "c" in codes
    assert all(code.isascii() and code.islower() for code in codes)


def test_signs_that_are_no_text_are_taken_out_and_said() -> None:
    form = book({"survey": [HEAD, ["text", "why", "WhyNUL now?"]]})
    came = come_in(with_part(form, "xl/sharedStrings.xml", (b"NUL", b"_x0000_")))
    assert came.survey.questions[0].wordings["person"]["standard"]["en"] == "Why now?"  # type: ignore[index]
    assert any("signs that are not text" in note.what for note in came.notes)


def test_numbers_that_a_spreadsheet_holds_as_fractions_are_the_names_they_look_like() -> None:
    came = come_in(
        book(
            {
                "survey": [
                    [*HEAD, "relevant"],
                    ["select_one l", "a", "A?", ""],
                    ["text", "b", "B?", "${a} = 2"],
                ],
                "choices": [["list_name", "name", "label"], ["l", 1.0, "One"], ["l", 2.0, "Two"]],
            }
        )
    )
    assert came.survey.questions[1].show_if == 'a == "c2"'


def test_merged_cells_count_for_their_first_row_and_the_others_are_named() -> None:
    workbook = changed(
        book(
            {
                "survey": [HEAD, ["select_one l", "a", "A?"], ["text", "b", "B?"]],
                "choices": [
                    ["list_name", "name", "label"],
                    ["l", "x", "X"],
                    ["l", "y", "Y"],
                    ["l", "z", "Z"],
                ],
            }
        )
    )
    workbook["choices"].merge_cells("A3:A4")
    came = come_in(saved(workbook))
    assert [one.code for one in came.survey.questions[0].options] == ["x", "y"]
    assert [(note.sheet, note.row) for note in came.notes if "merged" in note.fix] == [("choices", 4)]


def test_a_hidden_sheet_is_read_like_any_other_and_one_that_is_unknown_is_not() -> None:
    workbook = changed(book({"notes": [["x"], ["y"]], "survey": [HEAD, ["text", "b", "B?"]]}))
    workbook["survey"].sheet_state = "hidden"
    assert [one.code for one in come_in(saved(workbook)).survey.questions] == ["b"]
