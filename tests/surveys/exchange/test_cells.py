"""Cells, voices and presentations: what is understood, and what is refused with the reason."""

import pytest

from surveys.exchange import rows
from surveys.exchange.mapping import WideMapping
from surveys.exchange.wide import read_wide
from surveys.framework import Presentation, Voice
from tests.surveys.exchange.example import (
    EDITION,
    FRAMEWORK,
    STAFF_WI1,
    WI1,
    answers,
    faults,
    read,
    without_staff,
)


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("always", "always"),
        ("Yes.", "always"),
        ("ALWAYS\u00a0", "always"),
        ("3", "always"),
        ("3.0", "always"),
        ('"3,00"', "always"),
        ("A3", "always"),
        ("３", "always"),
        ("a03", "always"),
        ("Does not apply", "does_not_apply"),
        ("N/A", "does_not_apply"),
        ("Not applicable", "does_not_apply"),
        ("I don’t know", "prefer_not"),
        ("don't know", "prefer_not"),
        ("prefer not to say", "prefer_not"),
    ],
)
def test_a_cell_is_understood(cell: str, answer: str) -> None:
    assert answers(f"wi1,wi2\n{cell},1\n") == [{"wi1": answer, "wi2": "never"}]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("4", "“4” is not a whole number from 1 to 3."),
        ("0", "“0” is not a whole number from 1 to 3."),
        ("2.5", "“2.5” is not a whole number from 1 to 3."),
        ("A4", "“A4” is not one of the answers."),
        ("Agree", "“Agree” is not one of the answers."),
        ("=1+1", "“=1+1” looks like a formula, and a formula is not an answer."),
        ("@cmd", "“@cmd” looks like a formula, and a formula is not an answer."),
        ("-cmd", "“-cmd” looks like a formula, and a formula is not an answer."),
        ("-oth-", "“-oth-” means that the person wrote an answer of their own."),
        ("x" * 70, f"“{'x' * 60}…” is not one of the answers."),
    ],
)
def test_a_cell_that_is_not_an_answer_is_refused_with_the_reason(cell: str, reason: str) -> None:
    assert faults(f"wi1,wi2\n1,1\n1,{cell}\n") == [f"3: Column “wi2”: {reason}"]


def test_every_faulty_cell_of_every_row_is_told() -> None:
    assert faults("wi1,wi2\n9,8\n1,1\n2,7\n") == [
        "2: Column “wi1”: “9” is not a whole number from 1 to 3.",
        "2: Column “wi2”: “8” is not a whole number from 1 to 3.",
        "4: Column “wi2”: “7” is not a whole number from 1 to 3.",
    ]


def test_faults_without_end_are_cut_off_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_FAULTS", 2)
    told = faults("wi1\n7\n8\n9\n")
    assert [line.split(":")[0] for line in told] == ["0", "2", "3"]
    assert told[0] == "0: There are more faults than these 10,000."


def test_a_word_that_two_options_share_is_refused_unless_the_mapping_decides() -> None:
    options = tuple(
        option.model_copy(update={"words": {"standard": {"en": "Yes" if option.value > 1 else "No"}}})
        for option in FRAMEWORK.scale.options
    )
    scale = FRAMEWORK.scale.model_copy(update={"options": options})
    edition = EDITION.model_copy(update={"scale": scale})
    assert faults("wi1\nyes\n", edition=edition) == [
        "2: Column “wi1”: “yes” could mean two different answers."
    ]
    file = read_wide(b"wi1\nyes\n", edition, Voice.PERSON, WideMapping(answers={"yes": "always"}))
    assert dict(file.rows[0].answers) == {"wi1": "always"}


def test_a_cell_out_of_all_measure_is_refused() -> None:
    assert faults(f"wi1,ID\n1,{'x' * 5001}\n") == [
        f"2: Cell 2 of this row is longer than 5,000 characters: “{'x' * 60}…”."
    ]


def test_a_cell_under_no_heading_is_refused() -> None:
    assert faults("wi1,\n1,2\n1,,3\n") == [
        "2: Cell 2 of this row has no heading: “2”.",
        "3: Cell 3 of this row has no heading: “3”.",
    ]


def test_a_column_tells_the_voice_of_each_row() -> None:
    file = read("I am…,wi1\nstaff,1\nSupport worker,2\nPerson,3\n,\n")
    assert [row.voice for row in file.rows] == [Voice.STAFF, Voice.STAFF, Voice.PERSON]


def test_a_voice_that_cannot_be_told_is_refused_unless_the_row_is_empty() -> None:
    assert faults("ID,role,wi1\n1,carer,1\n2,,1\n3,manager,1\n4,,\n") == [
        "2: Column “role”: “carer” is not a voice that we know.",
        "3: Column “role” is empty, so we cannot tell who answered.",
        "4: Column “role”: this survey does not ask “leader”.",
    ]


def test_wordings_of_two_voices_in_one_file_tell_the_voice_of_each_row() -> None:
    file = read(f"{WI1},{STAFF_WI1}\nAlways,\n,Never\n")
    assert [(row.voice, dict(row.answers)) for row in file.rows] == [
        (Voice.PERSON, {"wi1": "always"}),
        (Voice.STAFF, {"wi1": "never"}),
    ]


def test_a_row_that_answers_for_two_voices_is_refused() -> None:
    assert faults(f"{WI1},{STAFF_WI1}\nAlways,Never\n") == [
        "2: Questions worded for different voices are answered in this row."
    ]


def test_a_row_that_could_be_from_two_voices_is_refused() -> None:
    edition = EDITION.model_copy(update={"voices": (Voice.STAFF, Voice.LEADER)})
    assert faults(f"ia1,{WI1},{STAFF_WI1}\nAlways,,\n", edition=edition) == [
        "2: This row could be from leader or staff."
    ]


def test_an_answer_in_the_wording_of_another_voice_is_refused() -> None:
    assert faults(f"voice,{STAFF_WI1}\nperson,Always\n") == [
        f"2: Column “{STAFF_WI1}” is not worded for “person”, whose row this is."
    ]


def test_an_answer_to_a_statement_that_the_voice_is_not_asked_is_refused() -> None:
    edition = without_staff("wi2")
    assert faults("voice,wi1,wi2\nstaff,1,2\nstaff,1,not asked\n", edition=edition) == [
        "2: Column “wi2”: wi2 is not asked of “staff”."
    ]


def test_a_file_worded_for_one_voice_is_not_read_as_another() -> None:
    assert faults(f"{STAFF_WI1}\nAlways\n") == [
        "1: The questions are worded for staff, but the file is read as answers of “person”."
    ]
    assert read(f"{STAFF_WI1}\nAlways\n", voice=Voice.STAFF).rows[0].voice is Voice.STAFF
    mixed = f"{WI1},{STAFF_WI1}\n,Always\n"
    assert faults(mixed, WideMapping(voice=Voice.STAFF)) == [
        "1: The questions are worded for several voices, but the file is read as answers of “staff”."
    ]


def test_a_voice_that_the_survey_does_not_ask_is_refused() -> None:
    assert faults("wi1\n1\n", WideMapping(voice=Voice.LEADER)) == [
        "1: The file is read as answers of “leader”, whom this survey does not ask."
    ]


def test_a_column_tells_the_presentation() -> None:
    file = read("presentation,wi1\neasy_read,1\n,1\nStandard,1\n")
    assert [row.presentation for row in file.rows] == [
        Presentation.EASY_READ,
        Presentation.STANDARD,
        Presentation.STANDARD,
    ]
    assert faults("presentation,wi1\nbraille,1\n") == ["2: “braille” is not a presentation of this survey."]
