"""Printing in processes of its own, so that no page waits for it. What was printed is kept."""

import hashlib
import logging
import multiprocessing
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock

from mir.actions.poster import Poster
from mir.choosing.sheets import DotSheet, WallSheet
from mir.errors import RefusalError
from mir.paper.booklet import Booklet
from mir.places import HERE, TEMPLATES
from mir.reports.board import BoardPaper
from mir.running.handouts import Handout

log = logging.getLogger("mir")

Printable = BoardPaper | Booklet | Poster | Handout | WallSheet | DotSheet

_LAYOUT = ("report/*", "components/*.html", "components/symbols/*.svg")
_CODE = (
    *("reports/*.py", "results/*.py", "paper/*.py", "running/*.py"),
    *("actions/poster.py", "choosing/sheets.py", "places.py", "pages.py"),
)


class PrintingError(RefusalError):
    """A report that could not be printed."""

    status = 500
    heading = "We could not print the report"
    sentence = "The results on screen are complete. Go back to them, and try to print again in a minute."


class HandoutError(PrintingError):
    """Cards, letters or a poster that could not be printed."""

    heading = "We could not print that"
    sentence = "Nothing is lost. Go back, and make the PDF again in a minute."


class Press:
    """Prints each scorecard and booklet once. One to a process of the site; several do no harm."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._printing: dict[Path, Future[None]] = {}
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def printed(self, what: Printable) -> Path | None:
        """The printed report, or None while it is being printed. Raises PrintingError where it cannot be."""
        path = self.folder / f"{hashlib.sha256(f'{layout_version()} {what!r}'.encode()).hexdigest()}.pdf"
        with self._lock:
            if path.exists():
                self._printing.pop(path, None)
                return path
            running = self._printing.get(path)
            if running is None:
                self._printing[path] = self._start(what, path)
            elif running.done():
                del self._printing[path]
                self._failed(running)
        return None

    def begun(self, what: Handout, of: str) -> str:
        """The name of a handout of this round, whose printing is begun: what its page asks for."""
        name = hashlib.sha256(f"{layout_version()} {of} {what!r}".encode()).hexdigest()
        path = self._path(of, name)
        with self._lock:
            if not path.exists() and path not in self._printing:
                self._printing[path] = self._start(what, path)
        return name

    def named(self, of: str, name: str) -> Path | None:
        """The printed handout of that name, or None while it is being printed. Raises PrintingError."""
        path = self._path(of, name)
        with self._lock:
            running = self._printing.get(path)
            if path.exists() or (running is not None and running.done()):
                self._printing.pop(path, None)
            if not path.exists() and running is not None and running.done():
                self._failed(running, HandoutError)
        return path if path.exists() else None

    def _path(self, of: str, name: str) -> Path:
        return self.folder / f"{of}-{name}.pdf"

    def close(self) -> None:
        """Let the processes go."""
        with self._lock:
            if self._pool is not None:
                self._pool.shutdown(cancel_futures=True)
                self._pool = None

    def _start(self, what: Printable, path: Path) -> Future[None]:
        if self._pool is None:
            # A fresh interpreter: a forked one would hold this one's database connections and threads.
            self._pool = ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"))
        return self._pool.submit(_print, what, path)

    def _failed(self, done: Future[None], told: type[PrintingError] = PrintingError) -> None:
        problem = done.exception()
        if isinstance(problem, RefusalError):
            raise problem  # it has words of its own
        if isinstance(problem, BrokenExecutor):
            self._pool = None  # a process was killed; the next report gets new ones
        log.error("A report was not printed: %s", type(problem).__name__)
        raise told


def _print(what: Printable, path: Path) -> None:
    # Here and not above: only the printing processes need to load the printer.
    if isinstance(what, Booklet):
        from mir.reports.booklet import print_to as print_booklet

        print_booklet(what, path)
        return
    if isinstance(what, Poster):
        from mir.reports.poster import print_to as print_poster

        print_poster(what, path)
        return
    if isinstance(what, WallSheet | DotSheet):
        from mir.reports.sheets import print_to as print_sheet

        print_sheet(what, path)
        return
    if isinstance(what, Handout):
        from mir.reports.handouts import print_to as print_handout

        print_handout(what, path)
        return
    from mir.reports.scorecard import print_to

    print_to(what, path)


@cache
def layout_version() -> str:
    """A digest of everything besides the values that decides how a report looks."""
    files = [path for pattern in _LAYOUT for path in TEMPLATES.glob(pattern)]
    files += [path for pattern in _CODE for path in HERE.glob(pattern)]
    seen = hashlib.sha256(version("weasyprint").encode())
    for path in sorted(files):
        seen.update(path.read_bytes())
    return seen.hexdigest()
