"""What is typed to open a round: read, and refused in words at its own field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from mir.pages import day
from mir.respond.shown import Problem
from mir.rounds.cards import VOICE_WORDS
from mir.rounds.operations import LONGEST, NewRound
from mir.running.ready import Ready
from surveys.edition import Edition
from surveys.framework import SOURCE_LANGUAGE, Voice

USUAL = timedelta(days=28)
SOONEST = timedelta(days=180)
"""A round is opened at most so long before its first day."""
LONGEST_TITLE = 80
MOST_INVITED = 100_000
SEASONS = ("Winter", "Winter", *["Spring"] * 3, *["Summer"] * 3, *["Autumn"] * 3, "Winter")


@dataclass(frozen=True)
class Typed:
    """What stands in the form, word for word."""

    title: str
    opens: str
    closes: str
    languages: tuple[str, ...] = ()
    invited: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Faults:
    """What is wrong, each at its field, in the order of the page."""

    problems: tuple[Problem, ...]


def fresh(today: date, ready: Ready) -> Typed:
    """A form to start from: this season, four weeks from today, every language that somebody has reviewed."""
    drafts = ready.edition.drafts
    languages = tuple(one for one in ready.edition.languages if one not in drafts)
    title = f"{SEASONS[today.month - 1]} {today.year}"
    return Typed(title, today.isoformat(), (today + USUAL).isoformat(), languages)


def round_of(typed: Typed, ready: Ready, service_id: str, today: date) -> NewRound | Faults:
    """The round that was meant, or what is wrong with it."""
    problems = _title(typed.title)
    opens, closes, dates = _dates(typed, today)
    invited, numbers = _invited(typed, ready.edition)
    problems = (*problems, *dates, *numbers)
    if problems or opens is None or closes is None:
        return Faults(problems)
    edition = ready.spoken((SOURCE_LANGUAGE, *typed.languages))
    return NewRound(service_id, edition, typed.title.strip(), opens, closes, invited)


def read_day(text: str) -> date | None:
    """The day that was written, as 2026-11-22 or 22/11/2026."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _title(title: str) -> tuple[Problem, ...]:
    if not title.strip():
        return (Problem("title", "Write what people call this round, such as “Spring 2026”."),)
    if len(title.strip()) > LONGEST_TITLE:
        return (
            Problem("title", f"Make the title shorter. {LONGEST_TITLE} letters and spaces are the most."),
        )
    return ()


def _dates(typed: Typed, today: date) -> tuple[date | None, date | None, tuple[Problem, ...]]:
    opens, closes = read_day(typed.opens), read_day(typed.closes)
    first, last = _first(opens, today), _last(opens, closes)
    faults = (("opens", first), ("closes", last))
    return opens, closes, tuple(Problem(name, sentence) for name, sentence in faults if sentence)


def _first(opens: date | None, today: date) -> str:
    if opens is None:
        return "Write the first day as a date, such as 22/11/2026."
    if opens < today:
        return f"The first day has passed. Choose {day(today)} or a later day."
    if opens - today > SOONEST:
        return f"The first day is more than {SOONEST.days} days away. Choose an earlier one."
    return ""


def _last(opens: date | None, closes: date | None) -> str:
    if closes is None:
        return "Write the last day as a date, such as 22/12/2026."
    if opens is None:
        return ""
    if closes < opens:
        return "The last day comes before the first. Choose a later last day."
    if closes - opens > LONGEST:
        latest = day(opens + LONGEST)
        return f"A round takes answers for {LONGEST.days} days at most. Choose {latest} or an earlier day."
    return ""


def _invited(typed: Typed, edition: Edition) -> tuple[dict[Voice, int], tuple[Problem, ...]]:
    invited: dict[Voice, int] = {}
    problems = []
    for voice in edition.voices:
        text = typed.invited.get(voice, "").replace(",", "").strip()
        if text.isascii() and text.isdecimal() and len(text) < 9 and int(text) <= MOST_INVITED:  # noqa: PLR2004
            invited[voice] = int(text)
        elif text:
            who = VOICE_WORDS[voice].lower()
            sentence = (
                f"Write how many {who} you ask in digits, such as 24. Leave it empty if you do not know."
            )
            problems.append(Problem(f"invited-{voice}", sentence))
    return invited, tuple(problems)
