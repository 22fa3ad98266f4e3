"""Somebody else’s condition is true here exactly where it is true there, or is refused by name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.exchange.xlsforms.grasping import grasped
from surveys.logic.reading import read
from surveys.logic.tree import LogicError
from surveys.logic.truth import holds
from tests.surveys.exchange.xlsforms.test_saying import ANSWERS, FIELDS, here
from tests.surveys.exchange.xlsforms.xpath_engine import holds_there

KEPT = [
    "${c} = 'o1'",
    "${c} != 'o1'",
    "not(${c} = 'o1')",
    "not(${c} != 'o1')",
    "selected(${m}, 'o1')",
    "not(selected(${m}, 'o1'))",
    "selected(${c}, 'o2') or selected(${t}, 'o0')",
    "${n} >= 3 and ${n} < 7",
    "not(${n} >= 3)",
    "5 > ${n}",
    "${n} != 3",
    "${n} < ${k}",
    "not(${n} < ${k})",
    "${c} = '' or ${x} != ''",
    "string-length(${x}) > 0",
    "count-selected(${m}) >= 2",
    "count-selected(${m}) = 0",
    "count-selected(${m}) != 1",
    "not(count-selected(${m}) <= 1)",
    "${d} >= date('2026-01-01')",
    "not(${d} < date('2025-12-01'))",
    "(${c} = 'o0' and not(${y} = 'no' or ${n} = 3)) or ${t} = 'o2'",
    "not(not(${c} = 'o0') and ${n} > 3)",
]


@settings(deadline=None, max_examples=600)
@given(st.sampled_from(KEPT), ANSWERS)
def test_what_comes_in_is_true_where_theirs_is(expression: str, answers: dict[str, str]) -> None:
    condition = read(grasped(expression, FIELDS))
    assert (holds(condition, here(answers)) is True) is holds_there(expression, answers)


@pytest.mark.parametrize(
    ("expression", "named"),
    [
        ("${gone} = 'x'", "“gone”"),
        ("${c} = 'o9'", "“o9”"),
        ("regex(${x}, '^[a-z]+$')", "“regex(…)”"),
        ("${n} + 1 > 3", "“+”"),
        ("${n} div 2 > 3", "“div”"),
        ("../c = 'o1'", "path"),
        ("/data/c = 'o1'", "path"),
        ("today() > ${d}", "“today(…)”"),
        ("if(${c} = 'o1', true(), false())", "“if(…)”"),
        ("true()", "“true(…)”"),
        ("${x} = 'words'", "free text"),
        ("${n} > 2.5", "“2.5”"),
        ("${m} = 'o1'", "several answers"),
        ("${c} > 1", "no order"),
        ("${d} > date('2026-01-15')", "month"),
        ("coalesce(${c}, 'x') = 'x'", "“coalesce(…)”"),
        ("jr:choice-name(${c}, '${c}') = 'x'", "“jr:choice-name(…)”"),
        ("${c} = 'o1", "cannot be read"),
        ("(" * 60 + "${c} = 'o1'" + ")" * 60, "too deep"),
        ("${c} = 'o1' or " * 200 + "${c} = 'o1'", "longer than 500"),
        ("selected(${c}, ${y})", "“selected(…)”"),
        ("__import__('os')", "“__import__(…)”"),
        ("''", "bare value"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_name(expression: str, named: str) -> None:
    with pytest.raises(LogicError) as refused:
        grasped(expression, FIELDS)
    assert named in str(refused.value)
