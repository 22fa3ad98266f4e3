"""The sentences that only a shared tablet says, in plain words for everybody; braces are filled in."""

from dataclasses import dataclass

from mir.i18n import Forms


@dataclass(frozen=True)
class TabletWords:
    """The start page, the question whether somebody is there, stopping, and what waits on the device."""

    heading: str = "Who is answering?"
    lead: str = "Press one to start. You will not see anybody else’s answers."
    who: tuple[tuple[str, str], ...] = (
        ("person", "I get support here"),
        ("family", "My relative or friend gets support here"),
        ("staff", "I work here"),
        ("leader", "I lead or manage here"),
        ("partner", "I work with this service"),
    )
    ready: str = "This tablet now works without the internet too."
    not_ready: str = "Keep the internet on until this tablet is ready."
    waiting: Forms = Forms(  # noqa: RUF009 - frozen
        (
            "1 person’s answers are waiting to be sent.",
            "{number} people’s answers are waiting to be sent.",
        )
    )
    refused: Forms = Forms(  # noqa: RUF009 - frozen
        (
            "1 person’s answers could not be sent. Please tell the manager.",
            "{number} people’s answers could not be sent. Please tell the manager.",
        )
    )
    still_heading: str = "Are you still there?"
    still_facts: tuple[str, ...] = (
        "There is no hurry.",
        "If nobody presses the button in 2 minutes, the answers on this tablet are deleted.",
    )
    still_here: str = "I am still here"
    stop: str = "Stop"
    stop_heading: str = "Do you want to stop?"
    stop_facts: tuple[str, ...] = (
        "Your answers are deleted from this tablet if you stop.",
        "Nobody will see them.",
    )
    stop_now: str = "Stop and delete my answers"
    before_sending: tuple[str, ...] = (
        "When you send, your answers are locked. Nobody here can see or change them.",
        "They are mixed with other people’s answers. You cannot take them back after that.",
    )
    sent_lead: str = "Your answers are finished and locked."
    sent_facts: tuple[str, ...] = (
        "They are sent when this tablet has the internet. Until then they wait here.",
        "They are mixed with other people’s answers. Then nobody can tell which are yours.",
    )
    no_message: str = "You cannot send a message from this tablet. Please call one of these numbers."
    not_kept: str = "The tablet could not keep your answers. Please tell the manager, and press Send again."


WORDS = TabletWords()

COUNTED = 101
"""So many sets of answers waiting on one tablet are counted in words; more are “100” in its place."""


def told(words: TabletWords) -> dict[str, list[str]]:
    """How many wait and how many were refused, in words: a tablet knows no plurals."""
    return {
        name: [forms.of(number).format(number=number) for number in range(COUNTED)]
        for name, forms in (("waiting", words.waiting), ("refused", words.refused))
    }
