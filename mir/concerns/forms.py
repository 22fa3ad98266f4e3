"""What is sent from the page for somebody who is worried, and from its reader."""

from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField

from mir.respond.kinds.forms import plain


class MessageForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """A message, and how to reach whoever wrote it."""

    text = TextAreaField(filters=[plain])
    reach = StringField(filters=[plain])
    once = StringField(filters=[plain])
