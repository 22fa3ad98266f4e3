"""The board scorecard as a tagged PDF of two pages. Pure: the same scorecard gives the same bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from weasyprint.document import Document

from mir.reports.board import BoardPaper
from mir.reports.typeset import laid_out, tagged, write_whole
from mir.results.board import board_of
from mir.results.charts import PRINT, PRINT_CLOSE, PRINT_TIGHT, Frame

PAGES = 2
EVERY = 99


@dataclass(frozen=True)
class Setting:
    """How tightly words are set, the charts' frame, and the most lines of a list."""

    density: str
    frame: Frame
    most: int = EVERY
    remarks: int = EVERY
    """The most lines of the lists at the foot of the first page."""


SETTINGS = (
    Setting("roomy", PRINT),
    Setting("close", PRINT_CLOSE),
    Setting("close tight", PRINT_TIGHT, 7, 7),
    Setting("close tight clipped", PRINT_TIGHT, 6, 5),
    Setting("close tight clipped", PRINT_TIGHT, 4, 2),
)
"""The first that fits is taken."""
FEW_VOICES = 3


def scorecard_pdf(paper: BoardPaper) -> bytes:
    """The board scorecard: PDF/UA-1, two pages of A4."""
    return tagged(_fitting(paper), paper)


def print_to(paper: BoardPaper, path: Path) -> None:
    """Print to a file, which appears whole or not at all."""
    write_whole(scorecard_pdf(paper), path)


def _fitting(paper: BoardPaper) -> Document:
    """The first that fits on two pages; where none does, the roomiest, on as many pages as it needs."""
    roomiest = None
    for document in _attempts(paper):
        if len(document.pages) <= PAGES:
            return document
        roomiest = roomiest or document
    return roomiest


def _attempts(paper: BoardPaper) -> Iterator[Document]:
    settings = SETTINGS if len(paper.card.voices) <= FEW_VOICES else SETTINGS[1:]
    for setting in settings:
        board = board_of(paper.card, setting.frame)
        yield laid_out("report/board.html", {}, board=board, together=paper.together, setting=setting)
