"""The desk's page for a shared tablet: its link is made here, shown once, and taken back."""

from flask import Blueprint, current_app, redirect, render_template, url_for
from werkzeug.wrappers import Response

from mir.config import Settings
from mir.db import store
from mir.errors import GoneError, NotAllowedError
from mir.providers.models import Role
from mir.rounds.queries import RoundCard, round_for
from mir.security import me, signed_in
from mir.tablet import links

bp = Blueprint("tablet_desk", __name__)


@bp.get("/rounds/<round_id>/tablet")
@signed_in
def one(round_id: str) -> str:
    """How to set a tablet up, and whether there is a link."""
    card = _mine(round_id)
    return render_template("tablet/desk.html", round=card, linked=links.has_link(store(), card.id), link="")


@bp.post("/rounds/<round_id>/tablet")
@signed_in
def make(round_id: str) -> str:
    """A new link, which this page shows once."""
    card = _mine(round_id)
    made = address(current_app.config["MIR_SETTINGS"], links.make_link(store(), card.id))
    return render_template("tablet/desk.html", round=card, linked=True, link=made)


@bp.post("/rounds/<round_id>/tablet/back")
@signed_in
def take_back(round_id: str) -> Response:
    """The link works no more."""
    links.take_link_back(store(), _mine(round_id).id)
    return redirect(url_for("tablet_desk.one", round_id=round_id))


def address(settings: Settings, secret: str) -> str:
    """The link that sets a tablet up."""
    return f"{settings.url}/tablet/set-up/{secret}"


def _mine(round_id: str) -> RoundCard:
    card, role = round_for(store(), me(), round_id)
    if role == Role.BOARD:
        raise NotAllowedError("A board member reads results. A manager sets a tablet up.")
    if not card.is_open:
        raise GoneError("This round is closed, so nobody can answer on a tablet any more.")
    return card
