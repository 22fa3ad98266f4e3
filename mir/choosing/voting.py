"""Where people put their dots: on their own device, without a name, and without script."""

import secrets
from dataclasses import replace
from functools import partial

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from mir import i18n
from mir.choosing import dotting, queries
from mir.choosing.ballots import CodePage, DotsPage, Option
from mir.choosing.dotting import Ballot, not_now
from mir.choosing.meetings import MeetingView
from mir.choosing.models import Side, Stage
from mir.choosing.queries import worded
from mir.choosing.words import DotWords, dot_words
from mir.db import store
from mir.errors import NotFoundError
from mir.i18n import Tongue
from mir.limits import limiter
from mir.policy import may_script
from mir.respond.pages import other_known
from mir.respond.saving import stays, switch_without_answers
from mir.respond.shown import Problem, frame_in
from mir.rounds.codes import tidy
from mir.rounds.queries import edition
from scoring.protection.disclosure import Thresholds
from surveys.framework import Presentation

bp = Blueprint("voting", __name__)
bp.after_request(may_script)

Page = str | Response | tuple[str, int]

KEPT_IN_BROWSER = 8
"""Meetings that one browser remembers."""


@bp.before_request
def keep_language() -> None:
    """Whoever came by a link in a language goes on in it, also where something is to be put right."""
    if (asked := request.args.get("language", "")) in i18n.known():
        i18n.speak(asked)


@bp.get("/vote")
@limiter.limit("60 per minute")
def find() -> Page:
    """Ask for the code on the screen, and lead to its page."""
    frame = frame_in(i18n.here(), Presentation.EASY_READ, ("", "", ""))
    page = CodePage(frame, _words(Presentation.EASY_READ), request.args.get("code", ""))
    if "code" not in request.args:
        return render_template("voting/code.html", page=page)
    try:
        return redirect(url_for("voting.page", code=queries.meeting_with(store(), tidy(page.typed)).code))
    except NotFoundError:
        wrong = replace(page, problems=(Problem("code", page.words.code_problem),))
        return render_template("voting/code.html", page=wrong), 404


@bp.get("/vote/<code>")
@limiter.limit("120 per minute")
def page(code: str) -> str:
    """The wall to choose from; or that it is too early, too late, or done."""
    meeting, read = queries.meeting_with(store(), code), _read(request.args.get("read", ""))
    if meeting.stage is Stage.DOTS and not _has_put(meeting):
        _chance(meeting)
        return render_template("voting/dots.html", page=_dots(meeting, read))
    return _beside(meeting, read)


@bp.post("/vote/<code>")
@limiter.limit("120 per minute")
def put(code: str) -> Page:
    """Count one person's dots once, or say what is to be put right and keep what was chosen."""
    meeting, read = queries.meeting_with(store(), code), _read(request.form.get("read", ""))
    go = request.form.get("go", "")
    if go == "another":
        _start_anew(meeting)
        return redirect(url_for("voting.page", code=code, read=read.value))
    if stays(go):
        return _another_way(meeting, read, go)
    if _has_put(meeting):
        return redirect(url_for("voting.page", code=code, read=read.value))
    found = _sent(_dots(meeting, read))
    problems = tuple(_problems(found, meeting))
    if problems:
        return render_template("voting/dots.html", page=replace(found, problems=problems)), 422
    ballot = Ballot(Side(found.who), found.chosen, _chance(meeting))
    dotting.put_dots(store(), code, meeting.turn, ballot)
    _remember(meeting, "")
    return redirect(url_for("voting.page", code=code, read=read.value))


def _another_way(meeting: MeetingView, read: Presentation, go: str) -> str:
    """The page with what was chosen on it, in another look, in other words or in another language."""
    switch_without_answers(go)
    shown = _dots(meeting, _other(read) if go == "switch" else read)
    return render_template("voting/dots.html", page=_sent(shown))


