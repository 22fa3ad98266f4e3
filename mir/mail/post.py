"""How letters leave: by a mail server, or as files in a folder where none is set."""

import os
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from mir import clock
from mir.config import Settings
from mir.db import new_id

PATIENCE = 20
"""Seconds that a mail server has to answer."""


class PostError(Exception):
    """A letter did not go. The message says why in a few words, without the address or a password."""


class Post(Protocol):
    """Something that takes letters away."""

    def send(self, to: str, subject: str, body: str) -> None:
        """Take one letter. Raises PostError where it did not go."""


@dataclass(frozen=True)
class Outbox:
    """Letters as files that only the operator may read."""

    folder: Path
    sender: str

    def send(self, to: str, subject: str, body: str) -> None:
        """Write the letter down."""
        name = f"{clock.now():%Y-%m-%dT%H%M%S.%f}-{new_id()[:8]}.eml"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self.folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as stream:
                stream.write(_message(self.sender, to, subject, body).as_bytes())
        except OSError as error:
            raise PostError(f"It cannot be written: {error.strerror}.") from error


@dataclass(frozen=True)
class MailServer:
    """A mail server: smtp:// speaks TLS where it can, and always before a password."""

    url: str
    sender: str

    def send(self, to: str, subject: str, body: str) -> None:
        """Hand the letter to the server."""
        message = _message(self.sender, to, subject, body)
        try:
            with self._open(urlsplit(self.url)) as server:
                server.send_message(message)
        except smtplib.SMTPNotSupportedError as error:
            raise PostError("The mail server cannot write to an address with such letters in it.") from error
        except smtplib.SMTPResponseException as error:
            raise PostError(f"The mail server refused it with code {error.smtp_code}.") from error
        except (smtplib.SMTPException, OSError) as error:
            raise PostError(f"The mail server cannot be reached ({type(error).__name__}).") from error

    def _open(self, at: SplitResult) -> smtplib.SMTP:
        secure, host = ssl.create_default_context(), at.hostname or ""
        if at.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, at.port or 465, timeout=PATIENCE, context=secure)
        else:
            server = smtplib.SMTP(host, at.port or 587, timeout=PATIENCE)
        try:
            server.ehlo()
            if at.scheme == "smtp" and (at.username or server.has_extn("starttls")):
                server.starttls(context=secure)
                server.ehlo()
            if at.username:
                server.login(unquote(at.username), unquote(at.password or ""))
        except BaseException:
            server.close()
            raise
        return server


def post_for(settings: Settings) -> Post:
    """How letters leave under these settings."""
    if settings.smtp_url:
        return MailServer(settings.smtp_url, settings.mail_from)
    return Outbox(settings.home / "outbox", settings.mail_from)


def _message(sender: str, to: str, subject: str, body: str) -> EmailMessage:
    message = EmailMessage()
    try:
        message["From"], message["To"], message["Subject"] = sender, to, subject
    except ValueError as error:
        raise PostError("Its address or subject cannot be written in a letter.") from error
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].rstrip(">"))
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body)
    return message
