"""Every sentence of the answering pages, in standard words."""

from dataclasses import dataclass

from mir.respond.again_words import AgainWords
from mir.respond.alone_words import AloneWords
from mir.respond.card_words import CardWords
from mir.respond.look_words import LookWords
from mir.respond.welcome_words import WelcomeWords


@dataclass(frozen=True)
class Words(WelcomeWords, CardWords, LookWords, AloneWords, AgainWords):
    """The sentences of the pages. The defaults are the standard words; braces are filled in by the page."""

    skip_link: str = "Skip to the main part"
    about: str = "About {service}"
    next: str = "Next"
    back: str = "Back"
    skip: str = "Skip"
    error: str = "Error"
    look_again: str = "Please look at this page again"
    worried: str = "I am worried, or not safe"
    leave: str = "Leave this page quickly"
    switch_to_easy: str = "Change to Easy Read"
    switch_to_standard: str = "Change to standard words"

    stop: str = "Stop, and come back later"
    stop_heading: str = "Stop here, and come back later"
    stop_facts: tuple[str, ...] = (
        "Everything on the pages before is kept.",
        "In this browser you can carry on with your code at any time until {closes}.",
        "To carry on anywhere else, you need four words. They lead to your answers and to nothing else.",
        "Whoever has the words can see and change your answers until you send them. Keep them to yourself.",
    )
    make_words: str = "Give me four words"
    make_again: str = "Give me other words"
    words_heading: str = "Your four words"
    words_facts: tuple[str, ...] = (
        "Write them down. We do not keep them, and we cannot tell you them again.",
        "To carry on, open {address} and type the four words.",
        "If you ask for other words, these stop working.",
    )
    carry_on_now: str = "Carry on now"
    have_words: str = "I have four words"
    have_code: str = "I have a code"
    back_heading: str = "Come back with your four words"
    back_label: str = "Type your four words"
    back_hint: str = "With a space between them. The first four letters of each are enough."
    back_button: str = "Find my answers"
    four_words: str = "Type all four words, with a space between them"
    unknown_words: str = "We do not know these words. Check each of them"
    take_back_heading: str = "Your answers have been sent"
    take_back_facts: tuple[str, ...] = (
        "They cannot be seen or changed any more.",
        "You can take them back until {closes}. Then they are deleted and count for nothing.",
        "A code that works once stays used.",
    )
    take_back: str = "Delete my answers"
    keep_them: str = "Leave them as they are"
    taken_heading: str = "Your answers are deleted"
    taken_facts: tuple[str, ...] = ("Nothing you answered or wrote is left.", "Nobody is told.")
    receipt_heading: str = "If you change your mind"
    receipt: str = (
        "Keep these four words. With them you can take your answers back until {closes}. "
        "Nobody else can find them."
    )
    receipt_how: str = "Open {address} and type the four words."

    progress: str = "Question {number} of {total}"
    progress_most: str = "Question {number} of at most {total}"
    other_questions: str = "Other questions"
    because: str = "Why we ask:"
    how_much: str = "How far do you agree?"
    does_not_apply: str = "This does not apply to me"
    does_not_apply_here: str = "This does not apply"
    prefer_not: str = "I don’t know, or I would rather not say"
    choose_or_skip: str = "Choose one answer, or press Skip"
    choose_some: str = "You can choose more than one"
    choose_some_or_skip: str = "Choose one answer or more, or press Skip"
    write_or_skip: str = "Write your answer, or press Skip"
    write_number_or_skip: str = "Write a number, or press Skip"
    write_month_or_skip: str = "Choose a month and write the year, or press Skip"
    rank_or_skip: str = "Choose what comes first, or press Skip"
    number_between: str = "Write a whole number from {least} to {most}, in figures"
    either: str = "You chose “{answer}” together with something else. Keep one or the other"
    choose_month: str = "Choose the month"
    write_year: str = "Write the year with four figures, such as 2024"
    ranked_twice: str = "You chose “{answer}” twice. Choose something else, or leave one empty"
    your_answer: str = "Your answer"
    your_number: str = "Number"
    between: str = "From {least} to {most}"
    month: str = "Month"
    year: str = "Year"
    nothing_here: str = "Choose"
    rank_hint: str = "Choose up to {top}. Put what matters most first"
    ranks: tuple[str, ...] = (
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    )  # fmt: skip
    yes: str = "Yes"
    no: str = "No"
    unsure: str = "I am not sure"
    or_else: str = "or"
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

    consent_heading: str = "Do you want to take part?"
    consent_facts: tuple[str, ...] = (
        "{organisation} asks so that it can see what is good at {service} and what should change.",
        "It is your choice. Nothing about your support or your work changes, whatever you decide.",
        "You can skip any question, and you can stop whenever you like.",
        "You can talk it over with somebody first.",
    )
    consent_helper: str = "Are you here to help somebody?"
    consent_helper_facts: tuple[str, ...] = (
        "Explain what this is in the way that works best for them. Take your time.",
        "Only go on if they want to. A shake of the head or turning away means no.",
        "Nobody here decides whether a person can answer. If they can tell you some of it, that is enough.",
    )
    consent_yes: str = "Yes, I want to take part"
    consent_no: str = "No, thank you"
    declined_heading: str = "That is fine"
    declined: tuple[str, ...] = (
        "We have kept nothing. Nobody is told that you said no.",
        "If you change your mind, use your code again.",
    )

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
    proxy_view: str = "You are answering for the person. Answer as you think they would."
    proxy_own_words: str = (
        "You are answering for the person. “I” and “me” mean the person. Answer as you think they would."
    )
    choose_help: str = "Choose one answer"
    choose_helper: str = "Tell us who is helping you, or choose “I would rather not say”"

    parked_heading: str = "These answers will not be sent"
    parked: str = (
        "You answered these before. They are not asked any more, because of another answer. "
        "If you change that answer, they come back."
    )
    not_asked_now: str = "That question is not asked now, because of another answer. Nothing is lost"

    check_heading: str = "Check your answers"
    check_intro: tuple[str, ...] = ("You can change any of them before you send.",)
    help_row: str = "Help with answering"
    change: str = "Change"
    skipped: str = "You skipped this one. That is fine."
    you_wrote: str = "You wrote:"
    before_sending: str = "When you are ready"
    sending_facts: tuple[str, ...] = (
        "When you send, your answers are mixed with other people’s.",
        "After that nobody here can tell which are yours, so you cannot see or change them.",
        "You get four words. With them, and only with them, you can take your answers back until the end.",
    )
    send: str = "Send my answers"
    nothing_to_send: str = "There is nothing to send yet. Answer one question or more"

    thanks_heading: str = "Thank you"
    thanks_lead: str = "Your answers have been sent."
    next_heading: str = "What happens next"
    thanks_facts: tuple[str, ...] = (
        "Your answers are now mixed with the answers of other people. Nobody here can tell which are yours.",
        "The survey is open until {closes}. After that, {service} gets a report of what everybody said.",
        "You can ask {service} what people said, and what will change because of it.",
    )
    lately_heading: str = "What changed because of what people said"
    changed_link: str = "See what changed because of what people said"
    changed_all: str = "Read all that has changed"
    changed_heading: str = "You said, we did"
    changed_lead: str = "This is what changed at {service} because of what people said."
    changed_none: str = "There is nothing to read here yet."
    you_said: str = "You said:"
    we_did: str = "We did:"
    close_page: str = "You can close this page now."
    somebody_else: str = "Somebody else wants to answer here"
