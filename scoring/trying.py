"""The scores that one made-up person gives a survey, beside those that were expected of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.measure import Measure, measure_of
from scoring.scores import overall_score, theme_score, turned
from surveys.answers import NOT_ASKED, pack
from surveys.edition import Edition
from surveys.faults import Fault, Kind
from surveys.files.source import Source
from surveys.files.tree import Loc
from surveys.trying.walk import Walk

LEAST_DECIMALS = 2
"""A score must be right to two decimals, or to more where more are written: 62 is not 62.5."""

OTHER_SCORE = Kind(
    "persona-score",
    "{name} gives {what} {found}; {expected} is expected.",
    "If that is right, change what is expected. If not, look at their answers and at what is asked.",
)


@dataclass(frozen=True)
class Scores:
    """One person's scores, 0 to 100, exactly; None where too little is answered for one."""

    themes: Mapping[str, Fraction | None]
    overall: Fraction | None


def scores(edition: Edition, walk: Walk) -> Scores:
    """What this person's answers come to, by the same rules as everybody's (METHOD 2.1)."""
    measure, persona = measure_of(edition), walk.persona
    answers = {code: given for code, given in walk.answers.items() if code in set(walk.codes)}
    row = pack(edition, persona.voice, answers, persona.presentation)
    found = tuple(_theme(row, places, measure) for places in measure.themes)
    codes = (theme.code for theme in edition.themes)
    overall = overall_score([found[place] for place in measure.inside])
    return Scores(dict(zip(codes, found, strict=True)), overall)


def differences(walk: Walk, found: Scores, loc: Loc, source: Source) -> Iterator[Fault]:
    """The scores that are not as expected, each with its line. `loc` is where the file has the person."""
    expect, name = walk.persona.expect, walk.persona.name
    wanted: list[tuple[Loc, str, Fraction | None, Decimal | None]] = [
        (("scores", code), f"“{code}”", found.themes.get(code), score)
        for code, score in expect.scores.items()
    ]
    if expect.says_overall:
        wanted.append((("overall",), "the survey overall", found.overall, expect.overall))
    for at, what, mine, theirs in wanted:
        if not _same(mine, theirs):
            facts = {"name": name, "what": what, "found": told(mine), "expected": told(theirs)}
            yield source.told(OTHER_SCORE, (*loc, "expect", *at), **facts)


def told(score: Fraction | Decimal | None) -> str:
    """A score in words: “62.5”, “66.67”, “no score”."""
    if score is None:
        return "no score"
    text = f"{float(round(Fraction(score), LEAST_DECIMALS)):.{LEAST_DECIMALS}f}"
    text = f"{score:f}" if isinstance(score, Decimal) else text
    return text.rstrip("0").rstrip(".") if "." in text else text


def _theme(row: bytes, places: tuple[int, ...], measure: Measure) -> Fraction | None:
    asked = [place for place in places if row[place] != NOT_ASKED]
    return theme_score([_value(row[place], place, measure) for place in asked], measure.options)


def _value(byte: int, place: int, measure: Measure) -> int | None:
    if not 1 <= byte <= measure.options:
        return None
    return turned(byte, measure.options) if measure.backwards[place] else byte


def _same(found: Fraction | None, expected: Decimal | None) -> bool:
    if found is None or expected is None:
        return found is None and expected is None
    exponent = expected.as_tuple().exponent
    decimals = max(LEAST_DECIMALS, -exponent if isinstance(exponent, int) else 0)
    return abs(found - Fraction(expected)) <= Fraction(1, 2 * 10**decimals)
