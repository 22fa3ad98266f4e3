"""Somebody else’s `relevant` as a condition of ours: true where theirs is true, or refused by name."""

# In XLSForm an empty answer equals '' and nothing else. So `${q} != 'x'` is true there where nobody answered,
# and ours must say so: `not answered(q) or q != "x"`.

import operator
import re
from collections.abc import Callable, Mapping

from surveys.exchange.xlsforms.fields import Field, Sort
from surveys.exchange.xlsforms.xpath import Call, Expression, Literal, Pair, Ref, parsed
from surveys.logic.reading import MOST_CHARACTERS, read
from surveys.logic.tree import (
    Answered,
    Condition,
    Constant,
    Count,
    Listed,
    LogicError,
    Name,
    Node,
    constant,
    operation,
)
from surveys.logic.writing import written

_NEGATED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_MIRRORED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SIGNS: Mapping[str, Callable[..., bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_DAY = re.compile(r"([0-9]{4}-[0-9]{2})-([0-9]{2})")
_WORDS = "Ask it in other words under “show_if”."


def grasped(text: str, known: Mapping[str, Field]) -> str:
    """Our line of text for an expression. `known` are the questions before it, by their names in the form.

    Raises LogicError, which names what cannot be kept.
    """
    line = written(_Grasp(known).condition(parsed(text), wanted=True))
    if len(line) > MOST_CHARACTERS:
        raise LogicError(
            f"The condition is longer than {MOST_CHARACTERS} characters.", "Ask about fewer things at once."
        )
    read(line)
    return line


class _Grasp:
    def __init__(self, known: Mapping[str, Field]) -> None:
        self._known = known

    def condition(self, tree: Expression, *, wanted: bool) -> Condition:
        """What is true where the expression is true (`wanted`), or where it is false."""
        if isinstance(tree, Pair):
            if tree.sign in {"and", "or"}:
                return self._joined(tree, wanted=wanted)
            return self._compared(tree) if wanted else self._negated(tree)
        if isinstance(tree, Call):
            return self._called(tree, wanted=wanted)
        raise LogicError("A bare value stands where a comparison should.", _WORDS)

    def _joined(self, tree: Pair, *, wanted: bool) -> Condition:
        parts: list[Condition] = []
        sign = tree.sign
        node: Expression = tree
        while isinstance(node, Pair) and node.sign == sign:
            parts.insert(0, self.condition(node.right, wanted=wanted))
            node = node.left
        parts.insert(0, self.condition(node, wanted=wanted))
        joined = sign if wanted else {"and": "or", "or": "and"}[sign]
        return operation(joined, *parts)

    def _called(self, call: Call, *, wanted: bool) -> Condition:
        match call:
            case Call("not", (inner,)):
                return self.condition(inner, wanted=not wanted)
            case Call("selected", (Ref(name), Literal() as choice)):
                return self._selected(self._field(name), choice.text, wanted=wanted)
            case Call("boolean" | "string", (Ref(name),)):
                return self._is_answered(self._field(name), wanted=wanted)
        raise LogicError(f"“{call.name}(…)” cannot be asked here like this.", _WORDS)

    def _field(self, name: str) -> Field:
        if name not in self._known:
            what = f"It asks about “{name}”, which is left out or does not come before it."
            raise LogicError(what, "Ask about a question that is kept.")
        return self._known[name]

    def _is_answered(self, one: Field, *, wanted: bool) -> Condition:
        answered = Answered(one.code)
        return answered if wanted else operation("not", answered)

    def _selected(self, one: Field, choice: str, *, wanted: bool) -> Condition:
        if one.sort is Sort.RANKED and one.top < len(one.choices):
            raise LogicError(f"“{one.name}” puts all of its choices in order.", _WORDS)
        if one.sort not in {Sort.SEVERAL, Sort.RANKED}:
            return self._beside("=" if wanted else "!=", one, Literal(choice))
        inside = operation("in", Constant(_ours(one, choice)), Name(one.code))
        return inside if wanted else _or_silent(one, operation("not", inside))

    def _negated(self, pair: Pair) -> Condition:
        """What is true where a comparison is false, as each is for an empty answer, but “!=”."""
        found = self._compared(Pair(_NEGATED[pair.sign], pair.left, pair.right))
        if pair.sign in _SIGNS:
            for side in (pair.left, pair.right):
                found = _or_silent(self._field(side.name), found) if isinstance(side, Ref) else found
        return found

    def _compared(self, pair: Pair) -> Condition:
        dated = isinstance(pair.left, Call) and pair.left.name == "date"
        if isinstance(pair.left, Literal) or (dated and isinstance(pair.right, Ref)):
            pair = Pair(_MIRRORED[pair.sign], pair.right, pair.left)
        match pair:
            case Pair(sign, Call(), Literal(text, _)):
                return self._measured(sign, pair.left, text)
            case Pair(sign, Ref(name), Literal() as value):
                return self._beside(sign, self._field(name), value)
            case Pair(sign, Ref(name), Call("date", (Literal() as value,))):
                return self._beside(sign, self._field(name), value)
            case Pair(sign, Ref(name), Ref(other)):
                return self._two(sign, self._field(name), self._field(other))
        called = next((side.name for side in (pair.left, pair.right) if isinstance(side, Call)), None)
        if called:
            raise LogicError(f"“{called}(…)” cannot be asked here like this.", _WORDS)
        raise LogicError("It compares what cannot be compared here.", _WORDS)

    def _measured(self, sign: str, call: Expression, text: str) -> Condition:
        """How many are chosen, or how long a text is, beside a number."""
        match call, sign, text:
            case Call("count-selected", (Ref(name),)), _, _:
                return self._chosen(sign, self._field(name), _whole(text))
            case Call("string-length", (Ref(name),)), ">" | "!=" | "=" | "<=", "0":
                return self._is_answered(self._field(name), wanted=sign in {">", "!="})
        called = call.name if isinstance(call, Call) else ""
        raise LogicError(f"“{called}(…)” cannot be asked here like this.", _WORDS)

    def _beside(self, sign: str, one: Field, value: Literal) -> Condition:
        """An answer beside a value."""
        if not value.text and sign in {"=", "!="}:
            return self._is_answered(one, wanted=sign == "!=")
        if one.sort is Sort.NUMBER:
            return _kept(sign, one, Constant(_whole(value.text)))
        if one.sort is Sort.MONTH:
            return _kept(*_month(sign, one, value.text))
        if one.sort is Sort.TEXT:
            raise LogicError(f"“{one.name}” is free text, which no condition reads.", _WORDS)
        if one.sort in {Sort.SEVERAL, Sort.RANKED}:
            raise LogicError(f"“{one.name}” may have several answers.", "Ask with “selected”.")
        if sign in {"=", "!="}:
            return _kept(sign, one, Constant(_value(one, value.text)))
        return _ordered(sign, one, value.text)

    def _two(self, sign: str, one: Field, other: Field) -> Condition:
        if one.sort is not Sort.NUMBER or other.sort is not Sort.NUMBER or sign == "=":
            raise LogicError(f"“{one.name}” and “{other.name}” cannot be held against each other.", _WORDS)
        if sign == "!=":
            raise LogicError(f"“{one.name}” and “{other.name}” cannot be held against each other.", _WORDS)
        return operation(sign, Name(one.code), Name(other.code))

    def _chosen(self, sign: str, one: Field, number: int) -> Condition:
        """How many are chosen beside a number; nothing chosen is none."""
        if one.sort is not Sort.SEVERAL:
            raise LogicError(f"“{one.name}” has not several answers to count.", _WORDS)
        parts = tuple(operation("in", Constant(code), Name(one.code)) for code in one.choices.values())
        counted = operation(_ours_sign(sign), Count(parts), Constant(number))
        silent = {**_SIGNS, "=": operator.eq, "!=": operator.ne}[sign](0, number)
        return _or_silent(one, counted) if silent else counted


def _kept(sign: str, one: Field, value: Node) -> Condition:
    found = operation(_ours_sign(sign), Name(one.code), value)
    return _or_silent(one, found) if sign == "!=" else found


def _or_silent(one: Field, condition: Condition) -> Condition:
    if one.always:
        return condition
    return operation("or", operation("not", Answered(one.code)), condition)


def _ours_sign(sign: str) -> str:
    return "==" if sign == "=" else sign


def _ours(one: Field, choice: str) -> str:
    if choice not in one.choices:
        raise LogicError(f"“{choice}” is not a choice of “{one.name}” that is kept.", "Name one that is.")
    return one.choices[choice]


def _value(one: Field, choice: str) -> str | int:
    _ours(one, choice)
    return one.values[choice]


def _ordered(sign: str, one: Field, text: str) -> Condition:
    """A choice beside a number: the choices whose names are numbers that stand so to it."""
    limit = _number(text)
    numbers = {name: _number(name) for name in one.choices}
    if limit is None or None in numbers.values():
        raise LogicError(f"The choices of “{one.name}” are no numbers, so they have no order.", _WORDS)
    values = tuple(one.values[name] for name, number in numbers.items() if _SIGNS[sign](number, limit))
    if not values:
        raise LogicError(f"No choice of “{one.name}” is {sign} {text}.", _WORDS)
    return operation("in", Name(one.code), Listed(values))


def _month(sign: str, one: Field, day: str) -> tuple[str, Field, Constant]:
    found = _DAY.fullmatch(day)
    if not found or found[2] != "01" or sign not in {"<", ">="}:
        what = f"“{one.name}” is kept as a month, and this asks about a day."
        raise LogicError(what, "Ask whether it is before, or not before, the first day of a month.")
    return sign, one, Constant(found[1])


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?", text) else None


def _whole(text: str) -> int:
    number = _number(text)
    if number is None or number != int(number):
        raise LogicError(f"“{text}” is not a whole number.", "Use whole numbers.")
    return int(constant(int(number)))
