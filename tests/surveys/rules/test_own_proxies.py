"""Words of own questions for somebody who answers for the person: read like all others, and not as them."""

import pytest

from surveys.asking import settled
from surveys.files.shape import shaped
from surveys.files.source import parse_source
from surveys.languages.passages import passages
from surveys.rules.own_words import own_words
from surveys.rules.proxies import own_proxy_as_person
from surveys.survey import Survey, WrittenSurvey
from tests.surveys.trying.arrivals import FRAMEWORK, TEXT

AFTER = "easy_read: Who helps you?}"


def survey(words: str) -> Survey:
    text = TEXT.replace(AFTER, f"{AFTER}\n    proxy: {{standard: {words}, easy_read: Who helps them?}}")
    return settled(shaped(WrittenSurvey, parse_source(text.encode(), "f")))


@pytest.mark.parametrize(
    ("words", "told"), [("Who helps me?", 1), ("Who helps the person?", 0), ("Does Meg?", 0)]
)
def test_words_that_speak_as_the_person_are_told(words: str, told: int) -> None:
    assert len(list(own_proxy_as_person(survey(words), FRAMEWORK))) == told


def test_they_are_read_by_the_rules_for_words() -> None:
    assert {one.kind.slug for one in own_words(survey('"Who helps & how?"'), FRAMEWORK)} == {"ampersand"}


def test_they_are_put_over_into_other_languages() -> None:
    found = {one.key: one.words for one in passages(survey("Who helps the person?"))}
    assert found["question.helped.proxy.standard"] == "Who helps the person?"
