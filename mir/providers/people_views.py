"""The pages for colleagues: who belongs to an organisation, inviting, changing and removing."""

from flask import Blueprint, flash, get_flashed_messages, redirect, render_template, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts.forms import Problem
from mir.db import store
from mir.errors import NotFoundError, RefusalError
from mir.limits import limiter
from mir.mail.operations import NewLetter
from mir.mail.postman import postman
from mir.mail.queries import is_held_up
from mir.providers import people
from mir.providers.forms import EVERY, ROLES, SOME, InviteForm, PostForm
from mir.providers.guard import needs
from mir.providers.letters import invitation
from mir.providers.may import BY_SERVICE, May
from mir.providers.people import Invited, Member
from mir.providers.register import organisation_card
from mir.providers.services import kept_services
from mir.security import me

bp = Blueprint("people", __name__)

Page = str | Response | tuple[str, int]
_AT = "/organisations/<organisation_id>/people"


@bp.get(_AT)
@needs(May.KEEP_PEOPLE)
def every(organisation_id: str) -> str:
    """Everybody who belongs to the organisation."""
    return render_template(
        "organisation/people.html",
        organisation=organisation_card(store(), organisation_id),
        members=people.members(store(), organisation_id),
        by_service=BY_SERVICE,
        me=me(),
        held_up=is_held_up(store()),
        notes=get_flashed_messages(),
    )


@bp.get(f"{_AT}/invite")
@needs(May.KEEP_PEOPLE)
def ask_invite(organisation_id: str) -> str:
    """A form for a colleague."""
    return _form(organisation_id, InviteForm(), None, ())


@bp.post(f"{_AT}/invite")
@needs(May.KEEP_PEOPLE)
@limiter.limit("60 per hour")
def invite(organisation_id: str) -> Page:
    """Make them a member and send them a link."""
    form = InviteForm()
    problems = form.problems()
    if problems:
        return _form(organisation_id, form, None, problems), 422
    who = Invited(form.email.data, form.name.data, form.post())
    try:
        people.invite(store(), organisation_id, who, _letter(organisation_id), clock.now())
    except NotFoundError:
        raise
    except RefusalError as error:
        return _form(organisation_id, form, None, [Problem("email", error.sentence)]), error.status
    postman().call()
    flash(f"A letter with a link is on its way to {who.email}. The link works once, for seven days.")
    return redirect(url_for("people.every", organisation_id=organisation_id))


@bp.get(f"{_AT}/<account_id>")
@needs(May.KEEP_PEOPLE)
def one(organisation_id: str, account_id: str) -> str:
    """What a colleague does, to change it."""
    member = people.member(store(), organisation_id, account_id)
    form = PostForm(
        role=member.role, reach=EVERY if member.every_service else SOME, services=list(member.services)
    )
    return _form(organisation_id, form, member, ())


@bp.post(f"{_AT}/<account_id>")
@needs(May.KEEP_PEOPLE)
def change(organisation_id: str, account_id: str) -> Page:
    """Keep what was chosen."""
    member, form = people.member(store(), organisation_id, account_id), PostForm()
    problems = form.problems()
    if problems:
        return _form(organisation_id, form, member, problems), 422
    try:
        people.change(store(), organisation_id, account_id, form.post())
    except NotFoundError:
        raise
    except RefusalError as error:
        return _form(organisation_id, form, member, [Problem("role", error.sentence)]), error.status
    flash(f"{member.name}: changed.")
    return redirect(url_for("people.every", organisation_id=organisation_id))


@bp.post(f"{_AT}/<account_id>/invite-again")
@needs(May.KEEP_PEOPLE)
@limiter.limit("30 per hour")
def invite_again(organisation_id: str, account_id: str) -> Response:
    """Send another link to somebody who has not come."""
    letter = _letter(organisation_id)
    people.invite_again(store(), organisation_id, account_id, letter, clock.now())
    postman().call()
    flash("Another letter is on its way.")
    return redirect(url_for("people.every", organisation_id=organisation_id))


@bp.get(f"{_AT}/<account_id>/remove")
@needs(May.KEEP_PEOPLE)
def ask_remove(organisation_id: str, account_id: str) -> str:
    """Ask once more."""
    return render_template(
        "organisation/remove_person.html",
        organisation=organisation_card(store(), organisation_id),
        member=people.member(store(), organisation_id, account_id),
    )


@bp.post(f"{_AT}/<account_id>/remove")
@needs(May.KEEP_PEOPLE)
def remove(organisation_id: str, account_id: str) -> Response:
    """Let them go."""
    people.remove(store(), organisation_id, account_id)
    if account_id == me():
        return redirect(url_for("rounds.desk"))
    flash("They no longer belong to your organisation.")
    return redirect(url_for("people.every", organisation_id=organisation_id))


def _letter(organisation_id: str) -> NewLetter:
    return invitation(organisation_card(store(), organisation_id).name)


def _form(
    organisation_id: str, form: PostForm, member: Member | None, problems: tuple[Problem, ...] | list[Problem]
) -> str:
    services = kept_services(store(), organisation_id)
    return render_template(
        "organisation/person.html",
        organisation=organisation_card(store(), organisation_id),
        form=form,
        member=member,
        roles=ROLES,
        services=[one for one in services if not one.closed_on],
        problems=tuple(problems),
    )
