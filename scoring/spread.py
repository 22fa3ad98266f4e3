"""Spread: how much people within a service differ, pooled over the services of one round."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from scoring.intervals import sample_of
from scoring.measure import Measure
from scoring.tally import Moments, Tally
from surveys.framework import Voice

THEME, ITEM, OVERALL = 0.16, 0.30, 0.10
"""The bundled ratios for a theme, for a theme of one statement, and for all themes (METHOD 2.4)."""
LEAST_SERVICES, LEAST_PEOPLE = 10, 100


@dataclass(frozen=True)
class Spread:
    """The ratio of the variance within services to p(1-p)."""

    delta: float
    provisional: bool
    """True for a bundled default."""


@dataclass(frozen=True)
class VoiceSpread:
    """One voice: the spread of each theme, in edition order, and of the overall score."""

    themes: tuple[Spread, ...]
    overall: Spread


@dataclass(frozen=True)
class Spreads:
    """The spreads of a round, by voice."""

    usual: VoiceSpread
    """For a voice not in the list."""
    voices: tuple[tuple[Voice, VoiceSpread], ...] = ()

    def of(self, voice: Voice) -> VoiceSpread:
        """The spread of this voice."""
        return dict(self.voices).get(voice, self.usual)


def default_spreads(measure: Measure) -> Spreads:
    """The bundled spreads, all provisional."""
    themes = tuple(Spread(ITEM if len(columns) == 1 else THEME, True) for columns in measure.themes)
    return Spreads(VoiceSpread(themes, Spread(OVERALL, True)))


def pooled_spreads(services: Mapping[Voice, Sequence[Tally]], measure: Measure) -> Spreads:
    """The spreads of one round from its services' tallies, one tally a service, for each voice.

    Where fewer than 10 services or 100 people can be pooled the bundled default stands.
    """
    usual = default_spreads(measure).usual
    return Spreads(
        usual,
        tuple(
            (voice, _voice_spread(tallies, usual, measure))
            for voice, tallies in sorted(services.items(), key=lambda item: list(Voice).index(item[0]))
        ),
    )


def _voice_spread(tallies: Sequence[Tally], usual: VoiceSpread, measure: Measure) -> VoiceSpread:
    return VoiceSpread(
        tuple(
            pooled((tally.themes[place].scores for tally in tallies), measure.unit, default)
            for place, default in enumerate(usual.themes)
        ),
        pooled((tally.overall for tally in tallies), measure.overall_unit, usual.overall),
    )


def pooled(services: Iterable[Moments], unit: int, default: Spread) -> Spread:
    """Σ(n-1)s² / Σ(n-1)[p(1-p) + s²/n] over services with two people or more (METHOD 2.4).

    s² is the variance of scores divided by 100. The last term takes away the
    bias of small services. Sums are exact to the last bit, so order never matters.
    """
    samples = [sample_of(moments, unit) for moments in services if moments.n > 1]
    if len(samples) < LEAST_SERVICES or fsum(sample.n for sample in samples) < LEAST_PEOPLE:
        return default
    within = fsum((sample.n - 1) * sample.variance for sample in samples)
    binomial = fsum(
        (sample.n - 1) * (sample.mean / 100 * (1 - sample.mean / 100) + sample.variance / sample.n)
        for sample in samples
    )
    return Spread(within / binomial, False) if within > 0 else default
