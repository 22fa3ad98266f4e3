"""What can be wrong with the conditions of a survey: how they are written, and what they ask about."""

from collections.abc import Iterator, Mapping

from surveys.asking import order, row_codes
from surveys.faults import Severity
from surveys.files.tree import Loc
from surveys.framework import Framework, Presentation
from surveys.logic.meaning import Domain, Sort, doubts
from surveys.logic.reading import read
from surveys.logic.tree import LogicError, names
from surveys.own.question import TEXTS, YES_NO_UNSURE, Asked, Kind
from surveys.rules.remark import Remark
from surveys.survey import Survey

WARNED = frozenset({"condition-always", "condition-never"})


def condition_faults(survey: Survey, framework: Framework) -> Iterator[Remark]:
    """A condition that cannot be read, does not fit what it asks about, or looks ahead."""
    every = domains(survey, framework)
    asked = [(section, code) for section, codes in order(survey, framework) for code in codes]
    codes = [code for _, code in asked]
    sections = [section for section, _ in asked]
    for place, section in enumerate(survey.sections):
        before = codes[: sections.index(section)] if section in sections else codes
        yield from _faults(("sections", place, "show_if"), section.show_if, every, before)
    for place, question in enumerate(survey.questions):
        first = next((code for code in row_codes(question) if code in codes), None)
        before = codes[: codes.index(first)] if first else codes
        yield from _faults(("questions", place, "show_if"), question.show_if, every, before)


def domains(survey: Survey, framework: Framework) -> Mapping[str, Domain]:
    """What each name in a condition of this survey can stand for."""
    scale = Domain(Sort.NUMBER, least=1, most=len(framework.scale.options))
    found = {
        "voice": Domain(Sort.CODE, tuple(voice.value for voice in survey.voices), always=True),
        "presentation": Domain(Sort.CODE, tuple(one.value for one in Presentation), always=True),
    }
    own = {code: domain_of(question) for question in survey.questions for code in row_codes(question)}
    for _, codes in order(survey, framework):
        found |= {code: own.get(code, scale) for code in codes}
    return own | found


def domain_of(question: Asked) -> Domain:
    """What the answer to an own question can be."""
    codes = tuple(option.code for option in question.options)
    if question.kind in TEXTS:
        return Domain(Sort.TEXT)
    if question.kind in {Kind.SCALE, Kind.GRID}:
        return Domain(Sort.NUMBER, least=1, most=len(codes))
    return {
        Kind.ONE_CHOICE: Domain(Sort.CODE, codes),
        Kind.YES_NO_UNSURE: Domain(Sort.CODE, YES_NO_UNSURE),
        Kind.NUMBER: Domain(Sort.NUMBER, least=question.least, most=question.most),
        Kind.MONTH: Domain(Sort.MONTH),
    }.get(question.kind, Domain(Sort.CODES, codes))


def _faults(loc: Loc, text: str | None, every: Mapping[str, Domain], before: list[str]) -> Iterator[Remark]:
    if text is None:
        return
    try:
        condition = read(text)
    except LogicError as error:
        yield Remark(loc, "condition-unreadable", error.what, error.fix)
        return
    ahead = sorted(
        name for name in names(condition) & set(every) if not every[name].always and name not in before
    )
    for name in ahead:
        what = f"The condition asks about “{name}”, which does not come before it."
        yield Remark(loc, "condition-looks-ahead", what, "Ask it earlier, or ask about something else.")
    for doubt in doubts(condition, every):
        severity = Severity.WARNING if doubt.slug in WARNED else Severity.ERROR
        yield Remark(loc, doubt.slug, doubt.what, doubt.fix, severity)
