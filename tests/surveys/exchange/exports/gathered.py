"""Three made-up people who answered a survey with every kind of question, written out by hand."""

from pathlib import Path

from surveys.edition import Edition, publish
from surveys.exchange.exports.asked import going_out
from surveys.exchange.exports.tables import Export, Given
from surveys.framework import Presentation, Voice
from surveys.load import load_framework, load_survey
from surveys.own.meant import Answer

GOOD = Path(__file__).parents[2] / "good"
PEOPLE: tuple[dict[str, Answer], ...] = (
    {
        "wi1": "always", "wi2": "sometimes", "ia1": "prefer_not", "helped": ["family", "friends"], "days": 5,
        "moved": "2026-03", "food_taste": "good", "food_choice": "not_answered", "first": ["pets", "walks"],
    },
    {
        "wi1": "never", "wi2": "does_not_apply", "ia1": "not_asked", "helped": ["nobody"],
        "days": "does_not_apply", "moved": "not_answered", "food_taste": "not_asked",
        "food_choice": "not_asked", "first": "not_answered",
    },
    {
        "wi1": "not_answered", "wi2": "never", "ia1": "always", "helped": "prefer_not", "days": 1,
        "moved": "1999-12", "food_taste": "poor", "food_choice": "prefer_not", "first": ["music"],
    },
)  # fmt: skip


def arrivals(words: str = "Friends") -> Edition:
    """The survey, with `words` on one of its answers."""
    edition = publish(load_framework(GOOD / "frameworks" / "small.yaml"), load_survey(GOOD / "arrivals.yaml"))
    questions = tuple(
        one.model_copy(
            update={
                "options": tuple(
                    option.model_copy(update={"words": {Presentation.STANDARD: {"en": words}}})
                    if option.code == "friends"
                    else option
                    for option in one.options
                )
            }
        )
        for one in edition.questions
    )
    return edition.model_copy(update={"questions": questions})


def gathered(words: str = "Friends") -> Export:
    """What would go out of these three, their presentation told."""
    edition = arrivals(words)
    asked, left_out = going_out(edition, Voice.PERSON, frozenset({"language"}))
    given = tuple(
        Given({step.code: person[step.code] for step in asked}, {"presentation": "standard"})
        for person in PEOPLE
    )
    return Export(edition, Voice.PERSON, asked, ("presentation",), given, left_out)
