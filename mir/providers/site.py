"""For whoever looks after the whole site: its organisations, and the letters that wait. No results."""

from flask import Blueprint, flash, get_flashed_messages, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts.forms import Problem, address_problem, line, name_problem
from mir.db import store
from mir.errors import RefusalError
from mir.mail.postman import postman
from mir.mail.queries import waiting
from mir.providers import people
from mir.providers.guard import owners_only
from mir.providers.letters import invitation
from mir.providers.models import Role
from mir.providers.operations import new_organisation
from mir.providers.people import Invited, Post
from mir.providers.register import organisations

bp = Blueprint("site", __name__)

Page = str | Response | tuple[str, int]


@bp.get("/site")
@owners_only
def one() -> str:
    """The organisations, and a form for another one."""
    return _page({}, ())


@bp.post("/site/organisations")
@owners_only
def add() -> Page:
    """Add an organisation, and invite the person who leads it."""
    typed = {name: line(request.form.get(name)) for name in ("organisation", "name", "email")}
    found = {
        "organisation": name_problem(typed["organisation"]),
        "name": name_problem(typed["name"]),
        "email": address_problem(typed["email"]),
    }
    problems = [Problem(field, sentence) for field, sentence in found.items() if sentence]
    if not problems:
        try:
            made = new_organisation(store(), typed["organisation"])
        except RefusalError as error:
            problems = [Problem("organisation", error.sentence)]
        else:
            lead = Invited(typed["email"], typed["name"], Post(Role.LEAD))
            people.invite(store(), made, lead, invitation(typed["organisation"]), clock.now())
            postman().call()
            flash(f"{typed['organisation']} is added. A letter is on its way to {typed['email']}.")
            return redirect(url_for("site.one"))
    return _page(typed, tuple(problems)), 422


@bp.post("/site/letters")
@owners_only
def send() -> Response:
    """Try the letters that wait once more."""
    postman().call()
    flash("The letters are tried again now.")
    return redirect(url_for("site.one"))


def _page(typed: dict[str, str], problems: tuple[Problem, ...]) -> str:
    return render_template(
        "organisation/site.html",
        organisations=organisations(store()),
        letters=waiting(store()),
        typed=typed,
        problems=problems,
        notes=get_flashed_messages(),
    )
