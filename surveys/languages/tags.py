"""Languages by their tags: which way each is written, what it falls back to, what it calls itself."""

from surveys.framework import SOURCE_LANGUAGE

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages that are written from right to left unless their tag names another script."""

RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"})
RIGHT_TO_LEFT_PLACES = frozenset({"pa-pk", "uz-af"})
"""Languages that are written from right to left in one country and from left to right in another."""

_SCRIPT = 4  # the letters of a script's name in a tag, as in pa-arab


def direction(language: str) -> str:
    """`rtl` or `ltr`, from the tag alone; the script in the tag comes before the language."""
    tag = parts(language)
    for part in tag[1:]:
        if len(part) == _SCRIPT and part.isalpha():
            return "rtl" if part in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if tag[0] in RIGHT_TO_LEFT or "-".join(tag[:2]) in RIGHT_TO_LEFT_PLACES else "ltr"


def fallbacks(language: str) -> tuple[str, ...]:
    """The tags to look under, one after the other: cy-gb, cy, then the source language.

    The script is kept in mind: what is asked for in one script is never shown in
    the script in which the language is written by default.
    """
    tag = parts(language)
    tags = ("-".join(tag[:length]) for length in range(len(tag), 0, -1))
    near = [tag for tag in tags if direction(tag) == direction(language)]
    return (*near, *(() if SOURCE_LANGUAGE in near else (SOURCE_LANGUAGE,)))


def parts(language: str) -> list[str]:
    """The parts of a tag in small letters: cy_GB is cy, gb."""
    return language.lower().replace("_", "-").split("-")
