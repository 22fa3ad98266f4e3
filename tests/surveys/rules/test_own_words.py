"""What the rules for words leave alone in own questions, beside the one bad file of each kind."""

import pytest

from surveys.asking import settled
from surveys.files.shape import shaped
from surveys.files.source import parse_source
from surveys.rules.own_words import own_pictures, own_words
from surveys.survey import Survey, WrittenSurvey
from tests.surveys.trying.arrivals import FRAMEWORK, TEXT

ASKED = "Do you choose what to buy?"


def survey(*changes: tuple[str, str]) -> Survey:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return settled(shaped(WrittenSurvey, parse_source(text.encode(), "f")))


def kinds(*changes: tuple[str, str]) -> set[str]:
    return {finding.kind.slug for finding in own_words(survey(*changes), FRAMEWORK)}


@pytest.mark.parametrize(
    "text",
    [
        "How often do you go out?",
        "In the last 7 days, were you asked?",
        "What should we change?",
        "What do you like? Say it in your own words.",
        "Is there nothing that you like?",
        "Does {organisation} keep its word?",
        "Would you like it always, or never?",
    ],
)
def test_good_questions_are_left_alone(text: str) -> None:
    assert kinds((ASKED, f'"{text}"')) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("DO YOU CHOOSE what to buy?", "capitals"),
        ("Do you choose meals/drinks?", "slash"),
        ("Do you choose food & drink?", "ampersand"),
        ("Do you choose food; is it good?", "semicolon"),
        ("Do you choose {{ food }}?", "placeholder"),
        ("Do you choose, e.g. food?", "abbreviation"),
        ("Look at www.example.org first.", "web-address"),
        ("Do you **choose** what to buy?", "markdown"),
    ],
)
def test_poor_questions_are_told(text: str, kind: str) -> None:
    assert kind in kinds((ASKED, f'"{text}"'))


def test_answers_headings_and_reasons_are_read_as_far_as_they_are_sentences() -> None:
    assert kinds(("{standard: Family, easy", "{standard: Family and friends, easy")) == set()
    assert kinds(("{standard: Family, easy", "{standard: Other users, easy")) == {"banned-word"}
    assert kinds(("{standard: The rest,", "{standard: Autonomy,")) == set()  # headings use names of things
    assert kinds(("People who are new may see other things.", "We need to prioritise.")) == {"jargon"}


def test_another_language_is_read_for_signs_and_length_alone() -> None:
    welsh = "{standard: {en: Neighbours, cy: 'and users <b>'}, easy_read: {en: Them, cy: 'and'}}"
    assert kinds(("{standard: Friends, easy_read: Friends}", welsh)) == {"markup"}


def test_pictures_are_for_all_answers_or_for_none() -> None:
    one = ("        words: {standard: Friends,", "        symbol: smile\n        words: {standard: Friends,")
    found = [(finding.kind.slug, finding.loc[3]) for finding in own_pictures(survey(one), FRAMEWORK)]
    assert found == [("own-picture-missing", 0), ("symbol-unknown", 1), ("own-picture-missing", 2)]
