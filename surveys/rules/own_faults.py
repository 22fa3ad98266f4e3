"""What can be wrong with own questions and sections beyond their shape, each with its line and its remedy."""

import keyword
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from surveys.asking import order, row_codes
from surveys.faults import Fault, Severity
from surveys.files.source import Source
from surveys.files.tree import Loc
from surveys.framework import MOST_OPTIONS, Framework
from surveys.own.question import TEXTS, WITH_OPTIONS, Kind
from surveys.own.written import OwnQuestion
from surveys.rules.condition_faults import condition_faults
from surveys.rules.remark import Remark
from surveys.rules.word_faults import word_faults
from surveys.survey import Survey

LONGEST_CODE = 40
TAKEN = frozenset(
    {
        *("not_answered", "prefer_not", "does_not_apply", "not_asked"),
        *("voice", "presentation", "answered", "count", "any_of", "all_of"),
        *(word for word in keyword.kwlist if word.islower()),
    }
)
"""Names of states, and words that mean something else in a condition."""

Rule = Callable[[Survey, Framework], Iterable[Remark]]

_BELONGS = {
    "options": WITH_OPTIONS,
    "rows": {Kind.GRID},
    "top": {Kind.RANK_TOP},
    "least": {Kind.NUMBER},
    "most": {Kind.NUMBER},
    "unit": {Kind.NUMBER},
}
"""Which kinds of question may say what."""


def own_faults(survey: Survey, framework: Framework, source: Source) -> tuple[Fault, ...]:
    """Every fault in a survey's own questions, sections and conditions, warnings among them."""
    found = (remark for rule in (*SOUND, word_faults) for remark in rule(survey, framework))
    return _told(found, source)


def unsound_own(survey: Survey, framework: Framework, source: Source) -> tuple[Fault, ...]:
    """The faults for which nothing could be asked or kept; the others only make a survey a poor one."""
    found = (remark for rule in SOUND for remark in rule(survey, framework))
    return _told((remark for remark in found if remark.severity is Severity.ERROR), source)


def _told(remarks: Iterable[Remark], source: Source) -> tuple[Fault, ...]:
    return tuple(sorted({remark.fault(source) for remark in remarks}))


def question_codes(survey: Survey, framework: Framework) -> Iterator[Remark]:
    """A code that something else has, that means something in conditions, or that is too long."""
    taken = {theme.code for theme in framework.themes}
    taken |= {statement.code for theme in framework.themes for statement in theme.statements} | TAKEN
    for place, question in enumerate(survey.questions):
        loc: Loc = ("questions", place)
        for code in dict.fromkeys((question.code, *row_codes(question))):
            if code in taken:
                what = f"“{code}” is taken by a theme, a statement, another question or a word of ours."
                yield Remark((*loc, "code"), "own-code-taken", what, "Choose another code.")
            if len(code) > LONGEST_CODE:
                what = f"“{code}” is longer than {LONGEST_CODE} characters."
                yield Remark(
                    (*loc, "code"), "own-code-long", what, "Shorten the code of the grid or the row."
                )
            taken.add(code)
        yield from _option_codes(loc, question)
        yield from _twice((*loc, "rows"), [row.code for row in question.rows], "row")


def _option_codes(loc: Loc, question: OwnQuestion) -> Iterator[Remark]:
    codes = [option.code for option in question.options]
    yield from _twice((*loc, "options"), codes, "option")
    for place, code in enumerate(codes):
        if code in TAKEN:
            what = f"“{code}” has a meaning of its own, so it cannot be an option."
            yield Remark((*loc, "options", place, "code"), "own-code-taken", what, "Choose another code.")


def _twice(loc: Loc, codes: list[str], thing: str) -> Iterator[Remark]:
    for place, code in enumerate(codes):
        if code in codes[:place]:
            what = f"“{code}” is the code of another {thing}."
            yield Remark((*loc, place, "code"), "own-code-twice", what, "Give each its own, once.")


def question_kinds(survey: Survey, _framework: Framework) -> Iterator[Remark]:
    """A question that says what its kind has no use for, or lacks what its kind needs."""
    for place, question in enumerate(survey.questions):
        loc: Loc = ("questions", place)
        for name, kinds in _BELONGS.items():
            if name in question.model_fields_set and question.kind not in kinds:
                what = f"A question of the kind “{question.kind}” has no “{name}”."
                yield Remark((*loc, name), "own-not-of-this-kind", what, "Take it out, or change the kind.")
        yield from (Remark((*loc, *at), "own-incomplete", what, fix) for at, what, fix in _lacking(question))


