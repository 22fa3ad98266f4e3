"""A condition of ours as XLSForm’s `relevant`: true there exactly where ours is true."""

# Ours has three values, theirs two: an empty answer makes a comparison false there, and “not” of that true.
# So each condition is said twice over, as what makes it true and what makes it false, and “not” changes
# from the one to the other. Nothing is left to what a program makes of an empty answer.

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from surveys.exchange.xlsforms.fields import Field, Sort
from surveys.logic.tree import Answered, Condition, Constant, Count, Listed, Name, Node, Operation

Value = str | int

_SIGNS: Mapping[str, Callable[..., bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_NEVER = "false()"
_ORDERED = {"<", "<=", ">", ">="}
DECEMBER = 12


@dataclass(frozen=True)
class _Range:
    """The least and the greatest that a count may come to, as expressions."""

    low: str
    high: str


def said(condition: Condition, fields: Mapping[str, Field]) -> str:
    """The expression for `relevant`. `fields` are those of the form, by our code."""
    return _Saying(fields).true(condition)


class _Saying:
    def __init__(self, fields: Mapping[str, Field]) -> None:
        self._fields = fields

    def true(self, node: Node) -> str:
        """What holds where the condition is true."""
        return self._truth(node, wanted=True)

    def _truth(self, node: Node, *, wanted: bool) -> str:
        if isinstance(node, Answered):
            known = self._known(node.code)
            return known if wanted else f"not({known})"
        if not isinstance(node, Operation):  # pragma: no cover - a condition is nothing else
            return _NEVER
        if node.operator == "not":
            return self._truth(node.parts[0], wanted=not wanted)
        if node.operator in {"and", "or"}:
            parts = [self._truth(part, wanted=wanted) for part in node.parts]
            return _all(parts) if (node.operator == "and") is wanted else _any(parts)
        left, right = node.parts
        if node.operator in _SIGNS:
            return self._compared(node.operator if wanted else _OPPOSITE[node.operator], left, right)
        return self._among(node.operator, left, right, wanted=wanted)

    def _known(self, code: str) -> str:
        one = self._fields[code]
        if one.states:
            return _any([_equal(one, name) for name in one.choices])
        return f"{_ref(one)} != ''"

    def _among(self, sign: str, left: Node, right: Node, *, wanted: bool) -> str:
        if isinstance(left, Constant) and isinstance(right, Name):
            one = self._fields[right.code]
            values: tuple[Value, ...] = (left.value,)
        else:
            assert isinstance(left, Name)  # noqa: S101 - `operation` lets nothing else stand here
            one = self._fields[left.code]
            values = right.values if isinstance(right, Listed) else ()
        parts = [self._has(one, value) for value in values]
        inside = _all([self._known(one.code), *parts]) if sign == "all-in" else _any(parts)
        return inside if wanted else _all([self._known(one.code), f"not({inside})"])

    def _has(self, one: Field, value: Value) -> str:
        """That this is the answer, or one of the answers."""
        if one.sort is Sort.SEVERAL:
            return f"selected({_ref(one)}, '{value}')"
        if one.sort is Sort.RANKED:
            return _any([f"selected-at({_ref(one)}, {place}) = '{value}'" for place in range(one.top)])
        return self._beside("==", one, value)

    def _compared(self, sign: str, left: Node, right: Node) -> str:
        if isinstance(left, Constant) or (isinstance(left, Name) and isinstance(right, Count)):
            left, right, sign = right, left, _MIRRORED[sign]
        if isinstance(left, Name) and isinstance(right, Constant):
            return self._beside(sign, self._fields[left.code], right.value)
        if isinstance(left, Name) and isinstance(right, Name):
            return self._two(sign, self._fields[left.code], self._fields[right.code])
        if isinstance(left, Count):
            return self._counted(sign, left, right)
        return _NEVER  # pragma: no cover - `operation` lets nothing else stand here

    def _beside(self, sign: str, one: Field, value: Value) -> str:
        """An answer beside a value."""
        if one.choices:
            kind = type(value)
            names = [
                name
                for name, other in one.values.items()
                if type(other) is kind and _SIGNS[sign](other, value)
            ]
            return _any([_equal(one, name) for name in names])
        if one.sort is Sort.MONTH:
            return _month(sign, _ref(one), str(value))
        return _all([f"{_ref(one)} != ''", f"{_ref(one)} {_theirs(sign)} {value}"])

    def _two(self, sign: str, one: Field, other: Field) -> str:
        """Two answers beside each other."""
        if one.choices:
            return _any(
                [
                    _all([_equal(one, name), self._beside(_MIRRORED[sign], other, value)])
                    for name, value in one.values.items()
                ]
            )
        if other.choices:
            return self._two(_MIRRORED[sign], other, one)
        left, right = _ref(one), _ref(other)
        return _all([f"{left} != ''", f"{right} != ''", f"{left} {_theirs(sign)} {right}"])

    def _counted(self, sign: str, count: Count, other: Node) -> str:
        if isinstance(other, Name):
            one = self._fields[other.code]
            if one.choices:
                return _any(
                    [
                        _all([_equal(one, name), self._counted(sign, count, Constant(value))])
                        for name, value in one.values.items()
                    ]
                )
            ends = _Range(_ref(one), _ref(one))
            return _all([f"{_ref(one)} != ''", _apart(sign, self._range(count), ends)])
        if isinstance(other, Count):
            return _apart(sign, self._range(count), self._range(other))
        value = other.value if isinstance(other, Constant) else ""
        return _apart(sign, self._range(count), _Range(str(value), str(value)))

    def _range(self, count: Count) -> _Range:
        low = " + ".join(f"if({self._truth(part, wanted=True)}, 1, 0)" for part in count.parts)
        high = " + ".join(f"if({self._truth(part, wanted=False)}, 0, 1)" for part in count.parts)
        return _Range(f"({low})", f"({high})")


def _apart(sign: str, one: _Range, other: _Range) -> str:
    """That every number of the one range stands so to every number of the other."""
    if sign in {">", ">="}:
        return f"{one.low} {sign} {other.high}"
    if sign in {"<", "<="}:
        return f"{one.high} {sign} {other.low}"
    if sign == "!=":
        return f"({one.low} > {other.high} or {one.high} < {other.low})"
    return f"({one.low} >= {other.high} and {one.high} <= {other.low})"


def _month(sign: str, ref: str, month: str) -> str:
    """A date beside a month: a month is all of its days."""
    year, number = int(month[:4]), int(month[5:7])
    after = f"{year + number // DECEMBER:04}-{number % DECEMBER + 1:02}"
    start, end = f"date('{month}-01')", f"date('{after}-01')"
    if sign == "==":
        return _all([f"{ref} >= {start}", f"{ref} < {end}"])
    if sign == "!=":
        return _any([f"{ref} < {start}", f"{ref} >= {end}"])
    return f"{ref} {'<' if sign[0] == '<' else '>='} {end if sign in {'<=', '>'} else start}"


def _theirs(sign: str) -> str:
    return "=" if sign == "==" else sign


def _equal(one: Field, choice: str) -> str:
    return f"{_ref(one)} = '{choice}'"


def _ref(one: Field) -> str:
    return f"${{{one.name}}}"


def _all(parts: Iterable[str]) -> str:
    parts = list(parts)
    return " and ".join(parts) if len(parts) == 1 else f"({' and '.join(parts)})"


def _any(parts: Iterable[str]) -> str:
    parts = list(parts)
    if not parts:
        return _NEVER
    return parts[0] if len(parts) == 1 else f"({' or '.join(parts)})"
