"""What the tables of signs and words let pass and what they catch, beside the one fixture of each kind."""

import re
from pathlib import Path

import pytest

from surveys.check import check_framework, check_survey
from surveys.framework import Framework, Voice
from surveys.load import SHIPPED, load_framework, load_survey
from surveys.rules.jargon import BANNED, JARGON

TIDY = Path(__file__).parents[1] / "bad" / "frameworks" / "tidy.yaml"


def said(text: str, voice: Voice = Voice.PERSON, language: str = "en") -> set[str]:
    """The kinds of fault in the tidy framework once its first statement says this in standard words."""
    framework = load_framework(TIDY)
    document = framework.model_dump(mode="json")
    wordings = document["themes"][0]["statements"][0]["wordings"]
    wording = wordings.setdefault(voice, {"standard": {"en": text}, "easy_read": {"en": text}})
    wording["standard"][language] = text
    return {fault.kind for fault in check_framework(Framework.model_validate(document))}


@pytest.mark.parametrize(
    "text",
    [
        "I feel safe day and night.",
        "I like my care and support.",
        "Staff are patient with me.",
        "Staff help me as a wheelchair user.",
        "I can ask “why” at any time.",
        "My day-to-day life suits me.",
        "Staff tell me what happens next…",
    ],
)
def test_good_sentences_are_left_alone(text: str) -> None:
    assert said(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Staff don’t rush me.", "negation"),
        ("I do not feel unsafe here.", "double-negative"),
        ("Staff are kind as well as fair to me.", "two-ideas"),
        ("I get help, e.g. with meals.", "abbreviation"),
        ("I AM SAFE in my home.", "capitals"),
        ("I am safe &amp; sound in my home.", "markup"),
        ("Staff treat me with {respect.", "placeholder"),
        ("Staff tell me where to find help@example.org.", "web-address"),
        ("Staff treat me with respect,", "no-final-stop"),
        ("Staff tell me about clients.", "banned-word"),
    ],
)
def test_poor_sentences_are_told(text: str, kind: str) -> None:
    assert kind in said(text)


def test_the_words_of_another_language_are_not_read_as_english() -> None:
    # “a” and “not” may mean anything there; only signs and lengths are looked at.
    assert said("staff not and ALWAYS 3 users.", language="cy") == set()
    assert said("staff <i>not</i>!", language="cy") == {"markup", "exclamation"}


def test_an_arabic_stop_and_question_mark_are_known() -> None:
    assert said("میں محفوظ ہوں۔", language="ur") == set()
    assert said("میں محفوظ ہوں؟", language="ur") == {"question"}
    assert said("میں محفوظ ہوں", language="ur") == {"no-final-stop"}


def test_families_and_partners_speak_as_themselves() -> None:
    assert "family-speaks-as-person" in said("Staff listen to me.", Voice.FAMILY)
    assert "family-without-person" in said("Staff listen to people.", Voice.FAMILY)
    assert "team-not-first-person" in said("The service pays its bills.", Voice.PARTNER)
    assert "team-not-first-person" not in said("Staff here listen to us.", Voice.PARTNER)
    assert "team-not-first-person" not in said("My manager listens to me.", Voice.LEADER)


@pytest.mark.parametrize("table", [JARGON, BANNED])
def test_no_remedy_is_itself_a_word_to_avoid(table: dict[str, str]) -> None:
    for start, instead in table.items():
        others = [other for other in BANNED if re.search(rf"\b{other}\b", instead)]
        assert others == [], (start, instead)


def test_a_framework_without_easy_read_is_not_told_of_each_sentence() -> None:
    document = load_framework(TIDY).model_dump(mode="json")
    for statement in (one for theme in document["themes"] for one in theme["statements"]):
        for wording in statement["wordings"].values():
            del wording["easy_read"]
    assert check_framework(Framework.model_validate(document)) == ()


def test_the_text_about_a_survey_is_read_in_english_only() -> None:
    survey = load_survey(TIDY.parents[1] / "chosen" / "survey-about-banned.yaml")
    assert {fault.kind for fault in check_survey(survey, load_framework(TIDY))} == {"banned-word"}
    welsh = survey.model_copy(update={"about": {"en": "Four statements.", "cy": "Pedwar client."}})
    assert check_survey(welsh, load_framework(TIDY)) == ()


def test_a_statement_is_counted_for_the_voices_that_are_asked_it() -> None:
    survey = load_survey(TIDY.parents[1] / "chosen" / "easy-read-too-many.yaml")
    framework = load_framework(SHIPPED / "frameworks" / "making-it-real.yaml")
    few = dict.fromkeys(survey.voices, ("wi", "ia"))
    kinds = {fault.kind for fault in check_survey(survey.model_copy(update={"only": few}), framework)}
    assert "easy-read-too-many" not in kinds
