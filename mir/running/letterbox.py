"""Where letters are put that go out by e-mail. The post that takes them away is not this room's."""

import secrets
from pathlib import Path
from typing import Protocol

from flask import current_app

from mir.config import Settings


class Letterbox(Protocol):
    """Takes letters and says nothing of what became of them."""

    def put(self, to: str, subject: str, text: str) -> None:
        """Take one letter."""


class Folder:
    """Writes each letter to a file of its own, named by chance, that only the site can read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, to: str, subject: str, text: str) -> None:
        """Write the letter."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self.folder / f"{secrets.token_hex(16)}.txt"
        path.touch(mode=0o600)
        path.write_text(f"To: {to}\nSubject: {subject}\n\n{text}\n", "utf-8")


def letterbox() -> Letterbox:
    """The letterbox of the application that is answering now."""
    settings: Settings = current_app.config["MIR_SETTINGS"]
    found: Letterbox = current_app.extensions.setdefault("mir_letterbox", folder_of(settings))
    return found


def folder_of(settings: Settings) -> Folder:
    """Where letters lie until a post takes them."""
    return Folder(settings.home / "letters")
