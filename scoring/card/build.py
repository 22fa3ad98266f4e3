"""Building a scorecard: every voice through the gate, then the themes, the gaps and the lists."""

from collections.abc import Sequence

from scoring.card import highlights, notes
from scoring.card.scorecard import RoundFacts, Score, Scorecard, ThemeCard
from scoring.card.view import Round, View, VoiceInput, plain, view_of
from scoring.faults import UnknownVoiceError
from scoring.measure import measure_of
from scoring.protection.disclosure import Thresholds
from scoring.spread import Spreads
from scoring.tally import Tally
from surveys.edition import Edition
from surveys.framework import SOURCE_LANGUAGE, Voice

METHOD = "1.0"
USUAL_THRESHOLDS = Thresholds()


def build(
    facts: RoundFacts,
    edition: Edition,
    voices: Sequence[VoiceInput],
    spreads: Spreads,
    thresholds: Thresholds = USUAL_THRESHOLDS,
) -> Scorecard:
    """One service's scorecard: the same whatever the order of `voices`.

    A voice of the edition that is not among `voices` is listed as not heard from.
    Raises UnknownVoiceError for a voice the edition does not ask or one given twice,
    UnlikeTalliesError for a tally of another edition.
    """
    given = _in_order(edition, voices)
    about = Round(edition, thresholds, heard=any(voice.tally.people for voice in given))
    views = [view_of(voice, spreads.of(voice.voice), about) for voice in given]
    themes = tuple(_theme(edition, place, views) for place in range(len(edition.themes)))
    ranked = {view.card.voice: _ranked(edition, view) for view in views}
    speaker = highlights.speaker(ranked)
    good = highlights.strengths(speaker, ranked[speaker]) if speaker else ()
    return Scorecard(
        facts=facts,
        survey_title=edition.title.get(SOURCE_LANGUAGE) or next(iter(edition.title.values())),
        edition_hash=edition.hash,
        method=METHOD,
        voices=tuple(view.card for view in views),
        themes=themes,
        strengths=good,
        together=highlights.together(speaker, ranked[speaker], good) if speaker else (),
        gaps=highlights.first_to_read([gap for theme in themes for gap in theme.gaps]),
        notes=_notes(views, speaker, about),
    )


def _in_order(edition: Edition, voices: Sequence[VoiceInput]) -> list[VoiceInput]:
    """Every voice of the edition, people first; nobody's tally where none was given."""
    given = {voice.voice: voice for voice in voices}
    if len(given) < len(voices) or not given.keys() <= set(edition.voices):
        raise UnknownVoiceError("Each voice of the edition may be given once, and no other.")
    nobody = Tally.zero(measure_of(edition))
    order = sorted(edition.voices, key=lambda voice: voice is not Voice.PERSON)
    return [given.get(voice, VoiceInput(voice, nobody)) for voice in order]


def _theme(edition: Edition, place: int, views: Sequence[View]) -> ThemeCard:
    theme = edition.themes[place]
    name = plain(theme.name)
    return ThemeCard(
        code=theme.code,
        name=name,
        subtitle=plain(theme.subtitle),
        symbol=theme.symbol,
        voices=tuple(view.theme(place) for view in views),
        gaps=highlights.gaps(theme.code, name, {view.card.voice: view.themes[place] for view in views}),
    )


def _ranked(edition: Edition, view: View) -> list[highlights.Ranked]:
    return [
        (theme.code, plain(theme.name), shown.comparable[0])
        for theme, shown in zip(edition.themes, view.themes, strict=True)
        if shown.comparable
    ]


def _notes(views: Sequence[View], speaker: Voice | None, about: Round) -> tuple[str, ...]:
    scores = [score for view in views for score in _scores(view)]
    said = [notes.SCALE, notes.HALF, notes.RANGE, notes.protection(about.thresholds), notes.APART]
    if any(score.provisional for score in scores):
        said.append(notes.PROVISIONAL)
    if len({view.card.voice for view in views if _scores(view)}) > 1:
        said.append(notes.WORDING)
    first = views[0].card.voice
    if about.heard and first in highlights.SPEAKERS and speaker is not first:
        said.append(notes.not_ranked(first, speaker, about.thresholds))
    return (*said, notes.NOT_A_RATING)


def _scores(view: View) -> list[Score]:
    shown = [view.card.overall, *(theme.score for theme in view.themes)]
    return [score for score in shown if isinstance(score, Score)]
