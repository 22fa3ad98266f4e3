"""The desk's pages for paper: what to print, and typing in what came back."""

import secrets
from collections.abc import Mapping

from flask import Blueprint, flash, get_flashed_messages, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir.db import store
from mir.errors import GoneError, NotFoundError
from mir.paper import pages, queries
from mir.paper.asking import asked
from mir.paper.booklet import FOR_PERSON, SHOWN_OF_HASH, Choice, form_of
from mir.paper.pages import Here
from mir.paper.steps import Saved, taken
from mir.providers.guard import needs
from mir.providers.may import May
from mir.respond.kinds.forms import plain
from mir.rounds.queries import edition, round_card
from mir.security import scripted
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice

bp = Blueprint("paper", __name__)

Page = str | Response | tuple[str, int]


@bp.get("/rounds/<round_id>/paper")
@needs(May.TYPE_PAPER)
def one(round_id: str) -> str:
    """Booklets to print, and the way to the page for typing them in."""
    card = round_card(store(), round_id)
    page = pages.paper_page(card, edition(store(), card.edition_hash), queries.disagreement(store(), card.id))
    return render_template("paper/paper.html", page=page)


@bp.get("/rounds/<round_id>/paper/key")
@needs(May.TYPE_PAPER)
@scripted
def key(round_id: str) -> Page:
    """An empty page for the next booklet, or the way back where the booklet is of other questions."""
    here = _here(round_id, request.args)
    printed = "".join(one for one in request.args.get("edition", "").lower() if one.isalnum())
    if printed and not here.edition.hash[:SHOWN_OF_HASH].startswith(printed):
        raise NotFoundError(
            "That booklet asks other questions than this round. Look at the foot of its pages and find "
            "the round that its first line names."
        )
    given = {"token": secrets.token_urlsafe(18)}
    page = pages.first_page(here, given, tenth=queries.is_tenth(store(), here.card.id))
    return render_template("paper/key.html", page=page, notes=get_flashed_messages())


@bp.post("/rounds/<round_id>/paper/key")
@needs(May.TYPE_PAPER)
@scripted
def save(round_id: str) -> Page:
    """Take what was typed, and go on to the next step or the next booklet."""
    here = _here(round_id, request.form)
    found = taken(here, {name: plain(value) for name, value in request.form.items()})
    if isinstance(found, Saved):
        _say(found)
        choice = here.choice
        return redirect(
            url_for(
                "paper.key",
                round_id=round_id,
                voice=choice.whose,
                presentation=choice.presentation,
                language=choice.language,
            )
        )
    status = 422 if found.problems else 200
    return render_template("paper/key.html", page=found, notes=[]), status


def chosen(whose: str, presentation: str, language: str) -> Choice:
    """What kind of booklet is meant. Raises NotFoundError for words that we do not know."""
    proxy = whose == FOR_PERSON
    voice = Voice.PERSON if proxy else whose
    if voice not in set(Voice) or presentation not in set(Presentation):
        raise NotFoundError("Go back and choose whose booklet it is.")
    return Choice(Voice(voice), Presentation(presentation), language or SOURCE_LANGUAGE, proxy=proxy)


def _here(round_id: str, fields: Mapping[str, str]) -> Here:
    card = round_card(store(), round_id)
    if not card.is_open:
        raise GoneError("This round is closed, and a closed round takes no more answers.")
    choice = chosen(*(fields.get(name, "") for name in ("voice", "presentation", "language")))
    asked_in = edition(store(), card.edition_hash)
    form = form_of(card, asked_in, choice)
    return Here(card, asked_in, choice, form, asked(form))


def _say(saved: Saved) -> None:
    """What the next page tells of the booklet that was saved."""
    flash("The booklet is saved.")
    if saved.left_out:
        numbers = ", ".join(map(str, saved.left_out))
        what = "question" if len(saved.left_out) == 1 else "questions"
        flash(
            f"Left out: {what} {numbers}. After this person’s other answers, it was not for them to answer. "
            "The same happens on screen."
        )
    if saved.twice:
        flash(f"Typed in twice: {saved.twice.number} answers, {len(saved.twice.different)} differed.")
