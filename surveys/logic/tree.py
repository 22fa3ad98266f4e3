"""A condition as a frozen tree of twelve operators, and the same tree as JSON."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CODE = re.compile(r"[a-z][a-z0-9_]*")
JOINING = ("and", "or")
COMPARING = ("==", "!=", "<", "<=", ">", ">=")
PICKING = ("any-in", "all-in")
OPERATORS = ("not", *JOINING, *COMPARING, "in", *PICKING)

DEEPEST = 12
MOST_PARTS = 100
LONGEST = 60
"""The longest name and the longest text, in characters."""
LARGEST = 1_000_000


class LogicError(Exception):
    """A condition that cannot be used: what is wrong with it, and what to do."""

    def __init__(self, what: str, fix: str) -> None:
        self.what, self.fix = what, fix
        super().__init__(f"{what} {fix}")


@dataclass(frozen=True)
class Name:
    """The answer to a question, or “voice”, “presentation”."""

    code: str


@dataclass(frozen=True)
class Constant:
    """A number or an option's code."""

    value: str | int


@dataclass(frozen=True)
class Listed:
    """Several constants."""

    values: tuple[str | int, ...]


@dataclass(frozen=True)
class Answered:
    """Whether there is an answer. A state, such as “prefer not to say”, is none."""

    code: str


@dataclass(frozen=True)
class Count:
    """How many of these conditions are true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Operation:
    """One of the twelve operators and what it works on."""

    operator: str
    parts: tuple["Node", ...]


Condition = Answered | Operation
Node = Condition | Name | Constant | Listed | Count


def operation(operator: str, *parts: Node) -> Operation:
    """An operator with the parts that fit it. Raises LogicError for any others."""
    conditions = [isinstance(part, Condition) for part in parts]
    if operator == "not":
        fits = conditions == [True]
    elif operator in JOINING:
        fits = len(parts) > 1 and all(conditions)
    else:
        fits = len(parts) == 2 and _compares(operator, *parts)  # noqa: PLR2004 - a left and a right side
    if not fits:
        raise LogicError(
            "The two sides cannot be set side by side like this.",
            "Set an answer beside a number or a code, as in wi1 <= 2.",
        )
    return Operation(operator, parts)


def _compares(operator: str, left: Node, right: Node) -> bool:
    if operator in COMPARING:
        sides = (left, right)
        return all(isinstance(side, Name | Constant | Count) for side in sides) and not all(
            isinstance(side, Constant) for side in sides
        )
    if operator == "in":
        return (isinstance(left, Name) and isinstance(right, Listed)) or (
            isinstance(left, Constant) and isinstance(right, Name)
        )
    return operator in PICKING and isinstance(left, Name) and isinstance(right, Listed)


def name(text: object) -> str:
    """A name that can stand in a condition. Raises LogicError."""
    if isinstance(text, str) and len(text) <= LONGEST and CODE.fullmatch(text):
        return text
    raise LogicError(
        f"“{str(text)[:LONGEST]}” is not the code of a question.",
        "A code has small letters, digits and “_”, and starts with a letter.",
    )


def constant(value: object) -> str | int:
    """A value that can stand in a condition. Raises LogicError."""
    if isinstance(value, str) and len(value) <= LONGEST:
        return value
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST:
        return value
    raise LogicError(
        f"“{str(value)[:LONGEST]}” cannot stand in a condition."
        if not isinstance(value, int) or isinstance(value, bool)
        else "A number is too large.",
        f"Use a whole number of at most {LARGEST:,}, or a code in quotation marks.",
    )


def walk(node: Node) -> Iterable[Node]:
    """The node and everything under it."""
    yield node
    if isinstance(node, Operation | Count):
        for part in node.parts:
            yield from walk(part)


def names(node: Node) -> frozenset[str]:
    """Every name the condition asks about."""
    return frozenset(part.code for part in walk(node) if isinstance(part, Name | Answered))


def to_json(node: Node) -> object:
    """The tree as JSON: `{"<=": [{"name": "wi1"}, 2]}`."""
    match node:
        case Operation(operator, parts):
            return {operator: [to_json(part) for part in parts]}
        case Count(parts):
            return {"count": [to_json(part) for part in parts]}
        case Answered(code):
            return {"answered": code}
        case Name(code):
            return {"name": code}
        case Listed(values):
            return list(values)
    return node.value


def from_json(data: object) -> Condition:
    """The condition that `to_json` wrote. Raises LogicError for anything else."""
    node = _node(data, DEEPEST)
    if not isinstance(node, Condition):
        raise _unread()
    if sum(1 for _ in walk(node)) > MOST_PARTS:
        raise too_much()
    return node


def too_much() -> LogicError:
    """The refusal of a condition that has too many parts."""
    return LogicError("The condition is too long or too deep.", "Ask about fewer things at once.")


def _node(data: object, depth: int) -> Node:
    if not depth:
        raise too_much()
    if isinstance(data, list | tuple):
        return Listed(tuple(constant(value) for value in _few(data)))
    if not isinstance(data, Mapping):
        return Constant(constant(data))
    if len(data) != 1:
        raise _unread()
    ((key, value),) = data.items()
    if key in {"name", "answered"}:
        return Name(name(value)) if key == "name" else Answered(name(value))
    if not isinstance(value, list | tuple) or key not in {*OPERATORS, "count"}:
        raise _unread()
    parts = [_node(part, depth - 1) for part in _few(value)]
    return count(*parts) if key == "count" else operation(key, *parts)


def count(*parts: Node) -> Count:
    """How many of these hold; a name stands for “it is answered”. Raises LogicError."""
    conditions = [Answered(part.code) if isinstance(part, Name) else part for part in parts]
    fitting = tuple(part for part in conditions if isinstance(part, Condition))
    if not fitting or len(fitting) != len(parts):
        raise LogicError(
            "“count” holds something that is neither a question nor a condition.",
            "Write the codes of questions in it, as in count(wi1, wi2) >= 1.",
        )
    return Count(fitting)


def _few(values: list[object] | tuple[object, ...]) -> Iterable[object]:
    if len(values) > MOST_PARTS:
        raise too_much()
    return values


def _unread() -> LogicError:
    return LogicError("This is not a condition.", "Write it as a line of text, as in wi1 <= 2.")
