"""A condition read from its line of text: Python's own reader, then a list of the few parts allowed."""

import ast
import re
from collections.abc import Mapping
from functools import lru_cache

from surveys.logic.tree import (
    DEEPEST,
    MOST_PARTS,
    Answered,
    Condition,
    Constant,
    Listed,
    LogicError,
    Name,
    Node,
    constant,
    count,
    name,
    operation,
    too_much,
    walk,
)

MOST_CHARACTERS = 500

# Signs that Python would read and an author never needs: letters of other alphabets (two may look alike),
# escapes, remarks, and a number that runs into a word (Python warns of it).
_SIGNS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile("[“”‘’„«»]"), "The quotation marks are curly.", 'Use straight ones, as in voice == "staff".'),
    (re.compile(r"[^\x20-\x7e]"), "The condition holds a letter or sign that it cannot.", "Type it again."),
    (re.compile(r"[\\#]"), "A “\\” or “#” cannot stand in a condition.", "Take it out."),
    (
        re.compile(r"(?<![\w\"'-])\d+[A-Za-z_]"),
        "A number runs into a letter.",
        "Write digits only, or start the code with a letter.",
    ),
    (re.compile(r"(?<![=!<>:])=(?!=)"), "One “=” is not a comparison.", "Write two, as in wi1 == 2."),
)
_REFUSED: Mapping[type[ast.AST], tuple[str, str]] = {
    ast.Attribute: ("A full stop joins two names.", "Write one code, as in wi1."),
    ast.Subscript: ("Square brackets follow a name.", "Use them for a list only, as in [1, 2]."),
    ast.ListComp: ("A list is worked out by a loop.", "Write out what is in it."),
    ast.SetComp: ("A set is worked out by a loop.", "Write a list, as in [1, 2]."),
    ast.DictComp: ("Names and values are worked out by a loop.", "Write a list, as in [1, 2]."),
    ast.GeneratorExp: ("Values are worked out by a loop.", "Write them out."),
    ast.JoinedStr: ('A text is put together from parts (f"…").', "Write the whole text."),
    ast.IfExp: ("“if” and “else” cannot stand in a condition.", "Use “and”, “or” and “not”."),
    ast.Lambda: ("“lambda” cannot stand in a condition.", "Compare answers, as in wi1 <= 2."),
    ast.NamedExpr: ("“:=” gives a name to a value.", "Write “==” to compare."),
    ast.BinOp: ("A sum stands in the condition (+, -, *, /, ** or the like).", "Work it out, or use count."),
    ast.Starred: ("A “*” stands before a value.", "Take it out."),
    ast.Dict: ("Curly brackets stand in the condition.", "Write a list, as in [1, 2]."),
    ast.Set: ("Curly brackets stand in the condition.", "Write a list, as in [1, 2]."),
    ast.Tuple: ("Values are listed without square brackets.", "Write a list, as in [1, 2]."),
    ast.Constant: ("A bare value is not a condition.", "Compare an answer with it, as in wi1 <= 2."),
    ast.Name: ("A bare code is not a condition.", "Say what you ask of it, as in answered(wi1) or wi1 <= 2."),
    ast.List: ("A list stands where none can.", "Put “in” before it, as in wi1 in [1, 2]."),
    ast.Call: ("This cannot be asked of an answer.", "Use answered, count, any_of or all_of."),
}
_OTHER = ("Something here cannot stand in a condition.", "Compare answers, as in wi1 <= 2.")
_COMPARING: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "in",
}


@lru_cache(maxsize=1024)  # an author's file is read and checked by several rooms; a tree never changes
def read(text: str) -> Condition:
    """The condition that a line of text says. Raises LogicError, and never anything else."""
    condition = _condition(_parsed(text), DEEPEST)
    if sum(1 for _ in walk(condition)) > MOST_PARTS:
        raise too_much()
    return condition


def _parsed(text: str) -> ast.expr:
    line = " ".join(text.split())
    if len(text) > MOST_CHARACTERS:
        raise LogicError(
            f"The condition is longer than {MOST_CHARACTERS} characters.", "Ask about fewer things at once."
        )
    for sign, what, fix in _SIGNS:
        if sign.search(line):
            raise LogicError(what, fix)
    try:
        return ast.parse(line, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise LogicError(
            "The condition cannot be read.", "Check its brackets and quotation marks, and its “and” and “or”."
        ) from None


def _condition(node: ast.expr, depth: int) -> Condition:
    if not depth:
        raise too_much()
    match node:
        case ast.BoolOp(op, values):
            joined = "and" if isinstance(op, ast.And) else "or"
            return operation(joined, *(_condition(value, depth - 1) for value in values))
        case ast.UnaryOp(ast.Not(), operand):
            return operation("not", _condition(operand, depth - 1))
        case ast.Compare():
            return _comparison(node, depth - 1)
        case ast.Call(ast.Name(called), arguments, []):
            return _asked(node, called, arguments, depth - 1)
    raise _refusal(node)


def _comparison(node: ast.Compare, depth: int) -> Condition:
    if len(node.ops) > 1:
        raise LogicError(
            "Two comparisons are chained.", "Write them apart with “and” between, as in 1 < wi1 and wi1 < 5."
        )
    operator = _COMPARING.get(type(node.ops[0]))
    if operator is None:
        raise LogicError("“is” does not compare answers.", "Write “==” or “!=”.")
    sides = operation(operator, _operand(node.left, depth), _operand(node.comparators[0], depth))
    return operation("not", sides) if isinstance(node.ops[0], ast.NotIn) else sides


def _asked(node: ast.Call, called: str, arguments: list[ast.expr], depth: int) -> Condition:
    match called, arguments:
        case "answered", [ast.Name(code)]:
            return Answered(name(code))
        case "any_of" | "all_of", [left, ast.List() as right]:
            return operation(f"{called[:3]}-in", _operand(left, depth), _operand(right, depth))
        case "count", _:
            raise LogicError(
                "“count” gives a number, not true or false.", "Compare it, as in count(wi1, wi2) >= 1."
            )
        case "answered" | "any_of" | "all_of", _:
            raise LogicError(
                f"“{called}” holds something that it cannot.",
                "Write it as answered(wi1), or as any_of(wi1, [1, 2]).",
            )
    raise _refusal(node)


def _operand(node: ast.expr, depth: int) -> Node:
    match node:
        case ast.Name(code):
            return Name(name(code))
        case ast.Constant(value):
            return Constant(constant(value))
        case ast.UnaryOp(ast.USub(), ast.Constant(int() as value)):
            return Constant(constant(-value))
        case ast.List(elements):
            return Listed(tuple(_single(element) for element in elements))
        case ast.Call(ast.Name("count"), arguments, []):
            return count(*(_counted(argument, depth) for argument in arguments))
    raise _refusal(node)


def _counted(node: ast.expr, depth: int) -> Node:
    return Name(name(node.id)) if isinstance(node, ast.Name) else _condition(node, depth)


def _single(node: ast.expr) -> str | int:
    value = _operand(node, 1)
    if not isinstance(value, Constant):
        raise LogicError("A list holds more than numbers and codes.", 'Write it as [1, 2] or ["yes"].')
    return value.value


def _refusal(node: ast.expr) -> LogicError:
    return LogicError(*_REFUSED.get(type(node), _OTHER))
