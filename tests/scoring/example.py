"""Small editions and rounds for the tests of scoring."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from scoring.card.scorecard import RoundFacts
from scoring.count import tally
from scoring.measure import measure_of
from scoring.tally import Tally
from surveys.edition import Edition
from surveys.framework import Option, Presentation, Scale, Statement, Theme, Voice

FACTS = RoundFacts("Rose House", "Rose Care", "care home", "Autumn", date(2026, 9, 1), date(2026, 9, 30))
ALL = (Voice.PERSON, Voice.FAMILY, Voice.STAFF, Voice.LEADER)


def edition(
    sizes: Sequence[int] = (4,) * 7,
    *,
    options: int = 5,
    backwards: Sequence[str] = (),
    voices: tuple[Voice, ...] = ALL,
    unasked: Sequence[tuple[str, Voice]] = (),
) -> Edition:
    """An edition with themes of these sizes; statements are called t1_1, t1_2 and so on."""
    themes = tuple(
        Theme.model_validate(
            {
                "code": f"t{number}",
                "symbol": f"t{number}",
                "name": {"standard": f"Theme {number}"},
                "subtitle": {"standard": f"About {number}"},
                "statements": [
                    _statement(f"t{number}_{item}", backwards, voices, unasked) for item in range(1, size + 1)
                ],
            }
        )
        for number, size in enumerate(sizes, 1)
    )
    return Edition(
        survey="example",
        title={"en": "An example"},
        framework="example",
        framework_version=1,
        scale=_scale(options),
        themes=themes,
        voices=voices,
        presentations=(Presentation.STANDARD,),
        comments=False,
    )


def _scale(options: int) -> Scale:
    words = {Presentation.STANDARD: {"en": "x"}}
    return Scale(
        options=tuple(
            Option(code=f"o{value}", value=value, symbol="dot", words=words)
            for value in range(1, options + 1)
        ),
        positive_from=options - 1,
    )


def _statement(
    code: str, backwards: Sequence[str], voices: tuple[Voice, ...], unasked: Sequence[tuple[str, Voice]]
) -> Statement:
    return Statement.model_validate(
        {
            "code": code,
            "topic": "a topic",
            "source": "ours",
            "reverse": code in backwards,
            "wordings": {
                voice: {"standard": f"{code} for {voice}"} for voice in voices if (code, voice) not in unasked
            },
        }
    )


def rows(*given: tuple[int, Sequence[int]]) -> NDArray[np.uint8]:
    """So many people with each row of answers."""
    return np.array([row for people, row in given for _ in range(people)], dtype=np.uint8)


def counted(of: Edition, *given: tuple[int, Sequence[int]]) -> Tally:
    """The tally of so many people with each row of answers."""
    return tally(rows(*given), measure_of(of))
