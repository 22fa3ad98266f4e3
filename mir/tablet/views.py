"""A shared tablet: setting it up, its start page, what it keeps for want of internet, and what it sends."""

from flask import Blueprint, abort, current_app, jsonify, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from mir import clock, i18n
from mir.config import Settings
from mir.db import store
from mir.errors import RefusalError
from mir.places import STATIC
from mir.policy import offline
from mir.respond import browser, drafts, leading_back
from mir.rounds import queries
from mir.rounds.queries import RoundCard
from mir.security import csrf, limiter
from mir.tablet import devices, keeping, links, pages, taking
from mir.tablet.envelopes import UnreadableError
from mir.tablet.links import Lock, TakenBackError
from mir.tablet.words import told
from surveys.edition import Edition

bp = Blueprint("tablet", __name__)


@bp.record_once
def _mark_what_draws(_state: object) -> None:
    keeping.drawn_by()  # before anything on the disk is replaced by a later version


Page = str | Response | tuple[Response, int]


@bp.get("/tablet/set-up/<secret>")
@limiter.limit("20 per minute")
def ask(secret: str) -> str:
    """What setting up means, and the button that does it."""
    card = queries.round_card(store(), links.lock(store(), secret).round_id)
    return render_template("tablet/set_up.html", card=card, secret=secret)


@bp.post("/tablet/set-up/<secret>")
@limiter.limit("20 per minute")
def set_up(secret: str) -> Response:
    """Make this a shared tablet."""
    lock, known = links.lock(store(), secret), browser.device()
    if not devices.set_up_again(store(), known, lock, secret):
        known = devices.set_up(store(), lock, secret, request.form.get("name", ""), clock.today())
    browser.share(secret, known)
    return redirect(url_for("tablet.start"))


@bp.get("/tablet/")
@offline
def start() -> str:
    """Who is answering? Nothing of anybody before is left."""
    _forget()
    _lock, card, edition = _here()
    page = pages.start_page(card, edition, keeping.version(card, edition))
    return render_template("tablet/start.html", page=page, told=told(page.words))


@bp.post("/tablet/")
def begin() -> Response:
    """Begin afresh, with the ordinary pages: the way for a tablet without script."""
    _forget()
    _lock, card, edition = _here()
    voice = request.form.get("voice", "")
    code = next((one.shared for one in queries.code_lists(store(), card.id) if one.voice == voice), None)
    if code is None or voice not in edition.voices:
        abort(400)
    return redirect(url_for("respond.welcome", code=code))


@bp.get("/tablet/everything.json")
@offline
def everything() -> Page:
    """What the tablet has to keep; or in plain words why it takes no answers any more."""
    try:
        taking.must_be_open(store(), request.args.get("round", ""))
        lock, card, edition = _here()
    except RefusalError as error:
        return _refused(error)
    settings: Settings = current_app.config["MIR_SETTINGS"]
    return jsonify(keeping.everything(lock, card, edition, settings))


@bp.get("/tablet/pages.json")
@offline
def drawn() -> Response:
    """Every page of one way to be asked."""
    _lock, card, edition = _here()
    asked = (request.args.get("voice"), request.args.get("language"), request.args.get("read"))
    way = next(
        (one for one in pages.ways(edition) if asked == (one.voice, one.language, one.presentation)), None
    )
    if way is None:
        abort(404)
    if not keeping.is_drawn_so(request.args.get("v", ""), card, edition):
        abort(409)
    return jsonify(pages.drawn(card, edition, way))


@bp.get("/tablet/worker.js")
@offline
def worker() -> Response:
    """The script that answers for the site without internet: for what lies below its own address."""
    script = (STATIC / "tablet-worker.js").read_text("utf-8")
    return current_app.response_class(script, mimetype="text/javascript")


@bp.post("/tablet/heard")
@csrf.exempt  # type: ignore[untyped-decorator]  # as for what it takes
@limiter.limit("240 per minute")
def heard() -> Page:
    """What a tablet says of itself, for the desk."""
    told = request.get_json(silent=True)
    found = told if isinstance(told, dict) else {}
    waits, unfinished = (found.get(name) for name in ("waits", "unfinished"))
    if not isinstance(waits, int) or not isinstance(unfinished, int):
        abort(422)
    sent = found.get("sent") is True
    devices.heard(store(), browser.device(), (waits, unfinished), clock.today(), sent=sent)
    return jsonify({})


@bp.post("/tablet/take")
@csrf.exempt  # type: ignore[untyped-decorator]  # the cookie travels with our own pages only (SameSite), and a form cannot send JSON
@limiter.limit("240 per minute")
def take() -> Page:
    """Take one person's answers. Sent again, they count once."""
    try:
        sent = request.get_json()
        if not isinstance(sent, dict):
            raise UnreadableError
        taking.must_be_open(store(), str(sent.get("round", "")))
        lock = links.lock(store(), browser.shared() or "")
        devices.must_not_be_away(store(), browser.device())
        if sent.get("round") != lock.round_id:
            raise UnreadableError
        card = queries.round_card(store(), lock.round_id)
        edition = queries.edition(store(), card.edition_hash)
        site: Settings = current_app.config["MIR_SETTINGS"]
        return jsonify(new=taking.take(store(), lock, edition, sent.get("envelope"), site.secret_key))
    except RefusalError as error:
        return _refused(error)
    except (BadRequest, RecursionError):
        return jsonify(sentence=UnreadableError.sentence), UnreadableError.status


def _refused(error: RefusalError) -> Page:
    return jsonify(
        heading=i18n.say(error.heading), sentence=i18n.say(error.said, **error.facts)
    ), error.status


def _forget() -> None:
    for held in browser.start_fresh():
        # Whoever has four words can come back.
        if not leading_back.has_words(store(), held.secret):
            drafts.drop(store(), held.secret)


def _here() -> tuple[Lock, RoundCard, Edition]:
    secret = browser.shared()
    if secret is None:
        raise TakenBackError
    lock = links.lock(store(), secret)
    devices.must_not_be_away(store(), browser.device())
    card = queries.round_card(store(), lock.round_id)
    today = clock.today()
    edition = queries.edition(store(), card.edition_hash)
    drafts.must_be_open(pages.door(card, edition.voices[0]), today)
    return lock, card, edition
