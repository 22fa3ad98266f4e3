"""The page on which a lead makes keys for other programs and takes them back."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts.forms import not_typed
from mir.api import operations, queries
from mir.api.operations import LONGEST_NAME, NewKey, Scope
from mir.api.queries import Key
from mir.db import store
from mir.providers.guard import locates, needs
from mir.providers.may import May
from mir.providers.queries import place_of_organisation
from mir.providers.register import organisation_card
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from mir.security import me

bp = Blueprint("keys", __name__)

Page = str | Response | tuple[str, int]

locates("organisation_id", place_of_organisation)

SCOPES = (
    (Scope.ROUNDS, "Services, their rounds, and what was asked"),
    (Scope.RESULTS, "The scorecards of closed rounds"),
)


@dataclass(frozen=True)
class KeysPage:
    """The keys there are, and one that is being made."""

    organisation_id: str
    keys: tuple[Key, ...]
    name: str = ""
    scopes: frozenset[str] = frozenset(Scope)
    problems: tuple[Problem, ...] = ()
    made: str = ""
    """The key that was just made: it is shown this once."""

    def error(self, field: str) -> str:
        """What is wrong with this field."""
        return next((one.sentence for one in self.problems if one.field == field), "")


@bp.get("/organisations/<organisation_id>/keys")
@needs(May.KEEP_KEYS)
def every(organisation_id: str) -> str:
    """The keys of an organisation."""
    return _page(KeysPage(organisation_id, queries.keys_of(store(), organisation_id)))


@bp.post("/organisations/<organisation_id>/keys")
@needs(May.KEEP_KEYS)
def make(organisation_id: str) -> Page:
    """Make one, and show it this once."""
    name, scopes = plain(request.form.get("name")), frozenset(request.form.getlist("scope")) & set(Scope)
    problems = tuple(_problems(name, scopes))
    if problems:
        keys = queries.keys_of(store(), organisation_id)
        return _page(KeysPage(organisation_id, keys, name, scopes, problems)), 422
    new = NewKey(name, frozenset(map(Scope, scopes)))
    made = operations.make_key(store(), me(), organisation_id, new, clock.today())
    return _page(KeysPage(organisation_id, queries.keys_of(store(), organisation_id), made=made))


@bp.get("/organisations/<organisation_id>/keys/<key_id>/take-back")
@needs(May.KEEP_KEYS)
def ask_take_back(organisation_id: str, key_id: str) -> str:
    """What taking it back means."""
    return _taking_back(organisation_id, queries.key_of(store(), organisation_id, key_id))


@bp.post("/organisations/<organisation_id>/keys/<key_id>/take-back")
@needs(May.KEEP_KEYS)
def take_back(organisation_id: str, key_id: str) -> Page:
    """Make it worthless for good, once its name has been typed."""
    key, typed = queries.key_of(store(), organisation_id, key_id), request.form.get("name", "")
    wanted = not_typed(typed, key.name, "of the key to take it back")
    if wanted:
        return _taking_back(organisation_id, key, typed, wanted), 422
    operations.take_back(store(), organisation_id, key_id)
    return redirect(url_for("keys.every", organisation_id=organisation_id))


def _problems(name: str, scopes: frozenset[str]) -> list[Problem]:
    found = []
    if not name:
        found.append(Problem("name", "Write which program the key is for."))
    if len(name) > LONGEST_NAME:
        found.append(Problem("name", f"Make this shorter: at most {LONGEST_NAME} letters."))
    if not scopes:
        found.append(Problem("scope", "Choose what the program may read."))
    return found


def _taking_back(organisation_id: str, key: Key, typed: str = "", error: str = "") -> str:
    organisation = organisation_card(store(), organisation_id)
    return render_template("api/take_back.html", organisation=organisation, key=key, typed=typed, error=error)


def _page(page: KeysPage) -> str:
    organisation = organisation_card(store(), page.organisation_id)
    words = dict(SCOPES)
    return render_template(
        "api/keys.html", page=page, organisation=organisation, scopes=SCOPES, scope_words=words
    )
