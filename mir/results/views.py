"""The results of one round on screen."""

from flask import Blueprint, render_template

from mir.db import store
from mir.providers.guard import needs
from mir.providers.may import May
from mir.results.board import board_of
from mir.results.charts import SCREEN
from mir.results.own import own_views
from mir.results.scorecard import scorecard_of

bp = Blueprint("results", __name__)


@bp.get("/rounds/<round_id>/results")
@needs(May.READ_RESULTS)
def scorecard(round_id: str) -> str:
    """The scorecard of a closed round of one's own organisation."""
    board = board_of(scorecard_of(store(), round_id), SCREEN)
    own = own_views(store(), round_id)
    return render_template("results/scorecard.html", board=board, own=own, round_id=round_id)
