"""What came of trying a survey, as words for a terminal and as values for a program."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from statistics import mean

from mir.commands.layout import counted, table, wrapped
from scoring.trying import Scores, told
from surveys.faults import Fault
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice
from surveys.journey import minutes
from surveys.rules.plain import FEWEST_WORDS
from surveys.trying.coverage import share
from surveys.trying.pages import Page
from surveys.trying.persona import Expected
from surveys.trying.tried import Journey, Tried
from surveys.trying.walk import Walk
from surveys.trying.ways import MOST_CASES

LOOKS = {Presentation.STANDARD: "standard", Presentation.EASY_READ: "Easy Read"}


@dataclass(frozen=True)
class Trial:
    """One person's walk with their scores and everything that is not as expected."""

    walk: Walk
    scores: Scores
    differences: tuple[Fault, ...]


@dataclass(frozen=True)
class Outcome:
    """What came of it all; `voice` narrows what is shown, never what is tried."""

    tried: Tried
    people: tuple[Trial, ...]
    voice: Voice | None
    file: Path
    """Where the people are written, or could be."""
    pages: bool = False
    """Whether every page is told with the age it suits."""

    @property
    def fine(self) -> bool:
        """Whether every walk is as expected and everything can be met by somebody."""
        return not self.tried.dead and not any(one.differences for one in self.people)

    def shown(self, voice: Voice) -> bool:
        """Whether this voice is looked at."""
        return self.voice in {None, voice}


def text(outcome: Outcome) -> str:
    """The whole of it in lines that fit a terminal."""
    edition = outcome.tried.edition
    parts = [
        f"{edition.title[SOURCE_LANGUAGE]} ({edition.survey})",
        _people(outcome),
        "Ways through it\n" + table(list(_journeys(outcome))),
        *_ways(outcome),
        *(_pages(outcome) if outcome.pages else ()),
        _conditions(outcome),
        _dead(outcome),
    ]
    return "\n\n".join(part for part in parts if part)


def document(outcome: Outcome) -> dict[str, object]:
    """The whole of it as plain values, to be written as JSON."""
    found = outcome.tried
    seen, sides = share(found.conditions)
    return {
        "survey": found.edition.survey,
        "edition": found.edition.hash,
        "fine": outcome.fine,
        "people": [_person(one) for one in outcome.people if outcome.shown(one.walk.persona.voice)],
        "journeys": [_journey(one) for one in found.journeys if outcome.shown(one.ways.voice)],
        "conditions": {
            "sides": sides,
            "seen": seen,
            "each": [{"code": one.code, "held": one.held, "failed": one.failed} for one in found.conditions],
        },
        "dead": list(found.dead),
        "dead_known": found.dead_known,
    }


def _people(outcome: Outcome) -> str:
    if not outcome.people:
        return wrapped(f"Nobody is written in {outcome.file}. Write people there to walk them through.")
    shown = [one for one in outcome.people if outcome.shown(one.walk.persona.voice)]
    rows = table([_row(one) for one in shown]) if shown else "  Nobody among the people has this voice."
    lines = [f"People\n{rows}"]
    for file, faults in groupby((fault for one in shown for fault in one.differences), lambda one: one.file):
        lines.append(f"\nNot as expected in {file}")
        for fix, alike in groupby(faults, lambda one: one.fix):
            lines += [wrapped(f"Line {fault.line}: {fault.what}", "    ", "  ") for fault in alike]
            lines.append(wrapped(fix, "    ", "  → "))
    return "\n".join(lines)


def _row(one: Trial) -> tuple[str, ...]:
    persona, number = one.walk.persona, len(one.walk.path)
    verdict = counted(len(one.differences), "difference") if one.differences else "as expected"
    return (
        persona.name,
        persona.voice.value,
        LOOKS[persona.presentation],
        counted(number, "question"),
        f"overall {told(one.scores.overall)}",
        "nothing expected" if persona.expect == Expected() else verdict,
    )


def _journeys(outcome: Outcome) -> Iterator[tuple[str, ...]]:
    yield ("Voice", "Words", "Ways", "Questions", "Minutes", "Reading age", "Hardest page")
    for one in outcome.tried.journeys:
        if outcome.shown(one.ways.voice):
            yield (one.ways.voice.value, LOOKS[one.ways.presentation], *_figures(one))


