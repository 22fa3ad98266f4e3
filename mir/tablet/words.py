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
    unfinished: Forms = Forms(  # noqa: RUF009 - frozen
        (
            "1 person has stopped. What they said waits here, locked, until it is sent.",
            "{number} people have stopped. What they said waits here, locked, until it is sent.",
        )
    )
    still_heading: str = "Are you still there?"
    no_hurry: str = "There is no hurry."
    still_deleted: str = "If nobody presses the button in 2 minutes, the answers on this tablet are deleted."
    still_kept: str = "If nobody presses the button in 2 minutes, only your four words lead to your answers."
    still_here: str = "I am still here"
    stop: str = "Stop, or come back later"
    stop_heading: str = "Do you want to stop?"
    stop_facts: tuple[str, ...] = (
        "To come back later, get four words first. Only they lead to your answers.",
        "If you stop without them, your answers are deleted. Nobody will see them.",
    )
    stop_now: str = "Stop and delete my answers"
    stop_for_now: str = "Stop, and come back later"
    words_facts: tuple[str, ...] = (
        "Write them down, and keep them to yourself. We cannot tell you them again.",
        "From now on this tablet keeps your answers, locked. Nobody can open them here.",
        "If this tablet breaks down, open it again. It sends us what you said.",
        "To carry on, open {address} and type the four words. This tablet needs the internet first.",
        "Once you send your answers, these words stop working.",
    )
    no_internet: str = "That needs the internet. Please try again later."
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
    not_kept: str = "The tablet could not keep your answers. Please tell the manager, and try again."


WORDS = TabletWords()

COUNTED = 101
"""So many sets of answers waiting on one tablet are counted in words; more are “100” in its place."""


def told(words: TabletWords) -> dict[str, list[str]]:
    """How many wait and how many were refused, in words: a tablet knows no plurals."""
    return {
        name: [forms.of(number).format(number=number) for number in range(COUNTED)]
        for name, forms in (
            ("waiting", words.waiting),
            ("unfinished", words.unfinished),
            ("refused", words.refused),
        )
    }
