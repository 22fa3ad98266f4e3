"""From what is typed on a question's page to the question, or to what is wrong with it."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from pydantic import ValidationError

from mir.authoring.conditions import earlier, written
from mir.authoring.typed import ALL, ALWAYS, ANSWER, Typed, unit_of
from mir.respond.shown import Problem
from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation, Voice, Wording
from surveys.own.question import LARGEST_NUMBER, WITH_OPTIONS, Kind
from surveys.own.written import OwnQuestion
from surveys.rules.own_faults import TAKEN
from surveys.survey import Survey

LONGEST_LINE = 600
MOST_RANKED = 10
LONGEST_CODE, LONGEST_ROW = 22, 12
_NUMBERS = {"least": "the least number", "most": "the greatest number", "top": "how many to put in order"}


@dataclass(frozen=True)
class Place:
    """Where a question belongs: its survey and framework, and the question as it was, if it was there."""

    survey: Survey
    framework: Framework
    before: OwnQuestion | None = None


def problems(typed: Typed, place: Place) -> tuple[Problem, ...]:
    """What must be put right before the question can be kept: the field, and what to do."""
    found = [
        Problem(name, f"Make this shorter: at most {LONGEST_LINE} letters.")
        for name, text in (typed.texts or {}).items()
        if len(text) > LONGEST_LINE
    ]
    if not typed.voices:
        found.append(Problem("voice", "Choose who is asked this question."))
    first = _first_look(place.survey)
    for who in typed.whos:
        name = f"words-{who}-{first}-{SOURCE_LANGUAGE}"
        if not typed.text(name):
            found.append(Problem(name, "Write the question."))
    found += [
        Problem(
            f"{kind}-{number}-{first}-{SOURCE_LANGUAGE}", f"{what} {place}: write the words, or remove it."
        )
        for kind, what, numbers in (("option", "Answer", typed.options), ("row", "Row", typed.rows))
        for place, number in enumerate(numbers, start=1)
        if not typed.text(f"{kind}-{number}-{first}-{SOURCE_LANGUAGE}")
    ]
    found += [
        Problem(name, f"Write {what} in digits, such as 10.")
        for name, what in _NUMBERS.items()
        if name in _belonging(typed.kind) and _whole(typed.text(name)) is None
    ]
    if typed.kind is Kind.RANK_TOP and not 1 <= (_whole(typed.text("top")) or 1) <= MOST_RANKED:
        found.append(Problem("top", f"Write a number from 1 to {MOST_RANKED}."))
    if typed.show == ANSWER and not typed.show_code:
        found.append(Problem("show_code", "Choose the question whose answer decides, or ask always."))
    return tuple(found)


def question(typed: Typed, place: Place) -> OwnQuestion:
    """The question that is typed. Raises ValueError where `problems` finds any, or no file could hold it."""
    data: dict[str, object] = {
        "code": typed.code or _code(typed, place),
        "kind": typed.kind,
        "wordings": _wordings(typed, place),
    }
    before = place.before
    for name in ("hint", "proxy", "reason"):
        data[name] = _words(typed, name, place.survey, getattr(before, name) if before else None)
    data |= _parts(typed, place) | _limits(typed, before)
    if typed.about_you:
        data["about_you"] = True
    data["show_if"] = condition(typed, place)
    try:
        return OwnQuestion.model_validate({name: value for name, value in data.items() if value})
    except ValidationError as error:
        raise ValueError(str(error)) from None


def condition(typed: Typed, place: Place) -> str:
    """When the question is asked, as the file says it; nothing where it is always."""
    if typed.show == ALWAYS:
        return ""
    if typed.show != ANSWER:
        return typed.text("show_text")
    askings = earlier(place.survey, place.framework, typed.code)
    chosen = next((one for one in askings if one.code == typed.show_code), None)
    return written(chosen, typed.show_values) if chosen else typed.text("show_text")


def coded(words: str, taken: Collection[str], longest: int) -> str:
    """A code made of the first words that is not taken."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    first, *more = re.findall(r"[a-z0-9]+", bare) or [""]
    stem = (first if first[:1].isalpha() else f"q_{first}")[:longest].strip("_")
    for word in more:
        if len(stem) + len(word) >= longest:
            break
        stem = f"{stem}_{word}"
    code, number = stem, 2
    while code in taken or code in TAKEN:
        ending = f"_{number}"
        code, number = f"{stem[: longest - len(ending)]}{ending}", number + 1
    return code


def _code(typed: Typed, place: Place) -> str:
    taken = {one.code for one in place.survey.questions}
    for theme in place.framework.themes:
        taken |= {theme.code, *(one.code for one in theme.statements)}
    first = f"words-{typed.whos[0]}-{_first_look(place.survey)}-{SOURCE_LANGUAGE}"
    return coded(typed.text(first), taken, LONGEST_CODE)


