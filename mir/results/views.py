"""The results of one round on screen."""

from flask import Blueprint, render_template

from mir.audit.operations import Done, tell
from mir.db import store
from mir.providers.guard import needs
from mir.providers.may import May
from mir.results.board import board_of
from mir.results.charts import SCREEN
from mir.results.own import own_views
from mir.results.scorecard import scorecard_of
from mir.rounds.queries import round_card

bp = Blueprint("results", __name__)


@bp.get("/rounds/<round_id>/results")
@needs(May.READ_RESULTS)
def scorecard(round_id: str) -> str:
    """The scorecard of a closed round of one's own organisation."""
    card = round_card(store(), round_id)
    told = Done("read results", f"{card.title}, {card.service.name}", card.service.organisation_id)
    board = board_of(scorecard_of(store(), round_id), SCREEN)
    own = own_views(store(), round_id)
    tell(store(), told)
    return render_template(
        "results/scorecard.html", board=board, own=own, round_id=round_id, service_id=card.service.id
    )
