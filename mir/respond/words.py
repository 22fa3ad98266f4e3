"""Every sentence of the answering pages, in standard words and in Easy Read: one room to translate."""

from collections.abc import Mapping
from dataclasses import dataclass

from mir.respond.card_words import EASY_CARD, CardWords
from surveys.framework import Presentation, Text, Wording


@dataclass(frozen=True)
class Words(CardWords):
    """The sentences of the pages. The defaults are the standard words; braces are filled in by the page."""

    skip_link: str = "Skip to the main part"
    about: str = "About {service}"
    next: str = "Next"
    back: str = "Back"
    skip: str = "Skip"
    error: str = "Error"
    look_again: str = "Please look at this page again"
    switch_to_easy: str = "Change to Easy Read"
    switch_to_standard: str = "Change to standard words"

    progress: str = "Question {number} of {total}"
    how_much: str = "How far do you agree?"
    does_not_apply: str = "This does not apply to me"
    does_not_apply_here: str = "This does not apply"
    prefer_not: str = "I don’t know, or I would rather not say"
    choose_or_skip: str = "Choose one answer, or press Skip"
    two_answers: str = (
        "You gave a different answer in another window. Choose the one you want, then press Next"
    )
    there: str = "In the other window: {answer}"
    here: str = "On this page: {answer}"
    nothing_chosen: str = "no answer"
    comment_there: str = "You wrote in the other window:"

    say_more: str = "I want to say more"
    say_more_label: str = "What would you like to say?"
    say_more_facts: tuple[str, ...] = (
        "The people at {organisation} who run this survey will read it, just as you write it.",
        "We keep it apart from your other answers. Please do not write anybody’s name.",
    )
    danger_heading: str = "Is somebody hurt or in danger?"
    danger: tuple[str, ...] = (
        "Tell someone now. Nobody reads this page straight away.",
        "Call 999 if there is danger now.",
        "If not, tell the person in charge, or phone your local council and ask for adult safeguarding.",
    )
    too_long: str = "You wrote {length} characters. Please make it shorter: at most {most}"

    help_heading: str = "Is anybody helping you with these questions?"
    help_why: str = "You can have help. It does not matter which answer you choose."
    help_choices: tuple[tuple[str, str], ...] = (
        ("none", "No, I am doing it on my own"),
        ("read_to_me", "Somebody reads the questions to me"),
        ("wrote_for_me", "I say my answers and somebody writes them"),
        ("answered_with_me", "Somebody and I decide the answers together"),
        ("answered_for_me", "Somebody answers for me"),
    )
    helper_heading: str = "If somebody is helping, who is it?"
    helper_hint: str = "Leave this out if you are doing it on your own."
    helper_choices: tuple[tuple[str, str], ...] = (
        ("family", "A relative or friend"),
        ("staff", "Somebody who works for {service}"),
        ("independent", "Somebody else, such as an advocate or a volunteer"),
        ("unknown", "I would rather not say"),
    )
    choose_help: str = "Choose one answer"
    choose_helper: str = "Tell us who is helping you, or choose “I would rather not say”"

    check_heading: str = "Check your answers"
    check_intro: tuple[str, ...] = ("You can change any of them before you send.",)
    help_row: str = "Help with answering"
    change: str = "Change"
    skipped: str = "You skipped this one. That is fine."
    you_wrote: str = "You wrote:"
    before_sending: str = "When you are ready"
    sending_facts: tuple[str, ...] = (
        "When you send, your answers are mixed with other people’s.",
        "After that nobody can tell which are yours, so you cannot change them or take them back.",
    )
    send: str = "Send my answers"
    nothing_to_send: str = "There is nothing to send yet. Answer one question or more"

    thanks_heading: str = "Thank you"
    thanks_lead: str = "Your answers have been sent."
    next_heading: str = "What happens next"
    thanks_facts: tuple[str, ...] = (
        "Your answers are now mixed with the answers of other people. Nobody can tell which are yours.",
        "The survey is open until {closes}. After that, {service} gets a report of what everybody said.",
        "You can ask {service} what people said, and what will change because of it.",
    )
    close_page: str = "You can close this page now."
    somebody_else: str = "Somebody else wants to answer here"


