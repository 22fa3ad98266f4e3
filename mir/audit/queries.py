"""Reading the record, and finding out whether it is whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mir.audit.models import Deed
from mir.audit.operations import Row
from mir.db import Store

AT_A_TIME = 1_000


@dataclass(frozen=True)
class Found:
    """What checking the record found. `broken` is the first row that does not fit; `why` says how."""

    rows: int
    last: str
    broken: int | None = None
    why: str = ""


def deeds(store: Store, organisation_id: str, most: int | None = None) -> tuple[Row, ...]:
    """What was done in an organisation, the latest first."""
    chosen = select(Deed).where(Deed.organisation_id == organisation_id).order_by(Deed.number.desc())
    with store.reading() as session:
        return tuple(map(_row, session.scalars(chosen.limit(most) if most else chosen)))


def every(store: Store) -> tuple[Row, ...]:
    """The whole record, the first row first."""
    with store.reading() as session:
        return tuple(_row(deed) for deed in _each(session))


def verify(store: Store, remembered: str = "") -> Found:
    """Go through the whole chain. `remembered` is a sum that was written down: it must still be there."""
    before, number, seen = "", 0, not remembered
    with store.reading() as session:
        for deed in _each(session):
            number += 1
            why = _wrong(deed, number, before)
            if why:
                return Found(number, before, number, why)
            before, seen = deed.sum, seen or deed.sum == remembered
    if not seen:
        return Found(number, before, number + 1, "the row whose sum you wrote down is no longer there")
    return Found(number, before)


def _wrong(deed: Deed, number: int, before: str) -> str:
    if deed.number != number:
        return f"row {number} is missing"
    if deed.before != before:
        return "it does not follow from the row before"
    return "" if _row(deed).sum == deed.sum else "what it says was changed after it was written"


def _each(session: Session) -> Iterator[Deed]:
    last = -1
    while found := session.scalars(
        select(Deed).where(Deed.number > last).order_by(Deed.number).limit(AT_A_TIME)
    ).all():
        yield from found
        last = found[-1].number
        session.expunge_all()  # a long record is not held whole


def _row(deed: Deed) -> Row:
    return Row(
        deed.number,
        deed.at,
        deed.account_id,
        deed.who,
        deed.organisation_id,
        deed.what,
        deed.about,
        deed.before,
    )
