"""The table of who may open what, and every route of the site."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Route:
    """One address of the site with one method."""

    method: str
    endpoint: str
    rule: str
    names: frozenset[str]

    @property
    def key(self) -> str:
        """How the table names it."""
        return f"{self.method} {self.endpoint}"


@dataclass(frozen=True)
class Table:
    """What the table says."""

    anyone: frozenset[str]
    signed_in: frozenset[str]
    roles: dict[str, frozenset[str]]
    """The roles that get in, by route."""

    @property
    def all(self) -> list[str]:
        """Every route that is named, as often as it is named."""
        return [*self.anyone, *self.signed_in, *self.roles]


def table() -> Table:
    """The table as it is written."""
    read = tomllib.loads((HERE / "table.toml").read_text("utf-8"))
    rows = [(route, row["may"]) for row in read["roles"] for route in row["routes"]]
    assert len(rows) == len({route for route, _ in rows}), "a route stands in the table twice"
    return Table(
        frozenset(read["anyone"]),
        frozenset(read["signed_in"]),
        {route: frozenset(may) for route, may in rows},
    )


def routes(app: Flask) -> Iterator[Route]:
    """Every route that the site answers."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield Route(method, rule.endpoint, rule.rule, frozenset(rule.arguments))