def _lacking(question: OwnQuestion) -> Iterator[tuple[Loc, str, str]]:
    options, kind = question.options, question.kind
    if kind in WITH_OPTIONS and len(options) < 2:  # noqa: PLR2004 - with one there is nothing to choose
        yield ("options",), "The question has fewer than two answers to choose from.", "Write its options."
    if kind in {Kind.SCALE, Kind.GRID} and len(options) > MOST_OPTIONS:
        yield ("options",), f"The scale has more than {MOST_OPTIONS} answers.", "Leave some out."
    if kind is Kind.GRID and not question.rows:
        yield ("rows",), "The grid has no rows.", "Write what it asks about under “rows:”."
    if kind is Kind.RANK_TOP and question.top > len(options):
        yield (
            ("top",),
            "There are fewer options than are to be put in order.",
            "Write more, or a smaller top.",
        )
    if kind is Kind.NUMBER and question.least >= question.most:
        yield ("most",), "The greatest number is not above the least.", "Put “least” and “most” right."
    if kind is not Kind.SEVERAL_CHOICES and any(option.alone for option in options):
        yield ("options",), "Only where several may be chosen can one stand alone.", "Take out “alone:”."


def about_people(survey: Survey, _framework: Framework) -> Iterator[Remark]:
    """A question about the person who answers that gives no reason, or that could name them."""
    for place, question in enumerate(survey.questions):
        if question.about_you and question.reason is None:
            what = "The question is about the person who answers, and does not say why it is asked."
            fix = "Add a line “reason:” that people will read."
            yield Remark(("questions", place, "about_you"), "own-without-reason", what, fix)
        if question.about_you and question.kind in TEXTS:
            what = "A free text cannot be a question about the person: it could name them."
            fix = "Offer answers to choose from, or take out “about_you:”."
            yield Remark(("questions", place, "kind"), "own-text-about-you", what, fix)


def sections_whole(survey: Survey, framework: Framework) -> Iterator[Remark]:
    """Sections that name nothing we know, one thing twice, or not everything that is asked."""
    yield from _twice(("sections",), [section.code for section in survey.sections], "section")
    known = _known(survey, framework)
    for place, section in enumerate(survey.sections):
        for number, code in enumerate(section.asks):
            if code not in known:
                loc = ("sections", place, "asks", number)
                yield Remark(
                    loc, "section-unknown", f"“{code}” is nothing this survey asks.", _near(code, known)
                )
    if survey.sections:
        whole = [
            code
            for _, codes in order(survey.model_copy(update={"sections": ()}), framework)
            for code in codes
        ]
        spread = [code for _, codes in order(survey, framework) for code in codes]
        for code in dict.fromkeys(code for code in spread if spread.count(code) > 1):
            what = f"“{code}” is asked in two places."
            yield Remark(("sections",), "section-twice", what, "Name it, or its theme, in one section only.")
        for code in whole:
            if code not in spread:
                what = f"“{code}” is in no section, so nobody would be asked it."
                yield Remark(("sections",), "section-missing", what, "Add it, or its theme, to a section.")


def voices_known(survey: Survey, framework: Framework) -> Iterator[Remark]:
    """A choice for a voice that names nothing we know, or a question that no voice of the survey is asked."""
    codes = {
        code for theme in framework.themes for code in (theme.code, *(one.code for one in theme.statements))
    }
    for voice, chosen in survey.only.items():
        for place, code in enumerate(chosen):
            if code not in codes:
                what = f"“{code}” is neither a theme nor a statement of {framework.framework}."
                yield Remark(("only", voice, place), "only-unknown", what, _near(code, codes))
    for place, question in enumerate(survey.questions):
        for at, wordings in (
            ((), question.wordings),
            *((("rows", number), row.wordings) for number, row in enumerate(question.rows)),
        ):
            if not set(wordings) & set(survey.voices):
                what = "None of the survey’s voices is asked this."
                fix = f"Word it for one of these: {', '.join(survey.voices)}."
                yield Remark(("questions", place, *at, "wordings"), "own-asks-nobody", what, fix)


def _known(survey: Survey, framework: Framework) -> set[str]:
    plain = survey.model_copy(update={"sections": ()})
    codes = {code for _, codes in order(plain, framework) for code in codes}
    return codes | {theme.code for theme in framework.themes} | {one.code for one in survey.questions}


def _near(code: str, known: Iterable[str]) -> str:
    near = get_close_matches(code, sorted(known), 1)
    return f"Did you mean “{near[0]}”?" if near else "Check the code."


SOUND: tuple[Rule, ...] = (
    question_codes,
    question_kinds,
    about_people,
    sections_whole,
    voices_known,
    condition_faults,
)
"""Without these something could not be asked, or an answer could not be kept under one name."""
