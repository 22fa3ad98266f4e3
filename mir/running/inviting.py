"""Sending and reminding from outside the browser: the same steps, with a letterbox of one’s own."""

from pathlib import Path

from mir import clock
from mir.config import Settings
from mir.db import Store
from mir.errors import RefusalError
from mir.rounds.queries import RoundCard, edition
from mir.running import operations
from mir.running.addresses import Addresses, read, wrong
from mir.running.handouts import Choice, must_offer
from mir.running.letterbox import Queue
from mir.running.writing import post
from surveys.framework import Voice


def read_file(path: Path) -> Addresses:
    """The addresses of a file. Raises RefusalError where it holds something else, or too few."""
    try:
        found = read(path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise RefusalError(f"{path.name} is not text. Save it as CSV in UTF-8.") from None
    if fault := wrong(found):
        raise RefusalError(f"{path.name}: {fault}")
    return found


def send(store: Store, card: RoundCard, choice: Choice, found: Addresses, settings: Settings) -> None:
    """Write a letter with a code of its own to each address."""
    must_offer(edition(store, card.edition_hash), choice)
    letters = post(Queue(), card, settings.url)
    operations.invite(store, card.id, choice, found.good, clock.today(), letters)


def remind(store: Store, card: RoundCard, voice: Voice, settings: Settings) -> None:
    """Remind those of this voice whose code has not been used."""
    letters = post(Queue(), card, settings.url, reminder=True)
    operations.remind(store, card.id, voice, clock.today(), letters)
