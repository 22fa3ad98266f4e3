"""Closing a round from the desk: asked once more first, because it cannot be undone."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir.accounts.forms import not_typed
from mir.db import store
from mir.errors import GoneError
from mir.providers.guard import needs
from mir.providers.may import May
from mir.respond.sealing import close_round
from mir.rounds import queries
from mir.rounds.queries import RoundCard

bp = Blueprint("closing", __name__)


@bp.get("/rounds/<round_id>/close")
@needs(May.CLOSE_ROUNDS)
def ask(round_id: str) -> str:
    """What closing means, and the button that does it."""
    return _page(_mine_to_close(round_id))


@bp.post("/rounds/<round_id>/close")
@needs(May.CLOSE_ROUNDS)
def close(round_id: str) -> Response | tuple[str, int]:
    """Close the round for good, once its service’s name has been typed, and show what was said."""
    card, typed = _mine_to_close(round_id), request.form.get("name", "")
    wanted = not_typed(typed, card.service.name, "of the service to close this round")
    if wanted:
        return _page(card, typed, wanted), 422
    close_round(store(), card.id)
    return redirect(url_for("results.scorecard", round_id=card.id))


def _page(card: RoundCard, typed: str = "", error: str = "") -> str:
    return render_template("rounds/close.html", round=card, typed=typed, error=error)


def _mine_to_close(round_id: str) -> RoundCard:
    card = queries.round_card(store(), round_id)
    if not card.is_open:
        raise GoneError("This round is closed already. A closed round is never opened again.")
    return card
