"""Sending letters beside the pages, so that nobody waits for a mail server, or can tell by the wait."""

import logging
import threading
from dataclasses import dataclass, field

from flask import Flask, current_app
from sqlalchemy.exc import SQLAlchemyError

from mir.config import Settings
from mir.db import Store
from mir.mail.operations import send_all
from mir.mail.post import Post, post_for

AGAIN = 120
"""Seconds after which letters that wait are tried again."""
log = logging.getLogger("mir")


@dataclass
class Postman:
    """Goes round once whenever somebody calls, and once at the start. Only one round at a time."""

    store: Store
    post: Post
    by_hand: bool = False
    """Letters are sent only by `mir mail send`, or by a test."""
    _timer: threading.Timer | None = None
    _round: threading.Lock = field(default_factory=threading.Lock)
    _called: threading.Event = field(default_factory=threading.Event)

    def call(self) -> None:
        """Have what waits sent soon."""
        self._called.set()
        if not self.by_hand:
            threading.Thread(target=self.go_round, name="postman", daemon=True).start()

    def _again(self) -> None:
        """Call once more in a while, for what waits for the mail server."""
        if self._timer is None or not self._timer.is_alive():
            self._timer = threading.Timer(AGAIN, self.call)
            self._timer.daemon = True
            self._timer.start()

    def go_round(self) -> None:
        """Send what is due, again if somebody called meanwhile. What cannot go waits for the next."""
        while self._called.is_set() and self._round.acquire(blocking=False):
            try:
                self._called.clear()
                if send_all(self.store, self.post).wait:
                    self._again()
            except (SQLAlchemyError, OSError) as error:
                log.error("Letters wait: %s", type(error).__name__)  # noqa: TRY400 - no trace with an address
            finally:
                self._round.release()


def attach(app: Flask, store: Store, settings: Settings) -> None:
    """Give the application its postman."""
    app.extensions["mir_postman"] = Postman(store, post_for(settings))


def postman() -> Postman:
    """The postman of the application that is answering now."""
    found: Postman = current_app.extensions["mir_postman"]
    return found
