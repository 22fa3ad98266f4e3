"""Building a scorecard: every voice through the gate, then the themes, the gaps and the lists."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.card import highlights, notes, remarks
from scoring.card.around import Around
from scoring.card.before import befores
from scoring.card.compared import Own, Stand, stands
from scoring.card.scorecard import (
    Before,
    Compared,
    NotBefore,
    RoundFacts,
    Score,
    Scorecard,
    ThemeCard,
    VoiceCard,
    VoiceTheme,
)
from scoring.card.view import Round, View, VoiceInput, plain, view_of
from scoring.faults import UnknownVoiceError
from scoring.measure import measure_of
from scoring.spread import Spreads, VoiceSpread
from scoring.tally import Tally
from surveys.edition import Edition
from surveys.framework import SOURCE_LANGUAGE, Voice

METHOD = "1.0"
ALONE = Around()


@dataclass(frozen=True)
class _Voice:
    """One voice's view, with what stands beside each score: themes in edition order, then all together."""

    view: View
    stands: tuple[Stand, ...]
    befores: tuple[Before | NotBefore | None, ...]

    def theme(self, place: int) -> VoiceTheme:
        stand = self.stands[place]
        return replace(
            self.view.theme(place),
            comparison=stand.comparison,
            before=self.befores[place],
            reliability=stand.reliability,
        )

    @property
    def card(self) -> VoiceCard:
        stand = self.stands[-1]
        return replace(
            self.view.card,
            comparison=stand.comparison,
            before=self.befores[-1],
            reliability=stand.reliability,
        )


def build(
    facts: RoundFacts,
    edition: Edition,
    voices: Sequence[VoiceInput],
    spreads: Spreads,
    around: Around = ALONE,
) -> Scorecard:
    """One service's scorecard: the same whatever the order of `voices` and of the services around it.

    A voice of the edition that is not among `voices` is listed as not heard from.
    Raises UnknownVoiceError for a voice the edition does not ask or one given twice,
    UnlikeTalliesError for a tally of another edition.
    """
    given = _in_order(edition, voices)
    about = Round(edition, around.thresholds, heard=any(voice.tally.people for voice in given))
    seen = [_seen(voice, spreads.of(voice.voice), about, around) for voice in given]
    views, cards = [one.view for one in seen], tuple(one.card for one in seen)
    themes = tuple(_theme(edition, place, seen) for place in range(len(edition.themes)))
    ranked = {view.card.voice: _ranked(edition, view) for view in views}
    speaker = highlights.speaker(ranked)
    good = highlights.strengths(speaker, ranked[speaker]) if speaker else ()
    return Scorecard(
        facts=facts,
        survey_title=edition.title.get(SOURCE_LANGUAGE) or next(iter(edition.title.values())),
        edition_hash=edition.hash,
        method=METHOD,
        voices=cards,
        themes=themes,
        strengths=good,
        together=highlights.together(speaker, ranked[speaker], good) if speaker else (),
        gaps=highlights.first_to_read([gap for theme in themes for gap in theme.gaps]),
        notes=_notes(seen, speaker, about),
        compared=remarks.compared(cards, themes),
        since=remarks.since(cards, themes),
    )


def _seen(given: VoiceInput, spread: VoiceSpread, about: Round, around: Around) -> _Voice:
    view = view_of(given, spread, about)
    own = Own(given.voice, given.tally, spread, view.shown)
    return _Voice(view, stands(own, around.peers, about.thresholds), befores(view, around.earlier, about))


def _in_order(edition: Edition, voices: Sequence[VoiceInput]) -> list[VoiceInput]:
    """Every voice of the edition, people first; nobody's tally where none was given."""
    given = {voice.voice: voice for voice in voices}
    if len(given) < len(voices) or not given.keys() <= set(edition.voices):
        raise UnknownVoiceError("Each voice of the edition may be given once, and no other.")
    nobody = Tally.zero(measure_of(edition))
    order = sorted(edition.voices, key=lambda voice: voice is not Voice.PERSON)
    return [given.get(voice, VoiceInput(voice, nobody)) for voice in order]


def _theme(edition: Edition, place: int, seen: Sequence[_Voice]) -> ThemeCard:
    theme = edition.themes[place]
    name = plain(theme.name)
    return ThemeCard(
        code=theme.code,
        name=name,
        subtitle=plain(theme.subtitle),
        symbol=theme.symbol,
        voices=tuple(one.theme(place) for one in seen),
        gaps=highlights.gaps(theme.code, name, {one.view.card.voice: one.view.themes[place] for one in seen}),
    )


def _ranked(edition: Edition, view: View) -> list[highlights.Ranked]:
    return [
        (theme.code, plain(theme.name), shown.comparable[0])
        for theme, shown in zip(edition.themes, view.themes, strict=True)
        if shown.comparable
    ]


def _notes(seen: Sequence[_Voice], speaker: Voice | None, about: Round) -> tuple[str, ...]:
    views = [one.view for one in seen]
    scores = [score for view in views for score in _scores(view)]
    said = [notes.SCALE, notes.HALF, notes.RANGE, notes.protection(about.thresholds), notes.APART]
    if any(score.provisional for score in scores):
        said.append(notes.PROVISIONAL)
    if len({view.card.voice for view in views if _scores(view)}) > 1:
        said.append(notes.WORDING)
    if any(isinstance(stand.comparison, Compared) for one in seen for stand in one.stands):
        said.append(notes.COMPARED)
    if any(isinstance(before, Before) for one in seen for before in one.befores):
        said.append(notes.SINCE)
    first = views[0].card.voice
    if about.heard and first in highlights.SPEAKERS and speaker is not first:
        said.append(notes.not_ranked(first, speaker, about.thresholds))
    return (*said, notes.NOT_A_RATING)


def _scores(view: View) -> list[Score]:
    shown = [view.card.overall, *(theme.score for theme in view.themes)]
    return [score for score in shown if isinstance(score, Score)]
