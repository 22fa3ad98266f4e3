"""The letters that go to colleagues."""

from flask import render_template

from mir.accounts.entering import settings
from mir.mail.operations import NewLetter


def invitation(organisation: str) -> NewLetter:
    """An invitation to this organisation. `{link}` in it is filled where the link is made."""
    link = f"{settings().url}/sign-in/{{link}}"
    body = render_template("email/invitation.txt", organisation=organisation, link=link, url=settings().url)
    return NewLetter("invitation", "", f"{organisation} invites you to Making it Real", body)
