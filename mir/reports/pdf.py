"""The board scorecard as a tagged PDF of two pages. Pure: the same scorecard gives the same bytes."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import font_source_sans_pro
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from mir.places import TEMPLATES
from mir.reports import tags
from mir.reports.board import BoardPaper
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
FONTS = Path(font_source_sans_pro.font_directory)


class OnlyOurTypeface(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Gives WeasyPrint the typeface that travels with the packages and nothing else: no network, no file."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The font file named in `font:Name.otf`. Raises ValueError for any other address."""
        del headers
        scheme, _, name = url.partition(":")
        if scheme != "font" or name not in {path.name for path in FONTS.glob("*.otf")}:
            raise ValueError(f"A report may not load {url}.")
        return URLFetcherResponse(url, (FONTS / name).read_bytes(), {"Content-Type": "font/otf"})


def scorecard_pdf(paper: BoardPaper) -> bytes:
    """The board scorecard: PDF/UA-1, two pages of A4."""
    document = _fitting(paper)
    printed: bytes = document.write_pdf(
        finisher=tags.finish,
        pdf_variant="pdf/ua-1",
        pdf_identifier=hashlib.sha256(repr(paper).encode()).digest()[:16],
    )
    return printed


def print_to(paper: BoardPaper, path: Path) -> None:
    """Print to a file, which appears whole or not at all."""
    write_whole(scorecard_pdf(paper), path)


def write_whole(pdf: bytes, path: Path) -> None:
    """Write a file that appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as unfinished:
        try:
            unfinished.write(pdf)
            unfinished.flush()
            os.fsync(unfinished.fileno())
        except BaseException:
            Path(unfinished.name).unlink()
            raise
    Path(unfinished.name).replace(path)


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
        page = pages_env().get_template("report/board.html")
        html = page.render(board=board, together=paper.together, setting=setting)
        style, fonts = _style()
        yield HTML(string=html, url_fetcher=OnlyOurTypeface()).render(
            stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"
        )


@cache
def pages_env() -> Environment:
    """The templates of what is printed."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    text = (TEMPLATES / "report/board.css").read_text("utf-8")
    return CSS(string=text, font_config=fonts, url_fetcher=OnlyOurTypeface()), fonts
