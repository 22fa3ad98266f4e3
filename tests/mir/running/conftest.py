"""A letterbox that a test may look into, and people who have answered."""

import secrets
from dataclasses import dataclass, field

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from mir.db import Store
from mir.mail.operations import NewLetter
from mir.respond.models import NOTHING_YET, Draft
from mir.rounds.queries import round_card
from surveys.framework import Voice


@dataclass
class Box:
    """Keeps every letter that was put into it: to whom, the subject and the text."""

    letters: list[tuple[str, str, str]] = field(default_factory=list)

    def put(self, _session: Session, letter: NewLetter) -> None:
        """Keep one letter."""
        self.letters.append((letter.to, letter.subject, letter.body))


@pytest.fixture
def box(app: Flask) -> Box:
    """The letterbox of the site."""
    found = Box()
    app.extensions["mir_letterbox"] = found
    return found


def send_answers(store: Store, round_id: str, voice: Voice, number: int) -> None:
    """So many people of this voice send their answers; they wait to be mixed."""
    of = round_card(store, round_id).edition_hash
    with store.writing() as session:
        session.add_all(
            Draft(
                digest=secrets.token_hex(32),
                round_id=round_id,
                voice=voice,
                edition_hash=of,
                kept=NOTHING_YET | {"answers": {"aa1": "agree"}},
                sent=True,
            )
            for _ in range(number)
        )
