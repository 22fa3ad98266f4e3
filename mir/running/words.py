"""The sentences of cards, letters, posters and e-mails, in both kinds of words; braces are filled."""

from collections.abc import Mapping
from dataclasses import dataclass

from mir import i18n
from surveys.framework import Presentation


@dataclass(frozen=True)
class InvitingWords:
    """What somebody reads before they come to the site. The defaults are the standard words."""

    hello: str = "Hello,"
    scan: str = "Point the camera of a phone at the square."
    go: str = "Or go to {address} and type:"
    once: str = "This code works once, for one person."
    everybody: str = "Everybody here can use this code."
    until: str = "You can answer until {closes}."
    thanks: str = "Thank you for reading this."
    qr_alt: str = "QR picture of the address {address}"

    subject: str = "{service} would like to hear from you"
    reminder: str = "A reminder from {service}"
    open_link: str = "Open this link to start:"
    link_once: str = "The link works once, for one person. Please do not pass it on."
    not_yet: str = "We wrote to you before, and your link has not been used yet."
    nothing: str = "If you do not want to take part, you need not do anything."
    address_kept: str = (
        "Your email address is locked away until the last reminder, and never kept with your answers."
    )


STANDARD = InvitingWords()

EASY_READ = InvitingWords(
    scan="Point your phone at the square.",
    go="Or go to {address}. Then type:",
    once="This code works one time.",
    everybody="Everyone here can use this code.",
    until="You can do this until {closes}.",
    thanks="Thank you.",
    subject="{service} asks for your help",
    open_link="To start, open this link:",
    link_once="The link is only for you. It works one time.",
    not_yet="We wrote to you before. You have not used your link yet.",
    nothing="If you do not want to, do nothing.",
    address_kept="We lock your email address away. We do not keep it with your answers.",
)

_ENGLISH: Mapping[Presentation, InvitingWords] = {
    Presentation.STANDARD: STANDARD,
    Presentation.EASY_READ: EASY_READ,
}


def inviting_words(language: str, presentation: Presentation) -> InvitingWords:
    """The sentences in this language and presentation; English where they are not put over yet."""
    return i18n.translated(_ENGLISH[presentation], language)
