"""Through the gate: from a tally to what may be printed of one score or one statement."""

from dataclasses import dataclass
from fractions import Fraction

from scoring.card import words
from scoring.card.scorecard import Percent, Score, Withheld
from scoring.intervals import Estimate, Sample, mean_interval, sample_of, wilson
from scoring.protection.disclosure import Counts, Told, same_answer, statement_told
from scoring.rounding import about_percent, honest, nearest, outward
from scoring.scores import positive_percent, turned
from scoring.spread import Spread
from scoring.tally import Moments, StatementTally
from surveys.framework import Voice

ONE_STEP = 25
"""Points from one of five answers to the next."""


@dataclass(frozen=True)
class Gate:
    """One voice at the gate: who is speaking, and how its counts may be told."""

    voice: Voice
    counts: Counts
    positive_from: int


@dataclass(frozen=True)
class Cell:
    """One score before the gate: a theme or all themes, for one voice."""

    scores: Moments
    unit: int
    asked: int
    spread: Spread
    options: tuple[int, ...]
    """How often each option was chosen, the least favourable first, over all the statements behind it."""


@dataclass(frozen=True)
class Shown:
    """One score after the gate. `estimate` is there only where the score may be compared."""

    score: Score | Withheld
    estimate: Estimate | None = None

    @property
    def comparable(self) -> tuple[Score, Estimate] | None:
        """The score and its exact interval, where it may be compared with others."""
        if isinstance(self.score, Score) and self.estimate is not None:
            return self.score, self.estimate
        return None


def show(cell: Cell, level: Told, gate: Gate) -> Shown:
    """The score as it may be told. `level` is COARSE or WHOLE."""
    n, coarse = cell.scores.n, level is Told.COARSE
    exact, sample = Fraction(cell.scores.total, n * cell.unit), sample_of(cell.scores, cell.unit)
    end = _top_or_bottom(cell, exact, gate)
    if end is not None:
        exact, sample = end, Sample(float(end), n, 0.0)
    estimate = mean_interval(sample, cell.spread.delta)
    mean = _mean(exact, n, gate, coarse=coarse)
    low, high = outward(estimate.low, estimate.high, 5 if coarse else 1)
    answered = gate.counts.words(n)
    score = Score(
        mean=mean,
        low=min(low, mean),
        high=max(high, mean),
        answered=answered,
        not_answered=gate.counts.missing(cell.asked - n),
        coarse=coarse,
        provisional=cell.spread.provisional,
        reading=_reading(cell, gate, answered, (mean, low, high), coarse=coarse),
    )
    return Shown(score, None if coarse else estimate)


def _top_or_bottom(cell: Cell, mean: Fraction, gate: Gate) -> Fraction | None:
    """100 or 0, where fewer than 30 people nearly all said the best or the worst; else None.

    A mean of 100 stops at 99 so that nobody reads that all of them said it, but its range, and
    a mean of 98, would tell whether one did not. So whoever is within one person's one step of
    five answers gets the same number and the same range. In between, the mean is told as it is.
    """
    n, option = cell.scores.n, same_answer(cell.options)
    if option not in {1, len(cell.options)} or n >= gate.counts.thresholds.same_answer_below:
        return None
    end = Fraction(0 if option == 1 else 100)
    return end if abs(end - mean) <= Fraction(ONE_STEP, n) else None


def _mean(mean: Fraction, n: int, gate: Gate, *, coarse: bool) -> int:
    """Coarse means go to the nearest 5. Of 10 to 29 people a mean stops at 1 and 99.

    There 0 or 100 would tell what each of them said (the same-answer rule, METHOD 2.10).
    """
    if coarse:
        return nearest(mean, 5)
    if n < gate.counts.thresholds.same_answer_below:
        return min(max(nearest(mean), 1), 99)
    return honest(mean)


