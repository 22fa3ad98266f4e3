"""A survey's own question as it is asked: its kind, its words for each voice, and when it is shown."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator

from surveys.framework import SOURCE_LANGUAGE, Code, Frozen, Line, Presentation, Slug, Text, Voice, Wording
from surveys.logic import tree

MOST_OWN_OPTIONS = 30
RANKED = 3
"""How many things are put in order where a question does not say."""
LARGEST_NUMBER = 1_000_000
TEXT_LENGTHS = {"short_text": 200, "long_text": 2_000}
YES_NO_UNSURE = ("yes", "no", "unsure")


class Kind(StrEnum):
    """How a question is answered."""

    ONE_CHOICE = "one_choice"
    SEVERAL_CHOICES = "several_choices"
    SCALE = "scale"
    YES_NO_UNSURE = "yes_no_unsure"
    NUMBER = "number"
    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    RANK_TOP = "rank_top"
    MONTH = "month"
    GRID = "grid"
    """An author's shorthand: it becomes one question on a scale for each row."""


WITH_OPTIONS = frozenset({Kind.ONE_CHOICE, Kind.SEVERAL_CHOICES, Kind.SCALE, Kind.RANK_TOP, Kind.GRID})
TEXTS = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT})


class Plural(StrEnum):
    """The categories of the Unicode plural rules (CLDR). English has two of them, Welsh all six."""

    ZERO = "zero"
    ONE = "one"
    TWO = "two"
    FEW = "few"
    MANY = "many"
    OTHER = "other"


def _in_standard_words(value: object) -> object:
    """A bare sentence is the standard presentation's."""
    return {Presentation.STANDARD: value} if isinstance(value, str) else value


def _for_every_voice(value: object) -> object:
    """A bare sentence, or one by presentation, is put to every voice."""
    shared = isinstance(value, str) or (
        isinstance(value, Mapping) and bool(value) and set(value) <= set(Presentation)
    )
    return dict.fromkeys(Voice, _in_standard_words(value)) if shared else value


def _in_one_form(value: object) -> object:
    """A bare unit has one form, in the source language: “days” is “{n} days”."""
    return {SOURCE_LANGUAGE: {Plural.OTHER: f"{{n}} {value}"}} if isinstance(value, str) else value


def _condition(value: object) -> tree.Condition:
    return value if isinstance(value, tree.Condition) else tree.from_json(value)


Words = Annotated[
    Wording, BeforeValidator(_in_standard_words, json_schema_input_type=Line | Mapping[Presentation, Text])
]
"""A sentence by presentation. Written as a bare string it is the standard one."""

VoicedWords = Annotated[
    Mapping[Voice, Words],
    Field(min_length=1),
    BeforeValidator(
        _for_every_voice,
        json_schema_input_type=Line | Mapping[Presentation, Text] | Mapping[Voice, Words],
    ),
]
"""A sentence for each voice. Written once, bare or by presentation, it is put to all of them."""

Unit = Annotated[
    Mapping[str, Mapping[Plural, Line]],
    Field(min_length=1),
    BeforeValidator(_in_one_form, json_schema_input_type=Line | Mapping[str, Mapping[Plural, Line]]),
]
"""What a number counts, by language and plural category; “{n}” stands for the number."""

Shown = Annotated[
    tree.Condition,
    PlainValidator(_condition, json_schema_input_type=dict[str, object]),
    PlainSerializer(tree.to_json, return_type=dict[str, object]),
]
"""A condition as a frozen tree, kept as its JSON."""


class Choice(Frozen):
    """One answer on offer in an own question. On a scale the first stands for 1, the least."""

    code: Code
    words: Words
    symbol: Slug | None = None
    alone: bool = False
    """Whether it rules out every other, as “none of these” does."""


class Asked(Frozen):
    """What an own question says of itself, in a survey's file as in an edition."""

    # An edition's text leaves defaults out. A default here may never change: it would change what was asked.

    code: Code
    kind: Kind
    wordings: VoicedWords
    hint: Words | None = None
    about_you: bool = False
    """Whether it asks about the person who answers, so that answers may be told apart by it."""
    reason: Words | None = None
    """Why it is asked; people read it. No question about them goes without."""
    proxy: Words | None = None
    """What somebody who answers for the person reads: it speaks of the person, never as them."""
    options: tuple[Choice, ...] = Field(default=(), max_length=MOST_OWN_OPTIONS)
    top: Annotated[int, Field(ge=1, le=10)] = RANKED
    """How many things are put in order (rank_top)."""
    least: Annotated[int, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)] = 0
    most: Annotated[int, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)] = LARGEST_NUMBER
    unit: Unit | None = None


class Question(Asked):
    """An own question of an edition: a grid's rows stand on their own, and conditions are trees."""

    stem: VoicedWords | None = None
    """The sentence above a question that was the row of a grid."""
    stem_proxy: Words | None = None
    """The same for somebody who answers for the person."""
    show_if: Shown | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes a person may choose among."""
        return YES_NO_UNSURE if self.kind is Kind.YES_NO_UNSURE else tuple(one.code for one in self.options)


class Section(Frozen):
    """A part of an edition's path: what it is called, what is read first, and what is asked in it."""

    code: Code
    title: Words
    introduction: Words | None = None
    asks: tuple[Code, ...]
    """The codes of its statements and own questions, in the order in which they are asked."""
    show_if: Shown | None = None
