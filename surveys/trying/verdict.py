"""Where a made-up person's way is not the one that was expected, each difference with its line."""

from collections.abc import Iterator
from itertools import zip_longest

from surveys.faults import Fault, Kind
from surveys.files.source import Source
from surveys.files.tree import Loc
from surveys.trying.walk import Walk

_CHANGE = "If that is right, change what is expected. If not, look at"
OTHER_WAY = Kind(
    "persona-other-way",
    "{name} is asked {asked} as question {number}, where {expected} is expected.",
    f"{_CHANGE} the conditions and the order of the questions.",
)
NOT_ASKED = Kind(
    "persona-not-asked",
    "{name} is not asked “{code}”.",
    f"{_CHANGE} who is asked it, and at its condition.",
)
ASKED = Kind(
    "persona-asked",
    "{name} is asked “{code}”, as question {number}.",
    f"{_CHANGE} its condition.",
)
COUNT = Kind(
    "persona-count",
    "{name} is asked {count:,} questions; {expected:,} are expected.",
    f"{_CHANGE} what is chosen and under which conditions.",
)


def differences(walk: Walk, loc: Loc, source: Source) -> Iterator[Fault]:
    """What is not as expected on the way. `loc` is where the file speaks of this person."""
    expect, codes = walk.persona.expect, walk.codes
    at, name = (*loc, "expect"), walk.persona.name
    if expect.path is not None and expect.path != codes:
        yield _first_turn(walk, expect.path, at, source)
    for place, code in enumerate(expect.asked):
        if code not in codes:
            yield source.told(NOT_ASKED, (*at, "asked", place), name=name, code=code)
    for place, code in enumerate(expect.not_asked):
        if code in codes:
            number = codes.index(code) + 1
            yield source.told(ASKED, (*at, "not_asked", place), name=name, code=code, number=number)
    if expect.questions is not None and expect.questions != len(codes):
        facts = {"count": len(codes), "expected": expect.questions}
        yield source.told(COUNT, (*at, "questions"), name=name, **facts)


def _first_turn(walk: Walk, path: tuple[str, ...], at: Loc, source: Source) -> Fault:
    """The first place where the two part; what comes after follows from it."""
    pairs = enumerate(zip_longest(walk.codes, path))
    place, (code, wanted) = next((place, pair) for place, pair in pairs if pair[0] != pair[1])
    facts = {"asked": _named(code), "number": place + 1, "expected": _named(wanted)}
    return source.told(OTHER_WAY, (*at, "path", place), name=walk.persona.name, **facts)


def _named(code: str | None) -> str:
    return f"“{code}”" if code else "nothing more"
