"""Counting: from rows of kept answers to a tally, a block of rows at a time.

How many people have which key gives every sum of a theme exactly, because the
key holds everything that the theme score depends on.
"""

import numpy as np

from scoring.keys import BYTE, Bytes, Keys, Meaning, check_answers, columns_of, in_parts, keys_of, meaning_of
from scoring.measure import Measure
from scoring.tally import Moments, StatementTally, Tally, ThemeTally, added
from surveys.answers import DOES_NOT_APPLY, NOT_ANSWERED, NOT_ASKED, PREFER_NOT

BLOCK = 1 << 16
"""Rows at a time: every intermediate of a block stays within a few megabytes."""


def tally(answers: Bytes, measure: Measure) -> Tally:
    """The tally of a block of sheets of one voice.

    `answers` has shape (people, statements) and dtype uint8, as `surveys.answers`
    packs them. Raises UnreadableAnswersError for another shape or type, or for
    a byte that is neither an option of this measure nor a state.
    """
    check_answers(answers, measure)

    def part(span: slice) -> Tally:
        starts = range(span.start, span.stop, BLOCK)
        return added(
            [_block(answers[start : min(start + BLOCK, span.stop)], measure) for start in starts], measure
        )

    return added(in_parts(part, len(answers), BLOCK), measure)


def _block(answers: Bytes, measure: Measure) -> Tally:
    columns, meaning = columns_of(answers, measure), meaning_of(measure)
    keys = keys_of(columns, measure)
    return Tally(
        unit=measure.unit,
        overall_unit=measure.overall_unit,
        people=len(answers),
        overall=_overall(keys[:, measure.inside] if measure.apart else keys, meaning, measure),
        themes=tuple(_theme(column, meaning) for column in keys.T),
        statements=_statements(columns, measure.options),
    )


def _theme(keys: Keys, meaning: Meaning) -> ThemeTally:
    counts = np.bincount(keys)
    found = np.flatnonzero(counts)
    counts, scores, valid = counts[found], meaning.scores[found], meaning.valid[found]
    asked, answered = meaning.asked[found], meaning.answered[found]
    return ThemeTally(
        scores=Moments(int(counts[valid].sum()), int(counts @ scores), int(counts @ scores**2)),
        silent=int(counts[asked & ~answered].sum()),
        few=int(counts[answered & ~valid].sum()),
        unasked=int(counts[~asked].sum()),
    )


def _overall(keys: Keys, meaning: Meaning, measure: Measure) -> Moments:
    """Sums by how many themes a person has, so that each division is one exact multiplication at the end."""
    whole = Moments()
    scores = meaning.packed.take(keys, mode="clip", out=np.empty(keys.shape, np.int64))
    totals = scores[:, 0].copy()
    for theme in range(1, keys.shape[1]):
        totals += scores[:, theme]
    known, totals = totals % BYTE, totals // BYTE
    for themes in range(measure.needed, len(measure.inside) + 1):
        part = totals[known == themes]
        share = measure.overall_unit // (measure.unit * themes)
        whole += Moments(len(part), share * int(part.sum()), share**2 * int(part @ part))
    return whole


def _statements(columns: Bytes, options: int) -> tuple[StatementTally, ...]:
    chosen = [_count(columns, value) for value in range(1, options + 1)]
    states = [_count(columns, value) for value in (NOT_ANSWERED, PREFER_NOT, DOES_NOT_APPLY, NOT_ASKED)]
    return tuple(
        StatementTally(tuple(row[:options]), *row[options:]) for row in zip(*chosen, *states, strict=True)
    )


def _count(columns: Bytes, value: int) -> list[int]:
    """How often this byte stands in each row."""
    return [int(np.count_nonzero(row)) for row in columns == value]
