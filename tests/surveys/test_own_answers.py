"""Own answers are kept as one list, free text apart; a byte row knows what the path left out."""

import json
from pathlib import Path

import pytest

from surveys.answers import UnknownAnswerError, pack
from surveys.edition import publish
from surveys.framework import Voice
from surveys.load import load_framework, load_survey
from surveys.own.meant import Answer
from surveys.own_answers import pack_own, unpack_own, written

HERE = Path(__file__).parent
EDITION = publish(
    load_framework(HERE / "good" / "frameworks" / "small.yaml"), load_survey(HERE / "good" / "arrivals.yaml")
)
ANSWERS: dict[str, Answer] = {
    "length": "years",
    "wi1": "never",
    "money": "no",
    "why": "A bank card",
    "helped": ["friends", "family"],
    "days": 5,
    "moved": "2026-03",
    "food_taste": "good",
    "food_choice": "prefer_not",
    "first": ["pets", "walks"],
    "more": "",
}


def test_own_answers_are_kept_in_order_and_come_back() -> None:
    row = pack_own(EDITION, Voice.PERSON, ANSWERS)
    assert json.loads(row) == [
        *("years", "no", "written", ["family", "friends"], 5, "2026-03", "good", "prefer_not"),
        *(["pets", "walks"], "not_answered"),
    ]
    back = unpack_own(EDITION, row)
    assert (back["days"], back["first"], back["more"]) == (5, ["pets", "walks"], "not_answered")
    nothing = unpack_own(EDITION, pack_own(EDITION, Voice.PERSON, {}))
    assert (nothing["days"], nothing["money"]) == ("not_answered", "not_asked")


def test_what_is_off_the_path_was_not_asked() -> None:
    away = ANSWERS | {"wi1": "always", "days": 1, "helped": "does_not_apply"}
    row = unpack_own(EDITION, pack_own(EDITION, Voice.PERSON, away))
    assert (row["money"], row["why"], row["food_taste"]) == ("not_asked",) * 3
    assert row["helped"] == "does_not_apply"
    assert list(written(EDITION, Voice.PERSON, away)) == []


def test_free_text_stands_apart() -> None:
    said = list(written(EDITION, Voice.PERSON, ANSWERS | {"more": "Thank you"}))
    assert said == [("why", "A bank card"), ("more", "Thank you")]
    assert "bank" not in pack_own(EDITION, Voice.PERSON, ANSWERS)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("length", "centuries"),
        ("length", 3),
        ("money", "not_asked"),
        ("helped", ["family", "nobody"]),
        ("helped", 5),
        ("days", 8),
        ("days", "5"),
        ("days", True),
        ("moved", "2026-13"),
        ("moved", "２０２６-01"),
        ("food_taste", "fine"),
        ("first", ["walks", "music", "pets"]),
        ("first", []),
        ("more", "x" * 201),
        ("more", " "),
    ],
)
def test_an_own_answer_that_is_not_on_offer_is_refused(code: str, answer: Answer) -> None:
    with pytest.raises(UnknownAnswerError, match=f"is not an answer to {code}"):
        pack_own(EDITION, Voice.PERSON, ANSWERS | {code: answer})


def test_a_byte_row_keeps_statements_only_and_knows_what_was_not_asked() -> None:
    # wi1 “never” is 1, wi2 was passed over; “ia1” is on the path since something stands first.
    assert pack(EDITION, Voice.PERSON, ANSWERS | {"ia1": "always"}) == bytes([1, 0, 3])
    parked = {"wi1": "never", "ia1": "always"}
    assert pack(EDITION, Voice.PERSON, parked) == bytes([1, 0, 255])


@pytest.mark.parametrize("answer", [["always"], 3, "often"])
def test_a_statement_takes_an_option_only(answer: Answer) -> None:
    with pytest.raises(UnknownAnswerError):
        pack(EDITION, Voice.PERSON, {"wi1": answer})
