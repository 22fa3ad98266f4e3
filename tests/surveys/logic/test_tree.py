"""The tree takes only what fits, and its JSON is read with the same care as text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.reading import read
from surveys.logic.tree import OPERATORS, Answered, LogicError, from_json, names, operation, to_json


def test_there_are_twelve_operators() -> None:
    assert len(OPERATORS) == 12


def test_the_json_of_a_condition_is_plain() -> None:
    text = 'wi1 <= 2 and not any_of(money, ["yes"]) or count(a, b) >= 1'
    # By hand: “and” binds before “or”.
    assert to_json(read(text)) == {
        "or": [
            {
                "and": [
                    {"<=": [{"name": "wi1"}, 2]},
                    {"not": [{"any-in": [{"name": "money"}, ["yes"]]}]},
                ]
            },
            {">=": [{"count": [{"answered": "a"}, {"answered": "b"}]}, 1]},
        ]
    }


def test_a_condition_tells_every_name_it_asks_about() -> None:
    assert names(read('wi1 <= 2 and (answered(b) or count(c, d == 1) > voice or "x" in e)')) == {
        *("wi1", "b", "c", "d", "e", "voice")
    }


@pytest.mark.parametrize(
    "data",
    [
        None,
        2,
        "wi1",
        [],
        {},
        {"name": "wi1"},
        {"name": "wi1", "x": 1},
        {"answered": "WI1"},
        {"answered": 3},
        {"loop": []},
        {"not": "wi1"},
        {"not": [{"name": "wi1"}]},
        {"not": [{"answered": "a"}, {"answered": "b"}]},
        {"and": [{"answered": "a"}]},
        {"and": [{"answered": "a"}, 1]},
        {"==": [{"name": "a"}]},
        {"==": [{"name": "a"}, True]},
        {"==": [{"name": "a"}, 1.5]},
        {"==": [{"name": "a"}, None]},
        {"==": [{"name": "a"}, [1]]},
        {"==": [1, 1]},
        {"in": [1, [1]]},
        {"in": [{"name": "a"}, 1]},
        {"in": [{"name": "a"}, [[1]]]},
        {"in": [{"name": "a"}, list(range(101))]},
        {"any-in": [{"name": "a"}, {"name": "b"}]},
        {"count": [{"answered": "a"}]},
        {">": [{"count": [1]}, 1]},
        {">": [{"count": []}, 1]},
    ],
)
def test_json_that_is_no_condition_is_refused(data: object) -> None:
    with pytest.raises(LogicError):
        from_json(data)


def test_json_that_is_too_deep_or_too_wide_is_refused() -> None:
    deep: object = {"answered": "a"}
    for _ in range(5_000):
        deep = {"not": [deep]}
    with pytest.raises(LogicError, match="too long or too deep"):
        from_json(deep)
    with pytest.raises(LogicError, match="too long or too deep"):
        from_json({"and": [{"or": [{"answered": "a"}] * 60}] * 2})


def test_an_operator_of_another_language_does_not_fit() -> None:
    with pytest.raises(LogicError, match="The two sides"):
        operation("xor", Answered("a"), Answered("b"))


JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.just({"name": "a"}),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*OPERATORS, "count", "answered", "name", "x"]), inner, max_size=2)
    ),
)


@given(JSON)
def test_no_json_raises_anything_but_a_refusal(data: object) -> None:
    try:
        tree = from_json(data)
    except LogicError:
        return
    assert from_json(to_json(tree)) == tree
