"""Letters that tell somebody of a change to how they sign in, put by with the change itself."""

from mir.config import Settings
from mir.mail.operations import NewLetter

SECOND_OFF = "The second step was switched off"
KEY_ADDED = "A passkey was added"
KEY_REMOVED = "A passkey was removed"
LOOK_THROUGH = (
    "Then look through your passkeys and switch the second step on again, on the page of your account. "
    "And tell the person who leads your organisation."
)


def changed(settings: Settings, to: str, what: str, more: str = "") -> NewLetter:
    """The letter about one of these. It names no device and no address of a network."""
    paragraphs = (
        f"{what} just now, for {to} at Making it Real.{more}",
        "If it was you, you need do nothing.",
        "If it was not you, ask for a link to sign in, and choose a new password at once:",
        f"{settings.url}/sign-in/help",
        LOOK_THROUGH,
    )
    body = "\n\n".join(paragraphs)
    return NewLetter("sign-in changed", to, what, f"{body}\n")
