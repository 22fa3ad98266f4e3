"""What people send us from the pages around the questions, as forms."""

from flask_wtf import FlaskForm
from wtforms import RadioField, StringField
from wtforms.fields.choices import SelectChoice

from mir.respond.kinds.forms import plain
from mir.respond.words import STANDARD
from surveys.framework import Presentation


class CodeForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """The code that somebody typed."""

    code = StringField(filters=[plain])


class BeginForm(FlaskForm):  # type: ignore[misc]  # likewise
    """How somebody wants to read the questions."""

    presentation = RadioField(choices=[SelectChoice(value, value) for value in Presentation])
    language = StringField()


class HelpForm(FlaskForm):  # type: ignore[misc]  # likewise
    """What help somebody has, and whose."""

    help = RadioField(choices=[SelectChoice(value, value) for value, _ in STANDARD.help_choices])
    helper = RadioField(choices=[SelectChoice(value, value) for value, _ in STANDARD.helper_choices])
    go = StringField()
