"""What is handed out: cards to cut out, letters, a poster. Values; the printer only lays them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mir import i18n
from mir.errors import NotFoundError
from mir.respond.words import Words, words_for
from mir.rounds.cards import VOICE_WORDS, link
from mir.rounds.codes import spaced
from mir.rounds.queries import RoundCard
from mir.running.words import InvitingWords, inviting_words
from surveys import journey
from surveys.edition import Edition
from surveys.framework import Presentation, Voice
from surveys.languages.tags import direction


class What(StrEnum):
    """Kinds of things to hand out."""

    CARDS = "cards"
    LETTERS = "letters"
    POSTER = "poster"


WHAT_WORDS = {
    What.CARDS: "Cards to cut out, eight on a page, each with a code of its own",
    What.LETTERS: "Letters, a page each, each with a code of its own",
    What.POSTER: "A poster with the code that everybody of that group may use",
}
MOST = 200
"""The most cards or letters at a time."""


@dataclass(frozen=True)
class Choice:
    """For whom, how it is put, and in which language."""

    voice: Voice
    presentation: Presentation
    language: str


@dataclass(frozen=True)
class Way:
    """A way in: its address, and the code as it is typed."""

    address: str
    spaced: str


@dataclass(frozen=True)
class Handout:
    """Cards, letters or a poster for one voice."""

    what: What
    language: str
    """The language that the sentences are really in."""
    direction: str
    easy: bool
    service: str
    organisation: str
    heading: str
    """For whoever cuts the cards out, in English."""
    title: str
    facts: tuple[tuple[str, str], ...]
    """A drawing and a sentence each; a drawing is named in Easy Read only."""
    words: InvitingWords
    go: str
    until: str
    ways: tuple[Way, ...]


def must_offer(edition: Edition, choice: Choice) -> None:
    """Raises NotFoundError for what the edition does not offer."""
    if (
        choice.voice not in edition.voices
        or choice.presentation not in edition.presentations
        or choice.language not in edition.languages
    ):
        raise NotFoundError("Go back and choose from what this survey has.")


def handout(
    card: RoundCard, edition: Edition, what: What, choice: Choice, site: tuple[str, Sequence[str]]
) -> Handout:
    """What is printed. `site` is the address of the site, and the codes."""
    must_offer(edition, choice)
    url, codes = site
    language = i18n.interface(choice.language)
    screen = words_for(language, choice.presentation)
    words = inviting_words(language, choice.presentation)
    closes = i18n.day(card.closes_on, language)
    number = len(journey.every(edition, choice.voice))
    return Handout(
        what=what,
        language=language,
        direction=direction(language),
        easy=choice.presentation is Presentation.EASY_READ,
        service=card.service.name,
        organisation=card.service.organisation,
        heading=f"{VOICE_WORDS[choice.voice]}, {card.title}",
        title=title(screen, choice.voice, card.service.name, language),
        facts=_facts(screen, card, number, choice),
        words=words,
        go=words.go.format(address=bare(url)),
        until=words.until.format(closes=closes),
        ways=tuple(Way(link(url, code), spaced(code)) for code in codes),
    )


def title(screen: Words, voice: Voice, service: str, language: str) -> str:
    """What the welcome says first, so that paper and screen agree."""
    return dict(screen.leads)[voice].format(service=i18n.isolated(service, language))


def bare(url: str) -> str:
    """The address of the site as somebody types it, without https://."""
    return url.partition("://")[2]


def _facts(screen: Words, card: RoundCard, number: int, choice: Choice) -> tuple[tuple[str, str], ...]:
    organisation = i18n.isolated(card.service.organisation, i18n.interface(choice.language))
    facts = (
        ("talk", screen.wants.format(organisation=organisation)),
        ("calendar", screen.takes.format(minutes=journey.minutes(number))),
        ("stop", screen.free),
        ("safe", dict(screen.not_kept)["name"]),
        ("help", screen.can_help),
    )
    easy = choice.presentation is Presentation.EASY_READ
    return tuple((drawing if easy else "", said) for drawing, said in facts)
