"""How hard the words are: sentences, school grades, and Easy Read beside the standard words."""

from collections import defaultdict
from collections.abc import Iterator
from statistics import mean

from surveys.faults import Kind
from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation, Voice
from surveys.rules.finding import Finding, warning
from surveys.rules.places import english, statements, wordings
from surveys.rules.reading import grade, longest_sentence, syllables, words

EASY_READ_WORDS = 15
"""The longest sentence in Easy Read, in words (DOMAIN 5.2: over 15 is harder)."""
STANDARD_WORDS = 25
"""The longest sentence in standard words."""
HARDEST_GRADE = 8.0
"""The grade of the hardest single statement; a grade and five is an age."""
USUAL_GRADE = 6.0
"""The grade of a voice's standard words on average: a reading age of 11."""
USUAL_EASY_GRADE = 5.0
"""The same for Easy Read: a reading age of 10."""
FEWEST_WORDS = 8
"""A grade of fewer words says more about one long word than about the sentence."""
LONG_WORD = 4
"""Syllables of a word that is too long for Easy Read."""
EVERYDAY = frozenset({"information", "emergency", "everybody", "anybody", "television", "organisation"})
"""Long words that people know; “organisation” has no short one."""

EASY_TOO_LONG = Kind(
    "easy-read-too-long",
    "An Easy Read sentence has {words} words.",
    f"Use at most {EASY_READ_WORDS}, or make two sentences.",
)
STANDARD_TOO_LONG = warning(
    "standard-too-long", "The sentence has {words} words.", f"Use at most {STANDARD_WORDS}."
)
TOO_HARD = warning(
    "too-hard",
    "The sentence suits a reading age of {age}.",
    f"Use shorter words, for a reading age of {HARDEST_GRADE + 5:.0f} at most.",
)
VOICE_TOO_HARD = warning(
    "voice-too-hard",
    "Taken together, the sentences for “{voice}” in “{look}” suit a reading age of {age}.",
    "Use shorter words and sentences, for a reading age of {limit} at most.",
)
LONG_WORDS = warning("easy-read-long-word", "“{word}” is a long word for Easy Read.", "Use a shorter one.")
EASY_LONGER = warning(
    "easy-read-longer",
    "Easy Read has {easy} words here, the standard wording {standard}.",
    "Say less in Easy Read.",
)
EASY_THE_SAME = warning(
    "easy-read-the-same",
    "Easy Read says the same as the standard wording, with the long word “{word}”.",
    "Say it in easier words.",
)
NO_EASY_READ = warning(
    "easy-read-missing",
    "“{voice}” has standard words here and no Easy Read, which others of the framework have.",
    "Add a line “easy_read:”.",
)


def easy_read_too_long(framework: Framework) -> Iterator[Finding]:
    """An Easy Read sentence of more than fifteen words, in any language."""
    for loc, wording in wordings(framework):
        for language, line in wording.get(Presentation.EASY_READ, {}).items():
            longest = longest_sentence(line)
            if longest > EASY_READ_WORDS:
                yield Finding((*loc, Presentation.EASY_READ, language), EASY_TOO_LONG, {"words": longest})


def too_hard(framework: Framework) -> Iterator[Finding]:
    """A statement whose sentence is long or whose words are."""
    for one in english(framework):
        longest = longest_sentence(one.text)
        if one.presentation is Presentation.STANDARD and longest > STANDARD_WORDS:
            yield Finding(one.loc, STANDARD_TOO_LONG, {"words": longest})
        if longest >= FEWEST_WORDS and grade(one.text) > HARDEST_GRADE:
            yield Finding(one.loc, TOO_HARD, {"age": round(grade(one.text) + 5)})


def voice_too_hard(framework: Framework) -> Iterator[Finding]:
    """A voice whose sentences are hard on average; told at the framework's themes."""
    grades: defaultdict[tuple[Voice, Presentation], list[float]] = defaultdict(list)
    for one in english(framework):
        grades[one.voice, one.presentation].append(grade(one.text))
    for (voice, look), found in grades.items():
        limit = USUAL_GRADE if look is Presentation.STANDARD else USUAL_EASY_GRADE
        if mean(found) > limit:
            age, most = round(mean(found) + 5), round(limit + 5)
            facts = {"voice": voice, "look": look, "age": age, "limit": most}
            yield Finding(("themes",), VOICE_TOO_HARD, facts)


def easy_read_not_easier(framework: Framework) -> Iterator[Finding]:
    """Easy Read that is longer than the standard words, that has long words, or that repeats them."""
    for loc, statement in statements(framework):
        for voice, wording in statement.wordings.items():
            standard = wording.get(Presentation.STANDARD, {}).get(SOURCE_LANGUAGE, "")
            easy = wording.get(Presentation.EASY_READ, {}).get(SOURCE_LANGUAGE, "")
            where = (*loc, "wordings", voice, Presentation.EASY_READ, SOURCE_LANGUAGE)
            long = [word for word in words(easy) if _long(word)]
            if standard and len(words(easy)) > len(words(standard)):
                facts = {"easy": len(words(easy)), "standard": len(words(standard))}
                yield Finding(where, EASY_LONGER, facts)
            if long:
                kind = EASY_THE_SAME if easy == standard else LONG_WORDS
                yield Finding(where, kind, {"word": long[0]})


def easy_read_missing(framework: Framework) -> Iterator[Finding]:
    """A statement without Easy Read in a framework that offers it elsewhere."""
    every = [
        ((*loc, "wordings", voice), voice, wording)
        for loc, statement in statements(framework)
        for voice, wording in statement.wordings.items()
    ]
    if any(Presentation.EASY_READ in wording for _, _, wording in every):
        for where, voice, wording in every:
            if Presentation.EASY_READ not in wording:
                yield Finding(where, NO_EASY_READ, {"voice": voice})


def _long(word: str) -> bool:
    return syllables(word) >= LONG_WORD and word.lower() not in EVERYDAY
