"""The page on which cards, letters, posters and booklets are chosen to be printed."""

from flask import render_template, request

from mir.authoring.words import LOOK_WORDS
from mir.db import store
from mir.errors import NotFoundError
from mir.i18n import name_in
from mir.providers.guard import needs
from mir.providers.may import May
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from mir.rounds.cards import VOICE_WORDS
from mir.rounds.operations import make_codes
from mir.rounds.queries import RoundCard, code_lists, edition, invited
from mir.running.handouts import MOST, WHAT_WORDS, Choice, Handout, What, handout, must_offer
from mir.running.views import bp, open_card, site_url
from surveys.edition import Edition
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice


@bp.get("/rounds/<round_id>/hand-out")
@needs(May.START_PEOPLE)
def hand_out(round_id: str) -> str:
    """What can be printed for this round."""
    return page(open_card(round_id))


def page(card: RoundCard, problem: Problem | None = None) -> str:
    """The page, with what was typed where something is wrong with it."""
    asked = edition(store(), card.edition_hash)
    return render_template(
        "running/hand_out.html",
        round=card,
        whats=tuple(WHAT_WORDS.items()),
        typed=request.form,
        problems=(problem,) if problem else (),
        choosers=choosers(asked),
        asked=invited(store(), card.id),
        most=MOST,
    )


def choosers(asked: Edition) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    """For whom, in which words, in which language: the name of a field, its label and its choices."""
    return (
        ("voice", "For whom?", tuple((one, VOICE_WORDS[one]) for one in asked.voices)),
        ("presentation", "In which words?", tuple((one, LOOK_WORDS[one]) for one in asked.presentations)),
        (
            "language",
            "In which language?",
            tuple((one, name_in(one, SOURCE_LANGUAGE)) for one in asked.languages),
        ),
    )


def choice_of(form: dict[str, str], asked: Edition) -> Choice:
    """What was chosen. Raises NotFoundError for what is not on offer."""
    voice, presentation = form.get("voice", ""), form.get("presentation", "")
    if voice not in set(Voice) or presentation not in set(Presentation):
        raise NotFoundError("Go back and choose from what this survey has.")
    choice = Choice(Voice(voice), Presentation(presentation), form.get("language") or SOURCE_LANGUAGE)
    must_offer(asked, choice)
    return choice


def wanted(card: RoundCard, form: dict[str, str]) -> Handout | Problem:
    """What to print, with new codes where each is to have its own; or what is wrong. Codes are made last."""
    asked = edition(store(), card.edition_hash)
    choice = choice_of(form, asked)
    if form.get("what") not in set(What):
        raise NotFoundError("Go back and choose what to print.")
    what = What(form["what"])
    if what is What.POSTER:
        codes = tuple(one.shared for one in code_lists(store(), card.id) if one.voice is choice.voice)
        return handout(card, asked, what, choice, (site_url(), codes))
    number = plain(form.get("number"))
    if not (number.isascii() and number.isdecimal() and len(number) < 6 and 1 <= int(number) <= MOST):  # noqa: PLR2004
        return Problem("number", f"Write how many you want in digits, from 1 to {MOST}.")
    codes = make_codes(store(), card.id, choice.voice, int(number))
    return handout(card, asked, what, choice, (site_url(), codes))
