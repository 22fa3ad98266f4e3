"""A survey as the sheets of an XLSForm: one voice, one presentation, and all the rest beside it."""

from collections.abc import Iterator, Mapping

from surveys.asking import order, row_codes, themes_asked
from surveys.exchange.book import LONGEST_CELL
from surveys.exchange.tables import Table
from surveys.exchange.xlsforms.asking_out import Asking
from surveys.exchange.xlsforms.fields import STATE_CHOICES, Field, all_fields
from surveys.exchange.xlsforms.layout import (
    CHOICES,
    OURS,
    SETTINGS,
    SURVEY,
    Asked,
    Cells,
    escaped,
    language_name,
    shown_heading,
    table,
)
from surveys.exchange.xlsforms.saying import said
from surveys.exchange.xlsforms.wording import put_words
from surveys.faults import FaultyFileError
from surveys.files.source import Source
from surveys.framework import SOURCE_LANGUAGE, Framework, Statement, Theme
from surveys.logic.reading import read
from surveys.own.question import YES_NO_UNSURE, Kind
from surveys.own.written import OwnQuestion, OwnSection
from surveys.rules import unsound
from surveys.rules.own_faults import unsound_own
from surveys.survey import Survey

YES_NO_WORDS: Mapping[str, str] = {"yes": "Yes", "no": "No", "unsure": "Not sure"}
SCALE_LIST, YES_NO_LIST = "answers", "yes_no_unsure"


def to_form(survey: Survey, framework: Framework, asked: Asked) -> tuple[Table, ...]:
    """The sheets of the form. Raises FaultyFileError for a survey that could not be published."""
    source = Source(survey.survey)
    faults = unsound(survey, framework, source, Source(framework.framework))
    faults = faults or unsound_own(survey, framework, source)
    if faults:
        raise FaultyFileError(faults)
    form = _Form(survey, framework, asked)
    rows = list(form.rows())
    _refuse_too_long(rows, source)
    return (
        table(SURVEY, rows),
        table(CHOICES, list(form.choices())),
        _settings(survey, asked),
        _ours(survey, asked),
    )


class _Form:
    def __init__(self, survey: Survey, framework: Framework, asked: Asked) -> None:
        self._survey, self._framework, self._asked = survey, framework, asked
        self._themes = themes_asked(survey, framework)
        self._statements = {one.code: one for theme in self._themes for one in theme.statements}
        self._questions = {code: one for one in survey.questions for code in row_codes(one)}
        self._names = _Names([*self._statements, *self._questions])
        self.fields: Mapping[str, Field] = all_fields(survey, framework, self._names.given)
        self._asking = Asking(survey, asked, self.fields)

    def rows(self) -> Iterator[Cells]:
        for name in ("voice", "presentation"):
            yield {"type": "calculate", "name": name, "calculation": f"'{getattr(self._asked, name)}'"}
        if self._survey.sections:
            for section, codes in order(self._survey, self._framework):
                if section is not None:
                    yield from self._section(section, codes)
            return
        for theme in self._themes:
            yield from self._theme(theme)
        yield from self._each(tuple(self._questions))

    def _theme(self, theme: Theme) -> Iterator[Cells]:
        cells = self._group("theme", theme.code)
        put_words(cells, "label", theme.name, self._asked)
        yield {heading: cell for heading, cell in cells.items() if "__" not in heading}
        for statement in theme.statements:
            yield self._statement(statement)
        yield {"type": "end_group"}

    def _section(self, section: OwnSection, codes: tuple[str, ...]) -> Iterator[Cells]:
        cells = self._group("section", section.code)
        cells["mir_asks"] = " ".join(section.asks)
        put_words(cells, "label", section.title, self._asked)
        self._show_if(cells, section.show_if)
        yield cells
        if section.introduction is not None:
            note: Cells = {"type": "note", "mir_kind": "introduction"}
            note["name"] = self._names.other(f"{section.code}_introduction")
            put_words(note, "label", section.introduction, self._asked)
            yield note
        yield from self._each(codes)
        yield {"type": "end_group"}

    def _each(self, codes: tuple[str, ...]) -> Iterator[Cells]:
        for code in codes:
            if code in self._statements:
                yield self._statement(self._statements[code])
                continue
            question = self._questions[code]
            if question.kind is not Kind.GRID:
                yield self._asking.question(question)
            elif code == row_codes(question)[0]:
                yield from self._grid(question)

    def _grid(self, question: OwnQuestion) -> Iterator[Cells]:
        cells = self._group("grid", question.code) | {"appearance": "table-list"}
        self._asking.about(cells, question)
        self._show_if(cells, question.show_if)
        yield cells
        for row, code in zip(question.rows, row_codes(question), strict=True):
            yield self._asking.row(question, row, code)
        yield {"type": "end_group"}

    def _statement(self, statement: Statement) -> Cells:
        name = self._names.given[statement.code]
        cells: Cells = {"type": f"select_one {SCALE_LIST}", "name": name, "mir_kind": "statement"}
        self._asking.statement(cells, statement)
        return cells

    def _group(self, kind: str, code: str) -> Cells:
        name = self._names.other(code)
        cells: Cells = {"type": "begin_group", "name": name, "mir_kind": kind}
        return cells | ({"mir_code": code} if name != code else {})

    def _show_if(self, cells: Cells, text: str | None) -> None:
        if text is not None:
            cells["relevant"] = said(read(text), self.fields)
            cells["mir_show_if"] = text

    def choices(self) -> Iterator[Cells]:
        for option in self._framework.scale.options:
            cells: Cells = {"list_name": SCALE_LIST, "name": option.code}
            put_words(cells, "label", option.words, self._asked)
            yield {heading: cell for heading, cell in cells.items() if not heading.startswith("mir_")}
        for code, words in STATE_CHOICES.items():
            yield self._in_english(SCALE_LIST, code, words)
        if any(question.kind is Kind.YES_NO_UNSURE for question in self._survey.questions):
            for code in YES_NO_UNSURE:
                yield self._in_english(YES_NO_LIST, code, YES_NO_WORDS[code])
        for question in self._survey.questions:
            yield from self._asking.options(question)

    def _in_english(self, listed: str, code: str, words: str) -> Cells:
        """A choice in our own words, of which a survey has none in other languages."""
        labels = {shown_heading("label", language): words for language in self._asked.languages}
        return {"list_name": listed, "name": code, **labels}


