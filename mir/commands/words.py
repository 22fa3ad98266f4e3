"""What may be typed for a voice, a kind of service, a day or a number of people asked."""

from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum

import click

from mir.providers.models import Kind
from surveys.framework import Presentation, Voice


class OneOf(click.ParamType[StrEnum]):
    """One of a few words, with capitals, spaces and dashes as people like them."""

    name = "word"

    def __init__(self, words: type[StrEnum]) -> None:
        self.words = words

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click's own
        """The words, as help shows them."""
        return "[" + "|".join(self._shown()) + "]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> StrEnum:
        """The word that was meant."""
        if isinstance(value, self.words):
            return value
        wanted = _bare(str(value))
        for word in self.words:
            if _bare(word) == wanted:
                return word
        return self.fail(f"“{value}” is not one of these: {', '.join(self._shown())}.", param, ctx)

    def _shown(self) -> list[str]:
        return [word.replace("_", "-") for word in self.words]


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


class Day(click.ParamType[date]):
    """A date."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, written 2026-11-22 or 22/11/2026."""
        if isinstance(value, date):
            return value
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            with suppress(ValueError):
                return datetime.strptime(str(value).strip(), form).date()  # noqa: DTZ007 - a day has no zone
        return self.fail(f"“{value}” is not a date. Write it as 2026-11-22.", param, ctx)


class Asked(click.ParamType[tuple[Voice, int]]):
    """How many people of a voice were asked: person=20."""

    name = "voice=number"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Voice, int]:
        """The voice and the number."""
        if isinstance(value, tuple):
            return value
        name, _, number = str(value).partition("=")
        if not number.strip().isdecimal():
            self.fail(f"“{value}” is not a voice and a number. Write it as person=20.", param, ctx)
        return Voice(VOICE.convert(name, param, ctx)), int(number)


VOICE = OneOf(Voice)
PRESENTATION = OneOf(Presentation)
KIND = OneOf(Kind)
DAY = Day()
ASKED = Asked()
