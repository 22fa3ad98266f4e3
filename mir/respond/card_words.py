"""The sentences of the anonymity card, in standard words and in Easy Read; braces are filled in."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CardWords:
    """What is kept, for how long, and who sees it. The defaults are the standard words."""

    card_heading: str = "What we keep"
    card_link: str = "What we keep, and who sees it"
    card_back: str = "Go back"
    card_parts: tuple[tuple[str, str], ...] = (
        ("kept", "What we keep"),
        ("hints", "What could hint at who you are"),
        ("not_kept", "What we do not keep"),
        ("until", "For how long"),
        ("seen", "Who sees it"),
        ("never", "What nobody is shown"),
    )
    hints_why: str = "If few people are like you, these could hint at who you are:"
    levels: tuple[tuple[str, str], ...] = (
        (
            "anonymous",
            "Your answers are anonymous: once they are mixed, nothing we keep leads from them to you.",
        ),
        (
            "confidential",
            "Your answers are confidential: they could be traced, and nobody is shown whose they are.",
        ),
        ("identified", "Your answers are identified: they say who they are from."),
    )
    kept: tuple[tuple[str, str], ...] = (
        ("answers", "Your answers."),
        ("comment", "What you write in your own words, kept apart from your answers."),
        ("theme", "Which part of the survey you wrote about."),
        (
            "whose",
            "Beside what you write: whether somebody answered for you, unless fewer than {mixed} people did.",
        ),
        ("voice", "Whether you draw on support, are family, work here or lead."),
        ("presentation", "Whether you read Easy Read or standard words."),
        ("language", "In which language you read."),
        ("how", "Whether you used the web, a tablet or paper, or somebody asked you, such as by phone."),
        ("help", "What help you had, and whether from family, staff or somebody else."),
        ("round", "Which survey it is, and of which service."),
        ("key", "A random number for each set of answers. It says nothing."),
        ("words", "If you asked for four words: a box that only those words open."),
        ("box", "Until they are mixed: your answers, locked away."),
        ("secret", "Until they are mixed: a mark, so that your browser finds your answers again."),
        ("version", "Until they are mixed: how often you saved."),
        ("sent", "Until they are mixed: whether you have sent them."),
        (
            "address",
            "If your link came by email: your address and code, locked away until the last reminder.",
        ),
        ("code", "The codes that let people start."),
        ("used", "Whether a code was used. Not with which answers."),
        ("taken", "Until the survey closes: a mark for answers sent from a tablet, so they count once."),
    )
    not_kept: tuple[tuple[str, str], ...] = (
        ("name", "We do not ask your name."),
        ("time", "We do not keep the time."),
        ("device", "We do not keep which phone or computer you use."),
        ("code", "We do not keep which code your answers came with."),
    )
    mixing: tuple[str, ...] = (
        "When you have sent your answers, we mix them with other people’s.",
        "Nobody can tell then which are yours.",
    )
    not_mixed: tuple[str, ...] = ("We cannot promise that nobody could find out which answers are yours.",)
    together: tuple[str, ...] = (
        "{organisation} sees what people said together, never a group of fewer than {least} people.",
    )
    with_comments: tuple[str, ...] = (
        "{organisation} can read what you write in your own words, but not your answers beside it.",
    )
    until_sent: tuple[str, ...] = (
        "Until you send, anybody who uses this browser could carry on with your answers.",
    )
    on_tablet: tuple[str, ...] = (
        "This tablet forgets your answers when you stop, or when nobody touches it for a while.",
        "If you get four words, it keeps your answers, locked. Only the words lead to them.",
        "Answers you have sent may wait on it, locked, until it has the internet. Only our site opens them.",
        "Answers sent from a shared tablet cannot be taken back.",
    )
    how_long: tuple[str, ...] = (
        "Answers that you do not send are deleted when the survey is closed. It is open until {closes}.",
        "This browser remembers where your answers are until you send them, for {days} days at most.",
        "Answers and comments that are mixed stay. Nobody can find yours to take them out.",
    )
    could_read: tuple[str, ...] = (
        "Answers wait, locked, until {others} or more people like you have sent theirs too.",
        "Whoever runs the computers has the key, so they could read what waits. They must not.",
        "If fewer than {mixed} people like you answer, yours are mixed with fewer others.",
    )
    never_shown: tuple[str, ...] = (
        "What one person answered.",
        "Who wrote which comment.",
        "Any group of fewer than {least} people.",
    )


EASY_CARD: dict[str, Any] = {
    "card_heading": "What we keep",
    "card_link": "What we keep and who sees it",
    "card_back": "Go back",
    "card_parts": (
        ("kept", "What we keep"),
        ("hints", "What could tell who you are"),
        ("not_kept", "What we do not keep"),
        ("until", "How long we keep it"),
        ("seen", "Who sees it"),
        ("never", "What no one is shown"),
    ),
    "hints_why": "There may be few people like you. Then these could tell who you are:",
    "levels": (
        ("anonymous", "Your answers are anonymous. After we mix them, no one can tell which are yours."),
        ("confidential", "Your answers are private. But someone could find out which are yours."),
        ("identified", "Your name is with your answers."),
    ),
    "kept": (
        ("answers", "Your answers."),
        ("comment", "What you write. We keep it away from your answers."),
        ("theme", "Which part of the survey you wrote about."),
        ("whose", "If someone answered for you and wrote. Not if fewer than {mixed} people did."),
        ("voice", "If you get support, are family, work here or are a boss."),
        ("presentation", "If you read Easy Read or standard words."),
        ("language", "Your language."),
        ("how", "If you used the web, a tablet or paper. If someone asked you, like on the phone."),
        ("help", "If someone helped you. If it was family or staff."),
        ("round", "Which survey it is. Which service it is about."),
        ("key", "A number made by chance. It says nothing about you."),
        ("words", "If you asked for 4 words: a box. Only your words open it."),
        ("box", "Before we mix: your answers, locked away."),
        ("secret", "Before we mix: a mark so this browser can find them."),
        ("version", "Before we mix: how many times you saved."),
        ("sent", "Before we mix: if you have sent them."),
        (
            "address",
            "If we sent you an email: your address and code, locked away. Later we delete them.",
        ),
        ("code", "The codes that let people start."),
        ("used", "If a code was used. Not which answers."),
        ("taken", "If you used a tablet: a mark so we count you 1 time."),
    ),
    "not_kept": (
        ("name", "We do not ask your name."),
        ("time", "We do not keep the time."),
        ("device", "We do not keep which phone or computer you use."),
        ("code", "We do not keep your code with your answers."),
    ),
    "mixing": (
        "You send your answers. Then we mix them with other people’s answers.",
        "Then no one can tell which are yours.",
    ),
    "not_mixed": ("Someone could find out which answers are yours.",),
    "together": (
        "{organisation} sees what people said together.",
        "They never see a group of fewer than {least} people.",
    ),
    "with_comments": ("{organisation} can read what you write.", "They do not see your answers next to it."),
    "until_sent": ("Before you send, other people who use this browser can see your answers.",),
    "on_tablet": (
        "This tablet forgets your answers if you stop.",
        "If you get 4 words, it keeps them, locked.",
        "Only the words find your answers.",
        "Answers you send may wait here, locked.",
        "They come to us when there is internet.",
        "You cannot delete answers after you send them.",
    ),
    "how_long": (
        "If you do not send your answers, we delete them when the survey closes.",
        "The survey is open until {closes}.",
        "This browser can find your answers until you send. {days} days is the most.",
        "We keep mixed answers. No one can find yours to take them out.",
    ),
    "could_read": (
        "Your answers wait, locked, for {others} or more other people’s answers.",
        "The people who run the computers have the key.",
        "They could read answers that wait. They must not.",
        "If fewer than {mixed} people answer, we mix your answers with fewer.",
    ),
    "never_shown": (
        "What one person said.",
        "Who wrote which words.",
        "Any group of fewer than {least} people.",
    ),
}
