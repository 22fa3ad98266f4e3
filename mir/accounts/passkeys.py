"""Passkeys: a key on somebody's own device instead of a password. py_webauthn checks every signature."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

import webauthn
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from mir import clock
from mir.accounts import throttle
from mir.accounts.letters import KEY_ADDED, KEY_REMOVED, changed
from mir.accounts.models import Account, Passkey
from mir.accounts.operations import Halfway
from mir.accounts.queries import Person, person_of
from mir.audit.operations import Done, note
from mir.config import Settings
from mir.db import Store
from mir.errors import NotFoundError, RefusalError
from mir.mail.operations import put_by

MOST = 20
LONGEST = 20_000
"""Characters that what a browser sends may have."""
NOT_ADDED = "Your device did not give us a key that we can use. Try again, or use another device."


@dataclass(frozen=True)
class Key:
    """A passkey as its owner sees it."""

    id: str
    name: str
    added_on: date


@dataclass(frozen=True)
class Question:
    """What a browser is asked: the options as JSON, and the challenge that the answer must hold."""

    options: str
    challenge: bytes


def keys(store: Store, account_id: str) -> tuple[Key, ...]:
    """The passkeys of an account, by name."""
    with store.reading() as session:
        rows = session.scalars(
            select(Passkey).where(Passkey.account_id == account_id).order_by(Passkey.name, Passkey.digest)
        )
        return tuple(Key(row.digest, row.name, row.added_on) for row in rows)


def key(store: Store, account_id: str, digest: str) -> Key:
    """One of them. Raises NotFoundError."""
    found = next((one for one in keys(store, account_id) if one.id == digest), None)
    if found is None:
        raise NotFoundError
    return found


def ask_to_make(store: Store, settings: Settings, person: Person) -> Question:
    """Ask a device for a new key, other than those it gave before."""
    with store.reading() as session:
        chosen = select(Passkey.credential).where(Passkey.account_id == person.id)
        known = [PublicKeyCredentialDescriptor(id=one) for one in session.scalars(chosen)]
    options = webauthn.generate_registration_options(
        rp_id=settings.host,
        rp_name="Making it Real",
        user_id=person.id.encode(),
        user_name=person.email,
        user_display_name=person.name,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=known,
    )
    return Question(webauthn.options_to_json(options), options.challenge)


def ask_to_sign(settings: Settings) -> Question:
    """Ask a device to sign with a key that it made for us. Nobody has said yet who they are."""
    options = webauthn.generate_authentication_options(
        rp_id=settings.host, user_verification=UserVerificationRequirement.REQUIRED
    )
    return Question(webauthn.options_to_json(options), options.challenge)


def add(store: Store, settings: Settings, person: Person, given: tuple[str, str], asked: bytes) -> None:
    """Keep the public half of a new key. `given` are its name and what the browser sent."""
    name, sent = given
    try:
        made = webauthn.verify_registration_response(
            credential=_read(sent),
            expected_challenge=asked,
            expected_rp_id=settings.host,
            expected_origin=settings.url,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise RefusalError(NOT_ADDED) from error
    with store.writing() as session:
        mine = session.scalars(select(Passkey.digest).where(Passkey.account_id == person.id)).all()
        digest = _digest(made.credential_id)
        if len(mine) >= MOST or session.get(Passkey, digest) is not None:
            raise RefusalError("This key is here already, or you have very many. Remove one first.")
        session.add(
            Passkey(
                digest=digest,
                account_id=person.id,
                credential=made.credential_id,
                public_key=made.credential_public_key,
                signs=made.sign_count,
                name=name[:60] or "Passkey",
                added_on=clock.today(),
            )
        )
        note(session, Done("added a passkey", name[:60]))
        put_by(session, changed(settings, person.email, KEY_ADDED), clock.now())


def remove(store: Store, settings: Settings, person: Person, digest: str) -> None:
    """Nobody signs in with this key any more, and a letter says so."""
    with store.writing() as session:
        mine = (Passkey.account_id == person.id, Passkey.digest == digest)
        gone = session.scalar(delete(Passkey).where(*mine).returning(Passkey.name))
        if gone is not None:
            note(session, Done("removed a passkey", gone))
            put_by(session, changed(settings, person.email, KEY_REMOVED), clock.now())


def who_signed(store: Store, settings: Settings, sent: str, asked: bytes) -> Halfway | None:
    """Whom this signature lets in; None where it is not good, or came before.

    The device itself asked for a second thing. The question lies in a cookie, which can be copied with the
    answer: so it is kept here that it was answered.
    """
    try:
        credential = _read(sent)
        digest = _digest(webauthn.base64url_to_bytes(str(credential["rawId"])))
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return None
    try:
        return _signed(store, settings, credential, digest, asked)
    except IntegrityError:  # the same answer twice in the same moment: one of them is a copy
        return None


def _signed(
    store: Store, settings: Settings, credential: dict[str, object], digest: str, asked: bytes
) -> Halfway | None:
    with store.writing() as session:
        row = session.get(Passkey, digest, with_for_update=True)
        if row is None:
            return None
        try:
            signed = webauthn.verify_authentication_response(
                credential=credential,
                expected_challenge=asked,
                expected_rp_id=settings.host,
                expected_origin=settings.url,
                credential_public_key=row.public_key,
                credential_current_sign_count=row.signs,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError, KeyError, TypeError):
            return None
        if not throttle.spend(session, asked, clock.now()):
            return None
        row.signs = signed.new_sign_count
        return Halfway(person_of(session.get_one(Account, row.account_id)), "passkey", second=False)


def _read(sent: str) -> dict[str, object]:
    if len(sent) > LONGEST:
        raise ValueError
    found = json.loads(sent)
    if not isinstance(found, dict):
        raise TypeError
    return found


def _digest(credential: bytes) -> str:
    return hashlib.sha256(credential).hexdigest()
