"""Conditions are said in words, and settled where this booklet knows the answer already."""

import pytest

from mir.paper.conditions import Reader, Target
from mir.paper.words import ConditionWords
from surveys.framework import Presentation, Voice
from surveys.logic.reading import read
from surveys.logic.truth import UNKNOWN

TARGETS = {
    "mood": Target(1, ((1, "Bad"), (2, "Fair"), (3, "Good"))),
    "pet": Target(2, (("cat", "Cat"), ("dog", "Dog"))),
    "likes": Target(3, (("tea", "Tea"), ("cake", "Cake"), ("walks", "Walks")), several=True),
    "days": Target(4),
    "since": Target(5, month=True),
    "hours": Target(6),
}
READER = Reader(Voice.PERSON, Presentation.STANDARD, TARGETS, ConditionWords(), "en")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("mood <= 2", "you ticked ‘Bad’ or ‘Fair’ in question 1"),
        ("not (mood <= 2)", "you ticked ‘Good’ in question 1"),
        ("mood >= 1", "you answered question 1"),
        ("answered(mood)", "you answered question 1"),
        ("not answered(pet)", "you did not answer question 2"),
        ('pet == "cat"', "you ticked ‘Cat’ in question 2"),
        (
            'pet in ["cat", "dog"] and days > 3',
            "you answered question 2 and you wrote more than 3 in question 4",
        ),
        ('"tea" in likes', "you ticked ‘Tea’ in question 3"),
        ('not ("tea" in likes)', "it is not true that you ticked ‘Tea’ in question 3"),
        ("days == 3", "you wrote 3 in question 4"),
        ("days != 3", "you wrote something other than 3 in question 4"),
        ("3 < days or days <= 1", "you wrote more than 3 in question 4 or you wrote 1 or less in question 4"),
        ('since >= "2026-03"', "you wrote March 2026 or a month after it in question 5"),
        ("days > hours", "your answer to question 4 comes after your answer to question 6"),
        (
            "count(mood, days) >= 2",
            "2 or more of these are true: you answered question 1; you answered question 4",
        ),
    ],
)
def test_a_condition_reads_as_the_end_of_a_sentence(condition: str, words: str) -> None:
    settled = READER.settled(read(condition))
    assert not isinstance(settled, bool)
    assert settled is not UNKNOWN
    assert READER.said(settled) == words


@pytest.mark.parametrize(
    ("condition", "settled"),
    [
        ('voice == "person"', True),
        ('voice == "staff"', False),
        ('presentation == "easy_read"', False),
        ("gone <= 2", UNKNOWN),
        ("not (gone <= 2)", UNKNOWN),
        ("answered(gone)", False),
        ("not answered(gone)", True),
        ('gone <= 2 and voice == "person"', UNKNOWN),
        ('gone <= 2 and voice == "staff"', False),
        ('gone <= 2 or voice == "person"', True),
    ],
)
def test_what_this_booklet_knows_is_settled(condition: str, settled: object) -> None:
    assert READER.settled(read(condition)) is settled


def test_only_what_is_still_open_is_said() -> None:
    found = READER.settled(read('(mood == 1 or gone == 2) and voice == "person"'))
    assert found == read("mood == 1")
