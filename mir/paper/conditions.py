"""Conditions in words, for a paper that cannot hide a question: “you ticked ‘No’ in question 4”."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mir import i18n
from mir.paper.words import ConditionWords
from surveys.framework import Presentation, Voice
from surveys.logic.tree import Answered, Condition, Constant, Count, Listed, Name, Node, Operation, names
from surveys.logic.truth import UNKNOWN, Unknown, Value, holds


@dataclass(frozen=True)
class Target:
    """A question that a condition may ask about: its number, and the words of each value it can take."""

    number: int
    values: tuple[tuple[Value, str], ...] = ()
    """For questions with boxes: the value of each box and its words."""
    several: bool = False
    month: bool = False


@dataclass(frozen=True)
class Reader:
    """Who reads, and what they were asked before: a condition can be settled or put in words for them."""

    voice: Voice
    presentation: Presentation
    targets: Mapping[str, Target]
    words: ConditionWords
    language: str

    def settled(self, condition: Condition) -> Condition | bool | Unknown:
        """The condition with everything settled that is known of this booklet.

        True, False or UNKNOWN where nothing is left to ask: a question that this
        booklet does not ask is never answered.
        """
        if isinstance(condition, Answered):
            return condition if condition.code in self.targets else False
        if condition.operator in {"and", "or"}:
            return self._joined(condition)
        if condition.operator == "not":
            inner = self.settled(_condition(condition.parts[0]))
            if isinstance(inner, bool):
                return not inner
            return inner if isinstance(inner, Unknown) else Operation("not", (inner,))
        asked = names(condition) - {"voice", "presentation"}
        if not asked:
            return holds(condition, {"voice": self.voice.value, "presentation": self.presentation.value})
        return condition if asked <= set(self.targets) or _counts(condition) else UNKNOWN

    def said(self, condition: Condition) -> str:
        """What must be so, as the end of a sentence that begins “Only answer this if”."""
        simple = self._of_one(condition)
        if simple:
            return simple
        if isinstance(condition, Answered):
            return self.words.answered.format(number=self.targets[condition.code].number)
        if condition.operator in {"and", "or"}:
            joint = self.words.both if condition.operator == "and" else self.words.either
            return joint.join(self.said(_condition(part)) for part in condition.parts)
        if condition.operator == "not":
            return self.words.untrue.format(condition=self.said(_condition(condition.parts[0])))
        return self._compared(condition)

    def _joined(self, condition: Operation) -> Condition | bool | Unknown:
        deciding = condition.operator == "or"
        parts = [self.settled(_condition(part)) for part in condition.parts]
        if deciding in parts:
            return deciding
        unknown = UNKNOWN in parts
        if unknown and not deciding:
            return UNKNOWN  # “and” with a part that can never be known can never be true
        left = [part for part in parts if not isinstance(part, bool | Unknown)]
        if not left:
            return UNKNOWN if unknown else not deciding
        return left[0] if len(left) == 1 else Operation(condition.operator, tuple(left))

    def _of_one(self, condition: Condition) -> str:
        """A condition on one question with boxes: the boxes that make it true. Empty for any other."""
        asked = names(condition)
        if len(asked) != 1 or _counts(condition):
            return ""
        (code,) = asked
        target = self.targets.get(code)
        if target is None or not target.values or target.several:
            return ""
        fitting = [words for value, words in target.values if holds(condition, {code: value}) is True]
        if not fitting:
            number = target.number
            silent = holds(condition, {}) is True
            return self.words.not_answered.format(number=number) if silent else ""
        if len(fitting) == len(target.values):
            return self.words.answered.format(number=target.number)
        return self.words.ticked.format(options=self._listed(fitting), number=target.number)

    def _compared(self, condition: Operation) -> str:
        left, right = condition.parts
        if isinstance(left, Count) or isinstance(right, Count):
            return self._counted(condition)
        if isinstance(left, Name) and isinstance(right, Name):
            one, other = (self.targets[name.code].number for name in (left, right))
            return self.words.pair[condition.operator].format(one=one, other=other)
        if condition.operator in {"in", "any-in", "all-in"}:
            return self._among(condition)
        operator, name, value = _turned(condition)
        target = self.targets[name.code]
        forms = self.words.months if target.month else self.words.compared
        value = _month(value, self.language) if target.month else value
        if operator in forms:
            value = forms[operator].format(value=value)
        sentence = self.words.not_wrote if operator == "!=" else self.words.wrote
        return sentence.format(value=value, number=target.number)

    def _among(self, condition: Operation) -> str:
        left, right = condition.parts
        name, listed = (right, left) if isinstance(left, Constant) else (left, right)
        code = name.code if isinstance(name, Name) else ""
        target = self.targets[code]
        values = listed.values if isinstance(listed, Listed) else (_value(listed),)
        if not target.values:
            return self.words.wrote.format(
                value=self.words.either.join(map(str, values)), number=target.number
            )
        known = dict(target.values)
        words = [known.get(value, str(value)) for value in values]
        if condition.operator == "all-in" and len(words) > 1:
            quoted = ", ".join(self._quoted(one) for one in words)
            return self.words.ticked_all.format(options=quoted, number=target.number)
        return self.words.ticked.format(options=self._listed(words), number=target.number)

    def _counted(self, condition: Operation) -> str:
        operator, parts, number = _turned_count(condition)
        heads = self.words.counted[operator].format(number=number)
        known = [part for part in parts if names(part) <= set(self.targets)]
        return heads + ": " + "; ".join(self.said(part) for part in known)

    def _listed(self, words: list[str]) -> str:
        return self.words.either.join(self._quoted(one) for one in words)

    def _quoted(self, words: str) -> str:
        return self.words.quoted.format(words=words)


def _month(value: str, language: str) -> str:
    """“2026-11” as November 2026; anything else as it stands."""
    try:
        return i18n.month(date.fromisoformat(f"{value}-01"), language)
    except ValueError:
        return value


_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def _turned(condition: Operation) -> tuple[str, Name, str]:
    """The comparison with the question at the left: its operator, the question and the value."""
    left, right = condition.parts
    if isinstance(left, Name):
        return condition.operator, left, str(_value(right))
    if isinstance(right, Name):
        return _MIRRORED[condition.operator], right, str(_value(left))
    raise AssertionError("a comparison names a question")  # `operation` lets nothing else stand


def _turned_count(condition: Operation) -> tuple[str, tuple[Condition, ...], str]:
    left, right = condition.parts
    if isinstance(left, Count):
        return condition.operator, left.parts, str(_value(right))
    if isinstance(right, Count):
        return _MIRRORED[condition.operator], right.parts, str(_value(left))
    raise AssertionError("a count stands on one side")  # asked by the caller


def _value(node: Node) -> str | int:
    return node.value if isinstance(node, Constant) else ""


def _condition(node: Node) -> Condition:
    if isinstance(node, Condition):
        return node
    raise AssertionError("and, or and not join conditions")  # `operation` lets nothing else stand


def _counts(node: Node) -> bool:
    return isinstance(node, Count) or (
        isinstance(node, Operation) and any(_counts(part) for part in node.parts)
    )
