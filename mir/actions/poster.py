"""The poster as a value: what the printer lays out."""

from dataclasses import dataclass

from mir.errors import RefusalError
from mir.pledges.queries import Changed, Told
from mir.providers.queries import ServiceCard

MOST = 12
"""The most pledges on a poster: some three pages."""


@dataclass(frozen=True)
class Poster:
    """“You said, we did” at one service."""

    service: str
    organisation: str
    address: str
    """Of the page where people read all of it."""
    told: tuple[Told, ...]
    easy: bool

    @property
    def lead(self) -> str:
        """The sentence under the heading."""
        if self.easy:
            return f"You told us things. These things changed at {self.service}."
        return f"This is what changed at {self.service} because of what people said."


def poster_of(service: ServiceCard, found: Changed, address: str, *, easy: bool) -> Poster:
    """The poster. Raises RefusalError where nothing was let out."""
    if not found.told:
        raise RefusalError("Nothing is released yet. Release something first, then print the poster.")
    return Poster(service.name, service.organisation, address, found.told[:MOST], easy)
