"""Words made alike, so that a heading or an answer is known again however a program wrote it."""

import re
import unicodedata

_SAME = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "\u200b": "",
        "\ufeff": "",
    }
)
_FINAL = " .,:;!?*…"
_NUMBERING = re.compile(r"(?:q(?:uestion)?[ ]?)?[0-9]{1,3}[ ]?[.:)\-][ ]?")


def alike(text: str) -> str:
    """The text without what programs change: case, white space, kinds of quotes and dashes, final marks."""
    text = unicodedata.normalize("NFKC", text.translate(_SAME)).casefold()
    return " ".join(text.split()).strip(_FINAL)


def unnumbered(text: str) -> str:
    """A text already made alike, without a number before it: “1. ”, “q1: ”, “question 3 - ”."""
    return _NUMBERING.sub("", text, count=1) if _NUMBERING.match(text) else text


def quoted(text: str, most: int = 60) -> str:
    """The text as it is shown in a fault: on one line, in quotation marks, cut if it is long."""
    line = " ".join(text.split())
    return f"“{line[:most]}…”" if len(line) > most else f"“{line}”"
