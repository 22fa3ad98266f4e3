"""Words with places to fill: the service, the organisation, and numbers in the right plural."""

import re
from collections.abc import Callable, Mapping

from surveys.own.question import Plural

PLACES = ("service", "organisation")
"""What may stand between curly brackets in the words of a survey's own questions and sections."""

_PLACE = re.compile(r"\{(\w*)\}")


def places(line: str) -> tuple[str, ...]:
    """The places in a line, in order."""
    return tuple(_PLACE.findall(line))


def filled(line: str, names: Mapping[str, str]) -> str:
    """The line with each known place filled; anything else in brackets stays as it is.

    Not `str.format`, which would let the words of a survey reach into the values.
    """
    return _PLACE.sub(lambda found: names.get(found[1], found[0]), line)


def counted(forms: Mapping[Plural, str], number: int, category: Callable[[int], str]) -> str:
    """A number with its unit in the right form: “1 year”, “3 years”.

    `category` gives the CLDR plural category of a number in the language of the
    forms, as `babel.Locale.plural_form` does. Where that form is missing the form
    “other” is used, which `own_faults` asks for.
    """
    form = forms.get(Plural(category(number)), forms[Plural.OTHER])
    return filled(form, {"n": f"{number:,}"})
