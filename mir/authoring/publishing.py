"""Publishing a survey: what stands in the way, what has changed, and who went through it."""

import re
from dataclasses import dataclass, replace

from flask import redirect, render_template, request, url_for

from mir import clock
from mir.authoring import operations, queries
from mir.authoring.keeping import Page, opened
from mir.authoring.making import Found
from mir.authoring.models import LONGEST_NOTE
from mir.authoring.operations import Note
from mir.authoring.pages import Count, Here, counts, places, plainly
from mir.authoring.queries import Published
from mir.authoring.views import bp
from mir.db import store
from mir.errors import ConflictError
from mir.providers.guard import needs
from mir.providers.may import May
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from mir.rounds.cards import VOICE_WORDS
from mir.rounds.queries import edition
from mir.security import me
from surveys.edition import Edition, Step
from surveys.editions.changes import Change, Effect
from surveys.editions.diff import comparable
from surveys.framework import Voice, Wording

MOST_PEOPLE = 10_000
_CODE = re.compile("“([a-z0-9_]+)”")
EFFECTS = (
    (Effect.BREAK, "Cannot be compared with before"),
    (Effect.CARE, "Can be compared, with care"),
    (Effect.SAME_MEANING, "Means the same as before"),
    (Effect.COSMETIC, "Only looks different"),
)
"""What each kind of change means for a comparison, the gravest first."""


@dataclass(frozen=True)
class PublishPage:
    """What is published, or why it cannot be yet."""

    here: Here
    counts: tuple[Count, ...]
    blocked: tuple[tuple[str, str, tuple[Found, ...]], ...]
    """Each place with something in the way: its key, its name, and what was found."""
    warned: tuple[Found, ...]
    last: Published | None
    changes: tuple[tuple[str, tuple[Change, ...]], ...]
    """What has changed since the last edition, with the words of whatever the sentences name by its code."""
    same: bool
    """Whether nothing has changed since the last edition."""
    typed: tuple[str, str, str]
    problems: tuple[Problem, ...] = ()

    def error(self, name: str) -> str:
        """What is wrong with this field."""
        return next((one.sentence for one in self.problems if one.field == name), "")


@bp.get("/surveys/<survey_id>/publish")
@needs(May.MAKE_SURVEYS)
def ask_publish(survey_id: str) -> str:
    """What would be published, and the note that goes with it."""
    return render_template("authoring/publish.html", page=_page(opened(survey_id), ("", "", "")))


@bp.post("/surveys/<survey_id>/publish")
@needs(May.MAKE_SURVEYS)
def publish(survey_id: str) -> Page:
    """Freeze it, with the note."""
    here = opened(survey_id)
    typed = tuple(plain(request.form.get(name)) for name in ("people", "way", "changed"))
    people, way, changed = typed
    problems = _problems(people, way, changed)
    if problems:
        page = _page(here, (people, way, changed), problems)
        return render_template("authoring/publish.html", page=page), 422
    if request.form.get("version") != str(here.kept.version):
        raise ConflictError(
            "The survey was changed in another window since you opened this page. "
            "Open the page again and look at what would be published now."
        )
    note = Note(int(people), way, changed)
    seen = (here.kept.id, here.kept.version)
    operations.publish_survey(store(), me(), seen, note, clock.today())
    return redirect(url_for("authoring.one", survey_id=survey_id, _anchor="editions"))


def _page(here: Here, typed: tuple[str, str, str], problems: tuple[Problem, ...] = ()) -> PublishPage:
    published = queries.editions(store(), here.kept.id)
    last = published[0] if published else None
    blocked = tuple(places(here.making))
    return PublishPage(
        here=here,
        counts=counts(here.making),
        blocked=blocked,
        warned=tuple(one for one in here.making.found if not one.grave),
        last=last,
        changes=_changes(here, last) if last and not blocked else (),
        same=last is not None and not blocked and last.edition_hash == here.making.edition.hash,
        typed=typed,
        problems=problems,
    )


def _changes(here: Here, last: Published) -> tuple[tuple[str, tuple[Change, ...]], ...]:
    before = edition(store(), last.edition_hash)
    named = _names(before) | _names(here.making.edition)
    found = [
        replace(one, sentence=_CODE.sub(lambda code: f"“{named.get(code[1], code[1])}”", one.sentence))
        for one in comparable(before, here.making.edition).changes
    ]
    of = {effect: tuple(one for one in found if one.effect is effect) for effect, _ in EFFECTS}
    return tuple((words, of[effect]) for effect, words in EFFECTS if of[effect])


def _names(asked: Edition) -> dict[str, str]:
    """What the codes of an edition stand for, in words."""
    themes = {theme.code: plainly(theme.name) for theme in asked.themes}
    steps: tuple[Step, ...] = (*asked.statements, *asked.questions)
    return themes | VOICE_WORDS | {step.code: plainly(_first(step)) for step in steps}


def _first(step: Step) -> Wording:
    """The words of the person whom a survey is about, or else of the first who are asked."""
    return step.wordings.get(Voice.PERSON) or next(iter(step.wordings.values()))


def _problems(people: str, way: str, changed: str) -> tuple[Problem, ...]:
    found = []
    if not (people.isascii() and people.isdecimal() and len(people) < 6 and int(people) <= MOST_PEOPLE):  # noqa: PLR2004 - as many digits
        found.append(
            Problem("people", "Write how many people in digits, such as 3. If nobody has yet, write 0.")
        )
    if not way:
        found.append(Problem("way", "Say how they went through it. If nobody has yet, say why."))
    if not changed:
        found.append(Problem("changed", "Say what changed because of it. If nothing did, say so."))
    for name, text in (("way", way), ("changed", changed)):
        if len(text) > LONGEST_NOTE:
            found.append(Problem(name, f"Make this shorter: at most {LONGEST_NOTE:,} letters."))
    return tuple(found)
