"""Stylesheets, scripts and pictures: sent compressed, under addresses that change with what is in them."""

import hashlib
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask, url_for
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

_YEAR = 31_536_000  # seconds


def attach(app: Flask, folder: Path) -> None:
    """Serve this folder below /static/ and let templates write `static("answer.css")` for an address."""
    app.jinja_env.globals["static"] = cache(lambda name: address(folder, name))
    # The address exists for url_for only: WhiteNoise answers before Flask is asked.
    app.add_url_rule("/static/<path:filename>", "static", build_only=True)
    served: Any = WhiteNoise(app.wsgi_app, root=_compressed(folder).name, prefix="static/", max_age=_YEAR)
    app.wsgi_app = served  # type: ignore[method-assign]  # the way Flask documents for WSGI middleware


def address(folder: Path, name: str) -> str:
    """Where this file is. The content is part of the address, so a browser may keep the file for ever."""
    version = hashlib.sha256((folder / name).read_bytes()).hexdigest()[:10]
    return url_for("static", filename=name, v=version)


@cache
def _compressed(folder: Path) -> TemporaryDirectory[str]:
    """A copy with a compressed twin of each file. It goes with the process, so none gets out of date."""
    copy = TemporaryDirectory(prefix="mir-static-")
    shutil.copytree(folder, copy.name, dirs_exist_ok=True)
    shrink = Compressor(quiet=True)
    for file in Path(copy.name).iterdir():
        shrink.compress(str(file))
    return copy
