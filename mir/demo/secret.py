"""The demo's own secret, made once and kept beside its database."""

import os
import secrets
from pathlib import Path

NAME = "demo-secret"


def own_secret(home: Path) -> str:
    """The secret in this folder, made if there is none. Nobody else on the computer may read it."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = home / NAME
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_hex(32))
    return path.read_text("ascii").strip()


def kept_secret(home: Path) -> str:
    """The secret in this folder, or empty where no demo was ever started."""
    try:
        return (home / NAME).read_text("ascii").strip()
    except FileNotFoundError:
        return ""
