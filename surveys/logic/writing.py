"""A condition as its line of text: what `reading` reads comes out the same tree again."""

import json
from collections.abc import Mapping

from surveys.logic.tree import Answered, Condition, Constant, Count, Listed, Name, Node, Operation

_CALLS: Mapping[str, str] = {"any-in": "any_of", "all-in": "all_of"}


def written(condition: Condition) -> str:
    """The line that says this condition."""
    return _written(condition)


def _written(node: Node) -> str:
    match node:
        case Answered(code):
            return f"answered({code})"
        case Name(code):
            return code
        case Constant(value):
            return _value(value)
        case Listed(values):
            return f"[{', '.join(map(_value, values))}]"
        case Count(parts):
            return f"count({', '.join(map(_written, parts))})"
    return _operation(node)


def _operation(node: Operation) -> str:
    if node.operator in {"and", "or"}:
        return f" {node.operator} ".join(map(_part, node.parts))
    if node.operator == "not":
        (inner,) = node.parts
        return f"not {_written(inner)}" if isinstance(inner, Answered) else f"not ({_written(inner)})"
    left, right = map(_written, node.parts)
    called = _CALLS.get(node.operator)
    return f"{called}({left}, {right})" if called else f"{left} {node.operator} {right}"


def _part(node: Node) -> str:
    joined = isinstance(node, Operation) and node.operator in {"and", "or"}
    return f"({_written(node)})" if joined else _written(node)


def _value(value: str | int) -> str:
    return json.dumps(value)
