"""The page that asks who helps, and the one that asks whether to delete answers because of it."""

from dataclasses import dataclass, replace

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import i18n
from mir.db import store
from mir.errors import RefusalError
from mir.i18n import Tongue
from mir.respond import helping, saving
from mir.respond.answering import Answering, answering
from mir.respond.draft import Helped
from mir.respond.forms import HelpForm
from mir.respond.kinds.typed import NOT_OURS
from mir.respond.pages import frame, switch_words
from mir.respond.refusals import HiddenAnswersError, StartAgainError
from mir.respond.shown import Choice, Frame, HelpPage, Problem

Page = str | Response | tuple[str, int]
Given = tuple[str | None, str | None]
"""What is chosen on the page: what help, and whose."""
UNKNOWN, NONE = "unknown", "none"
"""Help from somebody unnamed, and no help."""


@dataclass(frozen=True)
class AgainPage:
    """Whether to keep the answers so far and who gave them, or to delete them and start again."""

    frame: Frame
    action: str
    carried: dict[str, str]
    """What the page brings back beside the button: whose it is, what was chosen, and which answers it saw."""
    facts: tuple[str, ...]
    number: str
    """How many answers there are so far."""
    back: str
    """Where the way back leads, on which nothing is changed."""
    switch: str = ""
    tongues: tuple[Tongue, ...] = ()


def shown(here: Answering) -> str:
    """The page, with what is known already."""
    none = here.draft.help == NONE
    known = saving.to() or not none
    helper = here.draft.helper or (None if none else UNKNOWN)
    return _help(help_page(here, (here.draft.help, helper) if known else (None, None), saving.to()))


def save(here: Answering) -> Page:
    """Keep who helps and go on; or ask first, where answers would be taken for somebody else's."""
    form = HelpForm()
    problems, go = _problems(here, form), form.go.data or ""
    given: Given = (form.help.data, form.helper.data)
    if problems and go != "back" and not saving.stays(go):
        return _wrong(here, given, problems)
    if saving.stays(go):
        return _another_way(here, given, go)
    try:
        deleted = _keep(here, given, request.form.get("again", ""))
    except StartAgainError as error:
        return _again(here, given, error)
    except HiddenAnswersError:
        return _wrong(here, given, (Problem("help", here.words.help_hidden),))
    if go == "back" and not saving.to():
        return redirect(url_for("respond.consent"))
    return redirect(saving.at(None if saving.to() and not deleted else here.steps[0].code))


def help_page(here: Answering, given: Given, to: str) -> HelpPage:
    """The page that asks about help, with these two answers chosen."""
    service = i18n.isolated(here.round.service.name, i18n.interface(here.draft.language))
    symbols = {"none": "", "read_to_me": "listen", "wrote_for_me": "write", "answered_with_me": "talk"}
    return HelpPage(
        frame=frame(here),
        action=url_for("respond.save_help", to=to or None),
        of=here.held.tag,
        help_choices=tuple(
            Choice(value, words, symbols.get(value, "help")) for value, words in here.words.help_choices
        ),
        helper_choices=tuple(
            Choice(value, words.format(service=service)) for value, words in here.words.helper_choices
        ),
        chosen=given[0],
        helper=given[1],
        switch=switch_words(here),
        tongues=here.other_tongues,
    )


def _help(page: HelpPage) -> str:
    return render_template("respond/help.html", page=page)


def _wrong(here: Answering, given: Given, problems: tuple[Problem, ...]) -> Page:
    return _help(replace(help_page(here, given, saving.to()), problems=problems)), 422


def _another_way(here: Answering, given: Given, go: str) -> Page:
    """The same page in another look or language; what is chosen on it is kept where that asks nothing."""
    saving.switch(here, go)
    try:
        _keep(here, given, "")
    except (HiddenAnswersError, StartAgainError) as error:
        here = answering(here.held.tag)
        if isinstance(error, StartAgainError) and "again" in request.form:
            return _again(here, given, error)
        return _help(help_page(here, given, saving.to()))
    return redirect(saving.stay("respond.help_", to=saving.to() or None))


def _keep(here: Answering, given: Given, again: str) -> bool:
    """Keep what was chosen; whether that deleted answers."""
    help_, helper = given
    if not help_:
        return False
    helping.save_help(store(), here.held.secret, Helped(help_, None if helper == UNKNOWN else helper), again)
    return bool(again)


def _again(here: Answering, given: Given, error: StartAgainError) -> str:
    carried = {"help": given[0] or "", "helper": given[1] or "", "again": str(error.version)}
    number = i18n.number(error.number, i18n.interface(here.draft.language))
    return render_template("respond/again.html", page=again_page(here, carried, number))


def again_page(here: Answering, carried: dict[str, str], number: str) -> AgainPage:
    """The page that asks whether to delete so many answers. `carried` it brings back."""
    words, to = here.words, saving.to()
    now = words.again_now_own if here.by_proxy else words.again_now_proxy
    return AgainPage(
        frame=frame(here),
        action=url_for("respond.save_help", to=to or None),
        carried={"of": here.held.tag, **carried},
        facts=(*now, *words.again_choice),
        number=number,
        back=saving.at(None if to else here.furthest()),
        switch=switch_words(here),
        tongues=here.other_tongues,
    )


def _problems(here: Answering, form: HelpForm) -> tuple[Problem, ...]:
    """What has to be put right on the page about help."""
    for given in (form.help, form.helper):
        if given.data and not given.validate(form):
            raise RefusalError(NOT_OURS)
    if not form.help.data:
        return (Problem("help", here.words.choose_help),)
    if form.help.data != "none" and not form.helper.data:
        return (Problem("helper", here.words.choose_helper),)
    return ()
