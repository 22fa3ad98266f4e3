"""The sentences that people are asked are plain, short, kind to every voice and about one idea."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from surveys.framework import Framework, Presentation, Voice, Wording
from surveys.load import SHIPPED, load_framework

VOICES = (Voice.PERSON, Voice.FAMILY, Voice.STAFF, Voice.LEADER)
STANDARD_WORDS = 20
EASY_READ_WORDS = 15
HARDEST_GRADE = 8.0  # Flesch-Kincaid grade of any one sentence: long words tell most in short ones
USUAL_GRADE = 6.0  # and of each voice on average: a reading age of about 11

JARGON_LIST = """
    co-prod coprod person-cent safeguard service-user user client customer outcome empower enable facilitat
    holistic personalis stakeholder provider setting assess intervention pathway appropriate access integrat
    domiciliary resident patient dignity independen wellbeing aspiration carer submit invalid
"""
JARGON = re.compile(rf"\b({'|'.join(JARGON_LIST.split())})", re.IGNORECASE)
NEGATIONS = re.compile(
    r"\b(not|no|never|nothing|nobody|none|without|cannot|unless|nor)\b|n[’']t\b", re.IGNORECASE
)
TWO_IDEAS = re.compile(r"\band\b|;| but ", re.IGNORECASE)

OPENINGS = {
    (Voice.PERSON, Presentation.STANDARD): r"I |My |If I |If my |Staff |All the people who support me |"
    r"When something goes wrong for me, |This service |Everyone at this service ",
    (Voice.FAMILY, Presentation.STANDARD): r".*\bthe person I care for\b",
    (Voice.FAMILY, Presentation.EASY_READ): r".*\bthe person I care for\b",
    (Voice.STAFF, Presentation.STANDARD): r"In my team, we |If my team ",
    (Voice.STAFF, Presentation.EASY_READ): r"We |If .*\bwe\b",
    (Voice.LEADER, Presentation.STANDARD): r"As leaders, we ",
    (Voice.LEADER, Presentation.EASY_READ): r"We |If .*\bwe\b",
}


@pytest.fixture(scope="module")
def framework() -> Framework:
    return load_framework(SHIPPED / "frameworks" / "making-it-real.yaml")


def _sentences(framework: Framework) -> Iterator[tuple[str, Voice, Presentation, str]]:
    """Every English sentence that a person is asked, with the statement, voice and presentation."""
    for statement in (one for theme in framework.themes for one in theme.statements):
        for voice, wording in statement.wordings.items():
            for presentation, text in wording.items():
                yield statement.code, voice, presentation, text["en"]


def _headings(framework: Framework) -> list[Wording]:
    return [wording for theme in framework.themes for wording in (theme.name, theme.subtitle)]


def _syllables(word: str) -> int:
    """A rough count: groups of vowels, a silent ending left out."""
    stem = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]{1,2}", stem))) if len(word) > 3 else 1


def _grade(sentence: str) -> float:
    """The grade of a sentence (Kincaid and others 1975): 0.39 words + 11.8 syllables a word - 15.59."""
    words = re.findall(r"[A-Za-z’-]+", sentence)
    return 0.39 * len(words) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def test_every_statement_is_one_sentence_that_ends_with_a_full_stop(framework: Framework) -> None:
    wrong = [found for found in _sentences(framework) if not re.fullmatch(r"[A-Z][^.!?:]*\.", found[3])]
    assert wrong == []


def test_no_sentence_is_longer_than_its_presentation_allows(framework: Framework) -> None:
    most = {Presentation.STANDARD: STANDARD_WORDS, Presentation.EASY_READ: EASY_READ_WORDS}
    assert [found for found in _sentences(framework) if len(found[3].split()) > most[found[2]]] == []


def test_easy_read_is_never_longer_than_the_standard_words(framework: Framework) -> None:
    lengths = {(code, voice, look): len(line.split()) for code, voice, look, line in _sentences(framework)}
    for (code, voice, look), words in lengths.items():
        assert words <= lengths[code, voice, Presentation.STANDARD], (code, voice, look)


def test_no_sentence_uses_the_words_of_the_trade(framework: Framework) -> None:
    assert [found for found in _sentences(framework) if JARGON.search(found[3])] == []


def test_agreeing_is_always_good_so_no_statement_is_reversed_or_says_not(framework: Framework) -> None:
    assert not any(statement.reverse for theme in framework.themes for statement in theme.statements)
    assert [found for found in _sentences(framework) if NEGATIONS.search(found[3])] == []


def test_no_sentence_joins_two_ideas(framework: Framework) -> None:
    assert [found for found in _sentences(framework) if TWO_IDEAS.search(found[3])] == []


def test_each_voice_speaks_as_itself(framework: Framework) -> None:
    wrong = [
        (code, voice, line)
        for code, voice, presentation, line in _sentences(framework)
        if not re.match(OPENINGS.get((voice, presentation), ""), line, re.IGNORECASE)
    ]
    assert wrong == []


def test_the_person_always_speaks_of_themselves(framework: Framework) -> None:
    for code, voice, _, line in _sentences(framework):
        if voice is Voice.PERSON:
            assert re.search(r"\b(I|me|my|myself)\b", line, re.IGNORECASE), (code, line)


def test_the_family_never_speaks_as_the_person(framework: Framework) -> None:
    for code, voice, _, line in _sentences(framework):
        if voice is Voice.FAMILY:
            rest = re.sub(r"the person I care for", "", line, flags=re.IGNORECASE)
            assert not re.search(r"\b(I|me|my|myself|we|us|our)\b", rest), (code, line)


def test_staff_and_leaders_never_speak_of_me(framework: Framework) -> None:
    for code, voice, _, line in _sentences(framework):
        if voice in {Voice.STAFF, Voice.LEADER}:
            assert not re.search(r"\b(I|me|myself)\b", line), (code, line)


def test_no_voice_reads_the_same_sentence_twice(framework: Framework) -> None:
    counts = Counter((voice, line.casefold()) for _, voice, _, line in _sentences(framework))
    assert [sentence for sentence, times in counts.items() if times > 1] == []


def test_the_grade_of_a_known_sentence_is_as_worked_out_by_hand() -> None:
    # 6 words, 6 syllables: 0.39*6 + 11.8*1 - 15.59 = -1.45
    assert _grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_the_standard_words_suit_a_reading_age_of_eleven(framework: Framework) -> None:
    standard = [found for found in _sentences(framework) if found[2] is Presentation.STANDARD]
    assert [found for found in standard if _grade(found[3]) > HARDEST_GRADE] == []
    for voice in VOICES:
        grades = [_grade(line) for _, who, _, line in standard if who is voice]
        assert sum(grades) / len(grades) < USUAL_GRADE


def test_quotes_and_apostrophes_are_typographic(framework: Framework) -> None:
    lines = [line for *_, line in _sentences(framework)]
    lines += [text["en"] for wording in _headings(framework) for text in wording.values()]
    assert [line for line in lines if re.search(r"[\"'`]", line)] == []
