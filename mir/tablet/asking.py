"""What a tablet has to know to ask by itself: the steps, their conditions, and what to say of each."""

from collections.abc import Mapping
from typing import Any

from mir.respond.kinds.looks import Look, apart, look
from mir.respond.kinds.told import Reader, option_words
from mir.respond.kinds.understood import asks_for
from mir.respond.offered import LONGEST_COMMENT
from surveys.edition import Edition, Step
from surveys.framework import Statement
from surveys.logic.tree import to_json
from surveys.own.question import TEXT_LENGTHS, Kind, Question


def steps(edition: Edition, reader: Reader) -> list[dict[str, Any]]:
    """Every step that this reader could be asked, in order."""
    return [
        {
            "conditions": [to_json(one) for one in conditions],
            **rules(edition, step),
            **_says(edition, step, reader),
        }
        for step, conditions in edition.order
        if reader.voice in step.wordings
    ]


def rules(edition: Edition, step: Step) -> dict[str, Any]:
    """How an answer to this step is read: the same in every language."""
    common = {"code": step.code, "look": look(step).value, "apart": list(apart(step))}
    if isinstance(step, Statement):
        return common | {"values": dict(edition.values)}
    if step.kind is Kind.SCALE:
        return common | {"values": {code: place for place, code in enumerate(step.codes, start=1)}}
    return common | _own(step)


def _own(step: Question) -> dict[str, Any]:
    shown = look(step)
    if shown is Look.CHOICE:
        return {"values": {code: code for code in step.codes}}
    if shown is Look.NUMBER:
        return {"least": step.least, "most": step.most}
    if shown in {Look.LINE, Look.LINES}:
        return {"longest": TEXT_LENGTHS[step.kind]}
    alone = [option.code for option in step.options if option.alone]
    return {"codes": list(step.codes), "alone": alone, "top": step.top if shown is Look.RANKING else 0}


def _says(edition: Edition, step: Step, reader: Reader) -> Mapping[str, Any]:
    """The sentences for an answer that is not understood, each as the page online says it."""
    words, called = reader.words, option_words(edition, step, reader)
    own = None if isinstance(step, Statement) else step
    number = own is not None and look(own) is Look.NUMBER and own
    most = f"{LONGEST_COMMENT:,}"
    return {
        "asks": asks_for(step, words),
        "either": {code: words.either.format(answer=name) for code, name in called.items()},
        "twice": {code: words.ranked_twice.format(answer=name) for code, name in called.items()},
        "between": words.number_between.format(least=f"{number.least:,}", most=f"{number.most:,}")
        if number
        else "",
        "month": words.choose_month,
        "year": words.write_year,
        "too_long": words.too_long.format(length="{length}", most=most),
        "too_long_answer": words.too_long.format(
            length="{length}",
            most=f"{TEXT_LENGTHS[own.kind]:,}" if own and own.kind in TEXT_LENGTHS else most,
        ),
    }
