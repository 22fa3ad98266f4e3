"""A small framework and survey, so that a test can be worked out by hand."""

from surveys.framework import Framework, Presentation, Voice
from surveys.survey import Survey

EVERYONE = (Voice.PERSON, Voice.FAMILY, Voice.STAFF, Voice.LEADER)
OPTIONS = {
    "disagree_a_lot": "Strongly disagree",
    "disagree": "Disagree",
    "in_the_middle": "Neither",
    "agree": "Agree",
    "agree_a_lot": "Strongly agree",
}


def small_framework() -> Framework:
    """Two themes, three statements: aa1 and aa2 asked of everyone, bb1 not of leaders."""
    return Framework.model_validate(
        {
            "framework": "small",
            "version": 1,
            "title": "Small",
            "about": "For tests.",
            "sources": {"test": "Made for tests."},
            "scale": {"positive_from": 4, "options": _options()},
            "themes": [
                _theme("aa", _statement("aa1", EVERYONE), _statement("aa2", EVERYONE)),
                _theme("bb", _statement("bb1", EVERYONE[:3])),
            ],
        }
    )


def wider_framework() -> Framework:
    """The small framework with four statements in each theme: enough that people hardly answer alike."""
    small = small_framework().model_dump(mode="json")
    themes = [
        _theme(theme, *(_statement(f"{theme}{number}", EVERYONE) for number in range(1, 5)))
        for theme in ("aa", "bb")
    ]
    return Framework.model_validate(small | {"themes": themes})


def small_survey() -> Survey:
    """All of the small framework, asked of four voices in two presentations."""
    return Survey(
        survey="small",
        title={"en": "Small survey"},
        about={"en": "For tests."},
        framework="small",
        voices=EVERYONE,
        presentations=(Presentation.STANDARD, Presentation.EASY_READ),
        statements="all",
        only={Voice.LEADER: ("aa",)},
    )


def _options() -> list[dict[str, object]]:
    return [
        {
            "code": code,
            "value": value,
            "symbol": f"answer-{value}",
            "words": {"standard": words, "easy_read": f"Easy {words.lower()}"},
        }
        for value, (code, words) in enumerate(OPTIONS.items(), start=1)
    ]


def _statement(code: str, voices: tuple[Voice, ...]) -> dict[str, object]:
    return {
        "code": code,
        "topic": f"Topic {code}",
        "source": "test",
        "wordings": {
            voice: {
                "standard": f"Standard words of {code} for {voice}.",
                "easy_read": f"Easy words of {code} for {voice}.",
            }
            for voice in voices
        },
    }


def _theme(code: str, *statements: dict[str, object]) -> dict[str, object]:
    return {
        "code": code,
        "symbol": "wellbeing",
        "name": {"standard": f"Theme {code}", "easy_read": f"Easy theme {code}"},
        "subtitle": {"standard": f"About {code}", "easy_read": f"Easy about {code}"},
        "statements": statements,
    }
