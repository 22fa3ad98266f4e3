"""The e-mails themselves: a few plain sentences and a link."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from mir import i18n
from mir.mail.operations import NewLetter
from mir.respond.words import words_for
from mir.rounds.cards import link
from mir.rounds.queries import RoundCard
from mir.running.handouts import title
from mir.running.letterbox import Letterbox
from mir.running.operations import Post, Posted
from mir.running.words import inviting_words


def post(box: Letterbox, card: RoundCard, url: str, *, reminder: bool = False) -> Post:
    """What puts a letter to each into the letterbox, in the transaction in which they get their codes.

    How many were reminded is told nowhere, so only the first letters are of one batch.
    """

    def put(session: Session, posted: Sequence[Posted]) -> None:
        for one in posted:
            subject, text = letter(card, one, url, reminder=reminder)
            box.put(session, NewLetter("invitation", one.to, subject, text, "" if reminder else card.id))

    return put


def letter(card: RoundCard, one: Posted, url: str, *, reminder: bool) -> tuple[str, str]:
    """The subject and the text."""
    language = i18n.interface(one.choice.language)
    screen = words_for(language, one.choice.presentation)
    words = inviting_words(language, one.choice.presentation)
    service = card.service.name
    organisation = i18n.isolated(card.service.organisation, language)
    begin = (
        [words.not_yet]
        if reminder
        else [
            title(screen, one.choice.voice, service, language),
            screen.wants.format(organisation=organisation),
        ]
    )
    parts = (
        [words.hello],
        begin,
        [words.open_link, link(url, one.code)],
        [words.link_once],
        [words.until.format(closes=i18n.day(card.closes_on, language)), screen.free, words.nothing],
        [dict(screen.not_kept)["name"], words.address_kept],
        [words.thanks, service],
    )
    subject = (words.reminder if reminder else words.subject).format(service=service)
    return subject, "\n\n".join("\n".join(part) for part in parts)
