"""Links into the demo: to sign in, and to answer."""

from dataclasses import dataclass
from datetime import datetime

from mir.accounts.operations import make_sign_in_link
from mir.accounts.queries import person_by_email
from mir.db import Store
from mir.demo import council
from mir.demo.plan import organisations
from mir.rounds.cards import link
from mir.rounds.codes import spaced
from mir.rounds.queries import RoundCard, all_rounds, code_lists
from surveys.framework import Voice


@dataclass(frozen=True)
class SignIn:
    """A link that signs one person in, once."""

    name: str
    role: str
    organisation: str
    link: str


@dataclass(frozen=True)
class Answering:
    """The shared code of one voice of the open round, as a link and as it is typed."""

    voice: Voice
    link: str
    code: str


def sign_ins(store: Store, url: str, now: datetime) -> tuple[SignIn, ...]:
    """A new link for the lead and the board member of the first organisation, and for the commissioner."""
    first, found = organisations()[0], []
    for someone, role, organisation in (
        (first.lead, "leads", first.name),
        (first.board, "sits on the board of", first.name),
        (council.COMMISSIONER, "is a commissioner at", council.NAME),
    ):
        person = person_by_email(store, someone.email)
        if person is not None:
            secret = make_sign_in_link(store, person.id, now)
            found.append(SignIn(person.name, role, organisation, f"{url}/sign-in/{secret}"))
    return tuple(found)


def open_round_of(store: Store) -> RoundCard | None:
    """The demo's first open round; none once all have been closed."""
    ours = {service.name: place for place, service in enumerate(organisations()[0].services)}
    rounds = [card for card in all_rounds(store) if card.is_open and card.service.name in ours]
    return min(rounds, key=lambda card: ours[card.service.name], default=None)


def answering(store: Store, card: RoundCard, url: str) -> tuple[Answering, ...]:
    """How each voice starts to answer this round."""
    return tuple(
        Answering(codes.voice, link(url, codes.shared), spaced(codes.shared))
        for codes in code_lists(store, card.id)
    )
