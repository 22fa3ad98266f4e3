"""The answers to a survey's own questions as a page shows them: after the gate, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from mir.db import Store
from mir.respond.kinds.told import Reader, option_words
from mir.respond.words import words_for
from mir.results import queries
from mir.results.looks import LOOKS, Look
from mir.results.operations import must_be_closed
from mir.rounds.queries import RoundCard, edition, round_card
from scoring.own.gate import OwnShown, own_shown
from scoring.own.tally import OwnTally, tally_own
from scoring.protection.disclosure import Counts, Thresholds
from surveys.edition import Edition
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice
from surveys.own.question import Kind, Question


@dataclass(frozen=True)
class OwnLine:
    """One answer, or several told together, and how many gave it. `width` draws it, if a number is told."""

    answers: str
    share: str
    width: int | None


@dataclass(frozen=True)
class OwnVoice:
    """What one group answered."""

    look: Look
    base: str
    lines: tuple[OwnLine, ...]
    middle: str
    why: str


@dataclass(frozen=True)
class OwnView:
    """One question, group by group."""

    question: str
    several: bool
    """Whether a person may have given several answers."""
    voices: tuple[OwnVoice, ...]


def own_views(store: Store, round_id: str) -> tuple[OwnView, ...]:
    """Every own question of a closed round; nothing where its edition has none.

    Raises NotFoundError, and StillOpenError for an open round. A closed round takes
    no more sheets, so counting them again gives the same.
    """
    card = round_card(store, round_id)
    must_be_closed(card)
    asked = edition(store, card.edition_hash)
    if not asked.questions:
        return ()
    found = {voice: _of_voice(store, card, asked, voice) for voice in asked.voices}
    return tuple(_view(asked, card, question, found) for question in asked.questions)


def _of_voice(store: Store, card: RoundCard, asked: Edition, voice: Voice) -> Mapping[str, OwnShown]:
    answers = queries.own_answers(store, asked, card.id, voice)
    mine = [question for question in asked.questions if voice in question.wordings]
    tallies = {one.code: tally_own(one, [row[one.code] for row in answers]) for one in mine}
    # Bands always: the base of a question that only some are asked would tell what they answered before.
    counts = Counts(exact=False, thresholds=Thresholds())
    return {one.code: own_shown(one, tallies.get(one.code, OwnTally()), counts) for one in mine}


def _view(
    asked: Edition, card: RoundCard, question: Question, found: Mapping[Voice, Mapping[str, OwnShown]]
) -> OwnView:
    voices = [voice for voice in asked.voices if question.code in found[voice]]
    readers = {voice: _reader(card, voice) for voice in voices}
    first = readers[voices[0]]
    stem = (question.stem or {}).get(first.voice)
    told = (stem, question.wordings[first.voice])
    return OwnView(
        question=" ".join(first.put(words) for words in told if words),
        several=question.kind in {Kind.SEVERAL_CHOICES, Kind.RANK_TOP},
        voices=tuple(
            _voice(asked, question, readers[voice], found[voice][question.code]) for voice in voices
        ),
    )


def _voice(asked: Edition, question: Question, reader: Reader, shown: OwnShown) -> OwnVoice:
    named = option_words(asked, question, reader)
    lines = tuple(
        OwnLine("; ".join(named.get(code, code) for code in share.codes), share.words, share.percent)
        for share in shown.shares
    )
    middle = "" if shown.middle is None else f"Half of those who answered said {shown.middle:,} or less."
    base = f"{shown.answered} answered" + (f", {shown.left_out} left it out" if shown.left_out else "")
    return OwnVoice(LOOKS[reader.voice], base, lines, middle, shown.why)


def _reader(card: RoundCard, voice: Voice) -> Reader:
    service = card.service
    words = words_for(SOURCE_LANGUAGE, Presentation.STANDARD)
    return Reader(voice, Presentation.STANDARD, SOURCE_LANGUAGE, service.name, service.organisation, words)