def _reading(cell: Cell, gate: Gate, answered: str, numbers: tuple[int, int, int], *, coarse: bool) -> str:
    mean, low, high = numbers
    sentences = _same_answer(cell, gate, answered)
    if coarse:
        sentences.append(words.truth_between(gate.voice, answered, low, high))
    else:
        sentences.append(words.scored(gate.voice, mean, low, high))
    missing = cell.asked - cell.scores.n
    if skipped_by_most(cell):
        sentences.append(words.MANY_SKIPPED)
    elif missing >= gate.counts.thresholds.nothing_below and 5 * missing > cell.asked:
        sentences.append(words.SOME_SKIPPED)
    return " ".join(sentences)


def _same_answer(cell: Cell, gate: Gate, answered: str) -> list[str]:
    """What to say first where nearly all the answers are one option."""
    option = same_answer(cell.options)
    if option is None:
        return []
    agreed = option >= gate.positive_from
    if not agreed and 2 * option == len(cell.options) + 1:
        return [words.NEITHER]
    if cell.scores.n < gate.counts.thresholds.same_answer_below:
        return [words.nearly_everyone(agreed=agreed), words.not_proof(gate.voice, answered, agreed=agreed)]
    if cell.options[option - 1] == sum(cell.options):
        return [words.everyone_agreed(agreed=agreed)]
    return [words.nearly_everyone(agreed=agreed)]


def skipped_by_most(cell: Cell) -> bool:
    """Whether fewer than half of those asked have this score."""
    return 2 * cell.scores.n < cell.asked


def show_statement(tally: StatementTally, theme: int, gate: Gate, *, backwards: bool) -> Percent | Withheld:
    """The share of favourable answers as it may be told. `theme` is how many people have the theme score."""
    counts, base = gate.counts, tally.base
    if base == 0:
        why = words.NO_ONE_FELT_IT_APPLIED if tally.does_not_apply else words.NO_STATEMENT
        return Withheld(counts.words(0), why)
    if not statement_told(theme, base, counts.thresholds):
        return Withheld(counts.words(base), words.statement_withheld(counts.thresholds.statements_from))
    answered, missing = counts.words(base), counts.missing(tally.asked - base)
    few = base < counts.thresholds.same_answer_below
    in_words = _same_statement(tally.options, gate, backwards=backwards) if few else None
    if in_words is not None:
        return Percent(None, None, None, in_words, answered, missing)
    favourable = favourable_options(len(tally.options), gate.positive_from, backwards=backwards)
    share = positive_percent(tally.options, favourable)
    interval = wilson(sum(tally.options[place] for place in favourable), base)
    percent = honest(share, 5)
    low, high = outward(100 * interval.low, 100 * interval.high, 5)
    return Percent(
        percent=percent,
        low=low if share == 0 else max(low, 1),
        high=high if share == 100 else min(high, 99),  # noqa: PLR2004 - the end of a percentage
        words=about_percent(percent, share),
        answered=answered,
        not_answered=missing,
    )


def favourable_options(options: int, positive_from: int, *, backwards: bool) -> range:
    """The places of the favourable options in a histogram as answered."""
    if backwards:
        return range(turned(positive_from, options))
    return range(positive_from - 1, options)


def _same_statement(options: tuple[int, ...], gate: Gate, *, backwards: bool) -> str | None:
    """The words in place of a number that would tell what everyone said."""
    favourable = favourable_options(len(options), gate.positive_from, backwards=backwards)
    sides = ("disagreed", "agreed") if backwards else ("agreed", "disagreed")
    option = same_answer(options)
    if option is not None:
        if option - 1 in favourable:
            return words.nearly_all_chose(sides[0])
        middle = 2 * option == len(options) + 1
        return words.nearly_all_chose("chose the middle" if middle else sides[1])
    percent = positive_percent(options, favourable)
    if percent == 100:  # noqa: PLR2004 - the end of a percentage
        return words.nearly_all_chose(sides[0])
    return words.nearly_no_one(sides[0]) if percent == 0 else None
