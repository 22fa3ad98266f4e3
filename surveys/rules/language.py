"""The choice of words: the trade's words, negations, two ideas in one, and what cannot be answered."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from surveys.faults import Kind
from surveys.files.tree import Loc
from surveys.framework import SOURCE_LANGUAGE, Framework
from surveys.rules.finding import Finding, warning
from surveys.rules.jargon import BANNED, JARGON
from surveys.rules.marks import Marks, matches
from surveys.rules.places import english, texts

PLAIN_JARGON = warning("jargon", "“{found}” is a word of the trade.", "Say “{instead}”, or as people say it.")
NEVER_SAID = Kind("banned-word", "“{found}” is not what people call themselves.", "Say “{instead}”.")
NEGATION = warning(
    "negation",
    "The statement says “{found}”, and to agree with what is not so is hard to answer.",
    "Say what is so.",
)
TWICE_NEGATED = warning(
    "double-negative", "The sentence says no twice: “{found}”.", "Say what is so, without either."
)

_NOT = r"(?:not|no|never|nothing|nobody|none|without|cannot|unless|nor|neither|hardly|\w+n[’']t)"
_NEGATION = re.compile(rf"\b{_NOT}\b", re.IGNORECASE)
DOUBLE = re.compile(
    rf"\b{_NOT}\b.{{1,80}}?\b(?:{_NOT}|un(?:able|aware|clear|fair|happy|heard|kind|likely|safe|sure|usual|"
    r"welcome|well)|dis(?:agree|like|respect)\w*|lack\w*|fails?|ignored?)\b",
    re.IGNORECASE,
)
PAIRS = re.compile(
    r"\b(?:day and night|care and support|now and then|again and again|more and more|in and out|"
    r"friends and family|family and friends)\b",
    re.IGNORECASE,
)
"""Two words that are one idea."""

ENGLISH: Marks = (
    (
        warning("two-ideas", "“{found}” joins two ideas, and people may agree with one only.", "Ask one."),
        re.compile(r"\b(?:and|as well as|but also|plus)\b", re.IGNORECASE),
    ),
    (
        warning("abbreviation", "“{found}” is short for something.", "Write it in full, in plain words."),
        re.compile(
            r"\bN/A\b|\bn/a\b|\be\.g\.?|\bi\.e\.?|\betc\b\.?|\basap\b|(?<![A-Z] )\b[A-Z]{2,5}\b(?! [A-Z]+\b)"
        ),
    ),
    (
        warning(
            "all-or-nothing",
            "“{found}” leaves no room: one bad day makes it untrue.",
            "Leave the word out; the answers say how much.",
        ),
        re.compile(r"\b(?:always|all the time|every single|completely|totally|100%)", re.IGNORECASE),
    ),
    (
        warning(
            "how-often",
            "“{found}” says how often, and the answers say how far people agree.",
            "Leave the word out.",
        ),
        re.compile(
            r"\b(?:often|sometimes|usually|rarely|seldom|regularly|most of the time)\b", re.IGNORECASE
        ),
    ),
    (
        warning("leading", "“{found}” tells people what to think.", "Leave the word out."),
        re.compile(
            r"\b(?:excellent|outstanding|wonderful|amazing|fantastic|obviously|of course|clearly|"
            r"surely|everyone knows|world-class|first-class)\b",
            re.IGNORECASE,
        ),
    ),
    (
        warning("hedge", "“{found}” softens the sentence so that it says little.", "Leave the word out."),
        re.compile(r"\b(?:quite|somewhat|reasonably|adequately|as far as possible)\b", re.IGNORECASE),
    ),
    (
        warning(
            "should",
            "“{found}” asks what ought to be, not what is.",
            "Say what happens now.",
        ),
        re.compile(r"\b(?:should|ought to|must|would like|hope to|want staff to)\b", re.IGNORECASE),
    ),
    (
        warning("this-survey", "“{found}” speaks of the survey.", "Speak of daily life."),
        re.compile(
            r"\b(?:this survey|this question(?:naire)?|the (?:box|question) (?:above|below))\b", re.IGNORECASE
        ),
    ),
)
"""What is looked for in every English statement."""


def unplain(framework: Framework) -> Iterator[Finding]:
    """Words from the tables, in English."""
    for loc, text in texts(framework):
        if loc[-1] == SOURCE_LANGUAGE:
            yield from listed(NEVER_SAID, BANNED, loc, text)
    for sentence in english(framework):
        yield from listed(PLAIN_JARGON, JARGON, sentence.loc, sentence.text)
        yield from matches(ENGLISH, sentence.loc, PAIRS.sub("these", sentence.text))


def negated(framework: Framework) -> Iterator[Finding]:
    """Two negations in a sentence, or one where people say whether they agree."""
    agreeing = any("agree" in option.code for option in framework.scale.options)
    for sentence in english(framework):
        double, single = DOUBLE.search(sentence.text), _NEGATION.search(sentence.text)
        if double:
            yield Finding(sentence.loc, TWICE_NEGATED, {"found": double[0]})
        elif single and agreeing:
            yield Finding(sentence.loc, NEGATION, {"found": single[0]})


def listed(kind: Kind, table: Mapping[str, str], loc: Loc, text: str) -> Iterator[Finding]:
    """The first word of a table that the text holds, with what to say in its place."""
    if not _any_of(tuple(table)).search(text):
        return
    for start, instead in table.items():
        match = re.search(rf"\b{start}\w*", text, re.IGNORECASE)
        if match:
            yield Finding(loc, kind, {"found": match[0], "instead": instead})
            return


@cache
def _any_of(starts: tuple[str, ...]) -> re.Pattern[str]:
    """All words of a table in one, for few texts hold any of them."""
    return re.compile(rf"\b(?:{'|'.join(starts)})", re.IGNORECASE)
