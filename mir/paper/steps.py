"""From one press of the button to the next: read what was typed, ask for it again, settle it, save it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mir.db import store
from mir.errors import NotFoundError, RefusalError
from mir.paper import operations
from mir.paper.fields import (
    HELP,
    HELPER,
    NONE,
    Field,
    Given,
    Reading,
    beside,
    comments,
    every_field,
    reading,
)
from mir.paper.keying import Compared, compare
from mir.paper.pages import FIRST, SECOND, SETTLE, Here, KeyPage, first_page, second_page, settle_page
from mir.respond.draft import FOR_THE_PERSON
from mir.respond.refusals import UsedError
from mir.respond.shown import Problem
from mir.rounds.codes import tidy
from surveys.journey import on_path
from surveys.own.meant import Answer

NOTHING = "There is nothing to save yet. Type in one answer or more."
UNKNOWN_HELPER = "unknown"


@dataclass(frozen=True)
class Saved:
    """A booklet is saved."""

    left_out: tuple[int, ...]
    """The numbers of the questions that it should not have been asked, after its own answers."""
    twice: Compared | None


def taken(here: Here, given: Given) -> KeyPage | Saved:
    """What comes after this press: a page, or a booklet that is saved."""
    step = given.get("step")
    if step not in {FIRST, SECOND, SETTLE}:
        raise RefusalError("Open the page for typing in again, and press its button.")
    return _STEPS[step](here, given)


def _first(here: Here, given: Given) -> KeyPage | Saved:
    found = reading(here.form, every_field(here.form, here.asked), given)
    problems = found.problems + beside(here.asked, given)
    if not problems and not _anything(here, found, given):
        problems = (Problem("main", NOTHING),)
    if problems:
        return first_page(here, given, tenth=False, problems=problems)
    if given.get("twice"):
        return second_page(here, given)
    return _save(here, given, found, None)


def _second(here: Here, given: Given) -> KeyPage | Saved:
    again = reading(here.form, _twice(here), given)
    if again.problems:
        return second_page(here, given, again.problems)
    once = _carried(here, given, "first-")
    found = compare(once, again.answers)
    if found.different:
        return settle_page(here, given, found.different)
    settled = reading(here.form, every_field(here.form, here.asked), given)
    return _save(here, given, settled, found)


def _settle(here: Here, given: Given) -> KeyPage | Saved:
    found = compare(_carried(here, given, "first-"), _carried(here, given, "second-"))
    settled = reading(here.form, every_field(here.form, here.asked), given)
    if settled.problems:
        return settle_page(here, given, found.different, settled.problems)
    return _save(here, given, settled, found)


_STEPS = {FIRST: _first, SECOND: _second, SETTLE: _settle}


def _save(here: Here, given: Given, found: Reading, twice: Compared | None) -> KeyPage | Saved:
    answers = {
        item.code: answer
        for item in here.asked.items
        if (answer := found.answers.get(f"a-{item.code}")) is not None
    }
    kept = on_path(here.edition, here.choice.voice, answers, here.choice.presentation)
    help_, helper = _helped(found.answers, proxy=here.choice.proxy)
    keyed = operations.Keyed(
        here.card.id,
        here.choice.voice,
        here.edition.hash,
        here.choice.presentation,
        here.choice.language,
        help_,
        helper,
        kept,
        comments(here.asked, given),
        tidy(given.get("code", "")),
        given.get("token", ""),
    )
    try:
        new = operations.save(store(), keyed)
    except (UsedError, NotFoundError) as error:
        problem = Problem("code", error.sentence)
        return replace(first_page(here, given, tenth=False, problems=(problem,)), twice=False)
    if new and twice is not None:
        operations.count_twice(store(), here.card.id, twice.number, len(twice.different))
    left_out = tuple(item.number for item in here.asked.items if item.code in answers.keys() - kept.keys())
    return Saved(left_out, twice)


def _helped(answers: Mapping[str, Answer | None], *, proxy: bool) -> tuple[str, str | None]:
    """What help there was and whose. A booklet that does not say counts as done alone."""
    help_, helper = FOR_THE_PERSON if proxy else answers.get(HELP), answers.get(HELPER)
    if not isinstance(help_, str) or help_ == NONE:
        return NONE, None
    return help_, helper if isinstance(helper, str) and helper != UNKNOWN_HELPER else None


def _carried(here: Here, given: Given, prefix: str) -> dict[str, Answer | None]:
    """What the page carried from a step before. Raises RefusalError where it was changed on the way."""
    found = reading(here.form, _twice(here), given, prefix)
    if found.problems:
        raise RefusalError("What was typed first did not come through. Open the page again and start over.")
    return found.answers


def _twice(here: Here) -> tuple[Field, ...]:
    return tuple(field for field in every_field(here.form, here.asked) if field.typed_twice)


def _anything(here: Here, found: Reading, given: Given) -> bool:
    answered = any(found.answers.get(f"a-{item.code}") is not None for item in here.asked.items)
    return answered or bool(comments(here.asked, given))
