"""A draft as a page sees it, and what a page brings to it."""

from dataclasses import dataclass

from surveys.framework import Presentation, Voice
from surveys.own.meant import Answer

ASKED_ALOUD = "phone"
"""How answers came that an interviewer asked for and typed in: by telephone, or face to face."""
FOR_THE_PERSON = "answered_for_me"


def by_proxy(voice: Voice | str, help_: str) -> bool:
    """Whether somebody else answers for the person. A family speaks for itself, helped or not."""
    return voice == Voice.PERSON and help_ == FOR_THE_PERSON


@dataclass(frozen=True)
class DraftView:
    """A draft as a page sees it."""

    round_id: str
    voice: Voice
    edition_hash: str
    presentation: Presentation
    language: str
    help: str
    helper: str | None
    answers: dict[str, Answer]
    comments: dict[str, str]
    version: int
    sent: bool
    hidden: bool
    """Whether the person answers by themselves now, so that no page shows what they said."""
    tries: int
    """How often a picture may still be tried to show it again."""
    how: str

    @property
    def by_proxy(self) -> bool:
        """Whether somebody else answers for the person."""
        return by_proxy(self.voice, self.help)


@dataclass(frozen=True)
class PageAnswer:
    """What one page brings back. `seen` is the mark of the answer that stood there when it was made."""

    code: str
    answer: Answer | None
    comment: str
    seen: str
    seen_comment: str
    by_proxy: bool = False
    """Whether the page asked somebody who answers for the person."""


@dataclass(frozen=True)
class Helped:
    """What help a person had (`none`, `read_to_me` …) and from whom."""

    help: str
    helper: str | None