STANDARD = Words()

EASY_READ = Words(
    look_again="Please look again",
    switch_to_easy="Change to Easy Read",
    switch_to_standard="Change to standard words",
    how_much="Do you agree?",
    does_not_apply="This is not about me",
    does_not_apply_here="This does not fit",
    prefer_not="I don’t know or I don’t want to say",
    choose_or_skip="Choose one answer or press Skip",
    two_answers="You have 2 different answers. Choose the one you want. Then press Next",
    there="In the other window: {answer}",
    comment_there="In the other window you wrote:",
    say_more="I want to say more",
    say_more_label="What do you want to say?",
    say_more_facts=(
        "People at {organisation} will read what you write.",
        "We keep it away from your other answers.",
        "Please do not write any names.",
    ),
    danger_heading="Is someone hurt or in danger?",
    danger=(
        "Tell someone now.",
        "Call 999 if there is danger now.",
        "Or tell the person in charge.",
        "Or phone your local council. Ask for the adult safeguarding team.",
        "We do not read this page straight away.",
    ),
    too_long="You wrote {length} letters and spaces. Please make it shorter. {most} is the most",
    help_heading="Is someone helping you?",
    help_why="You can have help. All of these are fine.",
    help_choices=(
        ("none", "No. I do it on my own"),
        ("read_to_me", "Yes. They read to me"),
        ("wrote_for_me", "Yes. They write for me"),
        ("answered_with_me", "Yes. We answer together"),
        ("answered_for_me", "Yes. They answer for me"),
    ),
    helper_heading="Who is helping you?",
    helper_hint="Miss this out if no one is helping you.",
    helper_choices=(
        ("family", "My family or a friend"),
        ("staff", "Staff from {service}"),
        ("independent", "Someone else, like an advocate"),
        ("unknown", "I don’t want to say"),
    ),
    choose_help="Choose one answer",
    choose_helper="Tell us who is helping you. Or choose “I don’t want to say”",
    check_heading="Look at your answers",
    check_intro=("You can change any answer.", "Press Change next to it."),
    help_row="Is someone helping you?",
    skipped="You skipped this. That is fine.",
    you_wrote="You wrote:",
    before_sending="Are you ready?",
    sending_facts=(
        "We mix your answers with other people’s answers.",
        "No one will know which ones are yours.",
        "After you send them you cannot change them.",
    ),
    nothing_to_send="You have no answers to send yet. Answer one question or more",
    thanks_lead="We have your answers.",
    thanks_facts=(
        "Your answers are mixed with other people’s answers.",
        "No one can tell which ones are yours.",
        "People can answer until {closes}.",
        "Then {service} will get a report.",
        "Ask them what people said. Ask what will change.",
    ),
    close_page="You can close this page now.",
    somebody_else="Someone else wants to answer here",
    **EASY_CARD,
)

_BY_LANGUAGE: Mapping[tuple[str, Presentation], Words] = {
    ("en", Presentation.STANDARD): STANDARD,
    ("en", Presentation.EASY_READ): EASY_READ,
}


def words_for(language: str, presentation: Presentation) -> Words:
    """The interface in this language and presentation; English where it is not translated yet."""
    return _BY_LANGUAGE.get((language, presentation)) or _BY_LANGUAGE["en", presentation]


def said(text: Text, language: str) -> str:
    """The sentence in this language, or in English, or in the first language there is."""
    return text.get(language) or text.get("en") or next(iter(text.values()))


def put(wording: Wording, presentation: Presentation, language: str) -> str:
    """The wording in this presentation, or in the first there is: a question is never left empty."""
    return said(wording.get(presentation) or next(iter(wording.values())), language)
