"""Who had help: counts of ways of answering, told so that no small group can be worked out."""

from collections.abc import Mapping, Sequence

from scoring.card import words
from scoring.card.scorecard import HelpLine
from scoring.protection.disclosure import Counts
from surveys.framework import Voice

ALONE = "none"
UNSAID = "not_said"

Cell = tuple[str, int]
"""A code and how many people."""


def help_lines(
    voice: Voice, people: int, kinds: Sequence[Cell], helpers: Sequence[Cell], counts: Counts
) -> tuple[HelpLine, ...]:
    """How people answered, and whose help they had, in lines that may be printed.

    `kinds` counts people by a code of `words.HELP`, `helpers` those who had help by a code
    of `words.HELPERS`. A count of 1 to 4 is told together with the next smallest, so that
    it cannot be had by subtraction. As the two lists count the same people, whose help it
    was is told only where neither holds a small count. Raises KeyError for an unknown code.
    """
    ways = _filled(kinds, people)
    if people < counts.thresholds.nothing_below or not any(count for _, count in kinds):
        return ()
    lines = _lines(voice, ways, words.HELP, counts)
    helped = sum(count for code, count in ways if code not in {ALONE, UNSAID})
    whose = _filled(helpers, helped)
    if any(0 < count < counts.thresholds.nothing_below for _, count in ways + whose):
        return lines
    return lines + _lines(voice, [cell for cell in whose if cell[0] != UNSAID], words.HELPERS, counts)


def on_behalf_line(count: int, counts: Counts) -> HelpLine | None:
    """How many had somebody else answer in their place, if any."""
    return HelpLine("answered_for_me", words.on_behalf(counts.words(count))) if count else None


def _filled(cells: Sequence[Cell], people: int) -> list[Cell]:
    """The cells that hold somebody, and those of whom it is not known."""
    cells = [(code, count) for code, count in cells if count]
    unsaid = people - sum(count for _, count in cells)
    return [*cells, (UNSAID, unsaid)] if unsaid > 0 else cells


def _lines(
    voice: Voice, cells: Sequence[Cell], names: Mapping[str, str], counts: Counts
) -> tuple[HelpLine, ...]:
    named = {**names, UNSAID: words.HELP_NOT_SAID}
    groups = _joined(cells, counts.thresholds.nothing_below)
    if len(groups) == 1 and len(groups[0][0]) > 1:
        return (HelpLine("+".join(groups[0][0]), words.NO_HELP_TOLD),)
    return tuple(
        HelpLine(
            "+".join(codes),
            words.help_line(voice, counts.words(count), tuple(named[code] for code in codes)),
        )
        for codes, count in groups
    )


def _joined(cells: Sequence[Cell], least: int) -> list[tuple[tuple[str, ...], int]]:
    """The cells in the order given, small ones together with the next smallest until no group is small."""
    order = {code: place for place, (code, _) in enumerate(cells)}
    groups: list[tuple[tuple[str, ...], int]] = [((), 0)]
    for code, count in sorted(cells, key=lambda cell: (cell[1], order[cell[0]])):
        if groups[-1][1] >= least:
            groups.append(((), 0))
        codes, total = groups[-1]
        groups[-1] = ((*codes, code), total + count)
    if len(groups) > 1 and groups[-1][1] < least:
        codes, total = groups.pop()
        groups[-1] = (groups[-1][0] + codes, groups[-1][1] + total)
    in_order = [(tuple(sorted(codes, key=order.__getitem__)), total) for codes, total in groups if codes]
    return sorted(in_order, key=lambda group: order[group[0][0]])
