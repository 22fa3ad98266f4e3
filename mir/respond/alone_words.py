"""The sentences of answering by oneself, hidden from whoever helps, in standard words and Easy Read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class AloneWords:
    """Hiding the answers, and showing them again with a picture."""

    alone_button: str = "I want to answer by myself"
    alone_heading: str = "Answer by yourself"
    alone_facts: tuple[str, ...] = (
        "We hide the answers you have given, and the ones you give from now on.",
        "Nobody who looks at these pages can see them. You can still change them and send them.",
        "Press one picture, and remember it. It is the only way to see your answers again.",
        "If you forget it, your answers stay hidden. You can still send them.",
    )
    alone_helper: str = "Are you helping? Please look away now, and stay away until you are called."
    alone_choose: str = "Press your picture"
    alone_back: str = "No, do not hide my answers"
    pictures: tuple[tuple[str, str], ...] = (
        ("sun", "Sun"),
        ("tree", "Tree"),
        ("house", "House"),
        ("cup", "Cup"),
        ("fish", "Fish"),
        ("star", "Star"),
    )
    hidden_note: str = "Your answers are hidden."
    hidden_answer: str = "You answered this. It is hidden."
    hidden_anew: str = "If you answer again, your new answer takes its place. If not, press Next."
    hidden_show: str = "Show my answers"
    show_heading: str = "Show your answers again"
    show_facts: tuple[str, ...] = (
        "Press the picture that you chose. You can try two pictures.",
        "If somebody is helping, press it only if they may see your answers.",
    )
    show_wrong: str = "That is not your picture. Your answers stay hidden. You can try one more"
    show_never: str = "Your answers stay hidden until the end. You can still change them and send them."
    show_back: str = "Keep them hidden"


EASY_ALONE: Mapping[str, Any] = {
    "alone_facts": (
        "We hide all your answers.",
        "No one who looks here can see them.",
        "You can still change them.",
        "You can still send them.",
        "Press a picture. Remember it.",
        "You need it to see your answers again.",
        "If you forget it, you can still send your answers.",
    ),
    "alone_helper": "Are you helping? Please look away now.",
    "alone_back": "No, go back",
    "hidden_anew": "You can answer again. Or press Next.",
    "show_heading": "See your answers again",
    "show_facts": (
        "Press your picture.",
        "You can try 2 pictures.",
        "Is someone helping you? They will see your answers too.",
    ),
    "show_wrong": "That is not your picture. You can try one more",
    "show_never": "Your answers stay hidden. You can still change them and send them.",
}
