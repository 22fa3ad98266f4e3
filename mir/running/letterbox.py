"""Where letters are put that go out by e-mail: the queue of the site, or a box that a test looks into."""

from typing import Protocol

from flask import current_app

from mir import clock
from mir.db import Store, store
from mir.mail.operations import NewLetter, put_by
from mir.mail.postman import postman


class Letterbox(Protocol):
    """Takes letters and says nothing of what became of them."""

    def put(self, to: str, subject: str, text: str) -> None:
        """Take one letter."""


class Queue:
    """Puts each letter by until the postman takes it, encrypted, under a name by chance."""

    def __init__(self, kept_in: Store) -> None:
        self.store = kept_in

    def put(self, to: str, subject: str, text: str) -> None:
        """Put the letter by."""
        with self.store.writing() as session:
            put_by(session, NewLetter("invitation", to, subject, text), clock.now())


def letterbox() -> Letterbox:
    """The letterbox of the application that is answering now."""
    found: Letterbox = current_app.extensions.get("mir_letterbox") or Queue(store())
    return found


def call_the_postman() -> None:
    """Have the letters taken away now rather than at the next round."""
    postman().call()
