"""The form of each question's page, made once: an edition never changes."""

import unicodedata
from collections.abc import Callable, Mapping

from flask_wtf import FlaskForm
from wtforms import (
    Field,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice

from mir.respond.kinds.looks import Look, apart, look
from surveys.edition import Edition, Step
from surveys.framework import Statement

MONTHS = tuple(f"{month:02}" for month in range(1, 13))


def plain(text: str | None) -> str:
    """What was typed, with one kind of line end and without characters that cannot be printed."""
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one in "\n\t" or unicodedata.category(one) != "Cc").strip()


class QuestionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """What every question's page sends beside its answer: the comment, what stood there, whom it asked."""

    comment = TextAreaField(filters=[plain])
    seen = HiddenField()
    seen_comment = HiddenField(filters=[plain])
    proxy = HiddenField()
    go = StringField()


def codes(edition: Edition, step: Step) -> tuple[str, ...]:
    """The codes on offer, without the two that stand apart."""
    return tuple(edition.values) if isinstance(step, Statement) else step.codes


_FORMS: dict[tuple[str, str], type[QuestionForm]] = {}


def question_form(edition: Edition, step: Step) -> type[QuestionForm]:
    """The form of this question, its fields named as in the templates."""
    key = (edition.hash, step.code)
    if key not in _FORMS:
        fields = _FIELDS[look(step)](codes(edition, step), step)
        _FORMS[key] = type("QuestionForm", (QuestionForm,), dict(fields))
    return _FORMS[key]


def _choices(values: tuple[str, ...]) -> list[SelectChoice]:
    return [SelectChoice(value, value) for value in values]


def _state(step: Step) -> dict[str, Field]:
    return {"state": SelectMultipleField(choices=_choices(apart(step)))}


def _choice(values: tuple[str, ...], step: Step) -> dict[str, Field]:
    return {"answer": RadioField(choices=_choices((*values, *apart(step))))}


def _several(values: tuple[str, ...], step: Step) -> dict[str, Field]:
    return {"answer": SelectMultipleField(choices=_choices((*values, *apart(step))))}


def _typed(_values: tuple[str, ...], step: Step) -> dict[str, Field]:
    return {"answer": TextAreaField(filters=[plain])} | _state(step)


def _month(_values: tuple[str, ...], step: Step) -> dict[str, Field]:
    month = SelectField(choices=_choices(("", *MONTHS)))
    return {"month": month, "answer": StringField(filters=[plain])} | _state(step)


def _ranking(values: tuple[str, ...], step: Step) -> dict[str, Field]:
    places = 0 if isinstance(step, Statement) else step.top
    fields = {f"place{place}": SelectField(choices=_choices(("", *values))) for place in range(1, places + 1)}
    return fields | _state(step)


_FIELDS: Mapping[Look, Callable[[tuple[str, ...], Step], dict[str, Field]]] = {
    Look.CHOICE: _choice,
    Look.SEVERAL: _several,
    Look.NUMBER: _typed,
    Look.MONTH: _month,
    Look.LINE: _typed,
    Look.LINES: _typed,
    Look.RANKING: _ranking,
}
