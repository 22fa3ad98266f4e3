"""Wide CSV exports of several programs, read whole, and no bytes that break the reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.answers import pack
from surveys.edition import publish
from surveys.exchange.mapping import WideMapping
from surveys.exchange.wide import read_wide
from surveys.faults import FaultyFileError
from surveys.framework import Voice
from tests.surveys.exchange.example import EDITION, FRAMEWORK, SURVEY, WI1, WI2, answers, read


def test_a_plain_file_of_codes_and_numbers_is_read() -> None:
    file = read("WI1,wi2,ia1\n3,1,\n2.0,,4\n".replace(",4", ",3"))
    assert [row.line for row in file.rows] == [2, 3]
    assert [dict(row.answers) for row in file.rows] == [
        {"wi1": "always", "wi2": "never"},
        {"wi1": "sometimes", "ia1": "always"},
    ]
    assert file.matched == (("WI1", "wi1"), ("wi2", "wi2"), ("ia1", "ia1"))
    assert (file.left_out, file.missing, file.empty_rows) == ((), (), 0)


def test_rows_can_be_packed_as_they_are() -> None:
    (row,) = read("wi1,ia1\nPrefer not to say,Always\n").rows
    # 253 is prefer not, 0 not answered, 3 the value of always.
    assert pack(EDITION, row.voice, row.answers) == bytes([253, 0, 3])


def test_microsoft_forms_is_read_and_what_points_at_a_person_is_left_out() -> None:
    file = read(
        "\ufeffID,Start time,Completion time,Email,Name,I\u00a0am treated with respect.,"
        "“I feel safe, day and night”\r\n".replace("“", '"').replace("”", '"')
        + "1,11/3/26 9:12,11/3/26 9:15,anonymous,,Always ,some\u00a0 days;\r\n"
    )
    assert [dict(row.answers) for row in file.rows] == [{"wi1": "always", "wi2": "sometimes"}]
    assert file.left_out == ("ID", "Start time", "Completion time", "Email", "Name")
    assert file.missing == ("ia1",)


def test_survey_monkey_with_its_two_rows_of_headings_is_read() -> None:
    file = read(
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,"
        f'Custom Data 1,{WI1},"{WI2}",Comment: Information and advice\n'
        ",,,,,,,,,Response,Response,Open-Ended Response\n"
        "114,42,11/3/2026,11/3/2026,10.0.0.1,,,,,Sometimes,Never,More large print\n"
    )
    (row,) = file.rows
    assert (row.line, dict(row.answers)) == (3, {"wi1": "sometimes", "wi2": "never"})
    assert row.comments == (("ia", "More large print"),)
    assert len(file.left_out) == 9


def test_survey_monkeys_grid_has_its_questions_in_the_second_row() -> None:
    text = f'Respondent ID,How often is this so?,,\n,{WI1},"{WI2}"\n114,Always,Never\n'
    assert answers(text) == [{"wi1": "always", "wi2": "never"}]


@pytest.mark.parametrize(
    "heading",
    ["wi1", "wi1. I am treated with respect.", "G01Q01[wi1]", "How often? [I am treated with respect.]"],
)
def test_lime_survey_headings_and_answers_are_read(heading: str) -> None:
    text = (
        "Response ID;Date submitted;Last page;Start language;Seed;" + heading + ";wi2[comment]\n"
        "7;1980-01-01;3;en;1843;A3;More lights\n8;;1;en;77;AO01;\n9;;1;en;78;;\n"
    )
    file = read(text)
    assert [dict(row.answers) for row in file.rows] == [{"wi1": "always"}, {"wi1": "never"}]
    assert file.rows[0].comments == (("wi", "More lights"),)
    assert file.empty_rows == 1


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_sign_between_cells_is_found_even_with_commas_in_the_headings(sign: str) -> None:
    assert answers(f'"{WI2}"{sign}ia1\nNever{sign}Always\n') == [{"wi2": "never", "ia1": "always"}]


def test_semicolons_are_found_though_the_headings_hold_more_commas() -> None:
    assert answers(
        f"{WI2};ID, given, by, us\nNever;7\n", WideMapping(leave_out=frozenset({"id, given, by, us"}))
    ) == [{"wi2": "never"}]


def test_the_column_that_tells_the_voice_helps_to_find_the_sign() -> None:
    mapping = WideMapping(voice_column="are you, say, staff", voices={"yes": Voice.PERSON})
    assert read(f"{WI2};Are you, say, staff\nNever;yes\n", mapping, Voice.STAFF).rows[0].voice is Voice.PERSON


def test_excels_line_that_tells_the_sign_is_obeyed() -> None:
    (row,) = read("sep=|\nwi1|wi2\n1|2\n").rows
    assert (row.line, dict(row.answers)) == (3, {"wi1": "never", "wi2": "sometimes"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "big-endian"])
def test_text_in_utf_8_and_in_marked_utf_16_is_read(encoding: str) -> None:
    text = "wi1,comment wi\n3,Café ☕\n"
    data = b"\xfe\xff" + text.encode("utf-16-be") if encoding == "big-endian" else text.encode(encoding)
    file = read_wide(data, EDITION, Voice.PERSON)
    assert file.rows[0].comments == (("wi", "Café ☕"),)


def test_lines_are_those_of_the_file_when_a_cell_holds_line_breaks() -> None:
    file = read('wi1,comment ia\r\n1,"one\r\ntwo"\r\n\r\n2,\r\n')
    assert [row.line for row in file.rows] == [2, 5]
    assert file.rows[0].comments == (("ia", "one\ntwo"),)


@pytest.mark.parametrize(
    "heading", ["1. I am treated with respect", "Q1: I AM TREATED WITH RESPECT.", "People are kind to me"]
)
def test_a_wording_is_known_whatever_its_number_case_or_presentation(heading: str) -> None:
    assert answers(f"{heading}\nYes\n") == [{"wi1": "always"}]


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("comment wi", "wi"),
        ("Comment: Wellbeing and independence", "wi"),
        ("Comments on living well", "wi"),
        ("wi_comment", "wi"),
        ("ia1_comment", "ia"),
        ("Facts - comments", "ia"),
    ],
)
def test_comments_are_kept_by_theme(heading: str, theme: str) -> None:
    assert read(f"wi1,{heading}\n1, =well \n").rows[0].comments == ((theme, "=well"),)


def test_a_row_with_only_a_comment_is_kept() -> None:
    file = read("wi1,comment wi\n,My words\n")
    assert [(dict(row.answers), row.comments) for row in file.rows] == [({}, (("wi", "My words"),))]


def test_comments_are_left_out_where_the_survey_takes_none() -> None:
    edition = publish(FRAMEWORK, SURVEY.model_copy(update={"comments": False}))
    file = read_wide(b"wi1,comment wi\n1,words\n", edition, Voice.PERSON)
    assert (file.rows[0].comments, file.left_out) == ((), ("comment wi",))


def test_blank_rows_are_passed_over_and_rows_without_answers_counted() -> None:
    file = read("ID,wi1\n,\n1,\n2,not answered\n3,1\n")
    assert ([row.line for row in file.rows], file.empty_rows) == ([5], 2)


def test_a_file_of_headings_alone_has_no_rows() -> None:
    assert read("wi1,wi2").rows == ()


def test_blank_columns_and_short_rows_are_passed_over() -> None:
    assert answers("wi1,,wi2\n1\n2,,3,,\n") == [{"wi1": "never"}, {"wi1": "sometimes", "wi2": "always"}]


TEXTS = st.text(alphabet='wi12a,;\t\n\r" =-@éAlways voice[]_.’\ufeff\0', max_size=80)


@given(
    st.binary(max_size=200) | TEXTS.map(str.encode) | TEXTS.map(lambda text: b"voice,wi1\n" + text.encode())
)
def test_no_bytes_at_all_raise_anything_but_a_refusal(data: bytes) -> None:
    try:
        file = read_wide(data, EDITION, Voice.PERSON)
    except FaultyFileError:
        return
    for row in file.rows:
        pack(EDITION, row.voice, row.answers)
