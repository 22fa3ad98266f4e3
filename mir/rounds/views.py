"""The desk: services with their rounds, and one round with its codes."""

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from mir import clock
from mir.config import Settings
from mir.db import store
from mir.errors import NotFoundError
from mir.providers.guard import i_may, locates, needs
from mir.providers.may import May
from mir.rounds import cards, first, queries
from mir.rounds.codes import is_code
from mir.security import me, signed_in

bp = Blueprint("rounds", __name__)

LONGEST_SEARCH = 80

locates("round_id", queries.place_of_round)


@bp.get("/desk")
@signed_in
def desk() -> str | Answer:
    """Every service this person may see, with its rounds; a commissioner goes on to what is shared."""
    if i_may(May.READ_SHARED) and not i_may(May.SEE_ROUNDS):
        return redirect(url_for("shared.desk"))
    every, wanted = first.in_order(cards.shelves(store(), me())), plain_line(request.args.get("find", ""))
    return render_template(
        "rounds/desk.html",
        sought=first.sought(every, wanted, every=request.args.get("every") == "yes"),
        todos=() if wanted else first.todos(every, clock.today()),
        most=first.MOST,
        today=clock.today(),
    )


@bp.get("/rounds/<round_id>")
@needs(May.SEE_ROUNDS)
def one(round_id: str) -> str:
    """One round: its dates, how people start, and how many have answered, in bands."""
    card, role = queries.round_for(store(), me(), round_id)
    page = cards.round_page(store(), card, role, _settings().url)
    return render_template("rounds/round.html", page=page)


@bp.get("/rounds/<round_id>/qr/<code>.svg")
@needs(May.START_PEOPLE)
def qr(round_id: str, code: str) -> Response:
    """The QR picture of one code of this round."""
    if not is_code(code) or queries.door(store(), code).round.id != round_id:
        raise NotFoundError
    picture = cards.qr_svg(cards.link(_settings().url, code))
    return Response(picture, mimetype="image/svg+xml")


def plain_line(text: str) -> str:
    """What was typed to search for, as one short line that can be printed."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())[:LONGEST_SEARCH]


def _settings() -> Settings:
    settings: Settings = current_app.config["MIR_SETTINGS"]
    return settings
