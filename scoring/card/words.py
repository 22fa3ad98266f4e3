"""Every sentence a scorecard says. One function a situation; numbers in, plain English out."""

from collections.abc import Callable

from surveys.framework import Voice

Naming = Callable[[Voice, str, int, tuple[int, int]], str]
"""A sentence about one theme of one voice: name, mean, range."""

NOUNS = {
    Voice.PERSON: "people",
    Voice.FAMILY: "families",
    Voice.STAFF: "staff",
    Voice.LEADER: "leaders",
    Voice.PARTNER: "partners",
}
FULL_NOUNS = {**NOUNS, Voice.PERSON: "people who draw on support"}

NOBODY_YET = "Nobody has answered yet."
NO_ONE_FELT_IT_APPLIED = "Asked, but no one felt it applied."
NO_SCORE = "Nobody answered enough of these questions to make a score."
NO_STATEMENT = "Nobody answered this."
NEITHER = "People neither agreed nor disagreed."
MANY_SKIPPED = "Many people skipped these questions; find out why."
SOME_SKIPPED = "More than 1 in 5 did not answer these questions."
NO_HELP_TOLD = "To protect people, we do not say who had help."

HELP = {
    "none": "answered without help",
    "read_to_me": "had the questions read to them",
    "wrote_for_me": "had their answers written down for them",
    "answered_with_me": "worked out their answers with somebody",
}
HELPERS = {
    "family": "had help from family or friends",
    "staff": "had help from staff of this service",
    "independent": "had help from somebody independent",
}
HELP_NOT_SAID = "did not say how they answered"


def sentence(text: str) -> str:
    """The text with a capital letter."""
    return text[0].upper() + text[1:]


# Where no number may stand.


def not_heard_from(voice: Voice) -> str:
    """Nobody of this voice answered, though somebody else did."""
    return f"We have not heard from {FULL_NOUNS[voice]}."


def fewer(voice: Voice, least: int) -> str:
    """Some answered, too few to show anything."""
    return (
        f"Fewer than {least} {NOUNS[voice]} answered. To protect them we show nothing. "
        "Next time, ask for longer or in more ways."
    )


def part_withheld(least: int) -> str:
    """An overall score would give a hidden theme away."""
    return f"One theme has fewer than {least} answers. To protect those people we show no overall score."


def statement_withheld(least: int) -> str:
    """Too few for a single statement."""
    return f"Fewer than {least} answered this. To protect them we do not show it."


def not_asked(voice: Voice) -> str:
    """The edition has no such statements for this voice."""
    return sentence(f"{NOUNS[voice]} were not asked about this.")


def did_not_apply(percent: int) -> str:
    """How many answers were "does not apply"; 100 stands for nearly all."""
    share = "Nearly all the" if percent == 100 else f"About {percent}% of the"  # noqa: PLR2004
    return f"{NO_ONE_FELT_IT_APPLIED} {share} answers were “does not apply”."


# Beside a score.


def truth_between(voice: Voice, answered: str, low: int, high: int) -> str:
    """A score of few people."""
    return (
        f"{answered} {NOUNS[voice]} answered. The true picture is probably between {low} and {high}. "
        "Too few to compare."
    )


def scored(voice: Voice, mean: int, low: int, high: int) -> str:
    """A score of enough people."""
    return sentence(
        f"{NOUNS[voice]} score this {mean} out of 100. "
        f"If we asked a similar group again, the score could plausibly be {low} to {high}."
    )


def everyone_agreed(*, agreed: bool) -> str:
    """All the answers are the same one, and there are enough people to say so."""
    return f"Everyone who answered {'agreed' if agreed else 'disagreed'}."


def nearly_everyone(*, agreed: bool) -> str:
    """Nearly all the answers are the same one."""
    return f"Nearly everyone who answered {'agreed' if agreed else 'disagreed'}."


def not_proof(voice: Voice, answered: str, *, agreed: bool) -> str:
    """What the same answer from few people is worth."""
    feeling = "encouraging" if agreed else "a reason to listen"
    return f"With {answered} {NOUNS[voice]} that is {feeling}, not proof."


# Statements.


def nearly_all_chose(side: str) -> str:
    """The same answer from nearly everyone; `side` is "agreed", "disagreed" or "chose the middle"."""
    return f"nearly everyone {side}"


def nearly_no_one(side: str) -> str:
    """Nobody, or nearly, on this side of the scale."""
    return f"nearly no one {side}"


# Between voices.


def difference_in_view(first: tuple[Voice, int], second: tuple[Voice, int], bounds: tuple[int, int]) -> str:
    """Two voices' scores on one theme with the range of the difference, first minus second."""
    (one, high), (other, low) = first, second
    opening = f"{sentence(NOUNS[one])} score this {high} and {NOUNS[other]} {low}"
    if bounds[0] <= 0 <= bounds[1]:
        return f"{opening}: no clear difference in view."
    if high < low:
        one, high, other, low, bounds = other, low, one, high, (-bounds[1], -bounds[0])
    size = high - low
    small = " Clear but small." if size < 3 else ""  # noqa: PLR2004 - under 3 points: METHOD 2.6, 2.11
    points = f"{size} point{'' if size == 1 else 's'}"
    return (
        f"{opening}. {sentence(NOUNS[one])} see it {points} higher (range {bounds[0]} to {bounds[1]}).{small}"
    )


def strength(voice: Voice, theme: str, mean: int, bounds: tuple[int, int]) -> str:
    """A theme that goes well."""
    return _named(f"{NOUNS[voice]} say this goes well: “{theme}”", mean, bounds)


def to_work_on(voice: Voice, theme: str, mean: int, bounds: tuple[int, int]) -> str:
    """A theme to work on together."""
    return _named(f"{NOUNS[voice]} say this could be better: “{theme}”", mean, bounds)


def _named(opening: str, mean: int, bounds: tuple[int, int]) -> str:
    return sentence(f"{opening}, {mean} out of 100 (range {bounds[0]} to {bounds[1]}).")


# Help.


def help_line(voice: Voice, answered: str, ways: tuple[str, ...]) -> str:
    """How many answered in one way, or in one of several that are told together."""
    return sentence(f"{answered} {NOUNS[voice]} {', or '.join(ways)}.")


def on_behalf(answered: str) -> str:
    """Answers somebody else gave in a person's place."""
    return f"{sentence(answered)} had somebody else answer for them. Those answers are not in the scores."
