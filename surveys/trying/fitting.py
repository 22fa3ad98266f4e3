"""Whether made-up people fit the survey that they are made for: who is asked, and what can be answered."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from surveys.answers import SPOKEN_STATES
from surveys.edition import Edition, Step
from surveys.faults import Fault, Kind, Severity
from surveys.files.source import Source
from surveys.files.tree import Loc
from surveys.framework import Statement
from surveys.rules.finding import Finding, repeated
from surveys.trying.persona import Expected, Persona, Personas
from surveys.trying.walk import PASSED_OVER, on_offer

NAME_TWICE = Kind("persona-name-twice", "Somebody else is called “{name}”.", "Give each a name of their own.")
NOT_OFFERED = Kind(
    "persona-not-offered", "The survey does not offer {what} “{given}”.", "Write one of these: {known}."
)
ANSWER_TO_NOTHING = Kind(
    "persona-code-unknown", "“{code}” is nothing that “{voice}” could be asked.", "{advice}"
)
NO_SUCH_ANSWER = Kind("persona-answer-unknown", "“{answer}” is not an answer to “{code}”.", "{advice}")
NO_SUCH_THEME = Kind(
    "persona-theme-unknown", "“{code}” is not a theme of this survey.", "Write one of these: {known}."
)
BOTH = Kind(
    "persona-expects-both", "“{code}” cannot be both asked and not asked.", "Take it out of one of the lists."
)
NOTHING = Kind(
    "persona-expects-nothing",
    "Nothing is expected for {name}, so nothing can be found wrong.",
    "Add a line “expect:”, with “questions:” or “overall:” under it.",
    Severity.WARNING,
)
MOST_NAMED = 12
"""Codes in a sentence; a survey may have hundreds."""


def faults(personas: Personas, edition: Edition, source: Source) -> tuple[Fault, ...]:
    """What is wrong with the people of a file beside this edition, with the lines."""
    return tuple(sorted({finding.fault(source) for finding in _findings(personas, edition)}))


def _findings(personas: Personas, edition: Edition) -> Iterator[Finding]:
    every = [(("personas", place), one) for place, one in enumerate(personas.personas)]
    yield from repeated(NAME_TWICE, (((*loc, "name"), one.name) for loc, one in every))
    for loc, persona in every:
        yield from _person(loc, persona, edition)
        if persona.voice in edition.voices:
            steps = {step.code: step for step, _ in edition.order if persona.voice in step.wordings}
            yield from _answers((*loc, "answers"), persona, edition, steps)
        yield from _expected((*loc, "expect"), persona, edition)


def _person(loc: Loc, persona: Persona, edition: Edition) -> Iterator[Finding]:
    for name, what, given, known in (
        ("voice", "the voice", persona.voice, edition.voices),
        ("presentation", "the presentation", persona.presentation, edition.presentations),
        ("language", "the language", persona.language, edition.languages),
    ):
        if given not in known:
            facts = {"what": what, "given": given, "known": ", ".join(known)}
            yield Finding((*loc, name), NOT_OFFERED, facts)


def _answers(loc: Loc, persona: Persona, edition: Edition, steps: dict[str, Step]) -> Iterator[Finding]:
    for code, answer in persona.answers.items():
        step = steps.get(code)
        if step is None:
            facts = {"code": code, "voice": persona.voice, "advice": _advice(code, steps)}
            yield Finding((*loc, code), ANSWER_TO_NOTHING, facts)
        elif not on_offer(edition, step, answer):
            shown = ", ".join(answer) if isinstance(answer, tuple) else str(answer)
            facts = {"answer": shown[:40], "code": code, "advice": _offered(step, edition, shown)}
            yield Finding((*loc, code), NO_SUCH_ANSWER, facts)


def _expected(loc: Loc, persona: Persona, edition: Edition) -> Iterator[Finding]:
    expect = persona.expect
    if expect == Expected():
        yield Finding(loc, NOTHING, {"name": persona.name})
    yield from _codes(loc, persona, edition)
    themes = [theme.code for theme in edition.themes]
    for code in expect.scores:
        if code not in themes:
            yield Finding((*loc, "scores", code), NO_SUCH_THEME, {"code": code, "known": ", ".join(themes)})


def _codes(loc: Loc, persona: Persona, edition: Edition) -> Iterator[Finding]:
    expect, codes = persona.expect, [step.code for step, _ in edition.order]
    for name, listed in (
        ("path", expect.path or ()),
        ("asked", expect.asked),
        ("not_asked", expect.not_asked),
    ):
        for place, code in enumerate(listed):
            if code not in codes:
                facts = {"code": code, "voice": persona.voice, "advice": _advice(code, codes)}
                yield Finding((*loc, name, place), ANSWER_TO_NOTHING, facts)
    for place, code in enumerate(expect.not_asked):
        if code in expect.asked:
            yield Finding((*loc, "not_asked", place), BOTH, {"code": code})


def _offered(step: Step, edition: Edition, given: str) -> str:
    if not isinstance(step, Statement) and not step.codes:
        return "Compare it with what the question asks for."
    codes = tuple(edition.values) if isinstance(step, Statement) else step.codes
    return _advice(given, (*codes, *SPOKEN_STATES, PASSED_OVER))


def _advice(given: str, known: Iterable[str]) -> str:
    every = tuple(known)
    near = get_close_matches(given[:60], every, 1)
    if near:
        return f"Did you mean “{near[0]}”?"
    return f"Write one of these: {', '.join(every[:MOST_NAMED])}{' …' if len(every) > MOST_NAMED else ''}."
