"""Every sentence of a framework or a survey by a key that stays, with its place and the mark of its words."""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from surveys.files.tree import Loc
from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation, Text, Voice, Wording
from surveys.own.question import Plural, VoicedWords
from surveys.own.written import OwnQuestion
from surveys.survey import Survey

SHORTEST_MARK = 8
"""How many digits of a mark are written, and the fewest that are taken for one."""

Home = Framework | Survey
"""Whose sentences they are."""

_LOOKS = {Presentation.STANDARD: "standard words", Presentation.EASY_READ: "Easy Read"}


@dataclass(frozen=True)
class Passage:
    """One sentence of the source language.

    `key` is as in `wi1.person.standard`, `loc` its place in its home, `where`
    what a translator is told of it. `statement`, `voice` and `look` say when it
    is shown; nothing means always.
    """

    key: str
    loc: Loc
    where: str
    words: str
    statement: str | None = None
    voice: Voice | None = None
    look: Presentation | None = None
    also: tuple[Loc, ...] = ()
    """Other places that say the same: a question that is put to every voice in the same words."""
    form: Plural | None = None
    """What counts this form of a unit: languages differ in the forms that they have."""
    inline: tuple[str, ...] = ()
    """The languages that the home itself has words in."""


def mark(sentence: str) -> str:
    """64 hexadecimal digits: SHA-256 of the sentence in NFC with each run of white space as one space."""
    normal = " ".join(unicodedata.normalize("NFC", sentence).split())
    return hashlib.sha256(normal.encode()).hexdigest()


def passages(home: Home) -> tuple[Passage, ...]:
    """Every sentence that can be put in another language, in the order in which its home is read."""
    return tuple(_framework(home) if isinstance(home, Framework) else _survey(home))


def _framework(framework: Framework) -> Iterator[Passage]:
    yield from _titles(framework.title, framework.about, "framework")
    for place, option in enumerate(framework.scale.options):
        loc: Loc = ("scale", "options", place, "words")
        yield from _worded(Passage(f"option.{option.code}", loc, f"Answer {option.value}", ""), option.words)
    for place, theme in enumerate(framework.themes):
        loc = ("themes", place)
        name = Passage(f"theme.{theme.code}.name", (*loc, "name"), f"Theme {theme.code}", "")
        under = f"Under the name of theme {theme.code}"
        subtitle = Passage(f"theme.{theme.code}.subtitle", (*loc, "subtitle"), under, "")
        yield from _worded(name, theme.name)
        yield from _worded(subtitle, theme.subtitle)
        for number, statement in enumerate(theme.statements):
            for voice, wording in statement.wordings.items():
                asked = Passage(
                    f"{statement.code}.{voice}",
                    (*loc, "statements", number, "wordings", voice.value),
                    f"Question {statement.code}, asked of: {voice}",
                    "",
                    statement.code,
                    voice,
                )
                yield from _worded(asked, wording)
            instead = Passage(
                f"{statement.code}.proxy",
                (*loc, "statements", number, "proxy"),
                f"Question {statement.code}, read by somebody who answers for the person",
                "",
                statement.code,
                Voice.PERSON,
            )
            yield from _worded(instead, statement.proxy or {})


def _survey(survey: Survey) -> Iterator[Passage]:
    yield from _titles(survey.title, survey.about, "survey")
    for place, section in enumerate(survey.sections):
        for name, wording in (("title", section.title), ("introduction", section.introduction)):
            where = f"Section {section.code}, {name}"
            at = Passage(f"section.{section.code}.{name}", ("sections", place, name), where, "")
            yield from _worded(at, wording or {})
    for place, question in enumerate(survey.questions):
        yield from _question(("questions", place), question)


def _question(loc: Loc, question: OwnQuestion) -> Iterator[Passage]:
    key, where = f"question.{question.code}", f"Question {question.code}"
    yield from _voiced(Passage(key, (*loc, "wordings"), where, ""), question.wordings)
    for name, wording in (("hint", question.hint), ("reason", question.reason)):
        yield from _worded(Passage(f"{key}.{name}", (*loc, name), f"{where}, {name}", ""), wording or {})
    yield from _instead(Passage(key, loc, where, ""), question.proxy)
    for place, option in enumerate(question.options):
        at = (*loc, "options", place, "words")
        answer = Passage(f"{key}.option.{option.code}", at, f"{where}, answer {option.code}", "")
        yield from _worded(answer, option.words)
    for place, row in enumerate(question.rows):
        at = (*loc, "rows", place, "wordings")
        one = Passage(f"{key}.row.{row.code}", at, f"{where}, row {row.code}", "")
        yield from _voiced(one, row.wordings)
        yield from _instead(replace(one, loc=at[:-1]), row.proxy)
    yield from _unit(Passage(f"{key}.unit", (*loc, "unit"), f"{where}, what is counted", ""), question)


def _instead(asked: Passage, proxy: Wording | None) -> Iterator[Passage]:
    """What somebody reads who answers for the person."""
    key, loc = f"{asked.key}.proxy", (*asked.loc, "proxy")
    where = f"{asked.where}, read by somebody who answers for the person"
    yield from _worded(replace(asked, key=key, loc=loc, where=where, voice=Voice.PERSON), proxy or {})


def _titles(title: Text, about: Text, thing: str) -> Iterator[Passage]:
    for name, text in (("title", title), ("about", about)):
        yield from _said(Passage(name, (name,), f"The {name} of the {thing}", ""), text)


def _voiced(passage: Passage, wordings: VoicedWords) -> Iterator[Passage]:
    """What is put to everybody in the same words is one sentence to put over, not five."""
    first, *others = wordings
    if set(wordings) == set(Voice) and all(wordings[voice] == wordings[first] for voice in others):
        everybody = replace(
            passage,
            loc=(*passage.loc, first.value),
            also=tuple((*passage.loc, voice.value) for voice in others),
        )
        yield from _worded(everybody, wordings[first])
        return
    for voice, wording in wordings.items():
        asked = replace(
            passage,
            key=f"{passage.key}.{voice}",
            loc=(*passage.loc, voice.value),
            where=f"{passage.where}, asked of: {voice}",
            voice=voice,
        )
        yield from _worded(asked, wording)


def _worded(passage: Passage, wording: Wording) -> Iterator[Passage]:
    for look, text in wording.items():
        shown = replace(
            passage,
            key=f"{passage.key}.{look}",
            loc=(*passage.loc, look.value),
            also=tuple((*loc, look.value) for loc in passage.also),
            where=f"{passage.where}, {_LOOKS[look]}",
            look=look,
        )
        yield from _said(shown, text)


def _said(passage: Passage, text: Text) -> Iterator[Passage]:
    if SOURCE_LANGUAGE in text:
        yield replace(passage, words=text[SOURCE_LANGUAGE], inline=_others(text))


def _unit(passage: Passage, question: OwnQuestion) -> Iterator[Passage]:
    unit = question.unit or {}
    english = unit.get(SOURCE_LANGUAGE, {})
    for form in Plural:
        words = english.get(form, english.get(Plural.OTHER))
        if words is not None:
            # A language that the survey itself has words in chooses its own forms.
            key, where = f"{passage.key}.{form}", f"{passage.where}, the form “{form}”"
            yield replace(passage, key=key, where=where, words=words, form=form, inline=_others(unit))


def _others(text: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(language for language in text if language != SOURCE_LANGUAGE)
