"""XLSForm’s expressions worked out by other software: the XPath 1.0 of libxml2, with the functions of ODK."""

import re
from collections.abc import Mapping

from lxml import etree  # type: ignore[import-untyped]


def _text(value: object) -> str:
    if isinstance(value, list):
        return str(value[0].text or "") if value else ""
    return str(value)


_FUNCTIONS = {
    (None, "selected"): lambda _, answer, choice: str(choice) in _text(answer).split(),
    (None, "count-selected"): lambda _, answer: float(len(_text(answer).split())),
    (None, "selected-at"): lambda _, answer, place: ([*_text(answer).split(), *[""] * 9])[int(place)],
    (None, "if"): lambda _, condition, one, other: one if condition else other,
    # Days as numbers in order, as engines hold dates; an answer is written so in `holds_there`.
    (None, "date"): lambda _, day: float(_text(day).replace("-", "")),
}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def holds_there(expression: str, answers: Mapping[str, str]) -> bool:
    """Whether an expression is true for these answers, by name; an empty text where nobody answered."""
    data = etree.Element("data")
    for name, answer in answers.items():
        etree.SubElement(data, name).text = answer.replace("-", "") if _DAY.fullmatch(answer) else answer
    path = re.sub(r"[$][{](\w+)[}]", r"/data/\1", expression)
    return bool(etree.ElementTree(data).xpath(f"boolean({path})", extensions=_FUNCTIONS))
