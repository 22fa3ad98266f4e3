"""One question of an edition as somebody reads it: needs no draft, so a preview shows the very same."""

from collections.abc import Sequence

from mir.respond.kinds.looks import Look, look
from mir.respond.kinds.told import Reader, month_names, option_words
from mir.respond.shown import Asked, Choice
from surveys.edition import Edition, Step
from surveys.framework import Statement
from surveys.own.question import Kind, Question

_APART = {"does_not_apply": "does-not-apply", "prefer_not": "prefer-not"}
_SYMBOLS = {"yes": "yes", "no": "no", "unsure": "unsure"}


def asked(edition: Edition, step: Step, reader: Reader, steps: Sequence[Step]) -> Asked:
    """The question, for this reader. `steps` is the path it stands on."""
    own = None if isinstance(step, Statement) else step
    return Asked(
        look=look(step),
        heading=heading(edition, step, reader),
        introduction=_introduction(edition, step, reader, steps),
        symbol=_symbol(edition, step) if reader.easy else "",
        question=reader.put(reader.asks(step)),
        stem=reader.put(stem) if (stem := reader.stem(step)) else "",
        hint=_hint(own, reader),
        view=_view(step, reader),
        reason=reader.put(own.reason) if own and own.reason else "",
        choices=choices(edition, step, reader),
        own=own is not None,
        places=reader.words.ranks[: own.top] if own and own.kind is Kind.RANK_TOP else (),
        months=month_names(reader.language) if own and own.kind is Kind.MONTH else (),
    )


def heading(edition: Edition, step: Step, reader: Reader) -> str:
    """What stands over a question: its section, else its theme."""
    section = edition.section_of.get(step.code)
    if section:
        return reader.put(section.title)
    theme = edition.theme_of.get(step.code)
    return reader.put(theme.name) if theme else reader.words.other_questions


def choices(edition: Edition, step: Step, reader: Reader) -> tuple[Choice, ...]:
    """The answers on offer, the least favourable first, then those that stand apart."""
    drawn = _drawn(edition, step) if reader.easy else {}
    return tuple(
        Choice(code, words, drawn.get(code, ""), apart=code in _APART)
        for code, words in option_words(edition, step, reader).items()
    )


def _drawn(edition: Edition, step: Step) -> dict[str, str]:
    if isinstance(step, Statement):
        return {option.code: option.symbol for option in edition.scale.options} | _APART
    if step.kind is Kind.YES_NO_UNSURE:
        return _SYMBOLS | _APART
    return {option.code: option.symbol or "" for option in step.options} | _APART


def _symbol(edition: Edition, step: Step) -> str:
    theme = edition.theme_of.get(step.code)
    return (step.symbol or theme.symbol) if isinstance(step, Statement) and theme else ""


def _introduction(edition: Edition, step: Step, reader: Reader, steps: Sequence[Step]) -> str:
    section = edition.section_of.get(step.code)
    if section is None or section.introduction is None:
        return ""
    first = next(one for one in steps if one.code in section.asks)
    return reader.put(section.introduction) if first.code == step.code else ""


def _view(step: Step, reader: Reader) -> str:
    """Whose view is wanted: of a proxy, and whatever the words that they read."""
    if not reader.proxy:
        return ""
    return reader.words.proxy_view if reader.of_the_person(step) else reader.words.proxy_own_words


def _hint(own: Question | None, reader: Reader) -> str:
    words = reader.words
    if own is None:
        return words.how_much
    said = reader.put(own.hint) if own.hint else ""
    ours = {
        Look.SEVERAL: words.choose_some,
        Look.RANKING: words.rank_hint.format(top=own.top),
        Look.NUMBER: words.between.format(least=f"{own.least:,}", most=f"{own.most:,}"),
    }.get(look(own), "")
    return " ".join(f"{part.rstrip('.')}." for part in (said, ours) if part)
