"""What a booklet asks, as values: parts, numbered questions, boxes, and the key that stands for each box."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from surveys.answers import SPOKEN_STATES
from surveys.languages.translating import Spoken
from surveys.own.question import Kind

MOST_SHORT = 6
"""With more boxes than this a key has two digits."""


class Sort(StrEnum):
    """How a question is answered on paper."""

    ONE = "one"
    """One box is ticked."""
    SEVERAL = "several"
    RANK = "rank"
    """Numbers are written into boxes."""
    NUMBER = "number"
    MONTH = "month"
    TEXT = "text"


SORTS: Mapping[Kind, Sort] = {
    Kind.ONE_CHOICE: Sort.ONE,
    Kind.SCALE: Sort.ONE,
    Kind.YES_NO_UNSURE: Sort.ONE,
    Kind.SEVERAL_CHOICES: Sort.SEVERAL,
    Kind.RANK_TOP: Sort.RANK,
    Kind.NUMBER: Sort.NUMBER,
    Kind.MONTH: Sort.MONTH,
    Kind.SHORT_TEXT: Sort.TEXT,
    Kind.LONG_TEXT: Sort.TEXT,
}
"""A grid is not among them: an edition holds its rows."""


@dataclass(frozen=True)
class Keys:
    """The keys of a question that are not boxes of its own."""

    blank: str
    unreadable: str
    apart: tuple[str, str]
    """Does not apply, and rather not say."""


SHORT = Keys("0", "7", ("8", "9"))
LONG = Keys("00", "97", ("98", "99"))
WRITTEN = Keys("", "x", ("n", "r"))
"""Where a number or a month is written: letters, because digits are the answer itself."""


@dataclass(frozen=True)
class Box:
    """One box: the key that the person presses who types it in, and what it means."""

    key: str
    value: str
    words: Spoken
    symbol: str = ""
    apart: bool = False
    alone: bool = False


@dataclass(frozen=True)
class Item:
    """One numbered question."""

    number: int
    code: str
    sort: Sort
    words: Spoken
    boxes: tuple[Box, ...] = ()
    """Least favourable first, then the two that stand apart."""
    stem: Spoken | None = None
    hint: Spoken | None = None
    reason: Spoken | None = None
    unit: Spoken | None = None
    condition: str = ""
    symbol: str = ""
    top: int = 0
    long: bool = False
    """Whether a text may be long."""
    keys: Keys = SHORT
    scale: bool = False
    """Whether it is a statement, to which people say how far they agree."""

    @property
    def width(self) -> int:
        """How many characters a key has; 0 where keys and answers are of any length."""
        return len(self.keys.blank) if self.sort in {Sort.ONE, Sort.SEVERAL, Sort.RANK} else 0

    @property
    def own(self) -> tuple[Box, ...]:
        """The boxes that are answers."""
        return tuple(box for box in self.boxes if not box.apart)

    @property
    def conditional(self) -> bool:
        """Whether it is asked of some only."""
        return bool(self.condition)


@dataclass(frozen=True)
class Part:
    """A theme or a section, with its questions and, at its end, room to say more."""

    code: str
    heading: Spoken
    items: tuple[Item, ...]
    introduction: Spoken | None = None
    condition: str = ""
    symbol: str = ""
    comment: str = ""
    """The statement that a comment of this part is kept under; empty where there is no room for one."""


@dataclass(frozen=True)
class Asked:
    """Everything a booklet asks of one voice, in one presentation and language."""

    parts: tuple[Part, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every question in order."""
        return tuple(item for part in self.parts for item in part.items)


def keys_for(number: int) -> Keys:
    """The keys of a question with this many boxes of its own."""
    return SHORT if number <= MOST_SHORT else LONG


def box_key(place: int, keys: Keys) -> str:
    """The key of the box in this place, counted from 1: “3”, or “03” where keys have two digits."""
    return str(place).zfill(len(keys.blank))


def apart_boxes(keys: Keys, words: tuple[Spoken, Spoken], *, pictures: bool) -> tuple[Box, ...]:
    """The two boxes that stand apart."""
    symbols = ("does-not-apply", "prefer-not") if pictures else ("", "")
    return tuple(
        Box(key, value, said, symbol, apart=True)
        for key, value, said, symbol in zip(keys.apart, SPOKEN_STATES, words, symbols, strict=True)
    )
