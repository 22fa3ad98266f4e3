"""The pages for commissioners: who shares with them, one service’s result, and many side by side."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request

from mir.db import store
from mir.pledges.queries import changed_at
from mir.providers.forms import KINDS, Choice
from mir.providers.guard import locates, needs
from mir.providers.may import May
from mir.providers.services import REGIONS
from mir.results.board import board_of
from mir.results.charts import SCREEN
from mir.results.scorecard import scorecard_outside
from mir.rounds.queries import RoundCard
from mir.rounds.views import plain_line
from mir.security import me
from mir.sharing import operations, queries, words
from mir.sharing.across import Asked, side_by_side
from mir.sharing.queries import Shared
from scoring.card.across import MAY_BE_CHANCE, NOT_RANKED

bp = Blueprint("shared", __name__)

locates("share_id", queries.place_of_share)


@dataclass(frozen=True)
class Search:
    """What was searched for, and what can be chosen."""

    find: str
    kind: str
    region: str
    kinds: tuple[Choice, ...] = KINDS
    regions: tuple[Choice, ...] = tuple(Choice(one, one) for one in REGIONS)


@bp.get("/shared")
@needs(May.READ_SHARED)
def desk() -> str:
    """The services that share something, to search and to open."""
    every = queries.with_me(store(), me())
    found = _found(every)
    return render_template(
        "sharing/desk.html", shares=found, services=len(every), words=words, search=_search()
    )


@bp.get("/shared/compare")
@needs(May.READ_SHARED)
def compare() -> str:
    """One score of every service that shares, side by side."""
    found = _found(queries.with_me(store(), me()))
    asked = Asked(*(request.args.get(name, "") for name in ("survey", "voice", "theme")))
    page = side_by_side(store(), found, asked)
    if page:
        operations.read_many(store(), [line.shared for line in page.lines], page.heading)
    return render_template(
        "sharing/compare.html",
        page=page,
        words=words,
        may_be_chance=MAY_BE_CHANCE,
        not_ranked=NOT_RANKED,
        search=_search(),
    )


@bp.get("/shared/<share_id>")
@needs(May.READ_SHARED)
def latest(share_id: str) -> str:
    """The latest result of one service, or that there is none yet."""
    shared = queries.one(store(), share_id)
    if not shared.rounds:
        return render_template("sharing/nothing.html", shared=shared, words=words)
    return _one(shared, shared.rounds[0])


@bp.get("/shared/<share_id>/<which>")
@needs(May.READ_SHARED)
def earlier(share_id: str, which: str) -> str:
    """Another one of its results."""
    shared = queries.one(store(), share_id)
    return _one(shared, shared.round(which))


def seen(card: RoundCard) -> dict[str, object]:
    """What commissioners see of one closed round, for the templates."""
    board = board_of(scorecard_outside(store(), card.id), SCREEN)
    return {
        "board": board,
        "told": changed_at(store(), card.service.id, easy=False).told,
        "scored": any(cell.mean for theme in board.themes for cell in theme.cells),
    }


def _one(shared: Shared, card: RoundCard) -> str:
    page = render_template("sharing/one.html", shared=shared, round=card, **seen(card))
    operations.read_one(store(), shared, card.title)
    return page


def _search() -> Search:
    find, kind, region = (plain_line(request.args.get(name, "")) for name in ("find", "kind", "region"))
    return Search(find, kind, region)


def _found(every: tuple[Shared, ...]) -> tuple[Shared, ...]:
    """The services with these words in their name or their organisation’s, of this kind and region."""
    wanted = _search()
    parts = wanted.find.casefold().split()
    return tuple(
        one
        for one in every
        if all(part in f"{one.service.name} {one.service.organisation}".casefold() for part in parts)
        and wanted.kind in {"", one.service.kind}
        and wanted.region in {"", one.region}
    )
