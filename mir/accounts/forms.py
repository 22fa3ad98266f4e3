"""What is typed to sign in and to change how one signs in."""

import re
import unicodedata
from dataclasses import dataclass

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField

from mir.accounts import passwords

LONGEST_EMAIL, LONGEST_NAME = 254, 120
_ADDRESS = re.compile(r"[^\s@,;:<>()\"\\]+@[^\s@.,;:<>()\"\\]+(\.[^\s@.,;:<>()\"\\]+)+")


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field: the id to go to, and the sentence."""

    field: str
    sentence: str

    @property
    def pair(self) -> tuple[str, str]:
        """The field and the sentence, for looking one up by the other."""
        return self.field, self.sentence


def line(text: str | None) -> str:
    """One line as somebody meant it: no control characters, no spaces at its ends or doubled."""
    kept = "".join(" " if unicodedata.category(each)[0] == "C" else each for each in text or "")
    return " ".join(kept.split())


def not_typed(typed: str | None, name: str, to_do: str) -> str:
    """What to do where somebody did not type a name before something that cannot be undone, or nothing."""
    if line(typed).casefold() == line(name).casefold():
        return ""
    return f"Type the name {to_do}: {name}"


def address_problem(email: str) -> str:
    """What is wrong with an email address, or nothing."""
    if len(email) > LONGEST_EMAIL or not _ADDRESS.fullmatch(email):
        return "Write an email address, such as name@example.org."
    return ""


def name_problem(name: str) -> str:
    """What is wrong with a name, or nothing."""
    if not name:
        return "Write the name."
    return f"Use at most {LONGEST_NAME} characters." if len(name) > LONGEST_NAME else ""


class SignInForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """An address and a password. Nothing of the password is cut or changed."""

    email = StringField(filters=[line])
    password = PasswordField()
    onward = HiddenField(filters=[line])


class AskForm(FlaskForm):  # type: ignore[misc]  # as above
    """An address to send a link to."""

    email = StringField(filters=[line])


class NewPasswordForm(FlaskForm):  # type: ignore[misc]  # as above
    """A new password, twice, because it is not shown."""

    password = PasswordField()
    again = PasswordField()

    def problems(self, *about: str) -> tuple[Problem, ...]:
        """What has to be put right."""
        first, second = self.password.data or "", self.again.data or ""
        wrong = passwords.problem(first, *about)
        if wrong:
            return (Problem("password", wrong),)
        return () if first == second else (Problem("again", "The two are not the same. Type it again."),)


class ConfirmForm(FlaskForm):  # type: ignore[misc]  # as above
    """The password once more."""

    password = PasswordField()
    onward = HiddenField(filters=[line])
