"""A site that a browser can reach."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

OFTEN = 0.02
"""Seconds until a server notices that it is to stop."""


class Quiet(WSGIRequestHandler):
    """A server that writes no log into the tests."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - the name is Werkzeug's
        """Nothing is written."""


@contextmanager
def served(app: Flask, port: int = 0) -> Iterator[str]:
    """The address of the site, on any free port of this machine or on this one, until the block ends."""
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(OFTEN,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
