"""“You said, we did”, for the people who said it: a page that anybody may read who has its address."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for

from mir import i18n
from mir.db import store
from mir.limits import limiter
from mir.pledges.queries import Changed, Told, changed_at, page_at
from mir.respond.leaving_shown import Lately
from mir.respond.shown import Frame, frame_in
from surveys.framework import Presentation

bp = Blueprint("changed", __name__)

MOST = 3
"""How many are told on a page that is about something else."""
LANGUAGE = "en"
"""The language in which pledges are written."""


@dataclass(frozen=True)
class ChangedPage:
    """What changed at one service."""

    frame: Frame
    told: tuple[Told, ...]
    switch: str
    other: str


def lately(service_id: str, *, easy: bool) -> Lately:
    """What was let out last of this service."""
    found: Changed = changed_at(store(), service_id, easy=easy)
    if not found.told:
        return Lately()
    read = Presentation.EASY_READ if easy else Presentation.STANDARD
    return Lately(found.told[:MOST], url_for("changed.page", address=found.address, read=read.value))


@bp.get("/changed/<address>")
@limiter.limit("60 per minute")
def page(address: str) -> str:
    """All of it, in Easy Read or in standard words."""
    standard = request.args.get("read") == Presentation.STANDARD
    way = Presentation.STANDARD if standard else Presentation.EASY_READ
    service, found = page_at(store(), address, easy=not standard)
    frame = frame_in(i18n.here(), way, (service.name, service.organisation, ""))
    other = Presentation.EASY_READ if standard else Presentation.STANDARD
    shown = ChangedPage(
        frame=frame,
        told=found.told,
        switch=frame.words.switch_to_easy if standard else frame.words.switch_to_standard,
        other=url_for("changed.page", address=address, read=other.value),
    )
    return render_template("respond/changed.html", page=shown)
