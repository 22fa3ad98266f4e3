"""Starting the site on a server made for it: one process a core, one thread in each, and no access log."""

import os
import signal
import socket
import sys
from dataclasses import dataclass
from functools import partial
from typing import Any

from mir.config import Settings, must_have_secret
from mir.errors import RefusalError

PATIENCE = 10
"""Seconds that a worker has to finish what it is doing when the server stops."""
FURTHER = 50
"""How many ports after a taken one are tried before nothing is suggested."""


@dataclass(frozen=True)
class Place:
    """Where the site listens, and with how many processes."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1


class TakenPortError(RefusalError):
    """Something else listens there. `free` is the next port that nothing listens on, if there is one near."""

    def __init__(self, place: Place, free: int | None) -> None:
        self.free = free
        advice = f"Try: --port {free}" if free else "Stop it, or choose another --port."
        super().__init__(f"Port {place.port} is in use: another program listens there. {advice}")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def must_be_free(place: Place) -> None:
    """Raises TakenPortError where something listens already, RefusalError where we may not listen at all."""
    problem = _refused(place.host, place.port)
    if problem is None:
        return
    if isinstance(problem, PermissionError):
        raise RefusalError(
            f"Only an administrator may use port {place.port}. Choose one from 1024 up: --port 8000"
        )
    if isinstance(problem, socket.gaierror) or not _is_here(place.host):
        raise RefusalError(f"“{place.host}” is not an address of this computer. Try: --host 127.0.0.1")
    later = range(place.port + 1, min(place.port + FURTHER, 65_535) + 1)
    raise TakenPortError(place, next((port for port in later if _refused(place.host, port) is None), None))


def serve(settings: Settings, place: Place) -> None:
    """Answer until told to stop (Ctrl-C or SIGTERM).

    Raises SettingError without a usable secret and RefusalError where we cannot
    listen. One thread in each process, because SQLite takes one writer at a
    time and several threads only wait for each other. Nothing is written of who
    asked for what, and when: it could tell who answered.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    must_have_secret(settings)
    must_be_free(place)
    server = Granian(
        "mir.server",
        address=place.host,
        port=place.port,
        interface=Interfaces.WSGI,
        workers=place.workers,
        blocking_threads=1,
        websockets=False,
        log_access=False,
        log_level=LogLevels.error,
        workers_kill_timeout=PATIENCE,
    )
    sys.stdout.flush()
    # The application is made in each process: a database connection must not be shared by two.
    server.serve(target_loader=partial(_in_worker, settings), wrap_loader=False)


def application(settings: Settings) -> Any:  # noqa: ANN401 - a WSGI callable has no type of its own here
    """The site as a server calls it. Behind https the proxy on this machine says who is asking."""
    from granian.utils.proxies import wrap_wsgi_with_proxy_headers

    from mir.app import create_app

    app = create_app(settings)
    app.extensions["mir_postman"].call()
    return wrap_wsgi_with_proxy_headers(app) if settings.secure else app


def _in_worker(settings: Settings) -> Any:  # noqa: ANN401 - as above
    # A worker that is still starting must end when told to; the server's own handler is of no use to it.
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, signal.SIG_DFL)
    return application(settings)


def _refused(host: str, port: int) -> OSError | None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            # As the server itself does it: a port still in its last seconds is free.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        return error
    return None


def _is_here(host: str) -> bool:
    return _refused(host, 0) is None
