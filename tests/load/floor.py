"""The least that a page with one question can cost: Flask, one WTForms radio, one insert, nothing else."""

import secrets
import sqlite3
from pathlib import Path

from flask import Flask, redirect, render_template_string, request, url_for
from flask_wtf import CSRFProtect, FlaskForm
from werkzeug.wrappers import Response
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

CHOICES = ("disagree_a_lot", "disagree", "in_the_middle", "agree", "agree_a_lot", "not_me", "not_say")
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ number }}</title></head>
<body><form method="post">{{ form.hidden_tag() }}<fieldset><legend>{{ number }}</legend>{{ form.answer }}
</fieldset><button>Next</button></form></body></html>"""


class Question(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """One radio."""

    answer = RadioField(choices=[SelectChoice(code, code) for code in CHOICES], validators=[InputRequired()])


def floor(folder: Path) -> Flask:
    """A site that asks question after question and keeps each answer as a row."""
    app = Flask("floor")
    app.config.update(SECRET_KEY=secrets.token_hex(16), WTF_CSRF_TIME_LIMIT=None)
    CSRFProtect(app)
    database = sqlite3.connect(folder / "floor.db", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE answers (id INTEGER PRIMARY KEY, number INTEGER, answer TEXT)")

    @app.route("/<int:number>", methods=["GET", "POST"])
    def question(number: int) -> str | Response:
        form = Question()
        if request.method == "POST" and form.validate():
            database.execute("INSERT INTO answers (number, answer) VALUES (?, ?)", (number, form.answer.data))
            return redirect(url_for("question", number=number + 1))
        return render_template_string(PAGE, form=form, number=number)

    return app
