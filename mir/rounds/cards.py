"""What the desk shows of rounds: gathered here, so that the templates only lay it out."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

import segno

from mir.db import Store
from mir.providers.may import May, may
from mir.providers.models import Role
from mir.providers.queries import ServiceCard, services_of
from mir.rounds.codes import spaced
from mir.rounds.queries import CodeList, RoundCard, code_lists, edition, rounds_for
from surveys.framework import Voice

VOICE_WORDS = {
    Voice.PERSON: "People who draw on support",
    Voice.FAMILY: "Families and friends",
    Voice.STAFF: "Staff",
    Voice.LEADER: "Leaders",
    Voice.PARTNER: "Partners",
}

ASKED_ALOUD = frozenset({Voice.PERSON, Voice.FAMILY})
"""Whom an interviewer asks, by telephone or face to face."""


@dataclass(frozen=True)
class Shelf:
    """One service with its rounds, the latest first."""

    service: ServiceCard
    open: tuple[RoundCard, ...]
    closed: tuple[RoundCard, ...]
    reads: bool
    """Whether the reader may read what people said."""
    closes: bool
    """Whether the reader may close a round."""
    opens: bool
    """Whether the reader may open a round."""


@dataclass(frozen=True)
class Start:
    """How people of one voice start."""

    voice: Voice
    words: str
    code: str
    spaced: str
    link: str
    single: tuple[str, ...]
    """Single-use codes as they are printed."""
    interview: str
    """Where somebody independent asks them aloud; empty for those who are not asked about support."""


@dataclass(frozen=True)
class RoundPage:
    """The page of one round."""

    round: RoundCard
    survey: str
    questions: int
    may: Mapping[str, bool]
    """What the reader may do here."""
    starts: tuple[Start, ...]


def shelves(store: Store, account_id: str) -> tuple[Shelf, ...]:
    """Every service the account may see, with its rounds: those that run first."""
    by_service = {
        service_id: tuple(rounds)
        for service_id, rounds in groupby(
            sorted(rounds_for(store, account_id), key=lambda card: card.service.id),
            key=lambda card: card.service.id,
        )
    }
    read, close, begin = (
        {one.id for one in services_of(store, account_id, what)}
        for what in (May.READ_RESULTS, May.CLOSE_ROUNDS, May.OPEN_ROUNDS)
    )
    return tuple(
        Shelf(
            service,
            tuple(card for card in by_service.get(service.id, ()) if card.is_open),
            tuple(card for card in by_service.get(service.id, ()) if not card.is_open),
            service.id in read,
            service.id in close,
            service.id in begin and not service.closed,
        )
        for service in sorted(services_of(store, account_id), key=lambda one: one.closed)
    )


def round_page(store: Store, card: RoundCard, role: Role, url: str) -> RoundPage:
    """The page of this round for somebody in this role. A board member sees no codes."""
    asked = edition(store, card.edition_hash)
    starts = card.is_open and may(role, May.START_PEOPLE)
    return RoundPage(
        round=card,
        survey=asked.title["en"],
        questions=len(asked.statements),
        may={
            "open": card.is_open and may(role, May.OPEN_ROUNDS),
            "close": card.is_open and may(role, May.CLOSE_ROUNDS),
            "read": may(role, May.READ_RESULTS),
            "paper": may(role, May.TYPE_PAPER),
        },
        starts=tuple(_start(codes, url) for codes in code_lists(store, card.id)) if starts else (),
    )


def link(url: str, code: str) -> str:
    """The address that opens this code."""
    return f"{url}/a/{code}"


def interview_link(url: str, codes: CodeList) -> str:
    """Where an interviewer asks people of this voice; empty for staff and others who are at work."""
    return f"{url}/interview/{codes.shared}" if codes.voice in ASKED_ALOUD else ""


def qr_svg(address: str) -> bytes:
    """A QR picture of the address, black on white, with the quiet zone scanners need."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", scale=4, border=4, light="#fff")
    return out.getvalue()


def _start(codes: CodeList, url: str) -> Start:
    return Start(
        codes.voice,
        VOICE_WORDS[codes.voice],
        codes.shared,
        spaced(codes.shared),
        link(url, codes.shared),
        tuple(spaced(code) for code in codes.single),
        interview_link(url, codes),
    )
