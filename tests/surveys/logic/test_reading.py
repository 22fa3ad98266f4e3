"""Conditions are read from text, and nothing but the few parts allowed gets through."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.reading import read
from surveys.logic.tree import (
    Answered,
    Condition,
    Constant,
    Count,
    Listed,
    LogicError,
    Name,
    Operation,
    from_json,
    to_json,
)

HOSTILE = {
    "1 < wi1 < 5": "Two comparisons are chained",
    "wi1.real == 1": "A full stop joins",
    "wi1.__class__ == 1": "A full stop joins",
    "().__class__.__bases__[0] == 1": "Square brackets follow",
    "wi1[0] == 1": "Square brackets follow",
    "[x for x in [1]] == wi1": "A list is worked out by a loop",
    "{x for x in [1]} == wi1": "A set is worked out by a loop",
    "{x: 1 for x in [1]} == wi1": "Names and values are worked out",
    "any_of(wi1, (x for x in [1]))": "“any_of” holds something",
    "wi1 == (x for x in [1])": "Values are worked out by a loop",
    'f"{wi1}" == "a"': "A text is put together",
    "wi1 == (1 if wi2 else 2)": "“if” and “else”",
    "9 ** 9 ** 9 ** 9 == wi1": "A sum stands",
    '"a" * 999999 == wi1': "A sum stands",
    "1 << 999999 == wi1": "A sum stands",
    "lambda: 1": "“lambda” cannot stand",
    "(wi1 := 5) == 5": "“:=” gives a name",
    "wi1 == 99999999999999999999": "A number is too large",
    '__import__("os").system("ls")': "This cannot be asked",
    "__import__ == 1": "is not the code of a question",
    "open(wi1)": "This cannot be asked",
    'eval("1") == wi1': "This cannot be asked",
    "answered(*wi1)": "“answered” holds something",
    "answered(wi1, key=1)": "One “=” is not",
    "answered(**wi1)": "This cannot be asked",
    "answered(wi1.x)": "“answered” holds something",
    "any_of(wi1, [wi2])": "A list holds more than",
    "wi1 in (1, 2)": "Values are listed without",
    "wi1 in {1, 2}": "Curly brackets",
    "wi1 in {1: 2}": "Curly brackets",
    "wi1 is 2": "“is” does not compare",
    "wi1 == True": "“True” cannot stand",
    "wi1 == None": "“None” cannot stand",
    "wi1 == 1.5": "“1.5” cannot stand",
    "wi1 == 1j": "A number runs into",
    "wi1 == 0x10": "A number runs into",
    "wi1 == 1or wi2 == 2": "A number runs into",
    'wi1 == b"a"': "“b'a'” cannot stand",
    "wi1 == ...": "“Ellipsis” cannot stand",
    "wi1 == +1": "Something here cannot stand",
    "wi1 == -wi2": "Something here cannot stand",
    "wi1 = 2": "One “=” is not",
    "wi1": "A bare code is not",
    "2": "A bare value is not",
    "[1]": "A list stands where none can",
    "1 == 2": "The two sides cannot",
    "[1] == wi1": "The two sides cannot",
    "[1] in wi1": "The two sides cannot",
    "wi1 in wi2": "The two sides cannot",
    "any_of(1, [1])": "The two sides cannot",
    "count(wi1, wi2)": "“count” gives a number",
    "count() >= 1": "“count” holds something",
    "count(1) >= 1": "A bare value is not",
    "WI1 == 1": "is not the code of a question",
    "wi1 == “yes”": "The quotation marks are curly",
    "wі1 == 1": "a letter or sign that it cannot",  # a Cyrillic і
    'wi1 == "\\x41"': "A “\\” or “#”",
    "wi1 == 1 # or not": "A “\\” or “#”",
    "wi1 ==": "The condition cannot be read",
    "(wi1 == 1": "The condition cannot be read",
    "": "The condition cannot be read",
    "not not not not not not not not not not not not wi1 == 1": "too long or too deep",
    "(" * 240 + "wi1 == 1" + ")" * 240: "The condition cannot be read",
    "wi1 == 1 " + "or wi1 == 1 " * 60: "longer than 500 characters",
    "a<1" + " or a<1" * 60: "too long or too deep",
    "await wi1": "Something here cannot stand",
    "wi1 == 1; wi1 == 2": "The condition cannot be read",
    "import os": "The condition cannot be read",
    "wi1 @ wi2 == 1": "A sum stands",
    "*wi1 == 1": "The condition cannot be read",
    "wi1 == " + '"' + "a" * 80 + '"': "cannot stand in a condition",
    "wi1 == 1\x00": "a letter or sign that it cannot",
}


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:30].encode("unicode_escape").decode())
def test_whatever_is_not_a_condition_is_refused_by_name(text: str) -> None:
    with pytest.raises(LogicError) as caught:
        read(text)
    assert HOSTILE[text] in caught.value.what
    assert caught.value.fix.endswith(".")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("wi1 <= 2", Operation("<=", (Name("wi1"), Constant(2)))),
        ("wi1 > -3", Operation(">", (Name("wi1"), Constant(-3)))),
        ("answered(wi1)", Answered("wi1")),
        ('voice == "staff"', Operation("==", (Name("voice"), Constant("staff")))),
        ('money in ["yes", "unsure"]', Operation("in", (Name("money"), Listed(("yes", "unsure"))))),
        ("wi1 not in [1]", Operation("not", (Operation("in", (Name("wi1"), Listed((1,)))),))),
        ('"family" in helped', Operation("in", (Constant("family"), Name("helped")))),
        ("any_of(helped, [1])", Operation("any-in", (Name("helped"), Listed((1,))))),
        ("all_of(helped, [1])", Operation("all-in", (Name("helped"), Listed((1,))))),
        (
            "count(a, b < 2) >= 1",
            Operation(
                ">=",
                (Count((Answered("a"), Operation("<", (Name("b"), Constant(2))))), Constant(1)),
            ),
        ),
        (
            "not a == 1 and\n  b != 2",
            Operation(
                "and",
                (
                    Operation("not", (Operation("==", (Name("a"), Constant(1))),)),
                    Operation("!=", (Name("b"), Constant(2))),
                ),
            ),
        ),
        ("answered(a) or answered(b)", Operation("or", (Answered("a"), Answered("b")))),
    ],
)
def test_a_condition_becomes_its_tree_and_comes_back_from_json(text: str, tree: Condition) -> None:
    assert read(text) == tree
    assert from_json(to_json(tree)) == tree


def test_the_readers_own_failure_is_a_refusal_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def deep(_text: str, mode: str) -> None:
        raise RecursionError(mode)

    monkeypatch.setattr("surveys.logic.reading.ast.parse", deep)
    with pytest.raises(LogicError, match="cannot be read"):
        read.__wrapped__("wi1 == 1")


SCRAPS = """
    wi1 wi2 answered count any_of ( ) [ ] , . == <= < > != in not and or is 1 2 -3 'yes' "no" lambda : :=
    { } ** * + - f'' if else for x await yield ; \\ # = ! @ ~ ... None True
"""
PARTS = st.sampled_from(SCRAPS.split())


@given(st.text(max_size=120) | st.lists(PARTS, max_size=40).map(" ".join))
def test_no_text_raises_anything_but_a_refusal(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # Python's own doubts about a text must not reach anybody either
        try:
            tree = read.__wrapped__(text)
        except LogicError:
            return
        assert from_json(to_json(tree)) == tree


def test_the_largest_text_allowed_is_refused() -> None:
    worst = ["-" * 500, "not " * 125, "[" * 500, "a<1 or " * 71, "count(" * 80, '"' * 500]
    for text in worst:
        with pytest.raises(LogicError):
            read(text[:500])
