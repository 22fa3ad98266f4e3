"""Taking what a tablet sends: checked like a posted page, kept as a draft, and counted once."""

import logging
import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy.exc import IntegrityError
from werkzeug.datastructures import MultiDict

from mir.db import Store
from mir.errors import RefusalError
from mir.respond.browser import Held
from mir.respond.drafts import digest
from mir.respond.four_words import HOW_MANY, word_list
from mir.respond.kinds.forms import question_form
from mir.respond.kinds.typed import typed
from mir.respond.kinds.understood import NotUnderstoodError, understood
from mir.respond.leading_back import way_back
from mir.respond.models import HELP, HELPERS, NOTHING_YET, Draft, Kept, Taken, WayBack
from mir.respond.offered import LONGEST_COMMENT
from mir.respond.refusals import ClosedError
from mir.respond.sealing import seal_waiting
from mir.respond.words import STANDARD
from mir.rounds.models import Round, RoundState
from mir.rounds.queries import code_lists
from mir.tablet.envelopes import UnreadableError, opened
from mir.tablet.links import Lock
from surveys import journey
from surveys.edition import Edition, Step
from surveys.framework import Statement, Voice
from surveys.own.meant import Answer

log = logging.getLogger("mir")

KEY_LENGTH = 43
"""Of the number that the tablet made by chance: 32 bytes in letters."""
MOST_FIELDS = 500


def must_be_open(store: Store, round_id: str) -> None:
    """Raises ClosedError where this round takes no more answers, or is not there."""
    with store.reading() as session:
        found = session.get(Round, round_id)
        if found is None or found.state != RoundState.OPEN:
            raise ClosedError


def take(store: Store, lock: Lock, edition: Edition, envelope: object, site: str) -> bool:
    """Keep one person's answers; whether they are new. The same ones again change nothing.

    Those with four words are not sent by the person: they are kept as answers still being
    given, and only the words lead to them. `site` is the site's secret.
    Raises UnreadableError for what no page could have brought, and ClosedError.
    """
    found = opened(lock, envelope)
    key, voice, words = _key(found), _voice(edition, found), _words(found)
    kept = _kept(edition, found, unfinished=bool(words))
    secret = secrets.token_urlsafe(24)  # by chance, so that nothing leads from what was taken to the draft
    led = _led(store, lock, (voice, secret), words, site)
    try:
        with store.writing() as session:
            round_ = session.get(Round, lock.round_id, with_for_update={"key_share": True})
            if round_ is None or round_.state != RoundState.OPEN:
                raise ClosedError
            mark = digest(f"taken {key}")
            if session.get(Taken, mark) is not None:
                return False
            session.add(Taken(digest=mark, round_id=lock.round_id))
            session.flush()  # two that come at once: the second stops here
            session.add(
                Draft(
                    digest=digest(secret),
                    round_id=lock.round_id,
                    voice=voice,
                    edition_hash=edition.hash,
                    kept=kept,
                    version=1,
                    sent=not words,
                )
            )
            session.add_all(led)
    except IntegrityError:
        return _again(store, key)
    _seal(store, lock.round_id)
    return True


def _led(
    store: Store, lock: Lock, begun: tuple[Voice, str], words: tuple[str, ...], site: str
) -> tuple[WayBack, ...]:
    if not words:
        return ()
    code = next(one.shared for one in code_lists(store, lock.round_id) if one.voice == begun[0])
    return (way_back(words, Held(code, begun[1]), lock.round_id, site),)


def _again(store: Store, key: str) -> bool:
    with store.reading() as session:
        if session.get(Taken, digest(f"taken {key}")) is None:
            raise ClosedError
    return False


def _seal(store: Store, round_id: str) -> None:
    try:
        seal_waiting(store, round_id)
    except Exception as error:  # noqa: BLE001 - the answers are safe already, and the tablet must hear so
        log.error("sealing must wait: %s", type(error).__name__)  # noqa: TRY400 - a trace may hold answers


def _key(found: Mapping[str, Any]) -> str:
    key = found.get("key")
    if not isinstance(key, str) or len(key) != KEY_LENGTH or not key.isascii():
        raise UnreadableError
    return key


def _voice(edition: Edition, found: Mapping[str, Any]) -> Voice:
    voice = _among(found.get("voice"), edition.voices)
    return Voice(voice)


def _words(found: Mapping[str, Any]) -> tuple[str, ...]:
    words = found.get("words", [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise UnreadableError
    if words and (len(words) != HOW_MANY or not set(words) <= set(word_list())):
        raise UnreadableError
    return tuple(words)


def _kept(edition: Edition, found: Mapping[str, Any], *, unfinished: bool) -> Kept:
    answers, comments = _answers(edition, _voice(edition, found), found.get("fields"))
    if not (answers or comments or unfinished):
        raise UnreadableError
    help_ = _among(found.get("help"), HELP)
    helper = found.get("helper")
    return NOTHING_YET | {
        "presentation": _among(found.get("presentation"), edition.presentations),
        "language": _among(found.get("language"), edition.languages),
        "how": "tablet",
        "help": help_,
        "helper": None if help_ == "none" else _among(helper, HELPERS),
        "answers": answers,
        "comments": comments,
    }


def _among(value: object, offered: Any) -> Any:  # noqa: ANN401 - texts, or None among them
    if not isinstance(value, str | None) or value not in offered:
        raise UnreadableError
    return value if value is None else str(value)


def _answers(edition: Edition, voice: Voice, fields: object) -> tuple[dict[str, Answer], dict[str, str]]:
    """What stood on each page, read as if it had been posted."""
    steps = {step.code: step for step in journey.every(edition, voice)}
    if not isinstance(fields, dict) or not set(fields) <= set(steps):
        raise UnreadableError
    answers: dict[str, Answer] = {}
    comments: dict[str, str] = {}
    for code, pairs in fields.items():
        answer, comment = _page(edition, steps[code], pairs)
        if answer is not None:
            answers[code] = answer
        if comment:
            comments[code] = comment
    return answers, comments


def _page(edition: Edition, step: Step, pairs: object) -> tuple[Answer | None, str]:
    form = question_form(edition, step)(MultiDict(_pairs(pairs)), meta={"csrf": False})
    comment = form.comment.data if edition.comments and isinstance(step, Statement) else ""
    if len(comment) > LONGEST_COMMENT:
        raise UnreadableError
    try:
        return understood(step, typed(step, form), STANDARD), comment
    except (NotUnderstoodError, RefusalError) as error:
        raise UnreadableError from error


def _pairs(pairs: object) -> list[tuple[str, str]]:
    if not isinstance(pairs, list) or len(pairs) > MOST_FIELDS:
        raise UnreadableError
    found = [tuple(pair) for pair in pairs if isinstance(pair, list)]
    if len(found) != len(pairs) or not all(_is_pair(pair) for pair in found):
        raise UnreadableError
    return [(name, value) for name, value in found]


def _is_pair(pair: tuple[object, ...]) -> bool:
    return len(pair) == 2 and all(isinstance(part, str) for part in pair)  # noqa: PLR2004 - a name and a value
