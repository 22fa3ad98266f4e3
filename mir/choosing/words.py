"""Every sentence of the page where people put dots, in standard words and in Easy Read."""

from collections.abc import Mapping
from dataclasses import dataclass

from mir.i18n import Forms
from surveys.framework import Presentation


@dataclass(frozen=True)
class DotWords:
    """The sentences of the pages. The defaults are the standard words; braces are filled in by the page."""

    heading: str = "Choose together what to work on"
    dots: Forms = Forms(  # noqa: RUF009 - frozen
        ("You have 1 dot. Choose one thing.", "You have {number} dots. Choose up to {number} things.")
    )
    one_each: str = "Each thing can have one of your dots. You do not have to use them all."
    who_legend: str = "Who are you?"
    who_hint: str = "The two groups are counted apart, so that staff do not outvote people."
    who_people: str = "I draw on support, or I am family or a friend"
    who_staff: str = "I work here, or I help to run the service"
    wall_legend: str = "What matters most to you?"
    put: str = "Put my dots"
    kept_heading: str = "What is kept"
    kept: tuple[str, ...] = (
        "Only totals are kept: how many people of each group chose each thing.",
        "Your name and your device are not kept. Nothing says what one person chose.",
        "That a page was sent is noted until the dots are counted, so that it counts once.",
        "No page shows the dots before all are counted. Groups under {least} are not shown by themselves.",
        "The dots help people to talk. They are not a ballot: nobody checks who puts dots twice.",
    )
    choose_who: str = "Say who you are: choose one of the two"
    choose_some: str = "Choose one thing or more"
    too_many: str = "You chose {chosen} things. Choose at most {most}"
    changed: str = "The wall has changed since you opened this page. Look at it again, then choose"
    thanks_heading: str = "Your dots are on the wall"
    thanks: tuple[str, ...] = (
        "Thank you.",
        "When everybody has finished, the dots are counted and shown to all.",
    )
    another: str = "Somebody else wants to use this device"
    waiting_heading: str = "The dots have not begun yet"
    waiting: str = "Look at the wall and talk about it. When you are told to begin, open this page again."
    again: str = "Open this page again"
    over_heading: str = "The dots have been counted"
    over: str = "Nobody can put dots any more. The screen shows what people chose."
    agreed_heading: str = "What people chose together"
    better: str = "What would be better:"
    code_heading: str = "Put your dots"
    code_label: str = "The code on the screen"
    code_hint: str = "Eight letters and numbers, such as ABCD 2345."
    code_problem: str = "We do not know this code. Look at the screen and check each letter and number"
    go_on: str = "Go on"


STANDARD = DotWords()

EASY_READ = DotWords(
    heading="Choose together",
    dots=Forms(("You have 1 dot. Pick one thing.", "You have {number} dots. Pick up to {number} things.")),
    one_each="Only one dot on each thing.",
    who_hint="We count staff apart from people.",
    who_people="I get support, or I am family or a friend",
    who_staff="I work here",
    wall_legend="What do you want to be better?",
    kept=(
        "We only keep how many dots each thing got.",
        "We do not keep your name.",
        "We note that a page was sent, so that it counts once.",
        "Nobody can see what you picked.",
        "The dots help us to talk. We do not check who puts dots twice.",
    ),
    choose_who="Say who you are. Pick one",
    choose_some="Pick one thing or more",
    too_many="You picked {chosen} things. Pick {most} or fewer",
    changed="The wall is different now. Look at it again, then pick",
    thanks=("Thank you.", "We count all the dots when everybody is ready."),
    another="Somebody else wants to pick on this phone",
    waiting_heading="Please wait",
    waiting="It has not started yet. We will tell you when to start.",
    again="Look again",
    over_heading="We have counted the dots",
    over="You cannot put dots now. Look at the screen.",
    agreed_heading="We chose this together",
    code_hint="It looks like this: ABCD 2345.",
    code_problem="This code is not right. Look at the screen and try again",
)

_ENGLISH: Mapping[Presentation, DotWords] = {
    Presentation.STANDARD: STANDARD,
    Presentation.EASY_READ: EASY_READ,
}


def dot_words(presentation: Presentation) -> DotWords:
    """The English sentences in this presentation."""
    return _ENGLISH[presentation]
