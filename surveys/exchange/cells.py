"""What a cell says: an option, a state, or nothing; anything else is refused with the reason."""

import re

from surveys.answers import STATES, codes
from surveys.edition import Edition
from surveys.exchange.mapping import WideMapping
from surveys.exchange.words import alike, quoted
from surveys.faults import Fault, FaultyFileError
from surveys.framework import Presentation, Voice

UNANSWERED = ""
"""What `Answers.read` gives for a cell without an answer."""

_STATE_WORDS = {
    "does not apply": "does_not_apply",
    "doesn't apply": "does_not_apply",
    "does not apply to me": "does_not_apply",
    "not applicable": "does_not_apply",
    "n/a": "does_not_apply",
    "prefer not to say": "prefer_not",
    "i prefer not to say": "prefer_not",
    "i'd rather not say": "prefer_not",
    "don't know": "prefer_not",
    "i don't know": "prefer_not",
    "do not know": "prefer_not",
    "i do not know": "prefer_not",
    "does_not_apply": "does_not_apply",
    "prefer_not": "prefer_not",
    "": UNANSWERED,
    "not answered": UNANSWERED,
    "no answer": UNANSWERED,
    "not_answered": UNANSWERED,
    "not asked": UNANSWERED,
    "not_asked": UNANSWERED,
}
_VOICES = {
    Voice.PERSON: (
        "person",
        "i use support",
        "i draw on support",
        "i get support",
        "a person who draws on support",
    ),
    Voice.FAMILY: (
        "family",
        "family member",
        "a family member",
        "relative",
        "unpaid carer",
        "family or friend",
    ),
    Voice.STAFF: ("staff", "member of staff", "staff member", "support worker", "care worker", "i work here"),
    Voice.LEADER: ("leader", "manager", "registered manager", "director", "board member", "trustee"),
    Voice.PARTNER: ("partner", "partner organisation", "visiting professional", "health professional"),
}
VOICE_WORDS = {words: voice for voice, phrases in _VOICES.items() for words in phrases}
PRESENTATION_WORDS = {
    "standard": Presentation.STANDARD,
    "plain words": Presentation.STANDARD,
    "easy_read": Presentation.EASY_READ,
    "easy read": Presentation.EASY_READ,
    "": Presentation.STANDARD,
}
_WHOLE = re.compile(r"([0-9]{1,3})(?:[.,]0{1,6})?")
_LISTED = re.compile(r"ao?0*([0-9]{1,3})")
_FORMULA = re.compile(r"[=+@]|-[^0-9 .]")


class UnreadableCellError(Exception):
    """A cell that is not an answer. The text is the reason, a whole sentence."""


class Answers:
    """The answers that an edition knows, by everything they may be called."""

    def __init__(self, edition: Edition, mapping: WideMapping) -> None:
        options = edition.scale.options
        self._by_number = {option.value: option.code for option in options}
        self._known: dict[str, str] = dict(_STATE_WORDS)
        self._known |= {alike(option.code): option.code for option in options}
        words: dict[str, set[str]] = {}
        for option in options:
            for text in option.words.values():
                for line in text.values():
                    words.setdefault(alike(line), set()).add(option.code)
        self._known |= {word: min(meant) for word, meant in words.items()}
        self._unclear = {word for word, meant in words.items() if len(meant) > 1} - set(mapping.answers)
        self._known |= _mapped(edition, mapping)
        self._read: dict[str, str] = {}

    def read(self, cell: str) -> str:
        """The option's code, the state, or UNANSWERED. Raises UnreadableCellError."""
        if cell not in self._read:
            self._read[cell] = self._meaning(cell)
        return self._read[cell]

    def _meaning(self, cell: str) -> str:
        word = alike(cell)
        if word in self._unclear:
            raise UnreadableCellError(f"{quoted(cell)} could mean two different answers.")
        if word in self._known:
            return self._known[word]
        number = _WHOLE.fullmatch(word) or _LISTED.fullmatch(word)
        if number and int(number[1]) in self._by_number:
            return self._by_number[int(number[1])]
        raise UnreadableCellError(self._reason(cell, word))

    def _reason(self, cell: str, word: str) -> str:
        if word == "-oth-":
            return "“-oth-” means that the person wrote an answer of their own."
        if _FORMULA.match(cell.strip()):
            return f"{quoted(cell)} looks like a formula, and a formula is not an answer."
        if word.replace(".", "", 1).replace(",", "", 1).isdecimal():
            return f"{quoted(cell)} is not a whole number from 1 to {len(self._by_number)}."
        return f"{quoted(cell)} is not one of the answers."


def _mapped(edition: Edition, mapping: WideMapping) -> dict[str, str]:
    """The mapping's answers. Raises FaultyFileError for a code that the edition does not have."""
    known = dict.fromkeys(STATES, UNANSWERED) | {code: code for code in codes(edition)}
    source = mapping.source
    faults = tuple(
        Fault(
            source.file,
            source.line_of(("answers",)),
            f"“{code}” is not the code of an answer.",
            f"Use one of these: {', '.join(codes(edition))}, not_answered.",
        )
        for code in sorted(set(mapping.answers.values()) - set(known))
    )
    if faults:
        raise FaultyFileError(faults)
    return {answer: known[code] for answer, code in mapping.answers.items()}
