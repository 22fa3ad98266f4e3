"""Sending links by e-mail and reminding, without learning who answered."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from mir.audit.operations import Done, note
from mir.db import Store
from mir.errors import ConflictError, GoneError, NotFoundError, RefusalError
from mir.providers.models import Service
from mir.respond.keys import new_key
from mir.rounds.codes import new_code
from mir.rounds.models import Code, Invitation, Mailing, Round, RoundState
from mir.running.addresses import LEAST
from mir.running.handouts import Choice
from surveys.framework import Presentation, Voice

MOST_REMINDERS = 2
PAUSE = timedelta(days=3)
"""Nobody is written to more often."""

_CHANCE = secrets.SystemRandom()


@dataclass(frozen=True)
class Posted:
    """One letter to write: where it goes, the code, and how it is put."""

    to: str
    code: str
    choice: Choice


Post = Callable[[Session, Sequence[Posted]], None]
"""Puts the letters by, in the transaction in which they get their codes: either both are there or neither."""


def _keep_none(_session: Session, _posted: Sequence[Posted]) -> None:
    """Whoever calls writes the letters by some other way."""


def invite(  # noqa: PLR0913, PLR0917 - the letters go with the change
    store: Store,
    round_id: str,
    choice: Choice,
    addresses: Sequence[str],
    today: date,
    post: Post = _keep_none,
) -> list[Posted]:
    """A new single-use code for each address, in an order by chance, and a letter put by with each.

    Kept until the last reminder: each address with its code, in a box. Raises ConflictError where
    somebody was written to already, and RefusalError for fewer than five people.
    """
    fresh = list(dict.fromkeys(addresses))
    if len(fresh) < LEAST:
        raise RefusalError(f"Send to at least {LEAST} people at once, so that a reminder points at nobody.")
    _CHANCE.shuffle(fresh)
    with store.writing() as session:
        _open(session, round_id)
        written = {one.box["to"].casefold() for one in session.scalars(_of(round_id))}
        known = [to for to in fresh if to.casefold() in written]
        if known:
            raise ConflictError(_already(len(known)))
        codes = _codes(session, len(fresh))
        posted = [Posted(to, code, choice) for to, code in zip(fresh, codes, strict=True)]
        # In an order of their own: two tables in the same order would tell which belong together.
        session.add_all(Code(text=code, round_id=round_id, voice=choice.voice) for code in sorted(codes))
        session.add_all(_invitation(round_id, one) for one in posted)
        _count(session, round_id, choice.voice, len(fresh), today)
        _note(session, round_id, f"sent links to {choice.voice}")
        post(session, posted)
    return posted


def remind(store: Store, round_id: str, voice: Voice, today: date, post: Post = _keep_none) -> list[Posted]:
    """The letters for those whose code has not been used. After the last reminder nothing is kept of them.

    Nobody is told how many there are.
    """
    with store.writing() as session:
        _open(session, round_id)
        mailing = session.get(Mailing, (round_id, voice), with_for_update=True)
        if mailing is None:
            raise NotFoundError("No links have been sent to these people, so there is nobody to remind.")
        refuse_reminder((mailing.reminders, mailing.last_on), today)
        used = set(session.scalars(select(Code.text).where(Code.round_id == round_id, Code.used)))
        rows = session.scalars(_of(round_id).where(Invitation.voice == voice)).all()
        waiting = [_posted(one, voice) for one in rows if one.box["code"] not in used]
        _note(session, round_id, f"sent a reminder to {voice}")
        mailing.reminders += 1
        mailing.last_on = today
        if mailing.reminders >= MOST_REMINDERS:
            _forget(session, round_id, voice)
        _CHANCE.shuffle(waiting)
        post(session, waiting)
    return waiting


def refuse_reminder(mailing: tuple[int, date], today: date) -> None:
    """Raises RefusalError where nobody may be reminded now: how often they were, and when last."""
    reminders, last_on = mailing
    if reminders >= MOST_REMINDERS:
        raise RefusalError("They have been reminded twice. That is enough, and their addresses are deleted.")
    if today - last_on < PAUSE:
        raise RefusalError(f"Wait {PAUSE.days} days after the last message, so that nobody is pressed.")


def forget(store: Store, round_id: str, voice: Voice) -> None:
    """Delete every address of this voice: nobody of them is reminded any more."""
    with store.writing() as session:
        mailing = session.get(Mailing, (round_id, voice), with_for_update=True)
        if mailing is None:
            raise NotFoundError
        _note(session, round_id, f"deleted the addresses of {voice}")
        mailing.reminders = MOST_REMINDERS
        _forget(session, round_id, voice)
    store.sweep()


def _note(session: Session, round_id: str, what: str) -> None:
    # That it was done, and to which group: never to whom, nor to how many.
    round_ = session.get_one(Round, round_id)
    service = session.get_one(Service, round_.service_id)
    note(session, Done(what, f"{round_.title}, {service.name}", service.organisation_id))


def _forget(session: Session, round_id: str, voice: Voice) -> None:
    session.execute(delete(Invitation).where(Invitation.round_id == round_id, Invitation.voice == voice))


def _of(round_id: str) -> Select[Invitation]:
    return select(Invitation).where(Invitation.round_id == round_id)


def _open(session: Session, round_id: str) -> None:
    round_ = session.get(Round, round_id, with_for_update=True)
    if round_ is None:
        raise NotFoundError
    if round_.state != RoundState.OPEN:
        raise GoneError("This round is closed, so nobody could use a link.")


def _codes(session: Session, number: int) -> list[str]:
    taken, fresh = set(session.scalars(select(Code.text))), set[str]()
    while len(fresh) < number:
        fresh |= {new_code()} - taken
    codes = list(fresh)
    _CHANCE.shuffle(codes)
    return codes


def _invitation(round_id: str, one: Posted) -> Invitation:
    box = {
        "to": one.to,
        "code": one.code,
        "language": one.choice.language,
        "presentation": one.choice.presentation,
    }
    return Invitation(key=new_key(), round_id=round_id, voice=one.choice.voice, box=box)


def _posted(row: Invitation, voice: Voice) -> Posted:
    choice = Choice(voice, Presentation(row.box["presentation"]), row.box["language"])
    return Posted(row.box["to"], row.box["code"], choice)


def _count(session: Session, round_id: str, voice: Voice, number: int, today: date) -> None:
    mailing = session.get(Mailing, (round_id, voice), with_for_update=True)
    if mailing is None:
        session.add(Mailing(round_id=round_id, voice=voice, number=number, reminders=0, last_on=today))
    elif mailing.reminders:
        raise ConflictError(
            "These people have been reminded already. Give those who came later a card or a letter."
        )
    else:
        mailing.number += number
        mailing.last_on = today


def _already(number: int) -> str:
    who = "One of these people has" if number == 1 else f"{number} of these people have"
    return f"{who} had a link already. Take out those whom you wrote to before, and send again."
