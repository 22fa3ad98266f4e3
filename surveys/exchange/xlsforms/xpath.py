"""The expressions of XLSForm, read into a small tree: answers, values, calls and the two-sided operators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from surveys.logic.tree import DEEPEST, LogicError

LONGEST = 4_000
MOST_TOKENS = 1_000

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<ref>\$\{\s*(?P<name>[^{}\s]+)\s*\})
    | (?P<text>'[^']*'|"[^"]*"|‘[^’]*’|“[^”]*”)
    | (?P<number>-?[0-9]+(?:\.[0-9]+)?)
    | (?P<sign><=|>=|!=|[=<>(),+*|/\[\]-])
    | (?P<dot>\.\.?)
    | (?P<word>[A-Za-z_][\w.:-]*)
    )""",
    re.VERBOSE,
)
_COMPARING = frozenset({"=", "!=", "<", "<=", ">", ">="})
_SUMS = frozenset({"+", "-", "*", "|", "/", "[", "div", "mod"})


@dataclass(frozen=True)
class Ref:
    """The answer to a question, by its name in the form."""

    name: str


@dataclass(frozen=True)
class Dot:
    """The answer to the question that the expression belongs to."""


@dataclass(frozen=True)
class Literal:
    """A text, or a number as it is written."""

    text: str
    number: bool = False


@dataclass(frozen=True)
class Call:
    """A function with what it is given."""

    name: str
    given: tuple["Expression", ...]


@dataclass(frozen=True)
class Pair:
    """An operator between two expressions: and, or, or a comparison."""

    sign: str
    left: "Expression"
    right: "Expression"


Expression = Ref | Dot | Literal | Call | Pair


def parsed(text: str) -> Expression:
    """The tree of an expression. Raises LogicError for what is no expression, or holds a sum or a path."""
    tokens = list(_tokens(text))
    reader = _Reader(tokens)
    tree = reader.either(DEEPEST * 2)
    if reader.left():
        raise _unread()
    return tree


def _unread() -> LogicError:
    return LogicError("The expression cannot be read.", "Check its brackets and quotation marks.")


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    if len(text) > LONGEST:
        raise LogicError(f"The expression is longer than {LONGEST:,} characters.", "Ask about fewer things.")
    place, many = 0, 0
    text = text.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None or many > MOST_TOKENS:
            raise _unread()
        kind = str(found.lastgroup)
        if kind == "name":
            kind = "ref"
        value = found["name"] if kind == "ref" else found[kind]
        yield kind, value[1:-1] if kind == "text" else value
        place, many = found.end(), many + 1


class _Reader:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens, self._place = tokens, 0

    def left(self) -> bool:
        """Whether anything is left to read."""
        return self._place < len(self._tokens)

    def either(self, depth: int) -> Expression:
        """Expressions joined by “or”."""
        return self._joined("or", depth)

    def _joined(self, word: str, depth: int) -> Expression:
        if not depth:
            raise LogicError("The expression is too deep.", "Ask about fewer things at once.")
        left = self._joined("and", depth) if word == "or" else self._compared(depth)
        while self._next() == ("word", word):
            self._place += 1
            right = self._joined("and", depth) if word == "or" else self._compared(depth)
            left = Pair(word, left, right)
        return left

    def _compared(self, depth: int) -> Expression:
        left = self._single(depth)
        kind, sign = self._next()
        if kind == "sign" and sign in _COMPARING:
            self._place += 1
            left = Pair(sign, left, self._single(depth))
            kind, sign = self._next()
        if sign in _SUMS and kind in {"sign", "word"}:
            what = f"The expression works something out, or follows a path (“{sign}”)."
            raise LogicError(what, "Ask about answers only.")
        return left

    def _single(self, depth: int) -> Expression:
        kind, value = self._next()
        self._place += 1
        if kind == "ref":
            return Ref(value)
        if kind == "dot" and value == ".":
            return Dot()
        if kind in {"text", "number"}:
            return Literal(value, number=kind == "number")
        if (kind, value) == ("sign", "("):
            inner = self.either(depth - 1)
            self._take(")")
            return inner
        if kind == "word" and self._next() == ("sign", "("):
            self._place += 1
            return Call(value, tuple(self._given(depth - 1)))
        if value in {"/", "..", "*", "["}:
            raise LogicError("The expression follows a path.", "Ask about answers only, as in ${name}.")
        raise _unread()

    def _given(self, depth: int) -> Iterator[Expression]:
        if self._next() != ("sign", ")"):
            yield self.either(depth)
            while self._next() == ("sign", ","):
                self._place += 1
                yield self.either(depth)
        self._take(")")

    def _take(self, sign: str) -> None:
        if self._next() != ("sign", sign):
            raise _unread()
        self._place += 1

    def _next(self) -> tuple[str, str]:
        return self._tokens[self._place] if self.left() else ("end", "")
