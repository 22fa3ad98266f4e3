"""The pages for whoever leads an organisation: where to begin, and the record of who did what."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from mir.audit.operations import Done, tell
from mir.audit.queries import deeds
from mir.audit.writing import as_csv, as_lines
from mir.db import store
from mir.providers.guard import locates, needs
from mir.providers.may import May
from mir.providers.queries import place_of_organisation, place_of_service
from mir.providers.register import organisation_card, organisations_where
from mir.security import me

bp = Blueprint("organisation", __name__)

locates("organisation_id", place_of_organisation)
locates("service_id", place_of_service)

MOST_SHOWN = 200


@bp.get("/organisations")
@needs(May.KEEP_PEOPLE)
def every() -> str | Answer:
    """The organisations that somebody leads; straight on where it is one."""
    mine = organisations_where(store(), me(), May.KEEP_PEOPLE)
    if len(mine) == 1:
        return redirect(url_for("services.every", organisation_id=mine[0].id))
    return render_template("organisation/every.html", organisations=mine)


@bp.get("/organisations/<organisation_id>/record")
@needs(May.READ_RECORD)
def record(organisation_id: str) -> str:
    """Who did what, the latest first."""
    rows = deeds(store(), organisation_id, MOST_SHOWN)
    return render_template(
        "organisation/record.html",
        organisation=organisation_card(store(), organisation_id),
        rows=rows,
        most=MOST_SHOWN,
    )


@bp.get("/organisations/<organisation_id>/record/file")
@needs(May.READ_RECORD)
def record_file(organisation_id: str) -> Response:
    """The whole record of the organisation, as CSV or as lines of JSON."""
    lines = request.args.get("form") == "jsonl"
    rows = tuple(reversed(deeds(store(), organisation_id)))
    tell(store(), Done("took the record out as a file", "", organisation_id))
    name, kind = ("record.jsonl", "application/jsonl") if lines else ("record.csv", "text/csv")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(as_lines(rows) if lines else as_csv(rows), mimetype=kind, headers=headers)
