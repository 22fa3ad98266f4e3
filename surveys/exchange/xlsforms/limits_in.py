"""The limits that a row of a form sets to its answer, as ours; what cannot be kept is noted."""

import re
from collections.abc import Mapping, Sequence

from surveys.exchange.xlsforms.constraints import Limits, limits
from surveys.exchange.xlsforms.incoming import Form, Line
from surveys.exchange.xlsforms.structure import type_of
from surveys.logic.tree import LogicError
from surveys.own.question import LARGEST_NUMBER, TEXT_LENGTHS, Kind

_NO_LIMIT = (
    "The constraint is left out: any answer that fits the kind of question counts.",
    "Say it in the hint.",
)


def limited(form: Form, line: Line, kind: Kind, options: Sequence[dict[str, object]]) -> dict[str, object]:
    """What the limits add to a question. Options that stand alone are marked."""
    found = _limits(form, line)
    if kind is Kind.NUMBER:
        return _numbers(form, line, found)
    if kind in TEXT_LENGTHS:
        if found.longest is not None and found.longest != TEXT_LENGTHS[kind]:
            what = f"A text may be {TEXT_LENGTHS[kind]:,} characters long here, not {found.longest:,}."
            form.notes.append(line.note(what, "Say it in the hint."))
    elif kind is Kind.SEVERAL_CHOICES:
        listed = form.choices.get(type_of(line).split()[1], ())
        for choice, option in zip(listed, options, strict=True):
            if choice.get("name") in found.alone:
                option["alone"] = True
    elif line.get("constraint"):
        form.notes.append(line.note(*_NO_LIMIT))
    return {}


def _limits(form: Form, line: Line) -> Limits:
    text = line.get("constraint")
    if not text:
        return Limits()
    try:
        return limits(text)
    except LogicError as error:
        form.notes.append(line.note(f"The constraint is left out. {error.what}", error.fix))
        return Limits()


def _numbers(form: Form, line: Line, found: Limits) -> dict[str, object]:
    least, most = found.least, found.most
    if type_of(line) == "range":
        told = _parameters(line.get("parameters"))
        least, most = _whole(told.get("start", "1")), _whole(told.get("end", "10"))
        if told.get("step", "1") != "1":
            what = f"The numbers went in steps of {told['step']}; here every whole number counts."
            form.notes.append(line.note(what, "Say it in the hint."))
    made: dict[str, object] = {}
    if least is not None and least != 0 and abs(least) <= LARGEST_NUMBER:
        made["least"] = least
    if most is not None and most != LARGEST_NUMBER and abs(most) <= LARGEST_NUMBER:
        made["most"] = most
    if least is None:
        what = "A number below 0 does not count here, for the form names no least number."
        form.notes.append(line.note(what, "Write “least:” where it should."))
    return made


def _parameters(text: str) -> Mapping[str, str]:
    return dict(re.findall(r"(\w+)\s*=\s*([^\s;,]+)", text.lower()))


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?[0-9]{1,8}", text) else None
