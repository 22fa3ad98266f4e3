"""What the pages for making a survey call things."""

from surveys.framework import Presentation
from surveys.own.question import Kind

KIND_WORDS = {
    Kind.ONE_CHOICE: ("One answer from a list", "Which meal do you like best?"),
    Kind.SEVERAL_CHOICES: ("Several answers from a list", "What helps you to sleep? Choose all that do."),
    Kind.SCALE: ("A scale", "How is the food? From very bad to very good."),
    Kind.YES_NO_UNSURE: ("Yes, no or not sure", "Do you have a key to your room?"),
    Kind.NUMBER: ("A number", "How many days a week do you go out?"),
    Kind.SHORT_TEXT: ("A few words", "What do you like to be called?"),
    Kind.LONG_TEXT: ("A longer answer", "What would make this a better place?"),
    Kind.RANK_TOP: ("The most important, in order", "Which three things matter most to you?"),
    Kind.MONTH: ("A month and a year", "When did you come to live here?"),
    Kind.GRID: ("The same scale for several things", "How are: the food, the garden, the activities?"),
}
"""What each way of answering is called, with an example."""

LOOK_WORDS = {Presentation.STANDARD: "Standard words", Presentation.EASY_READ: "Easy Read"}

LANGUAGE_WORDS = {"en": "English", "cy": "Welsh", "ur": "Urdu"}

OTHER_PARTS = {
    Presentation.STANDARD: {"en": "Some more questions"},
    Presentation.EASY_READ: {"en": "More questions"},
}
"""What the part with a survey's own questions is called until somebody says otherwise."""

PLACE_WORDS = {
    "title": "title",
    "about": "what it is about",
    "voices": "who is asked",
    "presentations": "ways to read it",
    "languages": "languages",
    "comments": "comments",
    "statements": "statements",
    "only": "statements for some groups only",
    "questions": "own questions",
    "sections": "parts",
    "wordings": "words",
    "words": "words",
    "options": "answers",
    "rows": "rows",
    "hint": "hint",
    "proxy": "words for whoever answers for the person",
    "reason": "reason",
    "show_if": "when it is asked",
    "introduction": "introduction",
    "asks": "what is asked in it",
    "kind": "how it is answered",
    "standard": "standard words",
    "easy_read": "Easy Read",
    "person": "people",
    "family": "families",
    "staff": "staff",
    "leader": "leaders",
    "partner": "partners",
}
"""What a name in a survey's file is called on a page."""

FIXES = {
    "own-without-reason": "Open the question and write under “Why do you ask?”.",
    "own-incomplete": "Open the question and add what is missing.",
    "own-text-about-you": "Offer answers to choose from, or take the tick off “About the person”.",
    "own-not-worded": "Open the question and write the words for each way of reading it.",
    "own-no-english": "Open the question and write the English words.",
    "own-asks-nobody": "Open the question and tick who is asked.",
    "section-missing": "Open the parts and press “Put the rest in the last part”.",
}
"""What to do about a fault on these pages, where the file's own advice speaks of lines."""
