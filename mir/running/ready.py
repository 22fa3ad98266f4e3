"""The surveys that a round can ask: those we ship, and those the organisation has published."""

from dataclasses import dataclass
from functools import cache

from mir.authoring.queries import editions_of
from mir.db import Store
from mir.errors import NotFoundError
from mir.i18n import name_in
from mir.rounds.cards import VOICE_WORDS
from mir.rounds.queries import edition
from surveys import journey
from surveys.edition import Edition
from surveys.faults import FaultyFileError
from surveys.framework import SOURCE_LANGUAGE, Voice
from surveys.languages.overlay import overlays_beside
from surveys.load import SHIPPED, shipped_edition, shipped_surveys


@dataclass(frozen=True)
class Count:
    """How much one voice is asked."""

    voice: Voice
    words: str
    questions: int
    minutes: int


@dataclass(frozen=True)
class Ready:
    """A survey that is ready to be asked. `key` names it in an address."""

    key: str
    title: str
    own: str
    """Which edition of an own survey; empty for one that we ship."""
    edition: Edition
    """In every language that it has."""

    @property
    def counts(self) -> tuple[Count, ...]:
        """How much each voice is asked."""
        each = ((voice, len(journey.every(self.edition, voice))) for voice in self.edition.voices)
        return tuple(
            Count(voice, VOICE_WORDS[voice], number, journey.minutes(number)) for voice, number in each
        )

    @property
    def asks(self) -> str:
        """The same in words: those who are asked as much stand together."""
        alike: dict[tuple[int, int], list[str]] = {}
        for one in self.counts:
            alike.setdefault((one.questions, one.minutes), []).append(one.words.lower())
        said = "; ".join(
            f"{', '.join(who)}: {questions} questions{' each' * (len(who) > 1)}, about {minutes} minutes"
            for (questions, minutes), who in alike.items()
        )
        return said[:1].upper() + said[1:]

    @property
    def languages(self) -> tuple[tuple[str, str], ...]:
        """Its languages with their English names, English first."""
        return tuple((one, name_in(one, SOURCE_LANGUAGE)) for one in self.edition.languages)

    def spoken(self, languages: tuple[str, ...]) -> Edition:
        """The edition to ask, in English and these languages. An own edition is asked as it was published."""
        if self.own:
            return self.edition
        wanted = tuple(one for one in self.edition.languages if one in (SOURCE_LANGUAGE, *languages))
        return shipped_edition(self.key, wanted)


def every(store: Store, organisation_id: str) -> tuple[Ready, ...]:
    """The organisation's own surveys, each in its latest edition, then ours, the short one first."""
    latest: dict[str, Ready] = {}
    for one in editions_of(store, organisation_id):
        if one.slug not in latest:
            latest[one.slug] = _own(store, one.edition_hash, one.number)
    names = sorted(shipped_surveys(), key=lambda name: (name != "core", name))
    return (*latest.values(), *(_shipped(name) for name in names))


def chosen(store: Store, organisation_id: str, key: str) -> Ready:
    """The survey of this key. Raises NotFoundError for any that is not this organisation's to ask."""
    if key in shipped_surveys():
        return _shipped(key)
    for one in editions_of(store, organisation_id):
        if one.edition_hash == key:
            return _own(store, key, one.number)
    raise NotFoundError("Go back and choose a survey.")


def _own(store: Store, edition_hash: str, number: int) -> Ready:
    found = edition(store, edition_hash)
    return Ready(edition_hash, found.title[SOURCE_LANGUAGE], f"Your own, edition {number}", found)


@cache
def _shipped(name: str) -> Ready:
    made = shipped_edition(name, _languages(name))
    return Ready(name, made.title[SOURCE_LANGUAGE], "", made)


def _languages(name: str) -> tuple[str, ...]:
    """English, and every language in which the survey is whole and up to date."""
    found = [SOURCE_LANGUAGE]
    for overlay in overlays_beside(SHIPPED / "surveys" / f"{name}.yaml"):
        try:
            shipped_edition(name, (SOURCE_LANGUAGE, overlay.language))
        except FaultyFileError:
            continue
        found.append(overlay.language)
    return tuple(found)
