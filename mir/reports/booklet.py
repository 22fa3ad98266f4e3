"""The paper twin as a tagged PDF: one booklet, or one for each code. Only the covers differ."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcherResponse

from mir.paper.booklet import Booklet
from mir.places import TEMPLATES
from mir.reports import tags
from mir.reports.letters import every_letter
from mir.reports.pdf import OnlyOurTypeface, pages_env, write_whole
from surveys.languages.tags import RIGHT_TO_LEFT
from surveys.symbols import SYMBOLS

SYMBOLS_FOLDER = TEMPLATES / "components/symbols"
ALTS = {slug: f"Picture: {slug.replace('-', ' ')}" for slug in SYMBOLS} | {
    "answer-1": "Picture: a filled thumb down and one dot of five",
    "answer-2": "Picture: a thumb down and two dots of five",
    "answer-3": "Picture: a thumb to the side and three dots of five",
    "answer-4": "Picture: a thumb up and four dots of five",
    "answer-5": "Picture: a filled thumb up and five dots of five",
    "does-not-apply": "Picture: a person with a cross beside them",
    "prefer-not": "Picture: a speech bubble with a question mark",
}
"""What each drawing shows, for people who hear the page."""


class OnlyOurDrawings(OnlyOurTypeface):
    """Gives WeasyPrint our typeface, our drawings and the QR picture of this booklet, and nothing else."""

    def __init__(self, qr: str) -> None:
        super().__init__()
        self.qr = qr

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """A drawing named in `symbol:name`, the picture `qr:code`, or what the typeface's fetcher gives."""
        scheme, _, name = url.partition(":")
        if scheme == "qr":
            return URLFetcherResponse(url, self.qr.encode(), {"Content-Type": "image/svg+xml"})
        if scheme == "symbol" and name in SYMBOLS:
            return URLFetcherResponse(url, _drawing(name), {"Content-Type": "image/svg+xml"})
        return super().fetch(url, headers)


@dataclass(frozen=True)
class Printed:
    """A PDF and how many pages it has."""

    data: bytes
    pages: int


def booklet_pdf(booklets: Sequence[Booklet]) -> Printed:
    """The booklets one after the other as one PDF/UA-1. They may differ in their covers only.

    Raises RefusalError where no typeface of this machine has the letters of the language.
    """
    first = booklets[0]
    whole = _document(first)
    total = len(whole.pages)
    pages = list(whole.pages)
    for booklet in booklets[1:]:
        cover = _document(booklet, total=total)
        pages += [*cover.pages, *whole.pages[len(cover.pages) :]]
    with every_letter(first.language, "booklet"):
        printed: bytes = whole.copy(pages).write_pdf(
            finisher=tags.finish,
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(repr(booklets).encode()).digest()[:16],
        )
    return Printed(printed, len(pages))


def _document(booklet: Booklet, total: int = 0) -> Document:
    """The booklet laid out; with `total`, only its cover, which says that it is part of so many pages."""
    html = (
        pages_env()
        .get_template("report/booklet.html")
        .render(booklet=booklet, cover_only=bool(total), rtl=RIGHT_TO_LEFT, alts=ALTS)
    )
    style, fonts = _style()
    sheets = [style]
    if total:
        sheets.append(CSS(string=f'@page {{ @bottom-right {{ content: counter(page) " / {total}" }} }}'))
    return HTML(string=html, url_fetcher=OnlyOurDrawings(booklet.door.qr)).render(
        stylesheets=sheets, font_config=fonts, pdf_variant="pdf/ua-1"
    )


@cache
def _drawing(slug: str) -> bytes:
    inside = (SYMBOLS_FOLDER / f"{slug}.svg").read_text("utf-8")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48" fill="none" '
        'color="#1c2430" stroke="currentColor" stroke-width="3" stroke-linecap="round" '
        f'stroke-linejoin="round">{inside}</svg>'
    ).encode()


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    text = (TEMPLATES / "report/booklet.css").read_text("utf-8")
    return CSS(string=text, font_config=fonts, url_fetcher=OnlyOurTypeface()), fonts


def print_to(booklet: Booklet, path: Path) -> None:
    """Print one booklet to a file, which appears whole or not at all."""
    write_whole(booklet_pdf([booklet]).data, path)