def _figures(one: Journey) -> tuple[str, ...]:
    ways, hardest = one.ways, _hardest(one.pages)
    counts = ("not counted", "-", "-")
    if not ways.given_up:
        times = (minutes(ways.fewest), minutes(ways.most))
        counts = (f"{ways.count:,}", _span(ways.fewest, ways.most), _span(*times))
    ages = [page.reading_age for page in one.pages if page.reading_age is not None]
    hard = f"{hardest.code} ({hardest.reading_age:.0f})" if hardest and hardest.reading_age else "-"
    return (*counts, f"{mean(ages):.0f}" if ages else "-", hard)


def _ways(outcome: Outcome) -> Iterator[str]:
    """The ways one by one where they are several and few, and honest words where not all are counted."""
    for one in (found.ways for found in outcome.tried.journeys if outcome.shown(found.ways.voice)):
        who = f"{one.voice.value}, {LOOKS[one.presentation]}"
        if one.given_up:
            yield wrapped(
                f"{who}: not counted. From “{one.given_up}” on, more than {MOST_CASES:,} combinations of "
                "answers decide what is asked. The walks of the people are still true."
            )
        elif not one.whole:
            yield wrapped(
                f"{who}: there may be more ways. A condition holds an open number or a month against another "
                "answer, and only some of its values were tried."
            )
        if one.count > 1 and one.shown:
            lines = [f"{who}, way by way"]
            lines += [wrapped(_way(left_out), "    ", "  ") for left_out in one.shown]
            yield "\n".join(lines)


def _way(left_out: tuple[str, ...]) -> str:
    return f"without {', '.join(left_out)}" if left_out else "everything"


def _pages(outcome: Outcome) -> Iterator[str]:
    """Every page by the age it suits; of few words it says little."""
    for one in (found for found in outcome.tried.journeys if outcome.shown(found.ways.voice)):
        rows = [("Page", "Words", "Reading age")]
        for page in one.pages:
            age = f"{page.reading_age:.0f}" if page.reading_age else "-"
            rows.append((page.code, str(page.words), age))
        yield f"{one.ways.voice.value}, {LOOKS[one.ways.presentation]}, page by page\n{table(rows)}"


def _conditions(outcome: Outcome) -> str:
    conditions = outcome.tried.conditions
    if not conditions:
        return "Nothing hangs on an answer: everybody of a voice is asked the same."
    seen, sides = share(conditions)
    lines = [f"Conditions: the people have seen {seen} of {sides} sides."]
    lines += [f"  {one.code}: nobody was there when it holds" for one in conditions if not one.held]
    lines += [f"  {one.code}: nobody was there when it does not" for one in conditions if not one.failed]
    return "\n".join(lines)


def _dead(outcome: Outcome) -> str:
    if outcome.tried.dead:
        codes = ", ".join(outcome.tried.dead)
        return wrapped(f"On no way at all, so nobody could ever be asked: {codes}. Look at their conditions.")
    if outcome.tried.dead_known:
        return "Everything can be met by somebody."
    return "Whether everything can be met by somebody is not known, as not all ways were counted."


def _person(one: Trial) -> dict[str, object]:
    persona = one.walk.persona
    return {
        "name": persona.name,
        "voice": persona.voice.value,
        "presentation": persona.presentation.value,
        "language": persona.language,
        "path": list(one.walk.codes),
        "minutes": minutes(len(one.walk.path)),
        "scores": {code: _number(score) for code, score in one.scores.themes.items()},
        "overall": _number(one.scores.overall),
        "differences": [
            {"file": fault.file, "line": fault.line, "kind": fault.kind, "what": fault.what, "fix": fault.fix}
            for fault in one.differences
        ],
    }


def _journey(one: Journey) -> dict[str, object]:
    ways = one.ways
    counted_all = not ways.given_up
    return {
        "voice": ways.voice.value,
        "presentation": ways.presentation.value,
        "ways": ways.count if counted_all else None,
        "all_counted": counted_all and ways.whole,
        "questions": [ways.fewest, ways.most] if counted_all else None,
        "minutes": [minutes(ways.fewest), minutes(ways.most)] if counted_all else None,
        "left_out": [list(codes) for codes in ways.shown],
        "pages": [
            {
                "code": page.code,
                "words": page.words,
                "reading_age": page.reading_age and round(page.reading_age, 1),
            }
            for page in one.pages
        ],
    }


def _number(score: Fraction | None) -> float | None:
    return None if score is None else round(float(score), 4)


def _hardest(pages: tuple[Page, ...]) -> Page | None:
    """The hardest page with enough words for an age to say something of it."""
    told_of = [page for page in pages if page.words >= FEWEST_WORDS]
    return max(told_of, key=lambda page: page.reading_age or 0, default=None)


def _span(least: int, most: int) -> str:
    return f"{least}" if least == most else f"{least}-{most}"
