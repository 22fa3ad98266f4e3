"""Every sentence of the booklet that is not the survey's own, in standard words and in Easy Read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from mir import i18n
from mir.paper.proxy_words import EASY_PROXY, ProxyWords
from surveys.framework import Presentation, Voice

LEADS = {
    Voice.PERSON: "Tell us about your support from {service}",
    Voice.FAMILY: "Tell us about the support your relative or friend gets from {service}",
    Voice.STAFF: "Tell us how it is to work for {service}",
    Voice.LEADER: "Tell us how you see {service}",
    Voice.PARTNER: "Tell us how you see {service}",
}
SUPPORTED = frozenset({Voice.PERSON, Voice.FAMILY})
"""Those who are told that support stays the same; the others, that nobody may hold it against them."""


@dataclass(frozen=True)
class ConditionWords:
    """How a condition is said. Braces are filled in."""

    only_question: str = "Only answer this question if {condition}. If not, leave it out."
    only_part: str = "Only answer this part if {condition}. If not, leave this part out."
    ticked: str = "you ticked {options} in question {number}"
    ticked_all: str = "you ticked all of these in question {number}: {options}"
    answered: str = "you answered question {number}"
    not_answered: str = "you did not answer question {number}"
    wrote: str = "you wrote {value} in question {number}"
    not_wrote: str = "you wrote something other than {value} in question {number}"
    compared: Mapping[str, str] = field(
        default_factory=lambda: {
            "<": "less than {value}",
            "<=": "{value} or less",
            ">": "more than {value}",
            ">=": "{value} or more",
        }
    )
    months: Mapping[str, str] = field(
        default_factory=lambda: {
            "<": "a month before {value}",
            "<=": "{value} or a month before it",
            ">": "a month after {value}",
            ">=": "{value} or a month after it",
        }
    )
    pair: Mapping[str, str] = field(
        default_factory=lambda: {
            "==": "your answers to questions {one} and {other} are the same",
            "!=": "your answers to questions {one} and {other} are not the same",
            "<": "your answer to question {one} comes before your answer to question {other}",
            "<=": "your answer to question {one} does not come after your answer to question {other}",
            ">": "your answer to question {one} comes after your answer to question {other}",
            ">=": "your answer to question {one} does not come before your answer to question {other}",
        }
    )
    counted: Mapping[str, str] = field(
        default_factory=lambda: {
            "==": "exactly {number} of these are true",
            "!=": "any number but {number} of these are true",
            "<": "fewer than {number} of these are true",
            "<=": "{number} or fewer of these are true",
            ">": "more than {number} of these are true",
            ">=": "{number} or more of these are true",
        }
    )
    untrue: str = "it is not true that {condition}"
    both: str = " and "
    either: str = " or "
    quoted: str = "‘{words}’"


@dataclass(frozen=True)
class PaperWords(ProxyWords):
    """The sentences of a booklet. The defaults are the standard words."""

    leads: Mapping[Voice, str] = field(default_factory=lambda: LEADS)
    """The title of the booklet, by who fills it in."""
    asks: str = "{organisation} asks you to take part."
    why: str = "We want to know what is good and what could be better."
    how_long: str = "There are {number} questions. They take about {minutes} minutes."
    free: str = "You do not have to do this. You can leave out any question."
    same_support: str = "Your support stays the same, whatever you say and whether you take part or not."
    not_held_against: str = "Nobody may treat you differently for taking part or for what you say."
    help_offered: str = "Somebody can help you. Choose somebody you trust."
    until: str = "Please give it back by {closes}."
    online_heading: str = "You can answer online instead"
    online: str = "Point the camera of a phone at the picture, or open this address:"
    online_code: str = "Then type this code:"
    online_single: str = "The code works once, for one person. Answer here or online, not both."
    online_shared: str = "Answer here or online, not both."
    qr_alt: str = "QR picture of the address {address}"

    before_heading: str = "Before you start"
    agree_heading: str = "It is your choice"
    agree: tuple[str, ...] = (
        "If you fill in this booklet, you agree that we count your answers.",
        "You can stop at any time.",
        (
            "If you change your mind, ask for your booklet back. You can do so until it has been typed in. "
            "After that nobody can tell which answers are yours."
        ),
    )
    agree_helped: tuple[str, ...] = (
        "Some people cannot decide about this alone. Then a person who knows them well can help.",
        "Whoever answers for somebody else says so under “Who helps you”.",
    )
    kept_heading: str = "What happens to your answers"
    kept: tuple[str, ...] = (
        "We do not ask your name. Please do not write it on this booklet.",
        (
            "Somebody at {organisation} types in your answers. They may know your handwriting. If you do not "
            "want that, answer online, or ask somebody else to write for you."
        ),
        "Your answers are mixed with other people’s. Results of fewer than {least} people are never shown.",
        "The code on the front only stops people from being counted twice. It is not kept with the answers.",
        "The paper is destroyed when the survey has closed.",
    )
    fill_heading: str = "How to fill it in"
    fill: tuple[str, ...] = (
        "Put a tick in the box beside your answer.",
        "Have you made a mistake? Cross out the words of the wrong answer, and tick the right box.",
        "The small numbers beside the boxes are for the person who types in your answers.",
    )

    help_heading: str = "Who helps you"
    tick_one: str = "Tick one box."
    tick_all: str = "Tick every box that fits."
    alone: str = "If you tick {options}, tick nothing else."
    rank: str = "Choose up to {top}. Write 1 in the box beside what matters most, then 2, and so on."
    write_number: str = "Write a number in the box."
    write_month: str = "Write the month and the year."
    month: str = "Month"
    year: str = "Year"
    write_here: str = "Write on the lines."
    or_tick: str = "Or tick one of these:"
    why_asked: str = "Why we ask:"
    more_heading: str = "More questions"

    comment: str = "Would you like to say more about “{part}”?"
    remember: str = (
        "Please do not write anybody’s name. If somebody is in danger, call 999 or tell someone now."
    )
    danger_heading: str = "Is somebody hurt or in danger?"
    danger: tuple[str, ...] = (
        "Tell someone now. Nobody reads this booklet straight away.",
        "Call 999 if there is danger now.",
        "If not, tell the person in charge, or phone your local council and ask for adult safeguarding.",
    )
    warning_heading: str = "Before you write in your own words"
    warning: tuple[str, ...] = (
        "The people at {organisation} who run this survey will read it, just as you write it.",
        "It is kept apart from your other answers. Please do not write anybody’s name.",
    )

    thanks_heading: str = "Thank you"
    give_back: str = "Please send or give this booklet to:"
    give_back_by: str = "We need it by {closes}."
    next_heading: str = "What happens next"
    next_facts: tuple[str, ...] = (
        "When the survey has closed, {service} gets a report of what everybody said together.",
        "You can ask {service} what people said, and what will change because of it.",
    )
    conditions: ConditionWords = field(default_factory=ConditionWords)


STANDARD = PaperWords()

EASY_READ = PaperWords(
    asks="{organisation} asks for your help.",
    why="We want to know what is good. We want to know what could be better.",
    how_long="There are {number} questions. This takes about {minutes} minutes.",
    free="You do not have to do this. You can miss out any question.",
    same_support="Your support stays the same.",
    not_held_against="No one will treat you badly because of this.",
    help_offered="Someone you trust can help you.",
    until="Please give it back by {closes}.",
    online_heading="You can do this online",
    online="Point your phone at the square. Or go to:",
    online_code="Then type this code:",
    online_single="The code works one time. Do it on paper or online. Do not do both.",
    online_shared="Do it on paper or online. Do not do both.",
    agree=(
        "Do you want to do this? Then fill in the booklet.",
        "That tells us you agree.",
        "You can stop at any time.",
        "Have you changed your mind? Ask us for your booklet back.",
        "We can give it back until we have typed it in.",
    ),
    agree_helped=("Is it hard to choose? Ask someone who knows you well.",),
    kept=(
        "Do not write your name.",
        "Someone at {organisation} will type in your answers.",
        "They may know your writing.",
        "Someone else can write for you if you want.",
        "We mix your answers with other people’s answers.",
        "We never show a group of fewer than {least} people.",
        "We do not keep the code with your answers.",
        "We destroy the paper when the survey ends.",
    ),
    fill=(
        "Put a tick in the box next to your answer.",
        "Did you make a mistake? Cross out the words.",
        "Then tick the right box.",
        "The small numbers are for the person who types.",
    ),
    help_heading="Who helps you?",
    tick_all="Tick all the boxes that are right for you.",
    rank="Choose up to {top}. Write 1 next to the most important. Then write 2.",
    comment="Do you want to say more about “{part}”?",
    remember="Please do not write any names. Is someone in danger? Call 999 or tell someone.",
    warning_heading="Before you write",
    warning=(
        "People at {organisation} will read what you write.",
        "We keep it away from your other answers.",
        "Please do not write any names.",
    ),
    danger_heading="Is someone hurt or in danger?",
    danger=(
        "Tell someone now. We do not read this straight away.",
        "Call 999 if there is danger now.",
        "Or tell the person in charge.",
        "Or phone your local council. Ask for the adult safeguarding team.",
    ),
    give_back="Please give this booklet to:",
    next_facts=(
        "When the survey ends, {service} gets a report.",
        "Ask them what people said. Ask what will change.",
    ),
    conditions=ConditionWords(
        only_question="Only answer this if {condition}. If not, miss it out.",
        only_part="Only answer this part if {condition}. If not, miss it out.",
    ),
    **EASY_PROXY,
)

_ENGLISH: Mapping[Presentation, PaperWords] = {
    Presentation.STANDARD: STANDARD,
    Presentation.EASY_READ: EASY_READ,
}


@cache
def paper_words(language: str, presentation: Presentation) -> tuple[PaperWords, str]:
    """The booklet's sentences, and the language they are really in: English where there is no other yet."""
    return i18n.translated(_ENGLISH[presentation], language), i18n.interface(language)
