"""Puts sealed answers into a round, for tests of what is counted from them."""

from collections.abc import Sequence

from mir.db import Store
from mir.respond.sealing import Sent, add_sealed
from mir.rounds.queries import edition, round_card
from surveys.framework import Voice

WORDS = ("disagree_a_lot", "disagree", "in_the_middle", "agree", "agree_a_lot")
CODES = ("aa1", "aa2", "bb1")


def answer(
    store: Store, round_id: str, voice: Voice, people: Sequence[Sequence[int]], help_: str = "none"
) -> None:
    """Seal a sheet for each person: answers from 1 to 5 to the first statements of the small edition."""
    helper = None if help_ == "none" else "family"
    sent = [
        Sent(
            voice=voice,
            presentation="standard",
            language="en",
            how="web",
            help=help_,
            helper=helper,
            answers={code: WORDS[value - 1] for code, value in zip(CODES, values, strict=False)},
            comments=(),
        )
        for values in people
    ]
    asked = edition(store, round_card(store, round_id).edition_hash)
    with store.writing() as session:
        add_sealed(session, asked, round_id, sent)
