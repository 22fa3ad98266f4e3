"""A small edition, and ways to read a text against it, for the tests of what other programs write."""

from pathlib import Path

import pytest

from surveys.edition import Edition, publish
from surveys.exchange.mapping import WideMapping
from surveys.exchange.wide import WideFile, read_wide
from surveys.faults import FaultyFileError
from surveys.framework import Voice
from surveys.load import load_framework, load_survey

GOOD = Path(__file__).parent.parent / "good"
FRAMEWORK = load_framework(GOOD / "frameworks" / "small.yaml")
SURVEY = load_survey(GOOD / "surveys" / "little.yaml")
EDITION = publish(FRAMEWORK, SURVEY)
WI1, WI2, IA1 = (
    "I am treated with respect.",
    "I feel safe, day and night.",
    "I can find the information I need.",
)
STAFF_WI1 = "We treat people with respect."


def without_staff(code: str) -> Edition:
    """The edition with one statement that staff are not asked."""
    others = tuple(one.code for one in EDITION.statements if one.code != code)
    return publish(FRAMEWORK, SURVEY.model_copy(update={"only": {Voice.STAFF: others}}))


def read(text: str, mapping: WideMapping | None = None, voice: Voice = Voice.PERSON) -> WideFile:
    return read_wide(text.encode(), EDITION, voice, mapping, "a.csv")


def answers(text: str, mapping: WideMapping | None = None) -> list[dict[str, str]]:
    return [dict(row.answers) for row in read(text, mapping).rows]


def faults(text: str | bytes, mapping: WideMapping | None = None, edition: Edition = EDITION) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(FaultyFileError) as caught:
        read_wide(data, edition, Voice.PERSON, mapping, "a.csv")
    return [f"{fault.line}: {fault.what}" for fault in caught.value.faults]
