"""Codes: each has one meaning, and no two look alike on paper."""

from collections.abc import Iterator

from surveys.faults import Kind
from surveys.framework import Framework
from surveys.rules.finding import Finding, repeated, warning
from surveys.rules.places import statements, themes

RESERVED = ("not_answered", "prefer_not", "does_not_apply", "not_asked")
"""The names of the states, which no option may take."""

_LOOKS = str.maketrans({"l": "1", "o": "0", "z": "2", "s": "5", "b": "8", "_": None})
"""Characters that are taken for another in print or by a keying hand."""

THEME_TWICE = Kind("theme-code-twice", "“{name}” is the code of another theme.", "Give each its own, once.")
STATEMENT_TWICE = Kind(
    "statement-code-twice", "“{name}” is the code of another statement.", "Give each its own, once."
)
OPTION_TWICE = Kind(
    "option-code-twice", "“{name}” is the code of another option.", "Give each its own, once."
)
OPTION_RESERVED = Kind(
    "option-code-reserved",
    "“{name}” means that a statement has no answer, so it cannot be an option.",
    "Choose another code for the option.",
)
STATEMENT_RESERVED = warning(
    "statement-code-reserved",
    "“{name}” is the name of a state or an option, so it is misread in a table of answers.",
    "Choose another code for the statement.",
)
LOOK_ALIKE = warning(
    "codes-look-alike",
    "“{code}” looks like “{other}” on paper.",
    "Choose a code that cannot be taken for another.",
)
AWAY_FROM_THEME = warning(
    "code-of-another-theme",
    "“{code}” begins with “{other}”, the code of another theme.",
    "Begin it with “{theme}”, or check that it stands in the right theme.",
)


def theme_code_twice(framework: Framework) -> Iterator[Finding]:
    """Two themes with one code."""
    return repeated(THEME_TWICE, (((*loc, "code"), theme.code) for loc, theme in themes(framework)))


def statement_code_twice(framework: Framework) -> Iterator[Finding]:
    """Two statements with one code, in one theme or in two."""
    return repeated(STATEMENT_TWICE, (((*loc, "code"), one.code) for loc, one in statements(framework)))


def option_code_twice(framework: Framework) -> Iterator[Finding]:
    """Two options with one code."""
    options = enumerate(framework.scale.options)
    return repeated(OPTION_TWICE, ((("scale", "options", place, "code"), one.code) for place, one in options))


def option_code_reserved(framework: Framework) -> Iterator[Finding]:
    """An option named like one of the states."""
    for place, option in enumerate(framework.scale.options):
        if option.code in RESERVED:
            yield Finding(("scale", "options", place, "code"), OPTION_RESERVED, {"name": option.code})


def statement_code_reserved(framework: Framework) -> Iterator[Finding]:
    """A statement named like a state or like an option."""
    taken = {*RESERVED, *(option.code for option in framework.scale.options)}
    for loc, statement in statements(framework):
        if statement.code in taken:
            yield Finding((*loc, "code"), STATEMENT_RESERVED, {"name": statement.code})


def codes_look_alike(framework: Framework) -> Iterator[Finding]:
    """Two different codes that are hard to tell apart, as wi1 and wil."""
    seen: dict[str, str] = {}
    for loc, statement in statements(framework):
        other = seen.setdefault(statement.code.translate(_LOOKS), statement.code)
        if other != statement.code:
            yield Finding((*loc, "code"), LOOK_ALIKE, {"code": statement.code, "other": other})


def code_of_another_theme(framework: Framework) -> Iterator[Finding]:
    """A statement whose code begins like those of another theme, and not like its own."""
    codes = [theme.code for theme in framework.themes]
    for loc, statement in statements(framework):
        own = codes[int(loc[1])]
        others = [code for code in codes if code != own and statement.code.startswith(code)]
        if others and not statement.code.startswith(own):
            facts = {"code": statement.code, "other": max(others, key=len), "theme": own}
            yield Finding((*loc, "code"), AWAY_FROM_THEME, facts)
