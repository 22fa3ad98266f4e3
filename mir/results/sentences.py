"""What the results say around the scorecard's own sentences."""

from mir.results.beside import spoken, striking
from mir.results.looks import LOOKS
from scoring.card.scorecard import Before, Compared, Scorecard, ThemeCard, VoiceCard, VoiceTheme, Withheld

Result = VoiceTheme | VoiceCard

FORMULA = (
    "For a statistician: a person’s theme score is 100 × (mean answer − 1) ÷ (options − 1). "
    "Ranges of scores are 95% Wilson intervals on the mean, scaled by how much people in a service differ, "
    "pooled over services and moderated by this round. "
    "Ranges of differences combine the two intervals (MOVER)."
)
SHAPE = (
    "A shape is a group’s score from 0 to 100. "
    "The bar through it is where it could plausibly be if we asked a similar group again."
)
BAND = "The pale band is where scores of services of this size are expected."
HOLLOW = "A hollow shape is the score last time."
BOX = (
    "Each box gives a group’s score out of 100, its range, how many answered and, if more than a few, "
    "how many left it out."
)
BOX_EXPECTED = "“Expected” is the range for services of this size; ▲ and ▼ mark scores outside it."
BOX_LAST = "“Was” is the score last time."
NO_STRENGTHS = "No theme stands out as surely strong in these answers."
NO_TOGETHER = "These answers point to no one theme."
TOO_FEW_TO_NAME = "There are too few answers to compare the themes with one another."
NO_GAPS = "We found no clear difference in view between the groups."
NOTHING_TO_COMPARE = "There are too few answers to compare the groups with one another."
NOTHING_HELD = "Nothing is held back. Every group has enough answers."


def first(why: str) -> str:
    """The first sentence of a reason."""
    return f"{why.split('. ', maxsplit=1)[0].rstrip('.')}."


def brief(withheld: Withheld) -> str:
    """What stands in the place of a number where there is little room."""
    if withheld.answered == "none":
        return "no score"
    # A number of people without a score would ask a question that the chart cannot answer.
    return f"{withheld.answered} answered" if withheld.answered.startswith("fewer") else "not shown"


def bounds(low: int, high: int) -> str:
    """A range in words."""
    return f"{low} to {high}"


def base(answered: str, not_answered: str) -> str:
    """How many answered, and how many did not."""
    return f"{answered} answered, {not_answered} left it out"


def took_part(card: VoiceCard) -> str:
    """How many took part, of how many; only how many were asked, where the reason beside it says the rest."""
    if card.answered.startswith(("none", "fewer")):
        if card.invited is None:
            return ""
        return f"{card.invited} {'was' if card.invited == 1 else 'were'} asked"
    of = "" if card.invited is None else f" of {card.invited}"
    return capital(f"{card.answered}{of} answered")


def mean(mean: int, *, coarse: bool) -> str:
    """A score, or about what it is."""
    return f"about {mean}" if coarse else str(mean)


def name(voice: VoiceTheme) -> str:
    """What a voice is called inside a sentence."""
    return LOOKS[voice.voice].name.lower()


def listed(parts: list[str]) -> str:
    """one; one and two; one, two and three."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def reading(theme: ThemeCard) -> str:
    """One sentence that says what a theme's chart shows, and one for each voice that stands out."""
    told = [
        f"{name(voice)} {mean(voice.score.mean, coarse=voice.score.coarse)}"
        for voice in theme.voices
        if not isinstance(voice.score, Withheld)
    ]
    untold = [name(voice) for voice in theme.voices if isinstance(voice.score, Withheld)]
    out = [(voice, [one.words for one in found]) for voice in theme.voices if (found := striking(voice))]
    if not told:
        return "No group’s score can be shown for this theme."
    opening = f"Out of 100: {listed(told)}"
    scores = f"{opening}; {listed(untold)} not shown." if untold else f"{opening}."
    return " ".join([scores, *(f"{capital(name(voice))}: {listed(found)}." for voice, found in out)])


def alternative(theme: ThemeCard) -> str:
    """The whole of a theme's chart in words."""
    return f"{theme.name}. {' '.join(_spoken(voice) for voice in theme.voices)}"


def _spoken(voice: VoiceTheme) -> str:
    score = voice.score
    if isinstance(score, Withheld):
        return f"{LOOKS[voice.voice].name}: not shown. {first(score.why)}"
    return (
        f"{LOOKS[voice.voice].name}: {mean(score.mean, coarse=score.coarse)} out of 100, "
        f"range {bounds(score.low, score.high)}, {score.answered} answered. {spoken(voice)}"
    ).rstrip()


def key(card: Scorecard) -> str:
    """What the marks of the charts mean: only of those that are drawn."""
    return _known(card, SHAPE, BAND, HOLLOW)


def table_key(card: Scorecard) -> str:
    """What stands in each box of the table of all numbers."""
    return _known(card, BOX, BOX_EXPECTED, BOX_LAST)


def _known(card: Scorecard, always: str, expected: str, last: str) -> str:
    """The sentences about what there is on this card."""
    found = [voice for theme in card.themes for voice in theme.voices]
    said = [always]
    if any(isinstance(one.comparison, Compared) for one in found):
        said.append(expected)
    if any(isinstance(one.before, Before) for one in found):
        said.append(last)
    return " ".join(said)


def no_strengths(card: Scorecard) -> str:
    """Why there are no strengths to name."""
    return NO_STRENGTHS if card.together else TOO_FEW_TO_NAME


def no_together(card: Scorecard) -> str:
    """Why there is nothing named to work on."""
    return NO_TOGETHER if card.strengths else TOO_FEW_TO_NAME


def no_gaps(card: Scorecard) -> str:
    """Why no difference in view is named."""
    return NO_GAPS if any(theme.gaps for theme in card.themes) else NOTHING_TO_COMPARE


def capital(text: str) -> str:
    """The text with a capital letter."""
    return text[:1].upper() + text[1:]
