"""An own question as it stands on its page: every field as typed, so that nothing is lost on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from mir.authoring.conditions import built
from mir.respond.kinds.forms import plain
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice, Wording
from surveys.own.question import RANKED, WITH_OPTIONS, Kind, Plural
from surveys.own.written import OwnQuestion
from surveys.survey import Survey

ALL = "all"
"""Stands in a field's name for words that every voice reads."""
ALWAYS, ANSWER, TEXT = "always", "answer", "text"
"""When a question is asked: always, after some answers to another, or under a condition typed in full."""
MOST_PARTS = 30
_COUNTED = "{n} "


@dataclass(frozen=True)
class Typed:
    """`texts` holds each field by its name; `options` and `rows` the numbers of theirs, in order."""

    kind: Kind
    code: str = ""
    texts: Mapping[str, str] | None = None
    voices: tuple[str, ...] = ()
    each: bool = False
    """Whether every voice has words of its own."""
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    about_you: bool = False
    show: str = ALWAYS
    show_code: str = ""
    show_values: tuple[str, ...] = ()

    def text(self, name: str) -> str:
        """What stands in the field of this name."""
        return (self.texts or {}).get(name, "")

    @property
    def whos(self) -> tuple[str, ...]:
        """Whose words are typed: one field for all, or one for each voice that is asked."""
        return self.voices if self.each else (ALL,)


def fresh(kind: Kind, survey: Survey) -> Typed:
    """An empty question of this kind."""
    number = 5 if kind in {Kind.SCALE, Kind.GRID} else 3 if kind in WITH_OPTIONS else 0
    options = tuple(str(one) for one in range(1, number + 1))
    rows = ("1", "2") if kind is Kind.GRID else ()
    texts = {"least": "0", "most": "100", "top": str(RANKED)}
    return Typed(kind, "", texts, tuple(survey.voices), options=options, rows=rows)


def posted(kind: Kind, code: str, form: MultiDict[str, str]) -> Typed:
    """What a page sent."""
    return Typed(
        kind=kind,
        code=code,
        texts={name: plain(value) for name, value in form.items()},
        voices=tuple(voice for voice in Voice if voice in form.getlist("voice")),
        each="each" in form,
        options=_numbers(form, "option"),
        rows=_numbers(form, "row"),
        alone=frozenset(form.getlist("alone")),
        about_you="about_you" in form,
        show=form.get("show", ALWAYS),
        show_code=form.get("show_code", ""),
        show_values=tuple(form.getlist("show_value")),
    )


def standing(question: OwnQuestion, survey: Survey) -> Typed:
    """A kept question as it stands on its page."""
    voices = tuple(voice for voice in survey.voices if voice in question.wordings)
    wordings = [question.wordings[voice] for voice in voices]
    each = any(words != wordings[0] for words in wordings)
    texts: dict[str, str] = {}
    if each:
        for voice in voices:
            _fill(texts, f"words-{voice}", question.wordings[voice])
    else:
        _fill(texts, f"words-{ALL}", (wordings or list(question.wordings.values()))[0])
    for name, words in (("hint", question.hint), ("proxy", question.proxy), ("reason", question.reason)):
        _fill(texts, name, words or {})
    for number, option in enumerate(question.options, start=1):
        texts[f"option-{number}-code"] = option.code
        _fill(texts, f"option-{number}", option.words)
    for number, row in enumerate(question.rows, start=1):
        texts[f"row-{number}-code"] = row.code
        _fill(texts, f"row-{number}", next(iter(row.wordings.values())))
    texts |= {"least": str(question.least), "most": str(question.most), "top": str(question.top)}
    texts |= {"unit": unit_of(question), "show_text": question.show_if or ""}
    condition = built(question.show_if)
    return Typed(
        kind=question.kind,
        code=question.code,
        texts=texts,
        voices=voices,
        each=each,
        options=tuple(str(number + 1) for number in range(len(question.options))),
        rows=tuple(str(number + 1) for number in range(len(question.rows))),
        alone=frozenset(str(n) for n, option in enumerate(question.options, start=1) if option.alone),
        about_you=question.about_you,
        show=ALWAYS if question.show_if is None else ANSWER if condition else TEXT,
        show_code=condition[0] if condition else "",
        show_values=condition[1] if condition else (),
    )


def unit_of(question: OwnQuestion) -> str:
    """What a number counts, in one word of the source language; nothing where it has several forms."""
    forms = (question.unit or {}).get(SOURCE_LANGUAGE, {})
    form = forms.get(Plural.OTHER, "")
    simple = len(question.unit or {}) == len(forms) == 1 and form.startswith(_COUNTED)
    return form.removeprefix(_COUNTED) if simple else ""


def after(typed: Typed, go: str) -> tuple[Typed, str]:
    """What stands on the page after one of its buttons, and the id of the field to go to."""
    verb, _, number = go.partition(":")
    what, _, how = verb.partition("-")
    if what not in {"option", "row"}:
        return typed, {"voices": "words", "answers": "show_code"}.get(verb, "")
    kept = list(typed.options if what == "option" else typed.rows)
    goal = f"{what}-{number}-up"
    if how == "add" and len(kept) < MOST_PARTS:
        kept.append(str(max(map(int, kept), default=0) + 1))
        goal = f"{what}-{kept[-1]}-{Presentation.STANDARD}-{SOURCE_LANGUAGE}"
    elif number in kept:
        here = kept.index(number)
        kept.pop(here)
        if how == "drop":
            goal = f"{what}-add"
        else:
            there = here - 1 if how == "up" else here + 1
            kept.insert(max(there, 0), number)
            goal = f"{what}-{number}-{how}"
    found = replace(typed, options=tuple(kept)) if what == "option" else replace(typed, rows=tuple(kept))
    return found, goal


def _fill(texts: dict[str, str], name: str, words: Wording) -> None:
    for look, lines in words.items():
        for language, line in lines.items():
            texts[f"{name}-{look}-{language}"] = line


def _numbers(form: MultiDict[str, str], name: str) -> tuple[str, ...]:
    given = (one for one in form.getlist(name) if one.isdecimal() and len(one) < 4)  # noqa: PLR2004 - as ours
    return tuple(dict.fromkeys(given))[:MOST_PARTS]
