"""The sentences of the front page and the welcome, which everybody reads alike; braces are filled in."""

from dataclasses import dataclass

from mir.i18n import Forms


@dataclass(frozen=True)
class WelcomeWords:
    """What this is, how long it takes and how to begin."""

    language_heading: str = "Language"
    draft: str = "This {language} is a draft. Nobody who speaks it well has checked it yet."
    missing: str = "The questions are not in {language} yet. They are in {other}."
    mixed: str = "The questions are in {language}. The rest of these pages is not yet."

    front_heading: str = "Tell us how it is for you"
    front_lead: str = "Here you can say what is good about your support, and what is not."
    front_code: tuple[str, ...] = ("To start, you need a code.", "It is on your letter, card or message.")
    code_problem: str = "Your code"
    code_label: str = "Type your code"
    code_hint: str = "It has 8 letters and numbers, like ABCD 2345."
    code_missing: str = "Type your code. It is on your letter, card or message."
    code_unknown: str = "We do not know that code. Check each letter and number."
    start: str = "Start"
    no_code_heading: str = "You do not have a code?"
    no_code: str = "Ask the people who support you, or the place where you work."
    sign_in: str = "Sign in to run a survey"

    leads: tuple[tuple[str, str], ...] = (
        ("person", "Tell us about your support from {service}"),
        ("family", "Tell us about the support your relative or friend gets from {service}"),
        ("staff", "Tell us how it is to work for {service}"),
        ("leader", "Tell us how you see {service}"),
        ("partner", "Tell us how you see {service}"),
    )
    wants: str = "{organisation} wants to know what is good and what could be better."
    how_many: Forms = Forms(("There is 1 question.", "There are {number} questions."))  # noqa: RUF009 - frozen
    at_most: Forms = Forms(  # noqa: RUF009 - frozen
        ("There is at most 1 question.", "There are at most {number} questions.")
    )
    takes: str = "It takes about {minutes} minutes."
    free: str = "You do not have to do this. You can skip any question."
    come_back: str = "You can stop and come back, with this browser, until {closes}."
    can_help: str = "Somebody can help you if you want."
    begun_heading: str = "Somebody has started here already"
    begun: str = "Is it you? Then you can carry on."
    carry_on: str = "Carry on"
    begin_again_heading: str = "Are you somebody else?"
    begin_again: str = "Start again with no answers. The answers from before will be left out."
    ways_heading: str = "How do you want to read the questions?"
    ways: tuple[tuple[str, str], ...] = (
        ("standard", "Start in Standard words"),
        ("easy_read", "Start in Easy Read"),
    )
    only_way: tuple[tuple[str, str], ...] = (
        ("standard", "Start: Standard words"),
        ("easy_read", "Start: Easy Read"),
    )
    ways_about: tuple[tuple[str, str], ...] = (
        ("standard", "Ordinary words and type."),
        ("easy_read", "Short, easy words. Bigger type and pictures."),
    )
    change_later: str = "You can change this at any question."
    who_sees: str = "Who will see what you say"
