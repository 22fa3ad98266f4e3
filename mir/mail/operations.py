"""Putting a letter by, and sending what waits."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from mir import clock
from mir.db import Store
from mir.mail.models import Letter
from mir.mail.post import Post, PostError

CLAIM = timedelta(minutes=10)
"""After this a letter that somebody began to send is taken up by somebody else."""
LONGEST_WAIT = timedelta(hours=1)
MOST_TRIES = 173
"""Five in the first hour, then one an hour for a week. A link in it has long run out then."""
AT_A_TIME = 20
"""So few that a slow mail server has had them all before somebody else may take them up."""
KEPT = timedelta(days=30)
"""How long it is kept that a letter was sent; what was in it is not."""


@dataclass(frozen=True)
class NewLetter:
    """A letter to write: `about` names its kind, and no person."""

    about: str
    to: str
    subject: str
    body: str
    batch: str = ""
    """What many letters have in common, where it may be told how many of them have gone."""


@dataclass(frozen=True)
class Sent:
    """What came of sending: how many went, and how many wait."""

    went: int
    wait: int


def put_by(session: Session, letter: NewLetter, now: datetime) -> None:
    """Keep a letter until it is sent, in the transaction of the thing it tells of."""
    subject = " ".join(letter.subject.split())
    box = {"to": letter.to, "subject": subject, "body": letter.body}
    session.add(Letter(about=letter.about, box=box, due=now, batch=letter.batch or None))


def put_nothing_by(session: Session, now: datetime) -> None:
    """As much work as putting a letter by, so that the wait does not tell whether there was one."""
    session.add(Letter(about="nothing", box=None, state="sent", due=now))
    session.flush()  # as a step of its own, also where it comes twice


def send_waiting(store: Store, post: Post, now: datetime, *, at_once: bool = False) -> Sent:
    """Send one batch of the letters that are due, or of all. Each is marked as sent only after it went."""
    went = 0
    with store.writing() as session:
        session.execute(delete(Letter).where(Letter.state == "sent", Letter.due < now - KEPT))
    for letter_id in _claim(store, now, at_once=at_once):
        went += _send(store, post, letter_id, now)
    with store.reading() as session:
        wait = len(session.scalars(select(Letter.id).where(Letter.state != "sent")).all())
    return Sent(went, wait)


def send_all(store: Store, post: Post, *, at_once: bool = False) -> Sent:
    """Send batch after batch, until nothing is left or nothing more goes."""
    sent = send_waiting(store, post, clock.now(), at_once=at_once)
    went = sent.went
    while sent.went and sent.wait:
        sent = send_waiting(store, post, clock.now(), at_once=at_once)
        went += sent.went
    return Sent(went, sent.wait)


def _claim(store: Store, now: datetime, *, at_once: bool) -> list[str]:
    """Letters that nobody else sends meanwhile."""
    due = (Letter.state == "waiting") if at_once else (Letter.state != "sent") & (Letter.due <= now)
    # Somebody who waits for a link to sign in does not wait behind a thousand letters of a round.
    first = (Letter.batch.is_not(None), Letter.due)
    chosen = select(Letter.id).where(due).order_by(*first).limit(AT_A_TIME)
    with store.writing() as session:
        mine = session.scalars(
            update(Letter)
            .where(Letter.id.in_(chosen), due)
            .values(state="sending", due=now + CLAIM)
            .returning(Letter.id)
        )
        return list(mine)


def _send(store: Store, post: Post, letter_id: str, now: datetime) -> bool:
    with store.reading() as session:
        letter = session.get(Letter, letter_id)
        box = letter.box if letter else None
    if box is None:
        return False
    try:
        post.send(box["to"], box["subject"], box["body"])
    except PostError as error:
        _later(store, letter_id, str(error), now)
        return False
    with store.writing() as session:
        letter = session.get_one(Letter, letter_id)
        letter.state, letter.box, letter.problem = "sent", None, ""
    return True


def _later(store: Store, letter_id: str, problem: str, now: datetime) -> None:
    with store.writing() as session:
        letter = session.get_one(Letter, letter_id)
        letter.tries += 1
        if letter.tries >= MOST_TRIES:
            session.delete(letter)
            return
        wait = min(timedelta(minutes=2 ** min(letter.tries, 10)), LONGEST_WAIT)
        letter.state, letter.due, letter.problem = "waiting", now + wait, problem[:200]
