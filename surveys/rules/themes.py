"""Themes: enough statements for a score, in every voice, under names of their own."""

from collections.abc import Iterator

from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation, Voice
from surveys.rules.finding import Finding, repeated, warning
from surveys.rules.places import statements, themes
from surveys.symbols import SYMBOLS

OF_ONE = warning(
    "theme-of-one",
    "The theme “{theme}” has one statement, and one answer is a poor score.",
    "Add a second statement, or move this one to another theme.",
)
WITHOUT_VOICE = warning(
    "theme-without-voice",
    "The theme “{theme}” asks “{voice}” nothing, though others do.",
    "Word a statement of this theme for them.",
)
ONE_FOR_VOICE = warning(
    "theme-of-one-for-voice",
    "The theme “{theme}” asks “{voice}” one statement, and one answer is a poor score.",
    "Word a second statement of this theme for them.",
)
MIXED = warning(
    "reversed-among-others",
    "“{code}” is scored backwards among statements that are not, so people must read with special care.",
    "Say it the other way round, or put backwards statements in a theme of their own.",
)
NAME_TWICE = warning("theme-name-twice", "Another theme is called “{name}”.", "Give each its own name.")
SUBTITLE_SAME = warning(
    "subtitle-repeats-name", "The subtitle repeats the name “{name}”.", "Say what the theme is about."
)
LONG_NAME = warning(
    "theme-name-long", "The name has {words} words, too many for a chart.", "Use at most {most}."
)
NAME_WORDS = 8
HEADING_STOP = warning(
    "heading-stop", "The heading ends with “{found}”.", "Headings have no stop at the end; take it out."
)
UNDRAWN = warning(
    "symbol-unknown",
    "There is no drawing called “{name}”, so no picture is shown.",
    "Choose a symbol that is drawn.",
)
SHARED_SYMBOL = warning(
    "theme-symbol-twice", "Another theme has the symbol “{name}”.", "Give each theme its own picture."
)


def few_statements(framework: Framework) -> Iterator[Finding]:
    """A theme that has one statement, in all or for a voice, or none for a voice that others ask."""
    asked = {voice for _, statement in statements(framework) for voice in statement.wordings}
    for loc, theme in themes(framework):
        if len(theme.statements) == 1:
            yield Finding(loc, OF_ONE, {"theme": theme.code})
        for voice in (voice for voice in Voice if voice in asked):
            count = sum(voice in statement.wordings for statement in theme.statements)
            facts = {"theme": theme.code, "voice": voice}
            if count == 0:
                yield Finding(loc, WITHOUT_VOICE, facts)
            elif count == 1 < len(theme.statements):
                yield Finding(loc, ONE_FOR_VOICE, facts)


def reversed_among_others(framework: Framework) -> Iterator[Finding]:
    """A backwards statement in a theme where most others run forwards."""
    for loc, theme in themes(framework):
        if not all(statement.reverse for statement in theme.statements):
            for place, statement in enumerate(theme.statements):
                if statement.reverse:
                    where = (*loc, "statements", place, "reverse")
                    yield Finding(where, MIXED, {"code": statement.code})


def theme_names(framework: Framework) -> Iterator[Finding]:
    """Names of themes that are not their own, that are too long, or that end like sentences."""
    for look in Presentation:
        known = (
            ((*loc, "name", look), theme.name[look].get(SOURCE_LANGUAGE))
            for loc, theme in themes(framework)
            if look in theme.name
        )
        yield from repeated(NAME_TWICE, known)
    for loc, theme in themes(framework):
        for look, text in theme.name.items():
            name = text.get(SOURCE_LANGUAGE, "")
            if len(name.split()) > NAME_WORDS:
                facts = {"words": len(name.split()), "most": NAME_WORDS}
                yield Finding((*loc, "name", look), LONG_NAME, facts)
            if name and theme.subtitle.get(look, {}).get(SOURCE_LANGUAGE) == name:
                yield Finding((*loc, "subtitle", look), SUBTITLE_SAME, {"name": name})


def heading_stop(framework: Framework) -> Iterator[Finding]:
    """A theme's name or subtitle, or an option, that ends with a stop."""
    headings = [
        ((*loc, part), wording)
        for loc, theme in themes(framework)
        for part, wording in (("name", theme.name), ("subtitle", theme.subtitle))
    ]
    headings += [
        (("scale", "options", place, "words"), option.words)
        for place, option in enumerate(framework.scale.options)
    ]
    for loc, wording in headings:
        for look, text in wording.items():
            for language, line in text.items():
                if line[-1] in ".,;:":
                    yield Finding((*loc, look, language), HEADING_STOP, {"found": line[-1]})


def symbol_unknown(framework: Framework) -> Iterator[Finding]:
    """A symbol that nobody has drawn."""
    named = [((*loc, "symbol"), theme.symbol) for loc, theme in themes(framework)]
    named += [((*loc, "symbol"), one.symbol) for loc, one in statements(framework) if one.symbol]
    named += [
        (("scale", "options", place, "symbol"), option.symbol)
        for place, option in enumerate(framework.scale.options)
    ]
    for loc, name in named:
        if name not in SYMBOLS:
            yield Finding(loc, UNDRAWN, {"name": name})


def theme_symbol_twice(framework: Framework) -> Iterator[Finding]:
    """Two themes with one picture."""
    symbols = (((*loc, "symbol"), theme.symbol) for loc, theme in themes(framework))
    return repeated(SHARED_SYMBOL, symbols)
