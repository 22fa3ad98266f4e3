"""The pages for whoever leads: with whom results are shared, what is seen there, sharing and stopping."""

from flask import Blueprint, flash, get_flashed_messages, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts.forms import Problem
from mir.db import store
from mir.errors import NotFoundError, RefusalError
from mir.providers.guard import needs
from mir.providers.may import May
from mir.providers.register import organisation_card, organisation_of
from mir.providers.services import kept_service, kept_services
from mir.rounds.queries import RoundCard
from mir.sharing import operations, queries, words
from mir.sharing.looking import seen
from mir.sharing.operations import Given

bp = Blueprint("sharing", __name__)

Page = str | Response | tuple[str, int]
_AT = "/services/<service_id>/sharing"


@bp.get("/organisations/<organisation_id>/sharing")
@needs(May.SHARE_RESULTS)
def every(organisation_id: str) -> str:
    """What each service shares, and with whom."""
    return render_template(
        "sharing/every.html",
        organisation=organisation_card(store(), organisation_id),
        shares=queries.by_organisation(store(), organisation_id),
        services=kept_services(store(), organisation_id),
        notes=get_flashed_messages(),
    )


@bp.get(_AT)
@needs(May.SHARE_RESULTS)
def service(service_id: str) -> str:
    """With whom one service shares, and a choice of somebody else."""
    shares = queries.by_service(store(), service_id)
    taken = {one.reader.id for one in shares}
    return render_template(
        "sharing/service.html",
        organisation=organisation_card(store(), organisation_of(store(), service_id)),
        service=kept_service(store(), service_id),
        shares=shares,
        readers=[one for one in queries.readers(store()) if one.id not in taken],
        closed=queries.closed_cards(store(), service_id),
        notes=get_flashed_messages(),
    )


@bp.get(f"{_AT}/with")
@needs(May.SHARE_RESULTS)
def ask(service_id: str) -> str:
    """What is shared with one organisation, to choose or change it."""
    reader_id = request.args.get("reader", "")
    standing = _standing(service_id, reader_id)
    shown = {one.id for one in standing.rounds} if standing else set()
    return _form(service_id, reader_id, Given(shown, standing is not None and standing.from_now), ())


@bp.post(f"{_AT}/with")
@needs(May.SHARE_RESULTS)
def share(service_id: str) -> Page:
    """Share just what was chosen."""
    reader_id = request.form.get("reader", "")
    given = Given(set(request.form.getlist("rounds")), request.form.get("from_now") == "yes")
    try:
        operations.share(store(), service_id, reader_id, given, clock.today())
    except NotFoundError:
        raise
    except RefusalError as error:
        return _form(service_id, reader_id, given, (Problem("rounds", error.sentence),)), 422
    standing = _standing(service_id, reader_id)
    flash(f"{standing.reader.name if standing else 'Nobody'} can read this now.")
    return redirect(url_for("sharing.service", service_id=service_id))


@bp.post(f"{_AT}/stop")
@needs(May.SHARE_RESULTS)
def stop(service_id: str) -> Response:
    """Share nothing with one organisation any more."""
    standing = _standing(service_id, request.form.get("reader", ""))
    if standing is None:
        raise NotFoundError
    name = standing.reader.name
    operations.stop(store(), service_id, standing.reader.id)
    flash(f"{name} reads nothing of this service any more. What was read stays in the record.")
    return redirect(url_for("sharing.service", service_id=service_id))


@bp.get(f"{_AT}/see")
@needs(May.SHARE_RESULTS)
def see(service_id: str) -> str:
    """A closed round just as commissioners see it."""
    rounds = queries.closed_cards(store(), service_id)
    if not rounds:
        raise RefusalError("Results are shared when a round has closed. Close a round of this service first.")
    card = _chosen(rounds, request.args.get("round", ""))
    return render_template(
        "sharing/see.html",
        organisation=organisation_card(store(), organisation_of(store(), service_id)),
        service=kept_service(store(), service_id),
        rounds=rounds,
        round=card,
        **seen(card),
    )


def _chosen(rounds: tuple[RoundCard, ...], round_id: str) -> RoundCard:
    if not round_id:
        return rounds[0]
    found = next((one for one in rounds if one.id == round_id), None)
    if found is None:
        raise NotFoundError
    return found


def _standing(service_id: str, reader_id: str) -> queries.Shared | None:
    found = queries.by_service(store(), service_id)
    return next((one for one in found if one.reader.id == reader_id), None)


def _form(service_id: str, reader_id: str, given: Given, problems: tuple[Problem, ...]) -> str:
    standing = _standing(service_id, reader_id)
    return render_template(
        "sharing/with.html",
        organisation=organisation_card(store(), organisation_of(store(), service_id)),
        service=kept_service(store(), service_id),
        reader=standing.reader if standing else queries.reader(store(), reader_id),
        closed=queries.closed_cards(store(), service_id),
        given=given,
        standing=standing,
        problems=problems,
        words=words,
    )
