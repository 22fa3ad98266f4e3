"""What was typed, understood: an answer that a draft may keep, or the sentence that says what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mir.respond.kinds.looks import Look, apart, look
from mir.respond.kinds.typed import Typed
from mir.respond.words import Words
from surveys.edition import Step
from surveys.framework import Statement
from surveys.own.meant import Answer
from surveys.own.question import TEXT_LENGTHS, Question

LONGEST_FIGURE = 12
"""With more figures than this nothing is a number of people, days or pounds."""
EARLIEST, LATEST = 1900, 2100


class NotUnderstoodError(Exception):
    """What was typed is not an answer yet. `sentence` says what to do, `field` where."""

    def __init__(self, sentence: str, field: str = "answer") -> None:
        self.sentence, self.field = sentence, field
        super().__init__(sentence)


@dataclass(frozen=True)
class Reading:
    """A step, the sentences of the page, and what a code of it is called there."""

    step: Question
    words: Words
    called: Callable[[str], str]


def understood(step: Step, given: Typed, words: Words, called: Callable[[str], str] = str) -> Answer | None:
    """The answer; None where nothing was chosen or typed. Raises NotUnderstoodError."""
    if given.nothing:
        return None
    if isinstance(step, Statement):
        return given.one
    states = [code for code in given.chosen if code in apart(step)]
    rest = Typed(tuple(code for code in given.chosen if code not in states), given.text, given.month)
    if states and (len(states) > 1 or not rest.nothing):
        raise NotUnderstoodError(words.either.format(answer=called(states[0])))
    if states:
        return states[0]
    return _READ[look(step)](Reading(step, words, called), rest)


def asks_for(step: Step, words: Words) -> str:
    """What to do where Next was pressed and there is no answer."""
    sentences = {
        Look.NUMBER: words.write_number_or_skip,
        Look.MONTH: words.write_month_or_skip,
        Look.LINE: words.write_or_skip,
        Look.LINES: words.write_or_skip,
        Look.RANKING: words.rank_or_skip,
        Look.SEVERAL: words.choose_some_or_skip,
    }
    return sentences.get(look(step), words.choose_or_skip)


def _one(_reading: Reading, given: Typed) -> Answer | None:
    return given.one


def _several(reading: Reading, given: Typed) -> Answer | None:
    alone = {option.code for option in reading.step.options if option.alone}
    lonely = next((code for code in given.chosen if code in alone), None)
    if lonely and len(given.chosen) > 1:
        raise NotUnderstoodError(reading.words.either.format(answer=reading.called(lonely)))
    return list(given.chosen)


def _number(reading: Reading, given: Typed) -> Answer | None:
    least, most = reading.step.least, reading.step.most
    bare = "".join(given.text.split()).replace(",", "") if _thousands(given.text) else given.text.strip()
    try:
        number = int(bare) if len(bare) <= LONGEST_FIGURE else None
    except ValueError:
        number = None
    if number is None or not least <= number <= most:
        raise NotUnderstoodError(reading.words.number_between.format(least=f"{least:,}", most=f"{most:,}"))
    return number


def _thousands(text: str) -> bool:
    """Whether a comma or a space in it can only part thousands, as in 1,200."""
    first, *rest = text.strip().replace(" ", ",").split(",")
    return bool(rest) and first.removeprefix("-").isdigit() and all(len(p) == 3 and p.isdigit() for p in rest)  # noqa: PLR2004 - thousands


def _text(reading: Reading, given: Typed) -> Answer | None:
    most = TEXT_LENGTHS[reading.step.kind]
    if len(given.text) > most:
        told = reading.words.too_long.format(length=f"{len(given.text):,}", most=f"{most:,}")
        raise NotUnderstoodError(told)
    return given.text


def _month(reading: Reading, given: Typed) -> Answer | None:
    if not given.month:
        raise NotUnderstoodError(reading.words.choose_month, "month")
    year = given.text.strip()
    if not (year.isdecimal() and len(year) == 4 and EARLIEST <= int(year) <= LATEST):  # noqa: PLR2004 - a year
        raise NotUnderstoodError(reading.words.write_year)
    return f"{int(year)}-{given.month}"


def _ranking(reading: Reading, given: Typed) -> Answer | None:
    ranked = [code for code in given.chosen if code]
    twice = next((code for place, code in enumerate(ranked) if code in ranked[:place]), None)
    if twice:
        raise NotUnderstoodError(reading.words.ranked_twice.format(answer=reading.called(twice)))
    return ranked


_READ: Mapping[Look, Callable[[Reading, Typed], Answer | None]] = {
    Look.CHOICE: _one,
    Look.SEVERAL: _several,
    Look.NUMBER: _number,
    Look.MONTH: _month,
    Look.LINE: _text,
    Look.LINES: _text,
    Look.RANKING: _ranking,
}
