"""What a `constraint` asks of an answer: how small or large it may be, and which choices stand alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from surveys.exchange.xlsforms.xpath import Call, Dot, Expression, Literal, Pair, parsed
from surveys.logic.tree import LogicError

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_FIX = "Say it in the hint, or ask otherwise."


@dataclass
class Limits:
    """The limits that a constraint sets. None where it sets none."""

    least: int | None = None
    most: int | None = None
    longest: int | None = None
    alone: set[str] = field(default_factory=set)


def limits(text: str) -> Limits:
    """The limits in a constraint. Raises LogicError, which names what cannot be kept."""
    found = Limits()
    for part in _parts(parsed(text)):
        _take(found, part)
    return found


def _parts(tree: Expression) -> Iterator[Expression]:
    if isinstance(tree, Pair) and tree.sign == "and":
        yield from _parts(tree.left)
        yield from _parts(tree.right)
    else:
        yield tree


def _take(found: Limits, tree: Expression) -> None:
    alone = _alone(tree)
    if alone is not None:
        found.alone.add(alone)
        return
    if isinstance(tree, Pair) and isinstance(tree.left, Literal) and tree.sign in _MIRRORED:
        tree = Pair(_MIRRORED[tree.sign], tree.right, tree.left)
    match tree:
        case Pair(">" | ">=" as sign, Dot(), Literal(number)):
            found.least = _whole(number) + (sign == ">")
        case Pair("<" | "<=" as sign, Dot(), Literal(number)):
            found.most = _whole(number) - (sign == "<")
        case Pair("<" | "<=" as sign, Call("string-length", (Dot(),)), Literal(number)):
            found.longest = _whole(number) - (sign == "<")
        case Call(name, _):
            raise LogicError(f"It asks for “{name}(…)”, which is not checked here.", _FIX)
        case _:
            raise LogicError("It is not one that is checked here.", _FIX)


def _alone(tree: Expression) -> str | None:
    """The choice that stands alone, in the two ways in which forms say so."""
    one = Pair("=", Call("count-selected", (Dot(),)), Literal("1", number=True))
    match tree:
        case Pair("or", Call("not", (Call("selected", (Dot(), Literal(choice))),)), second) if second == one:
            return choice
        case Pair("or", first, Call("not", (Call("selected", (Dot(), Literal(choice))),))) if first == one:
            return choice
        case Call("not", (Pair("and", Call("selected", (Dot(), Literal(choice))), second),)):
            several = Pair(">", Call("count-selected", (Dot(),)), Literal("1", number=True))
            return choice if second == several else None
    return None


def _whole(text: str) -> int:
    if not text.removeprefix("-").isdecimal() or len(text) > 8:  # noqa: PLR2004 - more than a number may have
        raise LogicError(f"It asks for {text}, and only whole numbers are checked.", _FIX)
    return int(text)
