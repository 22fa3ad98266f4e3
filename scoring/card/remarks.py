"""The lists “Compared with others” and “Since last time”: what stands out first, then the rest in a line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.card import beside_words as words
from scoring.card.scorecard import (
    Before,
    Compared,
    NotBefore,
    NotCompared,
    Remark,
    Score,
    ThemeCard,
    VoiceCard,
)
from scoring.comparison.compare import Verdict
from surveys.framework import Voice

WITH_NUMBERS = 2
"""Up to so many themes a line gives numbers."""
FAR = {Verdict.MUCH_LOWER, Verdict.MUCH_HIGHER}


@dataclass(frozen=True)
class _Cell:
    """One score of a voice that is told; `theme` is None for all themes together."""

    voice: Voice
    theme: str | None
    score: Score
    comparison: Compared | NotCompared | None
    before: Before | NotBefore | None


@dataclass(frozen=True)
class _Said:
    """What several scores of a voice have in common. `reason` says why there is nothing to tell."""

    symbol: str
    words: str
    tail: str = ""
    reason: bool = False


Heard = tuple[_Cell, _Said]
Outside = tuple[str | None, tuple[int, int, int]]
"""A theme with its score and the ends of the expected range."""


def compared(voices: Sequence[VoiceCard], themes: Sequence[ThemeCard]) -> tuple[Remark, ...]:
    """Beside other services: whatever is not as expected, the furthest first; then the rest."""
    out: dict[tuple[bool, int, _Said], list[Outside]] = {}
    rest: list[Heard] = []
    order, cells = [card.voice for card in voices], list(_cells(voices, themes))
    for cell in cells:
        found = cell.comparison
        if isinstance(found, Compared) and found.verdict is not Verdict.SAME:
            said = _Said(found.symbol, words.SHORT[found.verdict])
            key = found.verdict not in FAR, order.index(cell.voice), said
            out.setdefault(key, []).append((cell.theme, (cell.score.mean, found.low, found.high)))
        elif isinstance(found, Compared):
            usual = words.WITHIN if found.symbol == words.TOO_FEW else words.AS_EXPECTED
            rest.append((cell, _Said(found.symbol, usual, words.beside(found.peers))))
        elif found is not None:
            rest.append((cell, _Said(found.symbol, found.why, reason=True)))
    first = sorted(out.items(), key=lambda one: one[0][:2])
    standing = (
        Remark(order[at], said.symbol, words.named(order[at], said.words, _outside(scores)))
        for (_, at, said), scores in first
    )
    return (*standing, *_rest(cells, rest))


def _outside(scores: Sequence[Outside]) -> list[str]:
    """The themes, with their numbers where there are few."""
    few = len(scores) <= WITH_NUMBERS
    return [words.outside(theme, numbers if few else None) for theme, numbers in scores]


def since(voices: Sequence[VoiceCard], themes: Sequence[ThemeCard]) -> tuple[Remark, ...]:
    """Since last time: the clear changes, voice by voice, the largest first; then the rest."""
    clear: dict[tuple[Voice, str], list[tuple[int, str]]] = {}
    rest: list[Heard] = []
    cells = list(_cells(voices, themes))
    for cell in cells:
        found = cell.before
        if isinstance(found, Before) and found.clear:
            key = cell.voice, words.arrow(found.difference)
            said = words.moved(cell.theme, (found.mean, cell.score.mean), (found.low, found.high))
            clear.setdefault(key, []).append((-abs(found.difference), said))
        elif isinstance(found, Before):
            same = words.SYMBOLS[Verdict.SAME]
            rest.append((cell, _Said(same, words.NO_CLEAR_CHANGE, words.from_round(found.title))))
        elif found is not None:
            rest.append((cell, _Said(words.TOO_FEW, found.why, reason=True)))
    changes = (
        Remark(voice, symbol, words.named(voice, words.WAYS[symbol], [said for _, said in sorted(found)]))
        for (voice, symbol), found in clear.items()
    )
    return (*changes, *_rest(cells, rest))


def _cells(voices: Sequence[VoiceCard], themes: Sequence[ThemeCard]) -> Iterator[_Cell]:
    """Every score that is told, voice by voice, all themes together last."""
    for card in voices:
        for theme in themes:
            for one in theme.voices:
                if one.voice is card.voice and isinstance(one.score, Score):
                    yield _Cell(one.voice, theme.name, one.score, one.comparison, one.before)
        if isinstance(card.overall, Score):
            yield _Cell(card.voice, None, card.overall, card.comparison, card.before)


def _rest(cells: Sequence[_Cell], heard: Sequence[Heard]) -> Iterator[Remark]:
    """A line for what themes of a voice have in common; voices with one reason throughout share theirs."""
    told = Counter(cell.voice for cell in cells if cell.theme is not None)
    counts = Counter((cell.voice, said) for cell, said in heard if cell.theme is not None)
    reasons: dict[_Said, list[Voice]] = {}
    for (voice, said), themes in counts.items():
        if said.reason and themes == told[voice]:
            reasons.setdefault(said, []).append(voice)
        else:
            yield Remark(voice, said.symbol, words.in_themes(voice, said.words, themes, said.tail))
    for why, voices in reasons.items():
        sentence = why.words if len(voices) == len(told) else words.of_voices(voices, why.words)
        yield Remark(voices[0] if len(told) > len(voices) == 1 else None, why.symbol, sentence)
