"""The second step: six digits from an app, or a code that was written down."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

import pyotp
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from mir import clock
from mir.accounts import throttle
from mir.accounts.letters import SECOND_OFF, changed
from mir.accounts.models import Account, RecoveryCode, SecondStep
from mir.accounts.queries import Person
from mir.accounts.throttle import SECOND
from mir.audit.operations import Done, note
from mir.config import Settings
from mir.db import Store
from mir.errors import RefusalError
from mir.mail.operations import put_by

HOW_MANY = 10
_HALF_MINUTE = 30
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_LONG = 10
ISSUER = "Making it Real"


@dataclass(frozen=True)
class Offer:
    """A secret for an app that is not in use yet, and the address that the app reads as a QR picture."""

    secret: str
    address: str


def offer(person: Person, secret: str = "") -> Offer:
    """A new secret for this person's app; the same again where a page is shown once more."""
    secret = secret if _is_secret(secret) else pyotp.random_base32()
    address = pyotp.TOTP(secret).provisioning_uri(name=person.email, issuer_name=ISSUER)
    return Offer(secret, address)


def is_on(store: Store, account_id: str) -> bool:
    """Whether this account signs in with a second step."""
    with store.reading() as session:
        chosen = select(SecondStep.account_id).where(SecondStep.account_id == account_id)
        return session.scalar(chosen) is not None


def codes_left(store: Store, account_id: str) -> int:
    """How many of the codes to write down are still unused."""
    with store.reading() as session:
        counted = select(func.count()).where(RecoveryCode.account_id == account_id)
        return session.scalar(counted) or 0


def switch_on(store: Store, person: Person, secret: str, digits: str, now: datetime) -> tuple[str, ...]:
    """Sign in with a second step from now on; the codes to write down. Raises RefusalError."""
    step = _step(secret, digits, now) if _is_secret(secret) else None
    if step is None:
        raise RefusalError("These are not the six digits that the app shows now. Try the next ones.")
    with store.writing() as session:
        session.merge(SecondStep(account_id=person.id, box={"secret": secret}, last=step))
        codes = _new_codes(session, person.id)
        note(session, Done("switched the second step on"))
    return codes


def switch_off(store: Store, settings: Settings, account_id: str) -> None:
    """Sign in without a second step from now on, and a letter says so. Where it was off, nothing happens."""
    with store.writing() as session:
        mine = delete(SecondStep).where(SecondStep.account_id == account_id)
        was_on = session.scalar(mine.returning(SecondStep.account_id)) is not None
        session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
        if was_on:
            account = session.get_one(Account, account_id)
            note(session, Done("switched the second step off", account.email))
            more = " From now on your password alone lets you in."
            put_by(session, changed(settings, account.email, SECOND_OFF, more), clock.now())


def new_codes(store: Store, person: Person) -> tuple[str, ...]:
    """New codes to write down; the old ones are dead."""
    with store.writing() as session:
        if session.get(SecondStep, person.id) is None:
            raise RefusalError("Switch the second step on first.")
        note(session, Done("made new codes for the second step"))
        return _new_codes(session, person.id)


def passes(store: Store, account_id: str, typed: str, now: datetime) -> bool:
    """Whether these are the digits of this half minute, or an unused code. Each counts once."""
    throttle.count(store, SECOND, account_id, now)
    with store.writing() as session:
        good = _digits_pass(session, account_id, typed, now) or _code_passes(session, account_id, typed)
        if good:
            throttle.forget(session, SECOND, account_id)
    return good


def _digits_pass(session: Session, account_id: str, typed: str, now: datetime) -> bool:
    row = session.get(SecondStep, account_id, with_for_update=True)
    step = _step(str(row.box["secret"]), typed, now) if row else None
    if row is None or step is None or step <= row.last:
        return False
    row.last = step
    return True


def _code_passes(session: Session, account_id: str, typed: str) -> bool:
    used = session.scalar(
        delete(RecoveryCode)
        .where(RecoveryCode.account_id == account_id, RecoveryCode.digest == _digest(account_id, typed))
        .returning(RecoveryCode.digest)
    )
    return used is not None


def _step(secret: str, typed: str, now: datetime) -> int | None:
    """The half minute whose digits these are: this one, or the one before or after for a slow clock."""
    digits = "".join(typed.split())
    if len(digits) != 6 or not (digits.isascii() and digits.isdigit()):  # noqa: PLR2004 - six digits
        return None
    here, totp = int(now.timestamp()) // _HALF_MINUTE, pyotp.TOTP(secret)
    near = (here, here - 1, here + 1)
    return next((one for one in near if secrets.compare_digest(totp.generate_otp(one), digits)), None)


def _new_codes(session: Session, account_id: str) -> tuple[str, ...]:
    session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    codes = tuple("".join(secrets.choice(_LETTERS) for _ in range(_LONG)) for _ in range(HOW_MANY))
    session.add_all(RecoveryCode(digest=_digest(account_id, code), account_id=account_id) for code in codes)
    return tuple(f"{code[:5]}-{code[5:]}" for code in codes)


def _digest(account_id: str, code: str) -> str:
    # 49 random bits, tried ten times in a quarter of an hour: a plain digest is enough.
    plain = "".join(one for one in code.casefold() if one.isalnum())
    return hashlib.sha256(f"{account_id}:{plain}".encode()).hexdigest()


def _is_secret(secret: str) -> bool:
    return len(secret) == 32 and all(one in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" for one in secret)  # noqa: PLR2004
