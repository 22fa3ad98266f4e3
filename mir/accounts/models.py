"""Accounts, the ways to sign in, and where somebody is signed in."""

from datetime import date, datetime

from sqlalchemy import DateTime, ForeignKey, LargeBinary, String, false
from sqlalchemy.orm import Mapped, mapped_column

from mir.boxes import Boxed, Value
from mir.db import Base, new_id


class Account(Base):
    """Somebody who signs in: never somebody who answers."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password: Mapped[str | None] = mapped_column(String(200))
    """Argon2's own text; None for somebody who signs in by link or passkey."""
    owner: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Looks after the whole site. Reads nobody's results by that."""


class SignInLink(Base):
    """A link that signs one person in once. Only a digest is kept."""

    __tablename__ = "sign_in_links"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    expires: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class SignedIn(Base):
    """A browser in which somebody is signed in. A digest of its cookie is kept, and no address."""

    __tablename__ = "signed_in"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    browser: Mapped[str] = mapped_column(String(60))
    """What it is in a few words, for the list of where somebody is signed in."""
    began: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    seen: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    """To the hour or so."""
    sure: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    """When they last showed that it is they."""


class Tries(Base):
    """How often somebody tried to get into one account lately, whether there is one or not.

    Beside these, for as long: that a passkey’s question was answered, so that a copy opens nothing.
    """

    __tablename__ = "sign_in_tries"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    """A digest of the address that was typed, or of the question."""
    number: Mapped[int]
    since: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class SecondStep(Base):
    """What an app on somebody's phone makes six digits from."""

    __tablename__ = "second_steps"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    box: Mapped[Value] = mapped_column(Boxed)
    """The secret that the app shares, locked."""
    last: Mapped[int] = mapped_column(default=0)
    """The half minute whose digits were used last: nobody uses them twice."""


class RecoveryCode(Base):
    """A code to write down, for when the phone is lost. It works once; only a digest is kept."""

    __tablename__ = "recovery_codes"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)


class Passkey(Base):
    """A key that somebody's phone, computer or stick holds. Only its public half is here."""

    __tablename__ = "passkeys"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the name that the device gave it."""
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    credential: Mapped[bytes] = mapped_column(LargeBinary)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    signs: Mapped[int]
    """How often the device says that it has signed; a copy of it falls behind."""
    name: Mapped[str] = mapped_column(String(60))
    added_on: Mapped[date]