def _first_look(survey: Survey) -> Presentation:
    """The presentation whose words must be there."""
    looks = survey.presentations
    return Presentation.STANDARD if Presentation.STANDARD in looks else looks[0]


def _wordings(typed: Typed, place: Place) -> dict[Voice, Wording]:
    before = place.before.wordings if place.before else {}
    survey = place.survey
    # A voice that the survey does not ask now keeps its words, for the day on which it does.
    kept = {voice: words for voice, words in before.items() if voice not in survey.voices}
    if typed.each:
        return kept | {
            Voice(who): _words(typed, f"words-{who}", survey, before.get(Voice(who))) for who in typed.voices
        }
    shared = next(iter(before.values()), None) if len({str(one) for one in before.values()}) == 1 else None
    words = _words(typed, f"words-{ALL}", survey, shared)
    whole = set(typed.voices) >= set(survey.voices)
    return dict.fromkeys(Voice, words) if whole else kept | dict.fromkeys(map(Voice, typed.voices), words)


def _words(typed: Typed, name: str, survey: Survey, before: Wording | None) -> Wording:
    """The words typed in the fields of this name, with those that the page does not show as they were."""
    shown = {(look, language) for look in survey.presentations for language in survey.languages}
    found: dict[Presentation, dict[str, str]] = {}
    for look, lines in (before or {}).items():
        for language, line in lines.items():
            if (look, language) not in shown:
                found.setdefault(look, {})[language] = line
    for look in survey.presentations:
        for language in survey.languages:
            text = typed.text(f"{name}-{look}-{language}")
            if text:
                found.setdefault(look, {})[language] = text
    return found


def _parts(typed: Typed, place: Place) -> dict[str, object]:
    data: dict[str, object] = {}
    if typed.kind in WITH_OPTIONS:
        data["options"] = _options(typed, place)
    if typed.kind is Kind.GRID:
        data["rows"] = _rows(typed, place)
    return data


def _options(typed: Typed, place: Place) -> list[dict[str, object]]:
    before = {one.code: one for one in place.before.options} if place.before else {}
    found: list[dict[str, object]] = []
    for number, code in _codes(typed, "option", typed.options, place.survey).items():
        was = before.get(code)
        words = _words(typed, f"option-{number}", place.survey, was.words if was else None)
        option: dict[str, object] = {"code": code, "words": words}
        if was and was.symbol:
            option["symbol"] = was.symbol
        if number in typed.alone and typed.kind is Kind.SEVERAL_CHOICES:
            option["alone"] = True
        found.append(option)
    return found


def _rows(typed: Typed, place: Place) -> list[dict[str, object]]:
    before = {one.code: one for one in place.before.rows} if place.before else {}
    found: list[dict[str, object]] = []
    for number, code in _codes(typed, "row", typed.rows, place.survey).items():
        was = before.get(code)
        first = next(iter(was.wordings.values())) if was else None
        words = _words(typed, f"row-{number}", place.survey, first)
        # Words for each voice apart are written in the file; they stay as long as nobody types over them.
        same = was is not None and words == first
        row: dict[str, object] = {
            "code": code,
            "wordings": was.wordings if was and same else dict.fromkeys(Voice, words),
        }
        found.append(row | ({"proxy": was.proxy} if was and was.proxy else {}))
    return found


def _codes(typed: Typed, kind: str, numbers: tuple[str, ...], survey: Survey) -> dict[str, str]:
    """The code of each option or row: its own for ever, or a new one made of its words."""
    found = {number: typed.text(f"{kind}-{number}-code") for number in numbers}
    for number, code in found.items():
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", code):
            words = typed.text(f"{kind}-{number}-{_first_look(survey)}-{SOURCE_LANGUAGE}")
            found[number] = coded(words, set(found.values()), LONGEST_ROW if kind == "row" else LONGEST_CODE)
    return found


def _limits(typed: Typed, before: OwnQuestion | None) -> dict[str, object]:
    if typed.kind is Kind.RANK_TOP:
        return {"top": _whole(typed.text("top"))}
    if typed.kind is not Kind.NUMBER:
        return {}
    data: dict[str, object] = {name: str(_whole(typed.text(name))) for name in ("least", "most")}
    kept = before is not None and typed.text("unit") == unit_of(before)
    unit = before.unit if before and kept else typed.text("unit")
    return data | ({"unit": unit} if unit else {})


def _belonging(kind: Kind) -> tuple[str, ...]:
    return {Kind.NUMBER: ("least", "most"), Kind.RANK_TOP: ("top",)}.get(kind, ())


def _whole(text: str) -> int | None:
    bare = text.replace(",", "").replace(" ", "")
    if not re.fullmatch(r"-?[0-9]{1,7}", bare) or abs(int(bare)) > LARGEST_NUMBER:
        return None
    return int(bare)
