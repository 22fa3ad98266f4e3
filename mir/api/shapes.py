"""What the answers look like that are not a scorecard, an edition or a framework already."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from mir.providers.models import Kind
from mir.rounds.models import RoundState
from mir.rounds.queries import RoundCard


@dataclass(frozen=True)
class ServiceRow:
    """A service. `size` is how many people it supports, where that is known."""

    id: str
    name: str
    kind: Kind
    size: int | None


@dataclass(frozen=True)
class RoundRow:
    """A round. A scorecard can be read once it is closed."""

    id: str
    title: str
    service_id: str
    service: str
    edition_hash: str
    opens_on: date
    closes_on: date
    state: RoundState

    @classmethod
    def of(cls, card: RoundCard) -> Self:
        """The row of this round."""
        return cls(
            id=card.id,
            title=card.title,
            service_id=card.service.id,
            service=card.service.name,
            edition_hash=card.edition_hash,
            opens_on=card.opens_on,
            closes_on=card.closes_on,
            state=card.state,
        )


@dataclass(frozen=True)
class SurveyRow:
    """A survey that we ship: its name, and its title by language."""

    name: str
    title: dict[str, str]


@dataclass(frozen=True)
class FrameworkRow:
    """A framework that we ship: its name, and its title by language."""

    name: str
    title: dict[str, str]


@dataclass(frozen=True)
class Services:
    """Services, by name."""

    services: tuple[ServiceRow, ...]


@dataclass(frozen=True)
class Rounds:
    """Rounds: by service, the latest first."""

    rounds: tuple[RoundRow, ...]


@dataclass(frozen=True)
class Surveys:
    """Surveys, by name."""

    surveys: tuple[SurveyRow, ...]


@dataclass(frozen=True)
class Frameworks:
    """Frameworks, by name."""

    frameworks: tuple[FrameworkRow, ...]


@dataclass(frozen=True)
class Problem:
    """Why there is no answer, as RFC 9457 has it: `title` and `detail` are sentences for people."""

    title: str
    status: int
    detail: str
