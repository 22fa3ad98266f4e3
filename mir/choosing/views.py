"""The desk’s pages for choosing together: begun after a round, the wall, the dots and raised hands."""

from dataclasses import replace

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.audit.operations import Done, tell_once_a_day
from mir.choosing import dotting, forms, operations, queries
from mir.choosing.meetings import MeetingView
from mir.choosing.models import Stage
from mir.choosing.pages import BeginPage, HandsPage, MeetingPage, lines_of
from mir.choosing.telling import NOBODY, Counted, Told, tell
from mir.config import Settings
from mir.db import store
from mir.errors import ConflictError, RefusalError
from mir.providers.guard import i_may, locates, needs
from mir.providers.may import May
from mir.rounds.queries import round_card

bp = Blueprint("choosing", __name__)

locates("meeting_id", queries.place_of_meeting)

Page = str | Response | tuple[str, int]

HIDDEN = Told((), (NOBODY,))
"""What is told of the dots while they are put: nothing, or a change would show who put which."""


@bp.get("/rounds/<round_id>/choose")
@needs(May.READ_RESULTS)
def ask_begin(round_id: str) -> str:
    """What choosing together is, and the meetings that were held after this round."""
    card = round_card(store(), round_id)
    page = BeginPage(
        round=card,
        wall=operations.wall_of(store(), card),
        meetings=queries.meetings_after(store(), round_id),
        changes=i_may(May.KEEP_ACTIONS),
    )
    return render_template("choosing/begin.html", page=page)


@bp.post("/rounds/<round_id>/choose")
@needs(May.KEEP_ACTIONS)
def begin(round_id: str) -> Response:
    """Make the wall. Pressed twice, it makes one."""
    return to(operations.begin(store(), round_id, clock.today()))


@bp.get("/choosing/<meeting_id>")
@needs(May.READ_RESULTS)
def one(meeting_id: str) -> str:
    """A meeting as far as it has come."""
    meeting = queries.meeting(store(), meeting_id)
    about = f"{meeting.round.title}, {meeting.service.name}"
    tell_once_a_day(store(), Done("read results", about, meeting.service.organisation_id))
    return render_template("choosing/meeting.html", page=page_of(meeting))


@bp.post("/choosing/<meeting_id>/add")
@needs(May.KEEP_ACTIONS)
def add(meeting_id: str) -> Page:
    """Put something of the group's own on the wall."""
    words = forms.own_words(request.form)
    meeting = queries.meeting(store(), meeting_id)
    if problems := tuple(forms.own_problems(words, meeting)):
        page = replace(page_of(meeting), typed=words, problems=problems)
        return render_template("choosing/meeting.html", page=page), 422
    operations.add_own(store(), meeting_id, words)
    return to(meeting_id, "wall")


@bp.post("/choosing/<meeting_id>/take")
@needs(May.KEEP_ACTIONS)
def take(meeting_id: str) -> Response:
    """Take something off the wall, or put it back."""
    candidate_id, off = request.form.get("candidate", ""), request.form.get("go") != "back"
    operations.take_off(store(), meeting_id, candidate_id, off=off)
    return to(meeting_id, "wall")


@bp.post("/choosing/<meeting_id>/dots")
@needs(May.KEEP_ACTIONS)
def begin_dots(meeting_id: str) -> Page:
    """From now on people put dots."""
    most = forms.dots_each(request.form)
    if most is None:
        raise RefusalError("Go back and choose how many dots each person has: 1 to 5.")
    meeting = queries.meeting(store(), meeting_id)
    if problems := tuple(forms.dots_problems(most, meeting)):
        return render_template(
            "choosing/meeting.html", page=replace(page_of(meeting), problems=problems)
        ), 422
    operations.begin_dots(store(), meeting_id, most)
    return to(meeting_id)


@bp.post("/choosing/<meeting_id>/count")
@needs(May.KEEP_ACTIONS)
def count(meeting_id: str) -> Response:
    """Nobody puts dots any more, and the totals are shown."""
    operations.count_dots(store(), meeting_id)
    return to(meeting_id)


@bp.get("/choosing/<meeting_id>/hands")
@needs(May.KEEP_ACTIONS)
def ask_hands(meeting_id: str) -> str:
    """A show of hands, with what was typed in before."""
    meeting = _with_dots(meeting_id)
    kept = queries.counted(store(), meeting_id)
    return render_template("choosing/hands.html", page=HandsPage(meeting, forms.standing_hands(kept)))


@bp.post("/choosing/<meeting_id>/hands")
@needs(May.KEEP_ACTIONS)
def count_hands(meeting_id: str) -> Page:
    """Keep it in place of what was typed in before."""
    meeting = _with_dots(meeting_id)
    typed = forms.typed_hands(request.form, meeting.ids)
    problems = tuple(forms.hand_problems(typed, meeting))
    if problems:
        return render_template("choosing/hands.html", page=HandsPage(meeting, typed, problems)), 422
    dotting.count_hands(store(), meeting_id, typed.hands(meeting.ids))
    return to(meeting_id)


def page_of(meeting: MeetingView) -> MeetingPage:
    """The meeting, with the dots that may be told once they are counted."""
    kept = queries.counted(store(), meeting.id)
    told = told_of(meeting, kept)
    return MeetingPage(
        meeting=meeting,
        changes=i_may(May.KEEP_ACTIONS),
        link=link_of(meeting),
        told=told,
        lines=lines_of(meeting, told),
        voted=kept.people(),
    )


def told_of(meeting: MeetingView, kept: Counted) -> Told:
    """The dots that a page may show: none before they are counted."""
    return tell(kept, meeting.ids) if meeting.stage in {Stage.COUNTED, Stage.AGREED} else HIDDEN


def link_of(meeting: MeetingView) -> str:
    """The whole address at which people put their dots."""
    settings: Settings = current_app.config["MIR_SETTINGS"]
    return settings.url + url_for("voting.page", code=meeting.code)


def to(meeting_id: str, anchor: str | None = None) -> Response:
    """Back to the meeting."""
    return redirect(url_for("choosing.one", meeting_id=meeting_id, _anchor=anchor))


def _with_dots(meeting_id: str) -> MeetingView:
    meeting = queries.meeting(store(), meeting_id)
    if meeting.stage not in {Stage.DOTS, Stage.COUNTED}:
        raise ConflictError(operations.GONE_ON)
    return meeting
