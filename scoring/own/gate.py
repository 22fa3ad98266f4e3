"""Through the gate: what may be told of the answers to one own question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.own.tally import OwnTally
from scoring.protection.disclosure import SAME_SHARE, Counts
from scoring.rounding import about_percent, honest
from surveys.own.question import TEXTS, Kind, Question

STEP = 5
"""Shares go to the nearest 5%."""
MOST = "most people, perhaps everybody"
"""One phrase from three quarters up: two would tell apart how many are left over."""
HIDDEN = "not told: few chose it, or it would give others away"
KEPT_APART = "What people wrote is kept apart, and somebody reads it before it is shown."
ALIKE = "Too few people answered differently to tell the answers apart."


@dataclass(frozen=True)
class Share:
    """One answer, or several that are told together, and the share of people who gave it, in words.

    `percent` is there only where a number may be told.
    """

    codes: tuple[str, ...]
    words: str
    percent: int | None = None


@dataclass(frozen=True)
class OwnShown:
    """One question of one voice after the gate. Without shares or a middle, `why` says why."""

    code: str
    answered: str
    left_out: str
    shares: tuple[Share, ...] = ()
    middle: int | None = None
    """Of a number: half of the people gave this or less."""
    why: str = ""


def own_shown(question: Question, tally: OwnTally, counts: Counts) -> OwnShown:
    """What may be told. Thresholds are those of the gate; METHOD 2.10 says from how many people.

    An answer given by fewer than 5 people (of a question about people themselves:
    fewer than 10) is never told by itself, nor so that a subtraction would tell it.
    """
    n, thresholds = tally.answered, counts.thresholds
    if n < thresholds.statements_from:
        # One sentence whatever the number: who was asked may follow from what others answered before.
        few = f"fewer than {thresholds.statements_from}"
        return OwnShown(question.code, few, "", why=f"{few.capitalize()} people answered.")
    shown = OwnShown(question.code, counts.words(n), counts.missing(tally.asked - n))
    if question.kind in TEXTS:
        return replace(shown, why=KEPT_APART)
    least = thresholds.statements_from if question.about_you else thresholds.nothing_below
    if question.kind is Kind.NUMBER:
        return replace(shown, why=ALIKE) if question.about_you else _number(shown, tally, least)
    if question.kind in {Kind.SEVERAL_CHOICES, Kind.RANK_TOP}:
        return replace(shown, shares=tuple(_each(question, tally, least)))
    cells = _by_year(tally.counts) if question.kind is Kind.MONTH else _by_code(question, tally)
    if n < thresholds.same_answer_below and max(cells.values()) >= SAME_SHARE * n:
        most = max(cells, key=lambda code: cells[code])
        return replace(shown, shares=(Share((most,), MOST),))
    shares = tuple(_apart(cells, n, least)) or tuple(_most(cells, n))
    return replace(shown, shares=shares) if shares else replace(shown, why=ALIKE)


def _by_code(question: Question, tally: OwnTally) -> dict[str, int]:
    return {code: tally.counts.get(code, 0) for code in question.codes}


def _by_year(counts: Mapping[str, int]) -> dict[str, int]:
    years: dict[str, int] = {}
    for month, n in sorted(counts.items()):
        years[month[:4]] = years.get(month[:4], 0) + n
    return years


def _apart(cells: Mapping[str, int], n: int, least: int) -> Sequence[Share]:
    """Answers that rule each other out: the small ones together, and with them whatever hides them."""
    hidden = [code for code, count in cells.items() if count < least]
    # In the order in which they are asked: the smallest first would tell that it is no greater than the rest.
    for code in [code for code in cells if code not in hidden]:
        if _hides(hidden, cells, least):
            break
        hidden.append(code)
    together = sum(cells[code] for code in hidden)
    told = [Share((code,), *_percent(count, n)) for code, count in cells.items() if code not in hidden]
    if not told or not hidden:
        return told
    rest = tuple(code for code in cells if code in hidden)
    return [*told, Share(rest, *_percent(together, n)) if together else Share(rest, "few or nobody")]


def _most(cells: Mapping[str, int], n: int) -> Sequence[Share]:
    """What most people said, in words, where no share may be told."""
    return [Share((code,), MOST) for code, count in cells.items() if 4 * count >= 3 * n]


def _hides(hidden: Sequence[str], cells: Mapping[str, int], least: int) -> bool:
    """Whether these, told together, leave open how many gave each: nobody at all, or twice the least.

    Once the least is not enough: of 5, 5 and 1 of 11 people only one of the two that
    hide together could be small, so its number could be worked out.
    """
    together = sum(cells[code] for code in hidden)
    small = all(cells[code] < least for code in hidden)
    # Of small ones that are nearly all as large as they can be, each could be worked out.
    pinned = small and together > (len(hidden) - 1) * (least - 1)
    return together == 0 or (together >= 2 * least and not pinned)


def _each(question: Question, tally: OwnTally, least: int) -> Sequence[Share]:
    """Answers of which several may be given: each by those who chose it, as far as that pins no other."""
    n, told = tally.answered, {code: tally.counts.get(code, 0) for code in question.codes}
    hidden = {code: told.pop(code) for code in question.codes if told[code] < least}
    most = question.top if question.kind is Kind.RANK_TOP else len(question.codes)
    for code in question.codes:  # in their own order: the smallest first would tell that it is the smallest
        if not hidden or not told or not _pinned(n, most, (told, hidden), least):
            break
        if code in told:
            hidden[code] = told.pop(code)
    return [
        Share((code,), *_of_those(told[code], n, least)) if code in told else Share((code,), HIDDEN)
        for code in question.codes
    ]


def _pinned(n: int, most: int, parts: tuple[Mapping[str, int], Mapping[str, int]], least: int) -> bool:
    """Whether the hidden answers follow from the told ones: each person gave from one answer to `most`."""
    told, hidden = (sum(part.values()) for part in parts)
    at_least, at_most = n - told, most * n - told
    small = max(parts[1].values()) < least
    each = small and at_least > (len(parts[1]) - 1) * (least - 1)
    return each or at_most < least or hidden == at_least > 0


def _of_those(count: int, n: int, least: int) -> tuple[str, int | None]:
    return (MOST, None) if n - count < least else _percent(count, n)


def _percent(count: int, n: int) -> tuple[str, int]:
    share = Fraction(100 * count, n)
    percent = honest(share, STEP)
    return about_percent(percent, share), percent


def _number(shown: OwnShown, tally: OwnTally, least: int) -> OwnShown:
    """The middle number, where at least `least` people lie on either side of it or at it."""
    values = sorted((int(value), count) for value, count in tally.counts.items())
    below, half = 0, Fraction(tally.answered, 2)
    for value, count in values:
        below += count
        if below >= half:
            if below >= least and tally.answered - (below - count) >= least and count >= 2:  # noqa: PLR2004 - of one person alone nothing is told
                return replace(shown, middle=value)
            break
    return replace(shown, why="The numbers lie too far apart to tell one without pointing at somebody.")
