"""Closing a round from the desk: asked once more first, because it cannot be undone."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from mir.db import store
from mir.errors import GoneError, NotAllowedError
from mir.providers.models import Role
from mir.respond.sealing import close_round
from mir.rounds import queries
from mir.rounds.queries import RoundCard
from mir.security import me, signed_in

bp = Blueprint("closing", __name__)


@bp.get("/rounds/<round_id>/close")
@signed_in
def ask(round_id: str) -> str:
    """What closing means, and the button that does it."""
    return render_template("rounds/close.html", round=_mine_to_close(round_id))


@bp.post("/rounds/<round_id>/close")
@signed_in
def close(round_id: str) -> Response:
    """Close the round for good and show what was said."""
    card = _mine_to_close(round_id)
    close_round(store(), card.id)
    return redirect(url_for("results.scorecard", round_id=card.id))


def _mine_to_close(round_id: str) -> RoundCard:
    card, role = queries.round_for(store(), me(), round_id)
    if role == Role.BOARD:
        raise NotAllowedError("A board member reads results. A manager closes the round.")
    if not card.is_open:
        raise GoneError("This round is closed already. A closed round is never opened again.")
    return card
