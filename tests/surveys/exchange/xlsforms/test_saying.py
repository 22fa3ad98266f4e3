"""A condition that goes out is true in a form where it is true here, by another program’s reckoning."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveys.exchange.xlsforms.fields import Field, Sort, all_fields
from surveys.exchange.xlsforms.saying import said
from surveys.load import load_survey
from surveys.logic.reading import read
from surveys.logic.truth import Value, holds
from surveys.logic.writing import written
from surveys.own.question import Kind
from tests.surveys.exchange.xlsforms.sound_surveys import SMALL, conditions
from tests.surveys.exchange.xlsforms.xpath_engine import holds_there

CHOICES = {"o0": "o0", "o1": "o1", "o2": "o2"}
FIELDS = {
    "s": Field("s", "s", Sort.SCALE, CHOICES, states=True),
    "t": Field("t", "t", Sort.SCALE, CHOICES),
    "c": Field("c", "c", Sort.CODE, CHOICES),
    "y": Field("y", "y", Sort.CODE, {"yes": "yes", "no": "no", "unsure": "unsure"}),
    "m": Field("m", "m", Sort.SEVERAL, CHOICES),
    "r": Field("r", "r", Sort.RANKED, CHOICES, top=2),
    "n": Field("n", "n", Sort.NUMBER),
    "k": Field("k", "k", Sort.NUMBER),
    "d": Field("d", "d", Sort.MONTH),
    "x": Field("x", "x", Sort.TEXT),
    "voice": Field("voice", "voice", Sort.CODE, {"person": "person", "staff": "staff"}, always=True),
    "presentation": Field(
        "presentation",
        "presentation",
        Sort.CODE,
        {"standard": "standard", "easy_read": "easy_read"},
        always=True,
    ),
}
KINDS = {
    "s": Kind.SCALE,
    "t": Kind.SCALE,
    "c": Kind.ONE_CHOICE,
    "y": Kind.YES_NO_UNSURE,
    "m": Kind.SEVERAL_CHOICES,
    "r": Kind.RANK_TOP,
    "n": Kind.NUMBER,
    "k": Kind.NUMBER,
    "d": Kind.MONTH,
    "x": Kind.SHORT_TEXT,
}
ONE = st.sampled_from(["", "o0", "o1", "o2"])
# As a form holds them.
ANSWERS = st.fixed_dictionaries(
    {
        "s": st.sampled_from(["", "o0", "o1", "o2", "prefer_not", "does_not_apply"]),
        "t": ONE,
        "c": ONE,
        "y": st.sampled_from(["", "yes", "no", "unsure"]),
        "m": st.sampled_from(["", "o0", "o1", "o2", "o0 o1", "o0 o1 o2"]),
        "r": st.sampled_from(["", "o0 o1 o2", "o2 o1 o0", "o2 o0 o1"]),
        "n": st.sampled_from(["", "0", "3", "5", "7"]),
        "k": st.sampled_from(["", "0", "3", "5", "7"]),
        "d": st.sampled_from(["", "2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01"]),
        "x": st.sampled_from(["", "words"]),
        "voice": st.sampled_from(["person", "staff"]),
        "presentation": st.sampled_from(["standard", "easy_read"]),
    }
)


def here(answers: Mapping[str, str]) -> dict[str, Value]:
    """The same answers as we hold them, worked out by hand."""
    found: dict[str, Value] = {}
    for code, answer in answers.items():
        if not answer or answer in {"prefer_not", "does_not_apply"}:
            continue
        if code in {"s", "t"}:
            found[code] = {"o0": 1, "o1": 2, "o2": 3}[answer]
        elif code == "m":
            found[code] = frozenset(answer.split())
        elif code == "r":
            found[code] = frozenset(answer.split()[:2])
        elif code in {"n", "k"}:
            found[code] = int(answer)
        else:
            found[code] = answer[:7] if code == "d" else answer
    return found


@settings(deadline=None, max_examples=400, suppress_health_check=list(HealthCheck))
@given(conditions([{"code": code, "kind": kind} for code, kind in KINDS.items()]), ANSWERS)
def test_what_goes_out_is_true_where_ours_is(text: str, answers: dict[str, str]) -> None:
    condition = read(text)
    assert holds_there(said(condition, FIELDS), answers) is (holds(condition, here(answers)) is True)
    assert read(written(condition)) == condition


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("s <= 2", "(${s} = 'o0' or ${s} = 'o1')"),
        ("not (s <= 2)", "${s} = 'o2'"),
        ('"o1" in m', "selected(${m}, 'o1')"),
        ('not ("o1" in m)', "(${m} != '' and not(selected(${m}, 'o1')))"),
        ("n >= 5", "(${n} != '' and ${n} >= 5)"),
        ('d <= "2025-12"', "${d} < date('2026-01-01')"),
        ("answered(x)", "${x} != ''"),
        ('voice == "staff"', "${voice} = 'staff'"),
    ],
)
def test_a_condition_is_said_as_people_write_it(text: str, expression: str) -> None:
    assert said(read(text), FIELDS) == expression


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(
        [
            "n < k",
            "n == k",
            "not (n != k)",
            "s > t",
            "s == t",
            "n >= s",
            "count(s >= 2, n > 3, answered(m)) >= 2",
            "count(s >= 2, n > 3) == 1",
            "count(s >= 2, n > 3) != k",
            "count(s >= 2, n > 3) < t",
            "count(n > 3, s == 1) <= count(answered(x), k > 3)",
            "2 <= count(s, t, c)",
            "answered(s)",
            "not answered(s)",
        ]
    ),
    ANSWERS,
)
def test_two_answers_and_counts_are_held_against_each_other_alike(text: str, answers: dict[str, str]) -> None:
    condition = read(text)
    assert holds_there(said(condition, FIELDS), answers) is (holds(condition, here(answers)) is True)


def test_our_own_survey_has_a_field_for_everything_that_is_asked() -> None:
    survey = load_survey(Path(__file__).parents[2] / "good" / "arrivals.yaml")
    codes = [*("wi1", "wi2", "ia1", "length", "money", "why", "helped", "days", "moved"), "first", "more"]
    names = {code: code for code in (*codes, "food_taste", "food_choice")}
    assert set(all_fields(survey, SMALL, names)) == {*names, "voice", "presentation"}
