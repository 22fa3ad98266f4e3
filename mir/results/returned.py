"""The leaders' return beside the results of a closed round, and the text that comes of both."""

from flask import Blueprint, Response, render_template, request

from mir.audit.operations import Done, tell
from mir.db import store
from mir.providers.guard import needs
from mir.providers.may import May
from mir.results.beside_return import beside as beside_of
from mir.results.beside_return import closed_rounds
from mir.results.differing import RULE, grouped
from mir.results.information import NOT_A_RATING, as_text, count_words
from mir.results.information import information as information_of
from mir.returns.queries import Whole, whole
from mir.rounds.queries import RoundCard
from mir.security import me

bp = Blueprint("returned", __name__)


@bp.get("/returns/<return_id>/beside")
@needs(May.READ_RESULTS)
def beside(return_id: str) -> str:
    """Each line beside what people and staff say, and where views differ."""
    found = whole(store(), me(), return_id)
    rounds = closed_rounds(store(), me(), found.card.service.id)
    chosen = _chosen(rounds)
    page = beside_of(store(), found, chosen) if chosen else None
    _tell(chosen, "read results beside the leaders’ return")
    differences = grouped(page.differences) if page else ()
    return render_template(
        "results/beside_return.html",
        card=found.card,
        rounds=rounds,
        page=page,
        differences=differences,
        rule=RULE,
    )


@bp.get("/returns/<return_id>/information")
@needs(May.READ_RESULTS)
def information(return_id: str) -> str:
    """The text for the yearly return, in pieces to copy."""
    found, rounds, chosen = _returned(return_id)
    parts = information_of(store(), found, chosen)
    _tell(chosen, "read the text for the yearly return")
    return render_template(
        "results/information.html",
        card=found.card,
        rounds=rounds,
        chosen=chosen,
        parts=parts,
        count_words=count_words,
        not_a_rating=NOT_A_RATING,
    )


@bp.get("/returns/<return_id>/information.txt")
@needs(May.READ_RESULTS)
def information_text(return_id: str) -> Response:
    """The same as a file."""
    found, _, chosen = _returned(return_id)
    heading = f"{found.card.service.name}: for the provider information return"
    text = as_text(heading, information_of(store(), found, chosen))
    _tell(chosen, "took out the text for the yearly return")
    headers = {"Content-Disposition": 'attachment; filename="provider-information.txt"'}
    return Response(text, content_type="text/plain; charset=utf-8", headers=headers)


def _returned(return_id: str) -> tuple[Whole, tuple[RoundCard, ...], RoundCard | None]:
    found = whole(store(), me(), return_id)
    rounds = closed_rounds(store(), me(), found.card.service.id)
    return found, rounds, _chosen(rounds)


def _tell(card: RoundCard | None, what: str) -> None:
    """Put into the record that results were read, where there are some."""
    if card:
        tell(store(), Done(what, f"{card.title}, {card.service.name}", card.service.organisation_id))


def _chosen(rounds: tuple[RoundCard, ...]) -> RoundCard | None:
    """The round that is asked for, else the latest; None where none has closed."""
    wanted = request.args.get("round", "")
    return next((one for one in rounds if one.id == wanted), rounds[0] if rounds else None)
