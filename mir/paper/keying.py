"""What somebody pressed who types in a booklet, read as answers; a key that does not fit is told in words."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mir.paper.asking import Form
from mir.paper.items import Item, Sort
from surveys.own.meant import Answer, meant
from surveys.own.question import TEXT_LENGTHS, Kind, Question


class NotAKeyError(Exception):
    """What was typed is no answer to this question. Its message says what to type."""


@dataclass(frozen=True)
class Compared:
    """Two typings of one booklet: how many answers stand in at least one of them, and which differ."""

    number: int
    different: tuple[str, ...]
    """The names of the fields."""


def read(form: Form, item: Item, typed: str) -> Answer | None:
    """The answer, or None where nothing counts: blank, or it cannot be read. Raises NotAKeyError."""
    text = typed.strip()
    if not text:
        if item.conditional or not item.width:
            return None
        raise NotAKeyError(f"press the key of the box that is ticked, or {item.keys.blank} for no tick.")
    if item.sort is Sort.TEXT:
        return _text(item, text)
    key = text.lower()
    if key in {item.keys.blank, item.keys.unreadable}:
        return None
    apart = {box.key: box.value for box in item.boxes if box.apart}
    if key in apart:
        return apart[key]
    answer = _READ[item.sort](item, key)
    question = next((one for one in form.edition.questions if one.code == item.code), None)
    if question is not None and meant(question, {}, answer) is None:
        raise NotAKeyError(_does_not_fit(item, question))
    return answer


def keys_of(item: Item) -> tuple[tuple[str, str], ...]:
    """Every key that may be pressed, with what it means."""
    own = tuple((box.key, box.words.words) for box in item.boxes)
    if item.sort is Sort.TEXT:
        return ()
    unreadable = "two boxes ticked" if item.sort is Sort.ONE else "not clear"
    states = ((item.keys.blank, "no tick"),) if item.keys.blank else ()
    return (*own, (item.keys.unreadable, f"{unreadable}, or cannot be read"), *states)


def compare(first: Mapping[str, Answer | None], second: Mapping[str, Answer | None]) -> Compared:
    """What differs between two typings of the same fields. Where both are blank there is no answer."""
    known = [name for name in first if (first[name], second.get(name)) != (None, None)]
    return Compared(len(known), tuple(name for name in known if first[name] != second.get(name)))


def _text(item: Item, text: str) -> str:
    most = TEXT_LENGTHS[Kind.LONG_TEXT if item.long else Kind.SHORT_TEXT]
    if len(text) > most:
        raise NotAKeyError(f"that is {len(text):,} characters. Please make it {most:,} at most.")
    return text


def _one(item: Item, key: str) -> Answer:
    known = {box.key: box.value for box in item.own}
    if key not in known:
        raise NotAKeyError(f"“{key[:20]}” is not one of its keys. Press one of: {', '.join(_keys(item))}.")
    return known[key]


def _several(item: Item, key: str) -> Answer:
    bare = re.sub(r"[\s,.;]", "", key)
    pressed = [bare[at : at + item.width] for at in range(0, len(bare), item.width)]
    if len(set(pressed)) != len(pressed):
        raise NotAKeyError("one key stands there twice. Press each key once.")
    return [str(_one(item, one)) for one in pressed]


def _number(_item: Item, key: str) -> Answer:
    if not re.fullmatch(r"-?[0-9]{1,7}", key):
        raise NotAKeyError("type a whole number, or x if it cannot be read.")
    return int(key)


def _month(_item: Item, key: str) -> Answer:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})", key)
    turned = re.fullmatch(r"(\d{1,2})[\s/.-]+(\d{4})", key)
    if not found and not turned:
        raise NotAKeyError("type the month and the year, such as 3/2026, or x if it cannot be read.")
    year, month = found.groups() if found else turned.groups()[::-1] if turned else ("", "")
    return f"{year}-{int(month):02}"


_READ: Mapping[Sort, Callable[[Item, str], Answer]] = {
    Sort.ONE: _one,
    Sort.SEVERAL: _several,
    Sort.RANK: _several,
    Sort.NUMBER: _number,
    Sort.MONTH: _month,
}


def _keys(item: Item) -> Iterator[str]:
    yield from (box.key for box in item.own)
    yield item.keys.unreadable
    yield from (box.key for box in item.boxes if box.apart)
    yield item.keys.blank


def _does_not_fit(item: Item, question: Question) -> str:
    if item.sort is Sort.NUMBER:
        return f"this takes a number from {question.least:,} to {question.most:,}. Is it another? Type x."
    if item.sort is Sort.MONTH:
        return "there is no such month. Type it as 3/2026, or x if it cannot be read."
    if item.sort is Sort.RANK:
        return f"it takes {item.top} at most, the best first. Are there more? Press {item.keys.unreadable}."
    alone = " or ".join(f"‘{box.words.words}’" for box in item.own if box.alone)
    return f"{alone} cannot stand beside others. Are both ticked? Press {item.keys.unreadable}."
