"""Grades and syllables are those worked out by hand, and long sentences are found in any language."""

import pytest

from surveys.rules.reading import grade, longest_sentence, syllables, words


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("use", 1),
        ("home", 1),
        ("treated", 2),
        ("asked", 1),
        ("table", 2),
        ("people", 2),
        ("person’s", 2),
        ("information", 4),
        ("emergency", 4),
        ("tv", 1),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_of_a_known_sentence_is_as_worked_out_by_hand() -> None:
    # 6 words in 1 sentence, 6 syllables: 0.39*6 + 11.8*1 - 15.59 = -1.45
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_two_sentences_are_easier_than_one_of_the_same_words() -> None:
    # 8 words, 8 syllables: 0.39*8 + 11.8 - 15.59 = -0.67 in one sentence, and
    # 0.39*4 + 11.8 - 15.59 = -2.23 in two
    assert grade("The cat sat here the dog sat there.") == pytest.approx(-0.67)
    assert grade("The cat sat here. The dog sat there.") == pytest.approx(-2.23)


def test_a_text_without_english_words_has_no_grade() -> None:
    assert grade("… 12") == 0


def test_words_keep_their_joints() -> None:
    assert words("It’s day-to-day: 3 things.") == ["It’s", "day-to-day", "things"]


def test_the_longest_sentence_is_found_in_any_language() -> None:
    assert longest_sentence("Un dau tri. Un dau tri pedwar! Un") == 4