class _Names:
    """Names for a form, each once: a question keeps its code where it can, a group gives way."""

    def __init__(self, codes: list[str]) -> None:
        self._taken = {"meta", "voice", "presentation", *codes}
        self.given = {code: code if code != "meta" else self.other(code) for code in codes}

    def other(self, wanted: str) -> str:
        """The name that is wanted, or one like it that nothing has."""
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}_{number}"
        self._taken.add(name)
        return name


def _refuse_too_long(rows: list[Cells], source: Source) -> None:
    """A condition that counts many things is said in a form at far greater length."""
    for cells in rows:
        if len(cells.get("relevant", "")) > LONGEST_CELL:
            what = f"The condition of “{cells['name']}” is too long for a spreadsheet."
            raise FaultyFileError((source.fault((), what, "Ask about fewer things at once."),))


def _settings(survey: Survey, asked: Asked) -> Table:
    title = survey.title.get(SOURCE_LANGUAGE) or next(iter(survey.title.values()))
    language = SOURCE_LANGUAGE if SOURCE_LANGUAGE in asked.languages else asked.languages[0]
    cells: Cells = {
        "form_title": escaped(f"{title} ({asked.voice})"),
        "form_id": f"{survey.survey}_{asked.voice}_{asked.presentation}".replace("-", "_"),
        "default_language": language_name(language),
    }
    return Table(SETTINGS, tuple(cells), (cells,))


def _ours(survey: Survey, asked: Asked) -> Table:
    listed = survey.statements if survey.statements == "all" else " ".join(survey.statements)
    said_of = [
        ("survey", survey.survey),
        ("framework", survey.framework),
        ("voices", " ".join(survey.voices)),
        ("presentations", " ".join(survey.presentations)),
        ("languages", " ".join(survey.languages)),
        ("comments", "yes" if survey.comments else "no"),
        ("statements", str(listed)),
        *((f"only {voice}", " ".join(codes)) for voice, codes in survey.only.items()),
        *((f"title {language}", line) for language, line in survey.title.items()),
        *((f"about {language}", line) for language, line in survey.about.items()),
        ("voice of this form", asked.voice),
        ("presentation of this form", asked.presentation),
    ]
    return Table(
        OURS, ("name", "value"), tuple({"name": name, "value": str(value)} for name, value in said_of)
    )
