"""Which kind of question looks how on a page: the one table that forms, templates and readers go by."""

from collections.abc import Mapping
from enum import StrEnum

from surveys.edition import Step
from surveys.framework import Statement
from surveys.own.question import TEXTS, Kind


class Look(StrEnum):
    """How a question is put on a page; the names of its templates."""

    CHOICE = "choice"
    SEVERAL = "several"
    NUMBER = "number"
    MONTH = "month"
    LINE = "line"
    LINES = "lines"
    RANKING = "ranking"


LOOKS: Mapping[Kind, Look] = {
    Kind.ONE_CHOICE: Look.CHOICE,
    Kind.YES_NO_UNSURE: Look.CHOICE,
    Kind.SCALE: Look.CHOICE,
    Kind.SEVERAL_CHOICES: Look.SEVERAL,
    Kind.NUMBER: Look.NUMBER,
    Kind.MONTH: Look.MONTH,
    Kind.SHORT_TEXT: Look.LINE,
    Kind.LONG_TEXT: Look.LINES,
    Kind.RANK_TOP: Look.RANKING,
}
"""A grid is not among them: an edition holds its rows."""

DOES_NOT_APPLY, PREFER_NOT = "does_not_apply", "prefer_not"


def look(step: Step) -> Look:
    """How this step is put on a page."""
    return Look.CHOICE if isinstance(step, Statement) else LOOKS[step.kind]


def apart(step: Step) -> tuple[str, ...]:
    """The two answers that stand apart, where this step offers them. A text can simply be left out."""
    typed_freely = not isinstance(step, Statement) and step.kind in TEXTS
    return () if typed_freely else (DOES_NOT_APPLY, PREFER_NOT)