def _problems(page: DotsPage, meeting: MeetingView) -> list[Problem]:
    if meeting.stage is not Stage.DOTS:
        raise not_now()
    words = page.words
    if request.form.get("turn", "") != str(meeting.turn) or not page.chosen <= set(meeting.ids):
        return [Problem("chosen", words.changed)]
    found = []
    if page.who not in set(Side):
        found.append(Problem("who", words.choose_who))
    if not page.chosen:
        found.append(Problem("chosen", words.choose_some))
    if len(page.chosen) > meeting.most_dots:
        numbers = {"chosen": len(page.chosen), "most": meeting.most_dots}
        found.append(Problem("chosen", words.too_many.format(**numbers)))
    return found


def _dots(meeting: MeetingView, read: Presentation) -> DotsPage:
    frame = frame_in(i18n.here(), read, (meeting.service.name, meeting.service.organisation, ""))
    words, most = _words(read), meeting.most_dots
    asked = edition(store(), meeting.round.edition_hash)
    least = Thresholds().nothing_below
    return DotsPage(
        frame=frame,
        words=words,
        read=read.value,
        code=meeting.code,
        turn=meeting.turn,
        lead=words.dots.of(most).format(number=most),
        options=tuple(
            Option(one.id, one.letter, one.symbol, worded(asked, one, read, frame.language), one.better)
            for one in meeting.wall
        ),
        kept=tuple(sentence.format(least=least) for sentence in words.kept),
        switch=frame.words.switch_to_standard if frame.easy else frame.words.switch_to_easy,
        tongues=_tongues(asked.languages),
    )


def _beside(meeting: MeetingView, read: Presentation) -> str:
    """Before the dots, after one's own, and after all are counted."""
    page = _dots(meeting, read)
    here = partial(url_for, "voting.page", code=meeting.code)
    tongues = tuple(
        replace(one, address=here(read=read.value, language=one.language)) for one in page.tongues
    )
    chosen = [one.card.id for one in meeting.priorities]
    shown = replace(
        page,
        frame=replace(page.frame, tongues=tongues),
        tongues=(),
        switch="",
        options=tuple(one for wanted in chosen for one in page.options if one.value == wanted),
    )
    what = {Stage.WALL: "waiting", Stage.DOTS: "thanks", Stage.COUNTED: "over", Stage.AGREED: "agreed"}
    other = here(read=_other(read).value)
    return render_template(
        "voting/beside.html", page=shown, state=what[meeting.stage], other=other, other_words=page.switch
    )


def _sent(page: DotsPage) -> DotsPage:
    """The page with what was chosen on it."""
    return replace(page, who=request.form.get("who", ""), chosen=frozenset(request.form.getlist("chosen")))


def _tongues(languages: tuple[str, ...]) -> tuple[Tongue, ...]:
    return tuple(one for one in other_known() if one.language in languages)


def _words(read: Presentation) -> DotWords:
    return i18n.translated(dot_words(read), i18n.here())


def _read(asked: str) -> Presentation:
    return Presentation.STANDARD if asked == Presentation.STANDARD else Presentation.EASY_READ


def _other(read: Presentation) -> Presentation:
    return Presentation.STANDARD if read is Presentation.EASY_READ else Presentation.EASY_READ


def _key(meeting: MeetingView) -> str:
    return f"{meeting.code}-{meeting.turn}"


def _has_put(meeting: MeetingView) -> bool:
    """Whether dots were put in this browser, in this turn."""
    kept: dict[str, str] = session.get("dots", {})
    return kept.get(_key(meeting)) == ""


def _chance(meeting: MeetingView) -> str:
    """What this browser holds by chance for this turn."""
    kept: dict[str, str] = session.get("dots", {})
    return kept.get(_key(meeting)) or _remember(meeting, secrets.token_urlsafe(12))


def _start_anew(meeting: MeetingView) -> None:
    """Somebody else uses this device: what it holds is of nobody yet."""
    _remember(meeting, secrets.token_urlsafe(12))


def _remember(meeting: MeetingView, chance: str) -> str:
    others = {name: value for name, value in session.get("dots", {}).items() if name != _key(meeting)}
    session["dots"] = dict([*others.items(), (_key(meeting), chance)][-KEPT_IN_BROWSER:])
    return chance
