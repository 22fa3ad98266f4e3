"""What people send us from the answering pages, as forms."""

import unicodedata

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from mir.respond.words import STANDARD
from surveys.answers import codes
from surveys.edition import Edition
from surveys.framework import Presentation


def plain(text: str | None) -> str:
    """What was typed, with one kind of line end and without characters that cannot be printed."""
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one in "\n\t" or unicodedata.category(one) != "Cc").strip()


class CodeForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """The code that somebody typed."""

    code = StringField(filters=[plain])


class BeginForm(FlaskForm):  # type: ignore[misc]  # likewise
    """How somebody wants to read the questions."""

    presentation = RadioField(choices=[SelectChoice(value, value) for value in Presentation])


class HelpForm(FlaskForm):  # type: ignore[misc]  # likewise
    """What help somebody has, and whose."""

    help = RadioField(choices=[SelectChoice(value, value) for value, _ in STANDARD.help_choices])
    helper = RadioField(choices=[SelectChoice(value, value) for value, _ in STANDARD.helper_choices])
    go = StringField()


class QuestionForm(FlaskForm):  # type: ignore[misc]  # likewise
    """One question: the answer, the comment, and what stood there when the page was made."""

    answer = RadioField()
    comment = TextAreaField(filters=[plain])
    seen = HiddenField()
    seen_comment = HiddenField(filters=[plain])
    go = StringField()


_FORMS: dict[str, type[QuestionForm]] = {}


def question_form(edition: Edition) -> type[QuestionForm]:
    """The form of this edition's questions; made once, since an edition never changes."""
    if edition.hash not in _FORMS:
        choices = [SelectChoice(code, code) for code in codes(edition)]
        _FORMS[edition.hash] = type("QuestionForm", (QuestionForm,), {"answer": RadioField(choices=choices)})
    return _FORMS[edition.hash]
