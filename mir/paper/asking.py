"""What a booklet asks, worked out from an edition: the same questions in the same order as on screen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from mir.paper.conditions import Reader, Target
from mir.paper.items import (
    SORTS,
    WRITTEN,
    Asked,
    Box,
    Item,
    Part,
    Sort,
    apart_boxes,
    box_key,
    keys_for,
)
from mir.paper.words import PaperWords, paper_words
from mir.respond.words import words_for
from surveys.edition import Edition, Step
from surveys.framework import SOURCE_LANGUAGE, Presentation, Statement, Text, Theme, Voice, Wording
from surveys.languages.translating import Spoken, spoken
from surveys.logic.tree import Condition
from surveys.logic.truth import Unknown, Value
from surveys.own.question import YES_NO_UNSURE, Kind, Plural, Question, Section
from surveys.own.text import filled


@dataclass(frozen=True)
class Form:
    """Which form of an edition a booklet is: whose, how it is put, in what language, for which service."""

    edition: Edition
    voice: Voice
    presentation: Presentation
    language: str
    names: Mapping[str, str]
    """What stands for {service} and {organisation}."""
    pictures: bool = False
    proxy: bool = False
    """Whether somebody answers for the person."""

    @property
    def words(self) -> PaperWords:
        """The booklet's own sentences."""
        return paper_words(self.language, self.presentation)[0]

    def asks(self, step: Step) -> Wording:
        """The words of a question: those for a proxy, where it is one and there are some."""
        return (self.proxy and step.proxy) or step.wordings[self.voice]

    def stem(self, step: Question) -> Spoken | None:
        """The sentence above a question that was the row of a grid."""
        words = (self.proxy and step.stem_proxy) or (step.stem or {}).get(self.voice)
        return self.put(words) if words else None

    def put(self, wording: Wording) -> Spoken:
        """A wording of the edition as this booklet says it."""
        text = wording.get(self.presentation) or next(iter(wording.values()))
        return self.say(text)

    def say(self, text: Text) -> Spoken:
        """A sentence as this booklet says it, with the names filled in."""
        said = spoken(text, self.language)
        return replace(said, words=filled(said.words, self.names))


def asked(form: Form) -> Asked:
    """Everything this booklet asks. A question whose condition can never hold here is left out."""
    targets: dict[str, Target] = {}
    parts = []
    order = [pair for pair in form.edition.order if form.voice in pair[0].wordings]
    for place, steps in groupby(order, key=lambda pair: _place(form.edition, pair[0])):
        part = _part(form, place, [step for step, _ in steps], targets)
        if part.items:
            parts.append(part)
    return Asked(tuple(parts))


def _place(edition: Edition, step: Step) -> Section | Theme | None:
    """The section of a step, or its theme where there are no sections; own questions then stand together."""
    section = edition.section_of.get(step.code)
    return section or edition.theme_of.get(step.code)


def _part(form: Form, place: Section | Theme | None, steps: list[Step], targets: dict[str, Target]) -> Part:
    condition = ""
    if isinstance(place, Section) and place.show_if is not None:
        held = _held(form, place.show_if, targets)
        if held is None:
            return Part(place.code, form.put(place.title), ())
        condition = form.words.conditions.only_part.format(condition=held) if held else ""
    items = tuple(item for step in steps if (item := _item(form, step, targets)) is not None)
    statements = [item.code for item in items if item.code in form.edition.theme_of]
    comment = statements[0] if statements and form.edition.comments else ""
    if place is None:
        heading = Spoken(form.words.more_heading, paper_words(form.language, form.presentation)[1])
        return Part("own", heading, items)
    if isinstance(place, Theme):
        symbol = place.symbol if form.pictures else ""
        return Part(place.code, form.put(place.name), items, symbol=symbol, comment=comment)
    introduction = form.put(place.introduction) if place.introduction else None
    return Part(place.code, form.put(place.title), items, introduction, condition, comment=comment)


