"""The site's round, answered and closed."""

from mir.db import Store
from mir.respond.sealing import Sent, add_sealed, close_round
from surveys.framework import Voice
from tests.browser.conftest import Site


def closed(site: Site, store: Store) -> None:
    """Twelve people and three staff have answered the site's round, and it is closed."""
    voices = [Voice.PERSON] * 12 + [Voice.STAFF] * 3
    words = ["agree", "agree_a_lot"] * 6 + ["disagree"] * 3
    sent = [
        Sent(
            voice,
            "standard",
            "en",
            "web",
            "none",
            None,
            {one.code: word for one in site.edition.statements if voice in one.wordings},
            (),
        )
        for voice, word in zip(voices, words, strict=True)
    ]
    with store.writing() as session:
        add_sealed(session, site.edition, site.round_id, sent)
    close_round(store, site.round_id)
