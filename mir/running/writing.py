"""The e-mails themselves: a few plain sentences and a link."""

from collections.abc import Sequence

from mir import i18n
from mir.respond.words import words_for
from mir.rounds.cards import link
from mir.rounds.queries import RoundCard
from mir.running.handouts import title
from mir.running.letterbox import Letterbox
from mir.running.operations import Posted
from mir.running.words import inviting_words


def post(
    box: Letterbox, card: RoundCard, posted: Sequence[Posted], url: str, *, reminder: bool = False
) -> None:
    """Put a letter to each of them into the letterbox."""
    for one in posted:
        box.put(one.to, *letter(card, one, url, reminder=reminder))


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
