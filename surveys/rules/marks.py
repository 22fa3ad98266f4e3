"""Signs that do not belong in what people read: stops, quotes, spaces, code and shouting."""

import re
from collections.abc import Iterator

from surveys.faults import Kind
from surveys.files.tree import Loc
from surveys.framework import SOURCE_LANGUAGE, Framework
from surveys.rules.finding import Finding, warning
from surveys.rules.places import sentences, texts

Marks = tuple[tuple[Kind, re.Pattern[str]], ...]
"""Kinds of fault, each with the signs that give it away."""

ANYWHERE: Marks = (
    (
        Kind("markup", "“{found}” would be seen as it stands: marks of HTML are not read.", "Take it out."),
        re.compile(r"</?[A-Za-z][^<>]*>|&(?:[a-z]+|#\d+);"),
    ),
    (
        warning("markdown", "“{found}” would be seen as it stands.", "Write plain words without such marks."),
        re.compile(r"\*+|__+|`+|^#+ |\[[^\]]*\]\([^)]*\)"),
    ),
    (
        Kind("placeholder", "“{found}” would be seen as it stands: nothing is filled in.", "Write it out."),
        re.compile(r"[{}]+[^{}]*[{}]*|%\(?\w*\)?s\b|\bTODO\b|\bXX+\b|\blorem ipsum\b", re.IGNORECASE),
    ),
    (
        warning(
            "web-address",
            "“{found}” cannot be followed from a question.",
            "Say in words where to look, or put the address in the invitation.",
        ),
        re.compile(r"\bhttps?://\S+|\bwww\.\S+|\b[a-z0-9-]+\.(?:org|com|co|gov|nhs)(?:\.uk)?\b|\S+@\S+"),
    ),
    (
        warning("straight-quote", "“{found}” is a straight mark.", "Write “ ” for quotes and ’ in words."),
        re.compile(r"[\"'´]"),
    ),
    (
        warning("double-space", "Two spaces stand together.", "Keep one of them."),
        re.compile(r"[ \u00a0]{2,}"),
    ),
    (
        warning(
            "strange-space",
            "There is a space here that cannot be seen or that holds words together.",
            "Delete it and type a plain space.",
        ),
        re.compile(r"[\u00a0\u2000-\u200b\u202f\u2060\ufeff\u00ad\t\n]"),
    ),
    (
        warning("space-before-stop", "There is a space before “{found}”.", "Take the space out."),
        re.compile(r"(?<= )[.,;:](?!\d)"),
    ),
)
"""What is looked for in every text of every language. A title, an option and a theme are texts too."""

STATEMENTS: Marks = (
    (
        warning("double-stop", "“{found}” ends the sentence twice.", "Keep one full stop."),
        re.compile(r"[.,;:!?]{2,}"),
    ),
    (
        warning("exclamation", "An exclamation mark pushes people to one answer.", "Use a full stop."),
        re.compile(r"(?<![.,;:!?])!"),
    ),
    (
        warning(
            "question",
            "A statement asks a question, but the answers say how far people agree with it.",
            "Say it as a sentence that ends with a full stop.",
        ),
        re.compile(r"(?<![.,;:!?])[?؟]"),
    ),
    (
        warning("brackets", "“{found}” stands in brackets.", "Say it in the sentence, or leave it out."),
        re.compile(r"(?<!\])\([^)]*\)"),
    ),
    (
        warning(
            "several-sentences",
            "The statement has more than one sentence.",
            "Ask about one idea in one sentence.",
        ),
        re.compile(r"[.!?…؟۔।] +[^\W\d_a-z]"),  # “e.g. the garden” is one sentence
    ),
)
"""What is looked for in every statement of every language."""

ENGLISH: Marks = (
    (
        warning(
            "capitals", "“{found}” is in capital letters.", "Use small letters, which are easier to read."
        ),
        re.compile(r"\b[A-Z]+(?: [A-Z]+)+\b|\b[A-Z]{6,}\b"),
    ),
    (
        warning("digits", "“{found}” is written in digits.", "Write the number as a word, or leave it out."),
        re.compile(r"\d+"),
    ),
    (
        warning(
            "slash", "“{found}” leaves people to choose what is meant.", "Choose one word, or write “or”."
        ),
        re.compile(r"\b\w{2,}/\w{2,}\b"),
    ),
    (
        warning("ampersand", "“&” is not read aloud in the same way everywhere.", "Write “and”."),
        re.compile(r"&(?!#?\w+;)"),
    ),
    (
        warning("semicolon", "A semicolon joins two ideas.", "Ask about one of them."),
        re.compile(r"(?<!&..)(?<!&...)(?<!&....);"),  # not the end of “&amp;”
    ),
    (
        warning("small-start", "The sentence begins with a small letter.", "Begin with a capital letter."),
        re.compile(r"^[a-z]"),
    ),
)
"""What is looked for in every English statement."""

NO_STOP = warning("no-final-stop", "The statement has no full stop at its end.", "End it with a full stop.")


def strange_marks(framework: Framework) -> Iterator[Finding]:
    """Signs from the tables above, each kind told once a text."""
    for loc, text in texts(framework):
        yield from matches(ANYWHERE, loc, text)
    for sentence in sentences(framework):
        yield from matches(STATEMENTS, sentence.loc, sentence.text)
        if sentence.language == SOURCE_LANGUAGE:
            yield from matches(ENGLISH, sentence.loc, sentence.text)


def no_final_stop(framework: Framework) -> Iterator[Finding]:
    """A statement that ends with a letter, a digit or a comma, in any language."""
    for sentence in sentences(framework):
        if sentence.text[-1].isalnum() or sentence.text[-1] in ",;:–-":
            yield Finding(sentence.loc, NO_STOP)


def matches(table: Marks, loc: Loc, text: str) -> Iterator[Finding]:
    """A finding for each row of a table that the text holds; the fact is what was `found` first."""
    for kind, pattern in table:
        match = pattern.search(text)
        if match:
            yield Finding(loc, kind, {"found": match[0].strip()})
