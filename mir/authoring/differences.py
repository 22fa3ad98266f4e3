"""Where two texts of a survey differ, place by place, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mir.authoring.words import PLACE_WORDS
from surveys.files.source import parse_source

LONGEST = 300
MOST = 40


@dataclass(frozen=True)
class Difference:
    """One place, with what one text says there and what the other does; empty for nothing."""

    place: str
    there: str
    mine: str


def differences(there: str, mine: str) -> tuple[Difference, ...]:
    """Every place where the texts of two surveys differ, in the order of the file; at most forty."""
    both = [dict(_leaves(parse_source(text.encode(), "survey").data, ())) for text in (there, mine)]
    found = (
        Difference(_words(place), both[0].get(place, ""), both[1].get(place, ""))
        for place in {**both[0], **both[1]}
        if both[0].get(place) != both[1].get(place)
    )
    return tuple(found)[:MOST]


def _leaves(value: object, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from _leaves(part, (*place, str(name)))
    elif isinstance(value, list) and value and all(isinstance(part, Mapping) for part in value):
        yield (*place, "order"), ", ".join(str(part.get("code", "")) for part in value)
        for part in value:
            yield from _leaves({k: v for k, v in part.items() if k != "code"}, (*place, str(part["code"])))
    elif isinstance(value, list):
        yield place, _short(", ".join(str(part) for part in value))
    else:
        yield (
            place,
            _short({True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value),
        )


def _short(value: object) -> str:
    text = str(value)
    return f"{text[:LONGEST]}…" if len(text) > LONGEST else text


def _words(place: tuple[str, ...]) -> str:
    words = ", ".join(PLACE_WORDS.get(name, name) for name in place)
    return words[:1].upper() + words[1:]
