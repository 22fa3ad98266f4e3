"""Whether a condition holds, by the three-valued logic of Kleene: true, false or unknown."""

# Why not an expression library: simpleeval 1.0.8 was tried. It evaluates Python's tree, while an edition
# keeps ours, as JSON and for ever, so a kept condition would have to be turned back into Python. For
# lists it needs its larger class, which lets sums, texts times numbers, “if”, f-strings and loops in
# again; its “and”, “or” and comparisons know UNKNOWN only once each is replaced, and chained ones raise
# on it. The list of what is allowed (`reading`) is needed in either case. What then remains is the few
# lines below: twelve operators that can reach nothing but the values given, in less than half the time.

import operator
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from itertools import product

from surveys.logic.tree import Answered, Condition, Constant, Count, Listed, Name, Node, Operation

Value = int | str | frozenset[str]
"""An option's value on a scale, an option's code, a month as “2026-11”, or the codes chosen."""


class Unknown(Enum):
    """No answer to reckon with: a silence, a state, or a question not on the path."""

    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("Unknown is neither true nor false: compare with “is True”.")


UNKNOWN = Unknown.UNKNOWN
Truth = bool | Unknown

_COMPARED: Mapping[str, Callable[..., bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def holds(condition: Condition, values: Mapping[str, Value]) -> Truth:
    """True, False or UNKNOWN. A name that is not in `values` is unknown; only `answered` asks about that.

    Kleene 1952, §64: “and” is false once a part is, “or” is true once a part is,
    and otherwise what is unknown stays so.
    """
    if isinstance(condition, Answered):
        return condition.code in values
    parts = condition.parts
    match condition.operator:
        case "not":
            inner = _part(parts[0], values)
            return inner if isinstance(inner, Unknown) else not inner
        case "and":
            return _joined(parts, values, deciding=False)
        case "or":
            return _joined(parts, values, deciding=True)
    return _compared(condition, values)


def _part(node: Node, values: Mapping[str, Value]) -> Truth:
    # `operation` lets nothing else stand under “not”, “and” and “or”.
    return holds(node, values) if isinstance(node, Condition) else UNKNOWN  # pragma: no branch


def _joined(parts: tuple[Node, ...], values: Mapping[str, Value], *, deciding: bool) -> Truth:
    unknown = False
    for part in parts:
        truth = _part(part, values)
        if truth is deciding:
            return deciding
        unknown = unknown or truth is UNKNOWN
    return UNKNOWN if unknown else not deciding


def _compared(condition: Operation, values: Mapping[str, Value]) -> Truth:
    left, right = condition.parts
    if isinstance(left, Count) or isinstance(right, Count):
        pairs = product(_numbers(left, values), _numbers(right, values))
        found = {_pair(condition.operator, one, other) for one, other in pairs}
        return found.pop() if len(found) == 1 else UNKNOWN
    if isinstance(right, Listed):
        return _among(condition.operator, _value(left, values), right.values)
    one, other = _value(left, values), _value(right, values)
    if condition.operator == "in":  # a code among the codes chosen
        return one in other if isinstance(other, frozenset) else UNKNOWN
    return _pair(condition.operator, one, other)


def _value(node: Node, values: Mapping[str, Value]) -> Value | Unknown:
    if isinstance(node, Constant):
        return node.value
    return values.get(node.code, UNKNOWN) if isinstance(node, Name) else UNKNOWN


def _numbers(node: Node, values: Mapping[str, Value]) -> Iterable[Value | Unknown]:
    """Every number that a count may come to, once the unknown parts of it are known."""
    if not isinstance(node, Count):
        return (_value(node, values),)
    truths = [holds(part, values) for part in node.parts]
    least = truths.count(True)
    return range(least, least + truths.count(UNKNOWN) + 1)


def _pair(sign: str, left: Value | Unknown, right: Value | Unknown) -> Truth:
    # Two kinds of value are never compared, so that no answer can make a condition raise.
    if isinstance(left, Unknown | frozenset) or type(left) is not type(right):
        return UNKNOWN
    return _COMPARED[sign](left, right)


def _among(sign: str, left: Value | Unknown, listed: tuple[str | int, ...]) -> Truth:
    if isinstance(left, Unknown):
        return UNKNOWN
    chosen = left if isinstance(left, frozenset) else frozenset((left,))
    if sign == "all-in":
        return chosen >= frozenset(listed)
    return not chosen.isdisjoint(listed)
