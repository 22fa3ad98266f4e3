"""Who is speaking: each voice speaks as itself, and no two sentences are the same."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from surveys.faults import Kind
from surveys.files.tree import Loc
from surveys.framework import Framework, Presentation, Voice
from surveys.rules.finding import Finding, repeated, warning
from surveys.rules.places import english, statements

_ME = re.compile(r"\b(?:I|me|my|mine|myself|I[’']\w+)\b", re.IGNORECASE)
_US = re.compile(r"\b(?:we|us|our|ours|ourselves|we[’']\w+)\b", re.IGNORECASE)
_KNOWN = re.compile(
    r"\b(?:the person I (?:care for|support|speak for)|(?:my|our) (?:relative|family|team))\b", re.IGNORECASE
)
"""How a family names the person, and how staff name their team; the “I” and “my” in these are no mistake."""


@dataclass(frozen=True)
class Manner:
    """How a voice should speak: what must be there and what must not, and the kinds that say so."""

    lacks: Kind
    needs: Callable[[str], object]
    strays: Kind
    shuns: Callable[[str], object]


_AS_PERSON = Manner(
    warning(
        "person-not-first-person",
        "The sentence for “person” does not speak of me.",
        "Say it with I, me or my.",
    ),
    _ME.search,
    warning(
        "person-speaks-as-staff",
        "The sentence for “person” says “we”, which is how staff speak.",
        "Say it with I, me or my.",
    ),
    re.compile(r"^(?:we|in my team|as leaders)\b", re.IGNORECASE).search,
)
_AS_FAMILY = Manner(
    warning(
        "family-without-person",
        "The sentence for “family” does not name the person.",
        "Say “the person I care for”.",
    ),
    _KNOWN.search,
    warning(
        "family-speaks-as-person",
        "The sentence for “family” speaks as if it were the person.",
        "Say “the person I care for”, then they or them.",
    ),
    lambda text: _ME.search(_KNOWN.sub("", text)),
)
_AS_TEAM = Manner(
    warning(
        "team-not-first-person",
        "The sentence for “{voice}” is not about what we do.",
        "Say it with we, us or our.",
    ),
    lambda text: _US.search(text) or re.search(r"\b(?:I|me|my)\b", text),
    warning(
        "team-speaks-as-person",
        "The sentence for “{voice}” speaks as if it were a person who gets support.",
        "Say what we do for people.",
    ),
    re.compile(r"\b(?:(?:cares? for|looks? after) me|my (?:care|support|carers?))\b", re.IGNORECASE).search,
)
MANNERS: Mapping[Voice, Manner] = {
    Voice.PERSON: _AS_PERSON,
    Voice.FAMILY: _AS_FAMILY,
    Voice.STAFF: _AS_TEAM,
    Voice.LEADER: _AS_TEAM,
    Voice.PARTNER: _AS_TEAM,
}

SAME_TWICE = warning(
    "same-sentence-twice",
    "Two statements have this sentence for one voice: {name}",
    "Say how the two differ, or keep one.",
)
SAME_IN_TWO_VOICES = warning(
    "same-sentence-two-voices",
    "“{voice}” and “{other}” read the same sentence.",
    "Let each voice speak of what it does itself.",
)
TOPIC_TWICE = warning("topic-twice", "Another statement has the topic “{name}”.", "Say how the two differ.")


def voice_mismatch(framework: Framework) -> Iterator[Finding]:
    """A sentence in which a voice does not speak as itself."""
    for sentence in english(framework):
        manner, facts = MANNERS[sentence.voice], {"voice": sentence.voice}
        if manner.shuns(sentence.text):
            yield Finding(sentence.loc, manner.strays, facts)
        elif not manner.needs(sentence.text):
            yield Finding(sentence.loc, manner.lacks, facts)


def same_sentence_twice(framework: Framework) -> Iterator[Finding]:
    """One sentence for two statements, where one person would meet it twice."""
    read: defaultdict[tuple[Voice, Presentation], list[tuple[Loc, str]]] = defaultdict(list)
    for one in english(framework):
        read[one.voice, one.presentation].append((one.loc, one.text))
    for places in read.values():
        yield from repeated(SAME_TWICE, places)


def same_in_two_voices(framework: Framework) -> Iterator[Finding]:
    """One sentence for two voices of one statement, so that they cannot be told apart."""
    first: defaultdict[tuple[str, str], dict[str, Voice]] = defaultdict(dict)
    for one in english(framework):
        other = first[one.statement.code, one.presentation].setdefault(one.text.casefold(), one.voice)
        if other is not one.voice:
            yield Finding(one.loc, SAME_IN_TWO_VOICES, {"voice": one.voice, "other": other})


def topic_twice(framework: Framework) -> Iterator[Finding]:
    """Two statements about one topic."""
    return repeated(TOPIC_TWICE, (((*loc, "topic"), one.topic) for loc, one in statements(framework)))
