"""Answers as sheets: a row for each person, or one for each answer, and the codebook to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surveys.edition import Edition, Step
from surveys.exchange.exports.asked import LeftOut
from surveys.exchange.exports.meaning import STATE_WORDS, kind, meaning, options, words
from surveys.exchange.tables import Table
from surveys.framework import Statement, Voice
from surveys.own.meant import Answer
from surveys.own.question import Kind

ANSWERS, CODEBOOK = "answers", "codebook"
STATE, LABEL = ".state", ".label"
SET, QUESTION, ANSWER, PLACE, STATED = "set", "question", "answer", "place", "state"
_CODEBOOK = (QUESTION, "theme", "wording", "kind", "code", "value", "label")


@dataclass(frozen=True)
class Given:
    """One person's answers by code, and what is told of how they answered, such as the presentation."""

    answers: Mapping[str, Answer]
    groups: Mapping[str, str]


@dataclass(frozen=True)
class Export:
    """The answers of one voice of a closed round, with what was left out and why."""

    edition: Edition
    voice: Voice
    asked: tuple[Step, ...]
    groups: tuple[str, ...]
    given: tuple[Given, ...]
    left_out: tuple[LeftOut, ...]


def wide(export: Export) -> Table:
    """A row for each person and three columns for each question: its codes, its state, its words."""
    columns = tuple(f"{step.code}{part}" for step in export.asked for part in ("", STATE, LABEL))
    labels = _labels(export)
    rows = tuple(_wide(export.asked, one, labels) for one in export.given)
    return Table(ANSWERS, (*export.groups, *columns), rows)


def long(export: Export) -> Table:
    """A row for each answer; several rows where several things were chosen or put in order."""
    headings = (*export.groups, SET, QUESTION, "kind", ANSWER, "value", "label", PLACE, STATED)
    labels, values = _labels(export), _values(export)
    rows = tuple(
        {**one.groups, SET: str(number), QUESTION: step.code, "kind": kind(step), **cells}
        for number, one in enumerate(export.given, 1)
        for step in export.asked
        for cells in _long(step, one.answers[step.code], labels, values)
    )
    return Table(ANSWERS, headings, rows)


def codebook(export: Export) -> Table:
    """Every question with its codes and what they stand for, the states, and what was left out."""
    rows = [row for step in export.asked for row in _explained(export, step)]
    rows += [{"kind": "state", "code": code, "label": text} for code, text in STATE_WORDS.items()]
    rows += [{QUESTION: one.name, "kind": "left out", "label": one.why} for one in export.left_out]
    return Table(CODEBOOK, _CODEBOOK, tuple(rows))


_Words = Mapping[tuple[str, str], str]
"""Question and option code to words, or to a value."""


def _labels(export: Export) -> _Words:
    return {(step.code, code): text for step, code, _, text in _options(export)}


def _values(export: Export) -> _Words:
    return {(step.code, code): value for step, code, value, _ in _options(export)}


def _options(export: Export) -> Iterator[tuple[Step, str, str, str]]:
    for step in export.asked:
        for code, value, text in options(export.edition, step):
            yield step, code, value, text


def _wide(asked: Sequence[Step], one: Given, labels: _Words) -> dict[str, str]:
    row = dict(one.groups)
    for step in asked:
        said = meaning(one.answers[step.code])
        row[step.code] = " ".join(said.codes)
        row[step.code + STATE] = said.state
        row[step.code + LABEL] = "; ".join(labels.get((step.code, code), code) for code in said.codes)
    return row


def _long(step: Step, answer: Answer, labels: _Words, values: _Words) -> Iterator[dict[str, str]]:
    said = meaning(answer)
    ranked = not isinstance(step, Statement) and step.kind is Kind.RANK_TOP
    counted = not isinstance(step, Statement) and step.kind is Kind.NUMBER
    if not said.codes:
        yield {STATED: said.state}
    for place, code in enumerate(said.codes, 1):
        yield {
            ANSWER: code,
            "value": code if counted else values.get((step.code, code), ""),
            "label": labels.get((step.code, code), code),
            PLACE: str(place) if ranked else "",
            STATED: said.state,
        }


def _explained(export: Export, step: Step) -> Iterator[dict[str, str]]:
    theme = export.edition.theme_of.get(step.code)
    about = {
        QUESTION: step.code,
        "theme": words(theme.name) if theme else "",
        "wording": words(step.wordings[export.voice]),
        "kind": kind(step),
    }
    if not isinstance(step, Statement) and step.stem:
        about["wording"] = f"{words(step.stem[export.voice])} {about['wording']}"
    if not isinstance(step, Statement) and step.kind is Kind.NUMBER:
        yield about | {"label": f"A whole number from {step.least} to {step.most}"}
    elif not isinstance(step, Statement) and step.kind is Kind.MONTH:
        yield about | {"label": "A month, as in 2026-11"}
    for code, value, text in options(export.edition, step):
        yield about | {"code": code, "value": value, "label": text}
