"""Answers that their page may not show: the picture that shows them again, and what such a page brings."""

import hashlib
import json
from collections.abc import Sequence

from mir.respond.alone_words import AloneWords
from mir.respond.draft import PageAnswer
from surveys.own.meant import Answer

LONGEST_MARK = 64
PICTURES = frozenset(slug for slug, _ in AloneWords().pictures)
MOST_TRIES = 2  # of six pictures: whoever guesses is wrong two times in three, and then for good


def after_trying(alone: Sequence[str], picture: str) -> list[str]:
    """What is kept once this picture was tried: nothing where it is the right one, in time."""
    mine, *tried = alone or [""]
    if not mine or (picture == mine and tries_left(alone)):
        return []
    anew = picture in PICTURES and picture not in alone and tries_left(alone)
    return [mine, *tried, picture] if anew else [mine, *tried]


def tries_left(alone: Sequence[str]) -> int:
    """How many pictures may still be tried."""
    return max(0, MOST_TRIES - len(alone[1:]))


def mark(answer: Answer | None) -> str:
    """A short text that tells one answer from another; nothing for no answer. A page carries it along."""
    if answer is None:
        return ""
    text = answer if isinstance(answer, str) else json.dumps(answer)
    return text if len(text) <= LONGEST_MARK else hashlib.sha256(text.encode()).hexdigest()


def over_hidden(page: PageAnswer, stored: Answer | None, stored_comment: str) -> PageAnswer:
    """A page that could not show what is kept takes nothing away, and never asks between two answers.

    What it brings anew takes the place of what is kept; what it held already when it was made does not.
    """
    anew = page.answer is not None and mark(page.answer) != page.seen
    said = page.comment and page.comment != page.seen_comment
    return PageAnswer(
        page.code,
        page.answer if anew else stored,
        page.comment if said else stored_comment,
        mark(stored),
        stored_comment,
        page.by_proxy,
    )