def _item(form: Form, step: Step, targets: dict[str, Target]) -> Item | None:
    condition = ""
    if isinstance(step, Question) and step.show_if is not None:
        held = _held(form, step.show_if, targets)
        if held is None:
            return None
        condition = form.words.conditions.only_question.format(condition=held) if held else ""
    number = len(targets) + 1
    item = _statement(form, step, number) if isinstance(step, Statement) else _question(form, step, number)
    targets[step.code] = _target(step, item)
    return replace(item, condition=condition)


def _held(form: Form, condition: Condition, targets: Mapping[str, Target]) -> str | None:
    """What must be so, in words; empty where it always is; None where it never can be here."""
    reader = Reader(form.voice, form.presentation, targets, form.words.conditions, form.language)
    found = reader.settled(condition)
    if isinstance(found, bool | Unknown):
        return "" if found is True else None
    return reader.said(found)


def _statement(form: Form, step: Statement, number: int) -> Item:
    options = form.edition.scale.options
    keys = keys_for(len(options))
    boxes = tuple(
        Box(
            box_key(option.value, keys),
            option.code,
            form.put(option.words),
            option.symbol if form.pictures else "",
        )
        for option in options
    )
    theme = form.edition.theme_of[step.code]
    return Item(
        number,
        step.code,
        Sort.ONE,
        form.put(form.asks(step)),
        boxes + apart_boxes(keys, _spoken_states(form), pictures=form.pictures),
        symbol=(step.symbol or theme.symbol) if form.pictures else "",
        keys=keys,
        scale=True,
    )


def _question(form: Form, step: Question, number: int) -> Item:
    sort = SORTS[step.kind]
    keys = keys_for(len(step.codes)) if step.codes else WRITTEN
    own = _options(form, step)
    boxes = tuple(replace(box, key=box_key(place, keys)) for place, box in enumerate(own, start=1))
    drawn = any(box.symbol for box in own)  # where the answers have no pictures, these have none either
    apart = () if sort is Sort.TEXT else apart_boxes(keys, _spoken_states(form), pictures=drawn)
    return Item(
        number,
        step.code,
        sort,
        form.put(form.asks(step)),
        boxes + apart,
        stem=form.stem(step),
        hint=form.put(step.hint) if step.hint else None,
        reason=form.put(step.reason) if step.reason else None,
        unit=_unit(form, step),
        top=step.top if sort is Sort.RANK else 0,
        long=step.kind is Kind.LONG_TEXT,
        keys=keys,
    )


def _options(form: Form, step: Question) -> tuple[Box, ...]:
    if step.kind is Kind.YES_NO_UNSURE:
        words = words_for(paper_words(form.language, form.presentation)[1], form.presentation)
        named = dict(zip(YES_NO_UNSURE, (words.yes, words.no, words.unsure), strict=True))
        return tuple(Box("", code, Spoken(named[code], SOURCE_LANGUAGE)) for code in step.codes)
    return tuple(
        Box(
            "",
            option.code,
            form.put(option.words),
            (option.symbol or "") if form.pictures else "",
            alone=option.alone,
        )
        for option in step.options
    )


def _unit(form: Form, step: Question) -> Spoken | None:
    """What a number counts, to stand after the box: “days”."""
    if step.unit is None:
        return None
    forms = spoken({tag: one[Plural.OTHER] for tag, one in step.unit.items()}, form.language)
    return replace(forms, words=" ".join(filled(forms.words, {"n": ""}).split()))


def _spoken_states(form: Form) -> tuple[Spoken, Spoken]:
    words = words_for(paper_words(form.language, form.presentation)[1], form.presentation)
    mine = form.voice == Voice.PERSON and not form.proxy
    apart = words.does_not_apply if mine else words.does_not_apply_here
    return Spoken(apart, SOURCE_LANGUAGE), Spoken(words.prefer_not, SOURCE_LANGUAGE)


def _target(step: Step, item: Item) -> Target:
    values: list[tuple[Value, str]] = []
    on_scale = isinstance(step, Statement) or step.kind is Kind.SCALE
    for place, box in enumerate(item.own, start=1):
        values.append((place if on_scale else box.value, box.words.words))
    several = item.sort in {Sort.SEVERAL, Sort.RANK}
    return Target(item.number, tuple(values), several=several, month=item.sort is Sort.MONTH)
