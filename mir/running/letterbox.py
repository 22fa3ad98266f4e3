"""Where letters are put that go out by e-mail: the queue of the site, or a box that a test looks into."""

from typing import Protocol

from flask import current_app
from sqlalchemy.orm import Session

from mir import clock
from mir.mail.operations import NewLetter, put_by
from mir.mail.postman import postman


class Letterbox(Protocol):
    """Takes letters and says nothing of what became of them."""

    def put(self, session: Session, letter: NewLetter) -> None:
        """Take one letter, in the transaction of the thing it tells of."""


class Queue:
    """Puts each letter by until the postman takes it, encrypted, under a name by chance."""

    def put(self, session: Session, letter: NewLetter) -> None:
        """Put the letter by."""
        put_by(session, letter, clock.now())


def letterbox() -> Letterbox:
    """The letterbox of the application that is answering now."""
    found: Letterbox = current_app.extensions.get("mir_letterbox") or Queue()
    return found


def call_the_postman() -> None:
    """Have the letters taken away now rather than at the next round."""
    postman().call()
