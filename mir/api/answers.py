"""The addresses that other programs read. Every one only reads; none of them knows a cookie."""

import re
from functools import cache
from typing import Any, TypeVar

from flask import Blueprint, Response, request
from pydantic import TypeAdapter

from mir import clock
from mir.api import queries
from mir.api.document import ADDRESSES, ROOT, document
from mir.api.operations import Holder, Scope, holder_of, note_reading
from mir.api.shapes import FrameworkRow, Frameworks, Rounds, Services, SurveyRow, Surveys
from mir.db import store
from mir.errors import NotFoundError, RefusalError
from mir.limits import limiter
from mir.results.scorecard import scorecard_of
from mir.rounds.queries import edition
from scoring.card.scorecard import Scorecard
from surveys.edition import Edition
from surveys.framework import Framework
from surveys.load import SHIPPED, load_framework, shipped_edition, shipped_surveys

bp = Blueprint("api", __name__, url_prefix=ROOT)
limiter.limit("120 per minute")(bp)

Shape = TypeVar("Shape")
_adapters: dict[type, TypeAdapter[Any]] = {}
_ASKS = {one.path: frozenset(name for name, *_ in one.asks) for one in ADDRESSES}
_ID = re.compile("[0-9a-f]{32}")


@bp.before_request
def only_known() -> None:
    """Refuse what is asked for and not known, such as a slip of the pen in the name of a filter."""
    known = _ASKS.get(request.path.removeprefix(ROOT), frozenset())
    if strange := sorted(set(request.args) - known):
        raise RefusalError(f"“{strange[0][:60]}” cannot be asked for here. Take it out of the address.")


@bp.get("/openapi.json")
def openapi() -> dict[str, Any]:
    """The document."""
    return document()


@bp.get("/frameworks")
def frameworks() -> Response:
    """The frameworks that we ship."""
    rows = tuple(FrameworkRow(name, dict(_framework(name).title)) for name in _frameworks())
    return _answer(Frameworks, Frameworks(rows))


@bp.get("/frameworks/<name>")
def framework(name: str) -> Response:
    """One framework."""
    if name not in _frameworks():
        raise NotFoundError("We ship no such framework.")
    return _answer(Framework, _framework(name))


@bp.get("/surveys")
def surveys() -> Response:
    """The surveys that we ship."""
    rows = tuple(SurveyRow(name, dict(shipped_edition(name).title)) for name in shipped_surveys())
    return _answer(Surveys, Surveys(rows))


@bp.get("/surveys/<name>")
def survey(name: str) -> Response:
    """What one of them asks."""
    if name not in shipped_surveys():
        raise NotFoundError("We ship no such survey.")
    return _answer(Edition, shipped_edition(name))


@bp.get("/services")
def services() -> Response:
    """The services of the organisation whose key this is."""
    return _answer(Services, Services(queries.services(store(), _holder(Scope.ROUNDS))))


@bp.get("/rounds")
def rounds() -> Response:
    """Its rounds."""
    holder, service = _holder(Scope.ROUNDS), request.args.get("service")
    if service is not None and not _ID.fullmatch(service):
        raise RefusalError("“service” must be the id of a service: 32 digits and letters from a to f.")
    return _answer(Rounds, Rounds(queries.rounds(store(), holder, service)))


@bp.get("/editions/<edition_hash>")
def one_edition(edition_hash: str) -> Response:
    """What a round asks."""
    queries.asked_here(store(), _holder(Scope.ROUNDS), edition_hash)
    return _answer(Edition, edition(store(), edition_hash))


@bp.get("/rounds/<round_id>/scorecard")
def scorecard(round_id: str) -> Response:
    """The scorecard of a closed round."""
    holder = _holder(Scope.RESULTS)
    card = queries.one_round(store(), holder, round_id)
    found = scorecard_of(store(), card.id)
    note_reading(store(), holder, f"{card.title}, {card.service.name}")
    return _answer(Scorecard, found)


def _holder(scope: Scope) -> Holder:
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    holder = holder_of(store(), secret.strip() if kind.lower() == "bearer" else "", clock.today())
    holder.must_read(scope)
    return holder


def _answer(kind: type[Shape], value: Shape) -> Response:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)  # made once: it costs more than many answers
    return Response(_adapters[kind].dump_json(value), mimetype="application/json")


@cache
def _frameworks() -> tuple[str, ...]:
    paths = (SHIPPED / "frameworks").glob("*.yaml")
    return tuple(sorted(path.stem for path in paths if "." not in path.stem))


@cache
def _framework(name: str) -> Framework:
    return load_framework(SHIPPED / "frameworks" / f"{name}.yaml")
