"""How hard a sentence is to read: its words, their syllables and its school grade."""

import re
from functools import lru_cache

_SENTENCE_END = re.compile(r"[.!?…:;]")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$")
_VOWELS = re.compile(r"[aeiouy]{1,2}")


def words(text: str) -> list[str]:
    """The words of an English text."""
    return _WORD.findall(text)


def longest_sentence(text: str) -> int:
    """How many words the longest sentence has, in any language that puts spaces between words."""
    return max(len(sentence.split()) for sentence in _SENTENCE_END.split(text))


@lru_cache(maxsize=4096)  # a framework says the same few hundred words again and again
def syllables(word: str) -> int:
    """A rough count for English: groups of vowels, with a silent ending left out, and at least one."""
    bare = word.lower().replace("’s", "").replace("'s", "")
    return max(1, len(_VOWELS.findall(_SILENT.sub("", bare))))


def grade(text: str) -> float:
    """The school grade at which an English text is understood; add five for the age. 0 without words.

    0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid, Fishburne, Rogers and Chissom 1975,
    “Derivation of new readability formulas for Navy enlisted personnel”).
    """
    known = words(text)
    if not known:
        return 0.0
    count = sum(1 for sentence in _SENTENCE_END.split(text) if words(sentence))
    return 0.39 * len(known) / count + 11.8 * sum(map(syllables, known)) / len(known) - 15.59
