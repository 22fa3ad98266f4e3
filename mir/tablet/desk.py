"""The desk's page for a shared tablet: its link is made here, shown once, and taken back."""

from flask import Blueprint, current_app, redirect, render_template, url_for
from werkzeug.wrappers import Response

from mir.audit.operations import Done, tell
from mir.config import Settings
from mir.db import store
from mir.errors import GoneError
from mir.providers.guard import needs
from mir.providers.may import May
from mir.rounds.queries import RoundCard, round_card
from mir.tablet import devices, links

bp = Blueprint("tablet_desk", __name__)


@bp.get("/rounds/<round_id>/tablet")
@needs(May.START_PEOPLE)
def one(round_id: str) -> str:
    """How to set a tablet up, and whether there is a link."""
    card = _open(round_id)
    return _page(card)


@bp.post("/rounds/<round_id>/tablet")
@needs(May.START_PEOPLE)
def make(round_id: str) -> str:
    """A new link, which this page shows once."""
    card = _open(round_id)
    _tell(card, "made a link for a tablet")
    made = address(current_app.config["MIR_SETTINGS"], links.make_link(store(), card.id))
    return _page(card, made)


@bp.post("/rounds/<round_id>/tablet/back")
@needs(May.START_PEOPLE)
def take_back(round_id: str) -> Response:
    """The link works no more."""
    card = _open(round_id)
    links.take_link_back(store(), card.id)
    _tell(card, "took back the link of a tablet")
    return redirect(url_for("tablet_desk.one", round_id=round_id))


@bp.post("/rounds/<round_id>/tablet/<device_id>/away")
@needs(May.START_PEOPLE)
def take_away(round_id: str, device_id: str) -> Response:
    """One tablet works no more; the others go on."""
    card = _open(round_id)
    name = devices.take_away(store(), card.id, device_id)
    _tell(card, "took away a tablet", f": {name}")
    return redirect(url_for("tablet_desk.one", round_id=round_id))


def _page(card: RoundCard, link: str = "") -> str:
    linked, found = links.has_link(store(), card.id), devices.devices(store(), card.id)
    return render_template("tablet/desk.html", round=card, linked=linked, link=link, devices=found)


def address(settings: Settings, secret: str) -> str:
    """The link that sets a tablet up."""
    return f"{settings.url}/tablet/set-up/{secret}"


def _open(round_id: str) -> RoundCard:
    card = round_card(store(), round_id)
    if not card.is_open:
        raise GoneError("This round is closed, so nobody can answer on a tablet any more.")
    return card


def _tell(card: RoundCard, what: str, more: str = "") -> None:
    tell(store(), Done(what, f"{card.title}, {card.service.name}{more}", card.service.organisation_id))
