"""Somebody answering now: their draft, its edition, and the questions they are asked."""

from dataclasses import dataclass
from functools import cached_property

from mir import clock, i18n
from mir.db import store
from mir.errors import ConflictError, GoneError, NotFoundError
from mir.i18n import Tongue
from mir.respond import browser, drafts
from mir.respond.browser import Held
from mir.respond.draft import ASKED_ALOUD, DraftView
from mir.respond.kinds.told import Reader
from mir.respond.refusals import AlreadySentError, ClosedError, NotAskedError
from mir.respond.words import Words, words_for
from mir.rounds import queries
from mir.rounds.queries import RoundCard
from surveys import journey
from surveys.edition import Edition, Step
from surveys.framework import Presentation, Voice, Wording

ASKED_ABOUT_HELP = frozenset({Voice.PERSON, Voice.FAMILY})


@dataclass(frozen=True)
class Answering:
    """Everything a page needs to know about the answers it is part of."""

    held: Held
    draft: DraftView
    edition: Edition
    round: RoundCard

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The questions this person is asked after these answers, in order."""
        draft = self.draft
        return journey.path(self.edition, draft.voice, draft.answers, draft.presentation)

    @cached_property
    def parked(self) -> tuple[Step, ...]:
        """Questions that were answered or written to, and that other answers have taken off the path."""
        touched = {*self.draft.answers, *self.draft.comments} - {step.code for step in self.steps}
        return tuple(step for step in journey.every(self.edition, self.draft.voice) if step.code in touched)

    @cached_property
    def reader(self) -> Reader:
        """How this person reads the edition."""
        draft, service = self.draft, self.round.service
        name, organisation = (
            i18n.isolated(one, draft.language) for one in (service.name, service.organisation)
        )
        return Reader(
            draft.voice, draft.presentation, draft.language, name, organisation, self.words, self.by_proxy
        )

    @cached_property
    def words(self) -> Words:
        """The sentences of the pages, as this person reads them."""
        return words_for(self.draft.language, self.draft.presentation)

    @property
    def other_presentation(self) -> Presentation | None:
        """The other way to read these questions, where the edition has one."""
        easy = self.draft.presentation == Presentation.EASY_READ
        other = Presentation.STANDARD if easy else Presentation.EASY_READ
        return other if other in self.edition.presentations else None

    @property
    def other_tongues(self) -> tuple[Tongue, ...]:
        """The other languages in which these questions can be read."""
        return tuple(Tongue(tag) for tag in self.edition.languages if tag != self.draft.language)

    @property
    def asked_aloud(self) -> bool:
        """Whether an interviewer asks the questions and types what this person says."""
        return self.draft.how == ASKED_ALOUD

    @property
    def asked_about_help(self) -> bool:
        """Whether this person is asked who helps them."""
        return self.draft.voice in ASKED_ABOUT_HELP

    @property
    def by_proxy(self) -> bool:
        """Whether somebody else answers for the person."""
        return self.draft.by_proxy

    def put(self, wording: Wording) -> str:
        """A wording of the edition, as this person reads it."""
        return self.reader.put(wording)

    def step(self, code: str) -> Step:
        """The question with this code.

        Raises NotAskedError for one that another answer has taken off the path, and
        NotFoundError for one that this person could never be asked.
        """
        found = next((step for step in self.steps if step.code == code), None)
        if found is not None:
            return found
        if any(step.code == code for step in journey.every(self.edition, self.draft.voice)):
            raise NotAskedError(f"{self.words.not_asked_now}.")
        raise NotFoundError("That question is not part of this survey.")

    def furthest(self) -> str | None:
        """The first question after the last one answered or written to; None where all are passed."""
        touched = {*self.draft.answers, *self.draft.comments}
        done = [place for place, step in enumerate(self.steps) if step.code in touched]
        place = done[-1] + 1 if done else 0
        return self.steps[place].code if place < len(self.steps) else None


def answering(tag: str | None = None) -> Answering:
    """The answers this browser works on, or those that the page with this tag belongs to.

    Raises NotFoundError where there are none, GoneError where they are sent or the
    round has closed, ConflictError where the page was somebody else's on this device.
    """
    held = browser.current() if tag is None else browser.tagged(tag)
    if held is None:
        raise not_here(tag)
    found = drafts.load_with_round(store(), held.secret)
    if found is None or found[0].sent:
        raise AlreadySentError if is_open(held.code) else ClosedError
    draft, card = found
    return Answering(held, draft, queries.edition(store(), draft.edition_hash), card)


def is_open(code: str) -> bool:
    """Whether the round of this code still takes answers."""
    return queries.door(store(), code).round.is_open


def may_begin(code: str) -> queries.Door:
    """What this code opens today. Raises NotFoundError, or a RefusalError with the reason."""
    door = queries.door(store(), code)
    drafts.must_be_open(door, clock.today())
    return door


def not_here(tag: str | None) -> NotFoundError | GoneError | ConflictError:
    """Why this browser cannot show or change those answers."""
    if browser.sent():
        return AlreadySentError()
    if tag and browser.current():
        return ConflictError(
            "Somebody else has started to answer on this device since you opened that page. "
            "Type your own code to go on."
        )
    return NotFoundError("We cannot find your answers in this browser. Type your code to start.")
