"""One question as a row of a form, and its options as rows of its choices."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from surveys.exchange.xlsforms.fields import Field
from surveys.exchange.xlsforms.layout import Asked, Cells
from surveys.exchange.xlsforms.saying import said
from surveys.exchange.xlsforms.wording import put_shown, put_unit, put_voiced, put_words
from surveys.framework import Statement, Voice
from surveys.logic.reading import read
from surveys.own.question import TEXT_LENGTHS, Kind
from surveys.own.written import OwnQuestion, Row
from surveys.survey import Survey


def options_list(code: str) -> str:
    """The name of the list that holds an own question's options."""
    return f"{code}_options"


class Asking:
    """Writes the questions of one form."""

    def __init__(self, survey: Survey, asked: Asked, fields: Mapping[str, Field]) -> None:
        self._voices, self._asked, self._fields = survey.voices, asked, fields

    def question(self, question: OwnQuestion) -> Cells:
        """The row of an own question that is no grid."""
        cells = self._start(question.kind, question.code)
        cells |= _TYPES[question.kind](question)
        put_voiced(cells, question.wordings, self._asked)
        self._beside(cells, question)
        put_unit(cells, question.unit)
        text = question.show_if
        self._relevant(cells, text and said(read(text), self._fields), tuple(question.wordings))
        if text is not None:
            cells["mir_show_if"] = text
        return cells

    def about(self, cells: Cells, question: OwnQuestion) -> None:
        """What a grid says of itself, into the row of its group. Hint and reason stand with each row."""
        put_voiced(cells, question.wordings, self._asked)
        if question.about_you:
            cells["mir_about_you"] = "yes"

    def row(self, question: OwnQuestion, row: Row, code: str) -> Cells:
        """The row of a form for one row of a grid."""
        cells = self._start("row", code) | {"type": f"select_one {options_list(question.code)}"}
        cells["mir_code"] = row.code
        put_voiced(cells, row.wordings, self._asked)
        put_words(cells, "hint", question.hint, self._asked)
        put_words(cells, "guidance_hint", question.reason, self._asked)
        self._relevant(cells, None, tuple(row.wordings))
        return cells

    def statement(self, cells: Cells, statement: Statement) -> None:
        """The words of a statement, and whether this voice is asked it."""
        if cells["name"] != statement.code:
            cells["mir_code"] = statement.code
        put_shown(cells, "label", statement.wordings, self._asked)
        self._relevant(cells, None, tuple(statement.wordings))

    def options(self, question: OwnQuestion) -> Iterator[Cells]:
        """The choices of a question with options."""
        for option in question.options:
            cells: Cells = {"list_name": options_list(question.code), "name": option.code}
            put_words(cells, "label", option.words, self._asked)
            yield cells | ({"mir_symbol": option.symbol} if option.symbol else {})

    def _start(self, kind: str, code: str) -> Cells:
        name = self._fields[code].name
        cells: Cells = {"name": name, "mir_kind": kind}
        return cells | ({"mir_code": code} if name != code else {})

    def _beside(self, cells: Cells, question: OwnQuestion) -> None:
        put_words(cells, "hint", question.hint, self._asked)
        put_words(cells, "guidance_hint", question.reason, self._asked)
        if question.about_you:
            cells["mir_about_you"] = "yes"

    def _relevant(self, cells: Cells, condition: str | None, worded: tuple[Voice, ...]) -> None:
        """The condition, and whose voice it must be: a form knows its voice, so others never see the row."""
        voices = [voice for voice in self._voices if voice in worded]
        parts = [condition] if condition else []
        if len(voices) < len(self._voices):
            parts.append(voices_said(voices))
        if parts:
            cells["relevant"] = " and ".join(parts)


def voices_said(voices: Sequence[str]) -> str:
    """The condition that one of these voices speaks."""
    parts = " or ".join(f"${{voice}} = '{voice}'" for voice in voices)
    return f"({parts or 'false()'})"


def _select(kind: str) -> Callable[[OwnQuestion], Cells]:
    return lambda question: {"type": f"{kind} {options_list(question.code)}"}


def _several(question: OwnQuestion) -> Cells:
    alone = [
        f"(not(selected(., '{option.code}')) or count-selected(.) = 1)"
        for option in question.options
        if option.alone
    ]
    return _select("select_multiple")(question) | ({"constraint": " and ".join(alone)} if alone else {})


def _ranked(question: OwnQuestion) -> Cells:
    return _select("rank")(question) | {"mir_top": str(question.top)}


def _number(question: OwnQuestion) -> Cells:
    return {"type": "integer", "constraint": f". >= {question.least} and . <= {question.most}"}


def _text(question: OwnQuestion) -> Cells:
    most = TEXT_LENGTHS[question.kind]
    tall = {"appearance": "multiline"} if question.kind is Kind.LONG_TEXT else {}
    return {"type": "text", "constraint": f"string-length(.) <= {most}", **tall}


_TYPES: Mapping[Kind, Callable[[OwnQuestion], Cells]] = {
    Kind.ONE_CHOICE: _select("select_one"),
    Kind.SCALE: _select("select_one"),
    Kind.YES_NO_UNSURE: lambda _: {"type": "select_one yes_no_unsure"},
    Kind.SEVERAL_CHOICES: _several,
    Kind.RANK_TOP: _ranked,
    Kind.NUMBER: _number,
    Kind.SHORT_TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.MONTH: lambda _: {"type": "date", "appearance": "month-year"},
}
