"""The sentences about who answers, the person or somebody for them, where that changes half-way."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class AgainWords:
    """Keeping answers and who gave them, or deleting them and starting again."""

    again_heading: str = "Whose answers are these?"
    again_now_proxy: tuple[str, ...] = (
        "Until now the person gave the answers. From now on somebody would answer for them.",
    )
    again_now_own: tuple[str, ...] = (
        "Until now somebody answered for the person. From now on the person would give the answers.",
    )
    again_number: str = "Answers so far:"
    again_choice: tuple[str, ...] = (
        "We count the two apart, so one set of answers cannot be both.",
        "You can keep the answers, and leave it as it was. You can go on with them, and send them.",
        "Or you can delete them for good, and start again.",
    )
    again_keep: str = "Keep them, and leave it as it was"
    again_delete: str = "Delete them, and start again"
    help_hidden: str = (
        "Answers are hidden here, and they are the person’s own. Show them first, or leave this as it was"
    )
    who_answers_changed: str = (
        "It was changed in another window who answers. Read the question again, then press Next"
    )


EASY_AGAIN: Mapping[str, Any] = {
    "again_now_proxy": (
        "The person gave these answers.",
        "Now you say: someone answers for them.",
    ),
    "again_now_own": (
        "Someone gave these answers for the person.",
        "Now you say: the person answers.",
    ),
    "again_choice": (
        "We do not mix the two.",
        "You can keep the answers. Then we change nothing.",
        "Or you can delete them and start again.",
    ),
    "again_keep": "Keep them",
    "again_delete": "Delete them and start again",
    "help_hidden": "Your answers are hidden. Show them first. Or change nothing here",
    "who_answers_changed": "Something changed in another window. Read this again. Then press Next",
}
