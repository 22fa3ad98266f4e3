"""Every sentence of the page for somebody who is worried or not safe, in standard words and in Easy Read."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.framework import Presentation


@dataclass(frozen=True)
class SafeWords:
    """The sentences of the page. The defaults are the standard words; braces are filled in by the page."""

    heading: str = "Are you worried, or not safe?"
    lead: str = "You can tell somebody. You do not have to finish the questions first."
    danger: str = "Is somebody hurt or in danger now?"
    danger_call: str = "Call 999. It is free."
    call_heading: str = "People you can call"
    council: str = (
        "Your local council has a team that keeps adults safe. "
        "Look on the council’s website for “adult safeguarding”, or ask for that team by phone."
    )
    message_heading: str = "Send a message to {name}"
    message_facts: tuple[str, ...] = (
        "{name} is the {about} for {service}. Nobody else reads your message here.",
        "It is not part of your answers. It is kept apart from them.",
        "Nobody reads it straight away. If it cannot wait, please call.",
        "If somebody is being hurt, {name} has to pass on what you write to people who can stop it.",
    )
    outside_facts: tuple[str, ...] = (
        "{name} is the {about}. {name} does not manage {service}.",
        "Nobody who manages {service} sees your message here.",
        "It is not part of your answers. It is kept apart from them.",
        "Nobody reads it straight away. If it cannot wait, please call.",
        "If somebody is being hurt, {name} has to pass on what you write to people who can stop it.",
    )
    no_message: str = "You cannot send a message from here yet. Please call one of these numbers."
    no_outside: str = (
        "{service} has not named anybody outside its management who reads messages. "
        "Please call one of these numbers. They do not work for {organisation}."
    )
    text_label: str = "What are you worried about?"
    reach_label: str = "How can {name} reach you? You can leave this out"
    reach_hint: str = "For example your name and phone number. Without it you get no reply."
    send: str = "Send this message"
    look_again: str = "Please look at this page again"
    error: str = "Error"
    write_something: str = "Write what you are worried about, or call one of the numbers"
    too_long: str = "You wrote {length} characters. Please make it shorter: at most {most}"
    sent_heading: str = "Your message has been sent"
    sent_facts: tuple[str, ...] = (
        "{name} will read it. We cannot say when.",
        "If it cannot wait, please call one of the numbers.",
    )
    back: str = "Go back to the questions"
    away: str = "Go back"
    numbers: str = "Show me the numbers again"


STANDARD = SafeWords()

EASY_READ = SafeWords(
    lead="You can tell someone now.",
    danger="Is someone hurt or in danger now?",
    call_heading="People you can call",
    council="Or call your local council. Ask for the adult safeguarding team.",
    message_facts=(
        "{name} is the {about}.",
        "Only {name} reads your message here.",
        "It is not part of your answers.",
        "No one reads it straight away.",
        "If you need help now, please call.",
        "If someone is being hurt, {name} has to tell people who can stop it.",
    ),
    outside_facts=(
        "{name} is the {about}.",
        "{name} does not manage {service}.",
        "Only {name} reads your message here.",
        "It is not part of your answers.",
        "No one reads it straight away.",
        "If someone is being hurt, {name} has to tell people who can stop it.",
    ),
    no_message="You cannot send a message here. Please call someone.",
    no_outside="You cannot send a message here. Please call. These people do not work for {organisation}.",
    text_label="What are you worried about?",
    reach_label="How can {name} reach you?",
    reach_hint="You can leave this out. Then you get no reply.",
    look_again="Please look again",
    write_something="Write what you are worried about. Or call someone",
    too_long="You wrote {length} letters and spaces. Please make it shorter. {most} is the most",
    sent_heading="We have your message",
    sent_facts=("{name} will read it.", "We do not know when.", "If you need help now, please call."),
    numbers="Show me the phone numbers",
)

_WORDS: Mapping[Presentation, SafeWords] = {
    Presentation.STANDARD: STANDARD,
    Presentation.EASY_READ: EASY_READ,
}


def safe_words(presentation: Presentation) -> SafeWords:
    """The sentences in this presentation."""
    return _WORDS[presentation]
