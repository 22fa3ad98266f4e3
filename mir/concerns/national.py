"""Telephone lines that anybody can call, each with its source and the day it was looked up."""

from dataclasses import dataclass

from surveys.framework import Voice

CHECKED = "28 November 2026"
PEOPLE = frozenset({Voice.PERSON, Voice.FAMILY})
WORKERS = frozenset({Voice.STAFF, Voice.LEADER, Voice.PARTNER})
EVERYONE = PEOPLE | WORKERS


@dataclass(frozen=True)
class Line:
    """A telephone line. `hours` is when somebody answers; `source` is where the number stands."""

    name: str
    what: str
    easy: str
    """The same in Easy Read."""
    phone: str
    hours: str
    voices: frozenset[Voice]
    source: str


LINES: tuple[Line, ...] = (
    Line(
        "Hourglass",
        "For older people who are being hurt or treated badly, and those who worry about them.",
        "They help older people who are hurt or treated badly.",
        "0808 808 8141",
        "Day and night. It is free.",
        PEOPLE,
        "https://wearehourglass.org",
    ),
    Line(
        "Learning Disability Helpline",
        "For people with a learning disability and their families. Mencap runs it.",
        "They help people with a learning disability.",
        "0808 808 1111",
        "On weekdays. It is free.",
        PEOPLE,
        "https://www.mencap.org.uk",
    ),
    Line(
        "Care Quality Commission",
        "It checks care services in England. Tell it about care that is not safe or not good.",
        "They check care services. Tell them about bad care.",
        "03000 616161",
        "Monday to Friday, 8:30am to 5:30pm.",
        EVERYONE,
        "https://www.cqc.org.uk/contact-us",
    ),
    Line(
        "Protect",
        "Free advice on speaking up about something wrong at work. It is apart from your employer.",
        "They help you speak up about something wrong at work.",
        "020 3117 2520",
        "On weekdays. What you say stays private.",
        WORKERS,
        "https://protect-advice.org.uk",
    ),
    Line(
        "Samaritans",
        "When you need somebody to talk to.",
        "You can talk to them about how you feel.",
        "116 123",
        "Day and night. It is free.",
        EVERYONE,
        "https://www.samaritans.org",
    ),
)


def lines_for(voice: Voice | None) -> tuple[Line, ...]:
    """The lines for this voice; where we do not know who is asking, all of them."""
    return tuple(line for line in LINES if voice is None or voice in line.voices)
