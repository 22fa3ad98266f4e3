"""What can be wrong with a condition before anybody answers: names, values, and what it can come to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum, auto
from itertools import chain, combinations, islice, product
from math import prod

from surveys.logic.tree import Condition, Constant, Count, Listed, Name, Node, Operation, names, walk
from surveys.logic.truth import Value, holds

MOST_CASES = 20_000
"""With more combinations of answers than this, nothing is said of always and never."""

FEW = 12
"""Numbers are all tried out in a range up to this width; in a wider one, those near the ones named."""


class Sort(StrEnum):
    """What kind of value an answer gives a condition."""

    NUMBER = auto()
    CODE = auto()
    CODES = auto()
    MONTH = auto()
    TEXT = auto()


@dataclass(frozen=True)
class Domain:
    """What a name can stand for: the codes on offer, or the least and the greatest number."""

    sort: Sort
    codes: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    always: bool = False
    """Whether it is known from the start, as the voice is."""


@dataclass(frozen=True)
class Doubt:
    """Something wrong with a condition, and what to do."""

    slug: str
    what: str
    fix: str


Domains = Mapping[str, Domain]


def doubts(condition: Condition, domains: Domains) -> Iterator[Doubt]:
    """Every fault that can be seen from the tree. Always and never are looked for once there is no other."""
    found = tuple(dict.fromkeys(chain(_unknown(condition, domains), _unfit(condition, domains))))
    yield from found
    if not found:
        yield from _settled(condition, domains)


def outcomes(condition: Condition, domains: Domains) -> frozenset[object]:
    """What the condition can come to (True, False, UNKNOWN); nothing where there are too many cases."""
    used = sorted(names(condition))
    if side_by_side(condition) and not all(small(domains[code]) for code in used):
        return frozenset()
    marks = held_against(condition)
    choices = [cases(domains[code], marks.get(code, frozenset())) for code in used]
    if prod(map(len, choices)) > MOST_CASES:
        return frozenset()
    return frozenset(
        holds(condition, {code: value for code, value in zip(used, case, strict=True) if value is not None})
        for case in product(*choices)
    )


def _unknown(condition: Condition, domains: Domains) -> Iterator[Doubt]:
    for code in sorted(names(condition) - set(domains)):
        near = get_close_matches(code, domains, 1)
        fix = f"Did you mean “{near[0]}”?" if near else "Use the code of a question that comes before."
        yield Doubt(
            "condition-unknown-name", f"The condition asks about “{code}”, which is no question.", fix
        )


def _unfit(condition: Condition, domains: Domains) -> Iterator[Doubt]:
    for node in walk(condition):
        if isinstance(node, Operation) and isinstance(node.parts[0], Name | Constant | Count):
            yield from _misfit(node, domains)


def _misfit(node: Operation, domains: Domains) -> Iterator[Doubt]:
    left, right = node.parts
    inside = node.operator == "in" and isinstance(right, Name)
    for one, other in ((left, right), (right, left)):
        domain = domains.get(one.code) if isinstance(one, Name) else None
        if domain is None or not isinstance(one, Name):
            continue
        wrong = _wrong_use(one.code, domain, node.operator, inside=inside)
        if wrong:
            yield wrong
            continue
        values = other.values if isinstance(other, Listed) else ()
        values = (other.value,) if isinstance(other, Constant) else values
        yield from (_wrong_value(one.code, domain, value) for value in values if not _can_be(domain, value))
        if isinstance(other, Count) and domain.sort is not Sort.NUMBER:
            yield _wrong_value(one.code, domain, "count")
        if isinstance(other, Name) and domains.get(other.code, domain).sort is not domain.sort:
            yield _wrong_value(one.code, domain, other.code)


def _wrong_use(code: str, domain: Domain, sign: str, *, inside: bool) -> Doubt | None:
    """What is asked of a name that nothing of its sort can answer."""
    slug = "condition-wrong-kind"
    if domain.sort is Sort.TEXT:
        return Doubt(slug, f"“{code}” is free text, which no condition reads.", f"Ask only answered({code}).")
    if domain.sort is Sort.CODES and not inside and sign not in {"any-in", "all-in"}:
        what = f"“{code}” may have several answers, so it cannot be compared with one."
        return Doubt(
            slug, what, f"Write it as any_of({code}, [“…”]), or as “…” in {code}.".replace("“…”", '"…"')
        )
    if inside and domain.sort is not Sort.CODES:
        return Doubt(
            slug, f"“{code}” has one answer, so nothing is in it.", f"Write {code} == and the answer."
        )
    if domain.sort is Sort.CODE and sign in {"<", "<=", ">", ">="}:
        what = f"The answers to “{code}” have no order."
        return Doubt(slug, what, f'Use “==”, “!=” or “in”, as in {code} in ["{domain.codes[0]}"].')
    return None


def _can_be(domain: Domain, value: str | int) -> bool:
    if domain.sort is Sort.NUMBER:
        return isinstance(value, int)
    if domain.sort is Sort.MONTH:
        return isinstance(value, str) and is_month(value)
    return value in domain.codes


def is_month(text: str) -> bool:
    """Whether this is a month as it is kept: “2026-11”."""
    year, dash, month = text.partition("-")
    digits = f"{year}{month}"
    return (
        (len(year), dash, len(month)) == (4, "-", 2)
        and digits.isascii()
        and digits.isdecimal()
        and 1 <= int(month) <= 12  # noqa: PLR2004 - months in a year
    )


def _wrong_value(code: str, domain: Domain, value: str | int) -> Doubt:
    shown = f"“{value}”"
    if domain.sort is Sort.NUMBER:
        what = f"{shown} is not a number, and the answers to “{code}” are numbers."
        return Doubt("condition-wrong-kind", what, f"Use numbers from {domain.least:,} to {domain.most:,}.")
    if domain.sort is Sort.MONTH:
        what = f"{shown} is not a month."
        return Doubt("condition-wrong-kind", what, 'Write the year and the month, as in "2026-11".')
    near = get_close_matches(str(value), domain.codes, 1)
    fix = f"Did you mean “{near[0]}”?" if near else f"The answers are: {', '.join(domain.codes)}."
    return Doubt("condition-no-such-option", f"{shown} is not an answer to “{code}”.", fix)


def _settled(condition: Condition, domains: Domains) -> Iterator[Doubt]:
    found = outcomes(condition, domains)
    if not found:
        return
    if True not in found:
        yield Doubt("condition-never", "The condition can never be true.", "Change it, or take it out.")
    elif False not in found:
        what = "The condition is true whatever people answer."
        yield Doubt("condition-always", what, "Use answered(…) where you mean any answer, or take it out.")


def small(domain: Domain) -> bool:
    """Whether every value it can have is tried out."""
    return domain.sort is not Sort.MONTH and domain.most - domain.least <= FEW


def side_by_side(condition: Condition) -> bool:
    """Whether two answers are held against each other, so that every value may matter."""
    return any(
        isinstance(node, Operation) and sum(isinstance(part, Name) for part in node.parts) > 1
        for node in walk(condition)
    )


def held_against(condition: Condition) -> dict[str, frozenset[str | int]]:
    """The values that each name is held against: between them nothing changes."""
    marks: dict[str, frozenset[str | int]] = {}
    for node in walk(condition):
        if isinstance(node, Operation):
            held = frozenset(value for part in node.parts for value in _constants(part))
            for part in node.parts:
                if isinstance(part, Name):
                    marks[part.code] = marks.get(part.code, frozenset()) | held
    return marks


def _constants(node: Node) -> tuple[str | int, ...]:
    if isinstance(node, Listed):
        return node.values
    if isinstance(node, Count):
        return tuple(range(len(node.parts) + 1))
    return (node.value,) if isinstance(node, Constant) else ()


def cases(domain: Domain, marks: frozenset[str | int]) -> list[Value | None]:
    """Values enough to see everything a condition can come to; None for no answer.

    `marks` are the values that the conditions hold against the name, from `held_against`.
    """
    silent: list[Value | None] = [] if domain.always else [None]
    if domain.sort is Sort.CODE:
        return [*silent, *domain.codes]
    if domain.sort is Sort.CODES:
        told = [code for code in domain.codes if code in marks]
        rest = [code for code in domain.codes if code not in marks][:1]
        some = chain.from_iterable(combinations(told + rest, size) for size in range(1, len(told + rest) + 1))
        return [*silent, *map(frozenset, islice(some, MOST_CASES))]
    if domain.sort is Sort.NUMBER and small(domain):
        return [*silent, *range(domain.least, domain.most + 1)]
    if domain.sort is Sort.NUMBER:
        near = {mark + step for mark in marks if isinstance(mark, int) for step in (-1, 0, 1)}
        ends = {domain.least, domain.least + 1, domain.most - 1, domain.most}
        return [*silent, *sorted(one for one in near | ends if domain.least <= one <= domain.most)]
    return [*silent, *sorted({f"{mark}{after}" for mark in marks for after in ("", "-")} | {"0", "9"})]
