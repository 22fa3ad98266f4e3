"""Keeping what a page of a return sent, and where it leads: on, back with what is wrong, or to a choice."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.db import store
from mir.errors import ConflictError, RefusalError
from mir.pages import day
from mir.returns import forms, operations, pages, queries
from mir.returns.adding import Hand
from mir.returns.asks import Line
from mir.returns.files import ACCEPTED, OFFERED
from mir.returns.operations import NewAnswer
from mir.returns.queries import Whole
from mir.returns.words import EVERY_WINDOW, WINDOW_HINTS
from mir.security import me

Page = str | Response | tuple[str, int]

CONFLICT, WRONG = 409, 422


def hand() -> Hand:
    """Whoever has signed in, now."""
    return Hand(me(), clock.now())


def keep(found: Whole, asked: Line) -> Page:
    """Keep the answer and what was added to it, and go where the button leads."""
    sent = forms.read(asked, request.form, request.files.get("file"), clock.today())
    if sent.problems:
        return line_page(pages.line_page(store(), found, asked, sent.typed, sent.problems)), WRONG
    try:
        operations.save(store(), hand(), found.card.id, sent.answer, sent.added)
    except ConflictError:
        return _two_windows(found.card.id, asked, sent.answer)
    except RefusalError as error:
        problem = forms.Problem("file", error.sentence)
        return line_page(pages.line_page(store(), found, asked, sent.typed, (problem,))), WRONG
    return _onward(found, asked)


def line_page(page: pages.LinePage) -> str:
    """One line, laid out."""
    return render_template(
        "returns/line.html",
        page=page,
        windows=EVERY_WINDOW,
        window_hints=WINDOW_HINTS,
        offered=OFFERED,
        accepted=ACCEPTED,
    )


def _two_windows(return_id: str, asked: Line, mine: NewAnswer) -> Page:
    """Both answers, to choose from; or why nothing can be kept any more."""
    found = queries.whole(store(), me(), return_id)
    if found.card.finished_on:
        sentence = f"This return was finished on {day(found.card.finished_on)}. Open it again to change it."
        raise ConflictError(sentence)
    page = render_template(
        "returns/two_windows.html",
        card=found.card,
        standing=pages.line_view(found, asked),
        mine=mine,
        mine_view=choice.words if (choice := asked.choice(mine.view)) else "",
    )
    return page, CONFLICT


def _onward(found: Whole, asked: Line) -> Response:
    """Where the button that was pressed leads, once everything is kept."""
    go, _, evidence_id = request.form.get("go", "").partition(":")
    here, return_id = url_for("returns.line", return_id=found.card.id, line=asked.code), found.card.id
    if go in {"remove", "back"}:
        operations.set_removed(store(), hand(), return_id, evidence_id, removed=go == "remove")
        return redirect(f"{here}?said={'removed' if go == 'remove' else 'back'}#evidence")
    if go == "next":
        after = found.card.asked.after(asked.code)
        to = (
            url_for("returns.line", return_id=return_id, line=after.code)
            if after
            else url_for("returns.one", return_id=return_id)
        )
        return redirect(to)
    return redirect(f"{here}?said={'added#evidence' if go == 'add' else 'kept'}")
