"""The desk: services with their rounds, and one round with its codes."""

from flask import Blueprint, Response, current_app, render_template
from flask_login import current_user, login_required

from mir import clock
from mir.config import Settings
from mir.db import store
from mir.errors import NotFoundError
from mir.rounds import cards, queries
from mir.rounds.codes import is_code

bp = Blueprint("rounds", __name__)


@bp.get("/desk")
@login_required
def desk() -> str:
    """Every service this person may see, with its rounds."""
    return render_template(
        "rounds/desk.html", shelves=cards.shelves(store(), current_user.id), today=clock.today()
    )


@bp.get("/rounds/<round_id>")
@login_required
def one(round_id: str) -> str:
    """One round: its dates, how people start, and how many have answered, in bands."""
    card, role = queries.round_for(store(), current_user.id, round_id)
    page = cards.round_page(store(), card, role, _settings().url)
    return render_template("rounds/round.html", page=page)


@bp.get("/rounds/<round_id>/qr/<code>.svg")
@login_required
def qr(round_id: str, code: str) -> Response:
    """The QR picture of one code of this round."""
    queries.round_for(store(), current_user.id, round_id)
    if not is_code(code) or queries.door(store(), code).round.id != round_id:
        raise NotFoundError
    picture = cards.qr_svg(cards.link(_settings().url, code))
    return Response(picture, mimetype="image/svg+xml")


def _settings() -> Settings:
    settings: Settings = current_app.config["MIR_SETTINGS"]
    return settings
