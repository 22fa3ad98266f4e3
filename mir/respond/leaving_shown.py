"""What the pages show on which somebody stops, comes back, takes answers back or is thanked."""

from dataclasses import dataclass, field

from mir.i18n import Tongue
from mir.pledges.queries import Told
from mir.respond.shown import Beside, Frame, Problem


@dataclass(frozen=True)
class StopPage:
    """Stopping for now; with four words once they were asked for."""

    frame: Frame
    action: str
    of: str
    asked: str
    """By chance: the page asks with it for words, and loaded again it asks for the same."""
    facts: tuple[str, ...]
    words: tuple[str, ...]
    onward: str
    switch: str = ""
    tongues: tuple[Tongue, ...] = ()
    beside: Beside | None = None


@dataclass(frozen=True)
class BackPage:
    """A place for four words."""

    typed: str = ""
    problems: tuple[Problem, ...] = ()
    frame: Frame = field(default_factory=Frame)
    tongues: tuple[Tongue, ...] = ()


@dataclass(frozen=True)
class TakeBackPage:
    """Whether to delete answers that were sent."""

    frame: Frame
    typed: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Lately:
    """What changed lately because of what people said, and where all of it is."""

    told: tuple[Told, ...] = ()
    address: str = ""


@dataclass(frozen=True)
class ThanksPage:
    """Sent. `again` is where somebody else may begin on this device, or empty."""

    frame: Frame
    facts: tuple[str, ...]
    again: str
    words: tuple[str, ...] = ()
    """Four words with which the answers can be taken back, and the sentence about them."""
    receipt: str = ""
    receipt_how: str = ""
    lately: Lately = Lately()
    beside: Beside | None = None
    switch: str = ""
    tongues: tuple[Tongue, ...] = ()
