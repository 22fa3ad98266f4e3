"""A voice's scores beside those of similar services, and how far they can be told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scoring.card import beside_words as words
from scoring.card.around import Peers, Sums, sums_of
from scoring.card.gate import Shown
from scoring.card.scorecard import Compared, NotCompared, Score
from scoring.comparison import compare as comparing
from scoring.comparison.compare import Comparisons, Verdict, compare
from scoring.comparison.pooling import CAUTION_FROM, COMPARE_FROM, best_guesses, reliability_words
from scoring.comparison.services import Rules, Services
from scoring.comparison.words import ALIKE, not_compared
from scoring.faults import UnlikeTalliesError
from scoring.protection.disclosure import Thresholds, Told, told_overall
from scoring.rounding import one_in, outward
from scoring.spread import VoiceSpread
from scoring.tally import Tally
from surveys.framework import Voice

UPWARDS = {Verdict.HIGHER, Verdict.MUCH_HIGHER}
DOWNWARDS = {Verdict.LOWER, Verdict.MUCH_LOWER}


@dataclass(frozen=True)
class Own:
    """One voice of this service: its tally, the spread of its scores, and what the gate let through."""

    voice: Voice
    tally: Tally
    spread: VoiceSpread
    shown: tuple[Shown, ...]
    """Each theme in edition order, then all themes together."""


@dataclass(frozen=True)
class Stand:
    """Where a score stands among others, and how reliable that is. Both are empty beside a withheld score."""

    comparison: Compared | NotCompared | None = None
    reliability: str = ""


def stands(own: Own, peers: Peers, thresholds: Thresholds) -> tuple[Stand, ...]:
    """Where each score of a voice stands: themes in edition order, then all themes together.

    The same whatever the order of the others. Raises UnlikeTalliesError for a
    service with other themes than this one.
    """
    rows = _rows(own, peers)
    mine = rows.index((peers.kind, sums_of(own.tally)))
    found = compare(_services(rows, own, thresholds), Rules(least_people=thresholds.compare_from))
    return tuple(
        _stand(shown.score, found, mine, group) if isinstance(shown.score, Score) else Stand()
        for group, shown in enumerate(own.shown)
    )


def _rows(own: Own, peers: Peers) -> list[tuple[str, Sums]]:
    """Every service with its kind and sums, in an order that is always the same: floats add up by order."""
    others = [(peer.kind, sums) for peer in peers.others for voice, sums in peer.voices if voice is own.voice]
    if any(len(sums) != len(own.shown) for _, sums in others):
        raise UnlikeTalliesError("A service to compare with has other themes, so they do not compare.")
    rows = [(peers.kind, sums_of(own.tally)), *others]
    return sorted(rows, key=lambda row: (row[0], [(one.n, one.total, one.squares) for one in row[1]]))


def _services(rows: Sequence[tuple[str, Sums]], own: Own, thresholds: Thresholds) -> Services:
    units = [own.tally.unit] * len(own.tally.themes) + [own.tally.overall_unit]
    people = np.array([[one.n for one in sums] for _, sums in rows], np.int64)
    totals = np.array([[one.total for one in sums] for _, sums in rows], np.float64)
    hidden = np.zeros(people.shape, np.bool_)
    # An overall score is told no more of than the smallest theme in it.
    hidden[:, -1] = [
        told_overall(int(row[-1]), row[:-1].tolist(), thresholds) is not Told.WHOLE for row in people
    ]
    kinds = sorted({kind for kind, _ in rows})
    return Services(
        means=totals / (np.maximum(people, 1) * np.array(units, np.float64)),
        people=people,
        kinds=np.array([kinds.index(kind) for kind, _ in rows], np.int64),
        deltas=np.array([one.delta for one in (*own.spread.themes, own.spread.overall)]),
        hidden=hidden,
    )


def _stand(score: Score, found: Comparisons, mine: int, group: int) -> Stand:
    one = found.of(mine, group)
    if not isinstance(one, comparing.Comparison):
        return Stand(NotCompared(not_compared(one)))
    bounds = _agreeing(one, score.mean)
    reliability = _reliability(found, mine, group)
    symbol, said = words.SYMBOLS[one.verdict], words.compared(one, bounds)
    if 0 < reliability < COMPARE_FROM and not one.alike:
        if one.verdict is Verdict.SAME and reliability < CAUTION_FROM:
            symbol, said = words.TOO_FEW, words.unsure(bounds)
        else:
            said = f"{said} {words.CAUTION}"
    seldom = 1 if one.verdict is Verdict.SAME else one_in(one.p)
    compared = Compared(one.verdict, symbol, *bounds, words.peers(one), said, seldom)
    return Stand(compared, reliability_words(reliability) if reliability > 0 else ALIKE)


def _agreeing(one: comparing.Comparison, mean: int) -> tuple[int, int]:
    """The expected range in whole numbers, rounded so that the printed score lies where the verdict says."""
    low, high = outward(*one.usual)
    if one.verdict in UPWARDS:
        high = min(high, mean - 1)
        return min(low, high), high
    if one.verdict in DOWNWARDS:
        low = max(low, mean + 1)
        return low, max(low, high)
    return low, high


def _reliability(found: Comparisons, mine: int, group: int) -> float:
    """B among the services compared with (METHOD 2.5); 0 where they differ no more than chance."""
    services = found.given
    rows = found.eligible[:, group].copy()
    if found.peers[mine, group] == comparing.Peers.KIND:
        rows &= services.kinds == services.kinds[mine]
    places = np.flatnonzero(rows)
    guesses = best_guesses(
        services.means[places, group], services.people[places, group], float(services.deltas[group])
    )
    return float(guesses.reliability[np.flatnonzero(places == mine)[0]])
