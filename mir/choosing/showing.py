"""What a meeting looks at together: the screen for a projector, and the picture that leads to the dots."""

from dataclasses import dataclass

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from mir.choosing import queries
from mir.choosing.models import Stage
from mir.choosing.pages import MeetingPage
from mir.choosing.views import bp, link_of, page_of
from mir.db import store
from mir.providers.guard import needs
from mir.providers.may import May
from mir.rounds.cards import qr_svg
from mir.rounds.codes import spaced

LOOK_AGAIN = 10
"""Seconds until the screen looks how many have put dots."""
SCREENS = (
    ("strong", "What is strong"),
    ("wall", "What could be better"),
    ("dots", "Dots"),
    ("agreed", "What we chose"),
)


@dataclass(frozen=True)
class ScreenPage:
    """One screen of a meeting."""

    page: MeetingPage
    show: str
    screens: tuple[tuple[str, str], ...]
    """Those that there are by now, with their names."""
    code: str
    address: str
    """Where the dots are put, without what a browser adds by itself."""

    @property
    def next(self) -> str:
        """The screen after this one; empty for the last."""
        names = [name for name, _ in self.screens]
        after = names[names.index(self.show) + 1 :]
        return after[0] if after else ""


@bp.get("/choosing/<meeting_id>/screen")
@needs(May.READ_RESULTS)
def screen(meeting_id: str) -> Response:
    """What is strong, then the wall, then the dots, then what was agreed. It works without script."""
    page = page_of(queries.meeting(store(), meeting_id))
    there = _there(page.meeting.stage)
    asked = request.args.get("show", "")
    show = asked if asked in dict(there) else there[0][0]
    address = page.link.rpartition("/")[0].partition("://")[2]
    shown = ScreenPage(page, show, there, spaced(page.meeting.code), address)
    answer = make_response(render_template("choosing/screen.html", page=shown))
    if show == "dots" and page.meeting.stage is Stage.DOTS:
        answer.headers["Refresh"] = str(LOOK_AGAIN)
    return answer


@bp.get("/choosing/<meeting_id>/qr.svg")
@needs(May.READ_RESULTS)
def qr(meeting_id: str) -> Response:
    """The QR picture of the page where people put their dots."""
    answer = make_response(qr_svg(link_of(queries.meeting(store(), meeting_id))))
    answer.mimetype = "image/svg+xml"
    return answer


def _there(stage: Stage) -> tuple[tuple[str, str], ...]:
    """The screens that there are at this stage."""
    most = {Stage.WALL: 2, Stage.DOTS: 3, Stage.COUNTED: 3, Stage.AGREED: 4}[stage]
    return SCREENS[:most]
