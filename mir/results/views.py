"""The results of one round on screen."""

from flask import Blueprint, render_template

from mir.db import store
from mir.results.board import board_of
from mir.results.charts import SCREEN
from mir.results.own import own_views
from mir.results.scorecard import scorecard_of
from mir.rounds.queries import round_for
from mir.security import me, signed_in

bp = Blueprint("results", __name__)


@bp.get("/rounds/<round_id>/results")
@signed_in
def scorecard(round_id: str) -> str:
    """The scorecard of a closed round of one's own organisation."""
    round_for(store(), me(), round_id)
    board = board_of(scorecard_of(store(), round_id), SCREEN)
    own = own_views(store(), round_id)
    return render_template("results/scorecard.html", board=board, own=own, round_id=round_id)
