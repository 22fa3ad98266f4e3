"""Answers as rows, with codes, labels and states: expected rows are written by hand."""

from surveys.exchange.exports.tables import codebook, long, wide
from tests.surveys.exchange.exports.gathered import gathered


def test_the_wide_form_has_a_row_for_each_person_with_codes_states_and_words() -> None:
    table = wide(gathered())
    assert table.headings[:7] == (
        *("presentation", "wi1", "wi1.state", "wi1.label", "wi2", "wi2.state", "wi2.label"),
    )
    assert len(table.headings) == 1 + 3 * 9
    assert len(table.rows) == 3
    first, second, third = table.rows
    assert [first[f"wi1{part}"] for part in ("", ".state", ".label")] == ["always", "answered", "Always"]
    assert [first[f"ia1{part}"] for part in ("", ".state", ".label")] == ["", "prefer_not", ""]
    assert [first[f"helped{part}"] for part in ("", ".label")] == ["family friends", "Family; Friends"]
    assert [first[f"first{part}"] for part in ("", ".label")] == ["pets walks", "Pets; Walks"]
    assert [first["days"], first["moved"], first["food_choice.state"]] == ["5", "2026-03", "not_answered"]
    assert [second["days"], second["days.state"], second["ia1.state"]] == ["", "does_not_apply", "not_asked"]
    assert [third["days"], third["food_taste.label"], third["presentation"]] == ["1", "Poor", "standard"]


def test_the_long_form_has_a_row_for_each_answer_and_keeps_the_order_of_a_ranking() -> None:
    rows = long(gathered()).rows
    # The first person has 9 questions, of which two have two answers: 11 rows; the second 9, the third 9.
    assert [sum(row["set"] == number for row in rows) for number in "123"] == [11, 9, 9]
    ranked = [row for row in rows if row["set"] == "1" and row["question"] == "first"]
    assert [(row["place"], row["answer"], row["label"]) for row in ranked] == [
        ("1", "pets", "Pets"),
        ("2", "walks", "Walks"),
    ]
    several = [row for row in rows if row["set"] == "1" and row["question"] == "helped"]
    assert [(row["place"], row["answer"]) for row in several] == [("", "family"), ("", "friends")]
    values = {row["question"]: row["value"] for row in rows if row["set"] == "1" and "value" in row}
    assert values["wi1"] == "3"  # the third of three
    assert values["food_taste"] == "2"
    assert values["days"] == "5"
    assert values["helped"] == ""
    (silent,) = (row for row in rows if row["set"] == "2" and row["question"] == "days")
    assert (silent["state"], silent.get("answer")) == ("does_not_apply", None)


def test_the_codebook_explains_every_code_and_names_what_was_left_out() -> None:
    rows = codebook(gathered()).rows
    always = {
        "question": "wi1", "theme": "Wellbeing and independence", "kind": "statement", "code": "always",
        "value": "3", "label": "Always",
    }  # fmt: skip
    assert any(always.items() <= row.items() for row in rows)
    taste = [row for row in rows if row.get("question") == "food_taste"]
    assert [(row["wording"], row["code"], row["value"]) for row in taste] == [
        ("How is the food? The taste", "poor", "1"),
        ("How is the food? The taste", "good", "2"),
    ]
    (days,) = (row for row in rows if row.get("question") == "days")
    assert days["label"] == "A whole number from 1 to 7"
    states = [row["code"] for row in rows if row["kind"] == "state"]
    assert states == ["answered", "not_answered", "prefer_not", "does_not_apply", "not_asked"]
    left_out = [row["question"] for row in rows if row["kind"] == "left out"]
    assert left_out == ["length", "money", "why", "more"]
