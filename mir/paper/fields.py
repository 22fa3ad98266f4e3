"""The fields of the page for typing in, in the booklet's order, and what was typed into them."""

from collections.abc import Mapping
from dataclasses import dataclass

from mir.paper.asking import Form
from mir.paper.booklet import help_boxes
from mir.paper.items import SHORT, Asked, Item, Sort
from mir.paper.keying import NotAKeyError, read
from mir.paper.words import paper_words
from mir.respond.offered import LONGEST_COMMENT
from mir.respond.shown import Problem
from mir.respond.words import words_for
from mir.rounds.codes import is_code, tidy
from surveys.languages.translating import Spoken
from surveys.own.meant import Answer

HELP, HELPER = "help", "helper"
NONE = "none"
ASKED_FROM_SOME = "Only where somebody helps."

Given = Mapping[str, str]
"""What the page brought, by field, without characters that cannot be printed."""


@dataclass(frozen=True)
class Field:
    """One field: its name on the page, what it asks, and what the booklet calls it."""

    name: str
    item: Item
    label: str

    @property
    def typed_twice(self) -> bool:
        """Whether a second typing has it too. Words are typed once."""
        return self.item.sort is not Sort.TEXT


@dataclass(frozen=True)
class Reading:
    """What was typed, read: the answer by field name, and what has to be put right."""

    answers: dict[str, Answer | None]
    problems: tuple[Problem, ...] = ()


def help_fields(form: Form) -> tuple[Field, ...]:
    """The questions about help, lettered as in the booklet; none for a voice that is not asked."""
    how, who = help_boxes(form)
    if form.proxy:
        mine = Item(0, HELPER, Sort.ONE, Spoken(form.words.proxy_who, "en"), who, keys=SHORT)
        return (Field(HELPER, mine, "A"),)
    if not how:
        return ()
    words = words_for(paper_words(form.language, form.presentation)[1], form.presentation)
    first = Item(0, HELP, Sort.ONE, Spoken(words.help_heading, "en"), how, keys=SHORT)
    second = Item(
        0, HELPER, Sort.ONE, Spoken(words.helper_heading, "en"), who, condition=ASKED_FROM_SOME, keys=SHORT
    )
    return Field(HELP, first, "A"), Field(HELPER, second, "B")


def item_field(item: Item) -> Field:
    """The field of a numbered question."""
    return Field(f"a-{item.code}", item, str(item.number))


def every_field(form: Form, asked: Asked) -> tuple[Field, ...]:
    """Every field with keys or words, in the booklet's order."""
    return help_fields(form) + tuple(item_field(item) for item in asked.items)


def reading(form: Form, fields: tuple[Field, ...], given: Given, prefix: str = "") -> Reading:
    """What stands in these fields."""
    answers: dict[str, Answer | None] = {}
    problems = []
    for field in fields:
        try:
            answers[field.name] = read(form, field.item, given.get(prefix + field.name, ""))
        except NotAKeyError as error:
            problems.append(Problem(field.name, f"Question {field.label}: {error}"))
    return Reading(answers, tuple(problems))


def beside(asked: Asked, given: Given) -> tuple[Problem, ...]:
    """What has to be put right in the comments and the code."""
    problems = []
    for part in asked.parts:
        length = len(given.get(f"c-{part.code}", ""))
        if length > LONGEST_COMMENT:
            sentence = f"“Say more” has {length:,} characters. Please make it {LONGEST_COMMENT:,} at most."
            problems.append(Problem(f"c-{part.code}", sentence))
    code = tidy(given.get("code", ""))
    if code and not is_code(code):
        problems.append(Problem("code", "We do not know that code. Check each letter and number."))
    return tuple(problems)


def comments(asked: Asked, given: Given) -> dict[str, str]:
    """What was written, under the statement that keeps the comment of each part."""
    found = {part.comment: given.get(f"c-{part.code}", "") for part in asked.parts if part.comment}
    return {code: text for code, text in found.items() if text}
