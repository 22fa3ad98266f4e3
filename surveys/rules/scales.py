"""The scale: three to five answers, each with words and a picture of its own, and a middle."""

from collections.abc import Iterator

from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation
from surveys.rules.finding import Finding, repeated, warning
from surveys.symbols import PAGES

FEWEST, MOST = 3, 5
"""How many answers people can hold in mind (DOMAIN 5.4, R5)."""
OPTION_WORDS = 6

TOO_FEW = warning(
    "few-options", "There are {count} answers, which hides all that lies between.", "Offer three to five."
)
TOO_MANY = warning(
    "many-options", "There are {count} answers, more than people can hold in mind.", "Offer three to five."
)
NO_MIDDLE = warning(
    "no-middle",
    "With {count} answers there is none in the middle, so everybody must take a side.",
    "Offer an odd number, or be sure that this is meant.",
)
UNEVEN = warning(
    "positive-uneven",
    "{count} of {options} answers count as favourable, so the share says yes too easily.",
    "Set positive_from above the middle of the scale.",
)
SAME_WORDS = warning(
    "option-words-twice", "Another answer says “{name}” too.", "Give each answer its own words."
)
SAME_SYMBOL = warning(
    "option-symbol-twice", "Another answer has the symbol “{name}”.", "Give each answer its own picture."
)
PAGE_SYMBOL = warning(
    "option-symbol-taken",
    "“{name}” is the picture of something else on the page.",
    "Choose a picture that only stands for an answer.",
)
UNEQUAL = warning(
    "options-unequal",
    "This answer has no words in “{look}”, though others have, so people would be offered fewer answers.",
    "Add a line “{look}:”.",
)
BACKWARDS = warning(
    "options-backwards",
    "The answers seem to run from the best to the worst: “{first}” comes first.",
    "Write the least favourable answer first; its value is 1.",
)
LONG_OPTION = warning(
    "option-long", "The answer has {words} words.", "Use at most {most}, so that it can be read at a glance."
)
_GOOD = ("strongly agree", "always", "yes", "very good", "excellent", "very happy", "agree", "i agree a lot")


def number_of_options(framework: Framework) -> Iterator[Finding]:
    """Too few answers, too many, none in the middle, or most of them favourable."""
    count, where = len(framework.scale.options), ("scale", "options")
    if count < FEWEST:
        yield Finding(where, TOO_FEW, {"count": count})
    elif count > MOST:
        yield Finding(where, TOO_MANY, {"count": count})
    if count >= FEWEST and count % 2 == 0:
        yield Finding(where, NO_MIDDLE, {"count": count})
    favourable = count + 1 - framework.scale.positive_from
    if 2 * favourable > count:
        yield Finding(("scale", "positive_from"), UNEVEN, {"count": favourable, "options": count})


def options_alike(framework: Framework) -> Iterator[Finding]:
    """Two answers with the same words or the same picture, or a picture that means something else."""
    options = framework.scale.options
    for look in Presentation:
        words = (
            (("scale", "options", place, "words", look), option.words[look].get(SOURCE_LANGUAGE))
            for place, option in enumerate(options)
            if look in option.words
        )
        yield from repeated(SAME_WORDS, words)
    symbols = [(("scale", "options", place, "symbol"), one.symbol) for place, one in enumerate(options)]
    yield from repeated(SAME_SYMBOL, symbols)
    for loc, name in symbols:
        if name in PAGES:
            yield Finding(loc, PAGE_SYMBOL, {"name": name})


def options_unequal(framework: Framework) -> Iterator[Finding]:
    """An answer without words in a presentation in which others have some."""
    known = {look for option in framework.scale.options for look in option.words}
    for place, option in enumerate(framework.scale.options):
        for look in (look for look in Presentation if look in known - set(option.words)):
            yield Finding(("scale", "options", place, "words"), UNEQUAL, {"look": look})


def options_backwards(framework: Framework) -> Iterator[Finding]:
    """A scale that begins with its best answer."""
    option = framework.scale.options[0]
    for look, text in option.words.items():
        first = text.get(SOURCE_LANGUAGE, "")
        if first.lower() in _GOOD:
            yield Finding(("scale", "options", 0, "words", look), BACKWARDS, {"first": first})


def option_long(framework: Framework) -> Iterator[Finding]:
    """An answer of many words."""
    for place, option in enumerate(framework.scale.options):
        for look, text in option.words.items():
            count = len(text.get(SOURCE_LANGUAGE, "").split())
            if count > OPTION_WORDS:
                where = ("scale", "options", place, "words", look)
                yield Finding(where, LONG_OPTION, {"words": count, "most": OPTION_WORDS})
