"""What an edition asks: statements chosen, grids taken apart, conditions read, sections spread out."""

from collections.abc import Iterator

from surveys.faults import Fault, FaultyFileError
from surveys.faults import Kind as Wrong
from surveys.files.source import Source
from surveys.framework import Framework, Statement, Theme, Voice
from surveys.logic.reading import read
from surveys.logic.tree import Condition
from surveys.own.question import Kind, Question, Section, VoicedWords
from surveys.own.written import OwnQuestion, OwnSection, Row, Selection
from surveys.survey import Survey, WrittenSurvey

UNKNOWN_NAME = Wrong(
    "selection-unknown-name",
    "“{given}” is not a name we know here.",
    "The names that can stand here: themes, except.",
)
NOT_THERE = Wrong("selection-not-there", "“{code}” is not in {framework}.", "Write one of these: {known}.")
NOTHING_LEFT = Wrong("selection-empty", "Nothing is left to ask.", "Choose more themes, or except less.")


def settled(written: WrittenSurvey, by_theme: tuple[str, ...] = ()) -> Survey:
    """The survey with its statements listed; those chosen by theme are given, from `selected`."""
    codes = by_theme if isinstance(written.statements, Selection) else written.statements
    fields = {name: getattr(written, name) for name in written.model_fields_set if name != "statements"}
    return Survey.model_construct(**fields, statements=codes)


def selected(written: WrittenSurvey, framework: Framework, source: Source) -> tuple[str, ...]:
    """The codes of the statements chosen by theme, in the framework's order; none where they are listed.

    Raises FaultyFileError for a choice that names what the framework lacks or leaves nothing to ask.
    """
    if not isinstance(written.statements, Selection):
        return ()
    faults = tuple(_astray(written.statements, framework, source))
    if faults:
        raise FaultyFileError(faults)
    return tuple(_selected(written.statements, framework))


def themes_asked(survey: Survey, framework: Framework) -> tuple[Theme, ...]:
    """The framework's themes with the chosen statements only, in the words of those who are asked."""
    trimmed = (
        theme.model_copy(update={"statements": tuple(_statements(survey, theme))})
        for theme in framework.themes
    )
    return tuple(theme for theme in trimmed if theme.statements)


def questions_asked(survey: Survey) -> tuple[Question, ...]:
    """The survey's own questions in the order written, a grid's rows one by one. Raises LogicError."""
    return tuple(question for own in survey.questions for question in _questions(own, survey))


def sections_asked(survey: Survey, framework: Framework) -> tuple[Section, ...]:
    """The survey's sections with the codes of everything asked in them. Raises LogicError."""
    return tuple(
        Section(
            code=section.code,
            title=section.title,
            introduction=section.introduction,
            asks=codes,
            show_if=_read(section.show_if),
        )
        for section, codes in order(survey, framework)
        if section is not None
    )


def order(survey: Survey, framework: Framework) -> tuple[tuple[OwnSection | None, tuple[str, ...]], ...]:
    """Each section with the codes asked in it; without sections, statements first and then own questions."""
    groups = {
        theme.code: tuple(statement.code for statement in theme.statements)
        for theme in themes_asked(survey, framework)
    }
    own = {question.code: row_codes(question) for question in survey.questions}
    if not survey.sections:
        return ((None, tuple(code for codes in (groups | own).values() for code in codes)),)
    groups |= {code: (code,) for codes in tuple(groups.values()) for code in codes} | own
    return tuple(
        (section, tuple(code for asked in section.asks for code in groups.get(asked, ())))
        for section in survey.sections
    )


def row_codes(question: OwnQuestion) -> tuple[str, ...]:
    """The codes under which a question is asked: its own, or one for each row of a grid."""
    if question.kind is not Kind.GRID:
        return (question.code,)
    return tuple(_row_code(question, row) for row in question.rows)


def _row_code(question: OwnQuestion, row: Row) -> str:
    return f"{question.code}_{row.code}"


def _statements(survey: Survey, theme: Theme) -> Iterator[Statement]:
    closed = {voice: codes for voice, codes in survey.only.items() if theme.code not in codes}
    for statement in theme.statements:
        if survey.statements != "all" and statement.code not in survey.statements:
            continue
        passed = {voice for voice, codes in closed.items() if statement.code not in codes}
        wordings = {voice: words for voice, words in statement.wordings.items() if voice not in passed}
        if wordings:
            yield statement.model_copy(update={"wordings": wordings}) if passed else statement


def _questions(own: OwnQuestion, survey: Survey) -> Iterator[Question]:
    rows = own.rows if own.kind is Kind.GRID else (None,)
    for row in rows:
        given = own.model_fields_set - {"rows", "show_if", "code", "kind", "wordings", "proxy"}
        yield Question(
            **{name: getattr(own, name) for name in given},
            code=_row_code(own, row) if row else own.code,
            kind=Kind.SCALE if row else own.kind,
            wordings=_for(survey.voices, row.wordings if row else own.wordings),
            proxy=row.proxy if row else own.proxy,
            stem=_for(survey.voices, own.wordings) if row else None,
            stem_proxy=own.proxy if row else None,
            show_if=_read(own.show_if),
        )


def _for(voices: tuple[Voice, ...], wordings: VoicedWords) -> VoicedWords:
    return {voice: words for voice, words in wordings.items() if voice in voices}


def _read(text: str | None) -> Condition | None:
    return None if text is None else read(text)


def _selected(selection: Selection, framework: Framework) -> Iterator[str]:
    for theme in framework.themes:
        if selection.themes is None or theme.code in selection.themes:
            yield from (one.code for one in theme.statements if one.code not in selection.without)


def _astray(selection: Selection, framework: Framework, source: Source) -> Iterator[Fault]:
    for name in selection.model_extra or ():
        yield source.told(UNKNOWN_NAME, ("statements", name), given=name)
    themes = [theme.code for theme in framework.themes]
    statements = [statement.code for theme in framework.themes for statement in theme.statements]
    for key, codes, known in (
        ("themes", selection.themes or (), themes),
        ("except", selection.without, statements),
    ):
        for place, code in enumerate(codes):
            if code not in known:
                facts = {"code": code, "framework": framework.framework, "known": ", ".join(known)}
                yield source.told(NOT_THERE, ("statements", key, place), **facts)
    if not any(_selected(selection, framework)):
        yield source.told(NOTHING_LEFT, ("statements",))
