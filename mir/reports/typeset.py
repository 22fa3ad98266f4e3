"""From a template and its style to a tagged PDF: in our own typeface, with our drawings, and nothing else."""

import hashlib
import os
import tempfile
from collections.abc import Mapping
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
from surveys.symbols import SYMBOLS

FONTS = Path(font_source_sans_pro.font_directory)
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
PDF_UA = "pdf/ua-1"


class OnlyOurTypeface(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Gives WeasyPrint the typeface that travels with the packages and nothing else: no network, no file."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The font file named in `font:Name.otf`. Raises ValueError for any other address."""
        del headers
        scheme, _, name = url.partition(":")
        if scheme != "font" or name not in {path.name for path in FONTS.glob("*.otf")}:
            raise ValueError(f"A report may not load {url}.")
        return URLFetcherResponse(url, (FONTS / name).read_bytes(), {"Content-Type": "font/otf"})


class OnlyOurDrawings(OnlyOurTypeface):
    """Gives WeasyPrint our typeface, our drawings and these QR pictures, and nothing else."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        """`pictures` holds an SVG for each address such as `qr:code`."""
        super().__init__()
        self.pictures = pictures

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """A QR picture, a drawing named in `symbol:name`, or what the typeface's fetcher gives."""
        scheme, _, name = url.partition(":")
        if url in self.pictures:
            return URLFetcherResponse(url, self.pictures[url], {"Content-Type": "image/svg+xml"})
        if scheme == "symbol" and name in SYMBOLS:
            return URLFetcherResponse(url, _drawing(name), {"Content-Type": "image/svg+xml"})
        return super().fetch(url, headers)


@dataclass(frozen=True)
class Printed:
    """A PDF and how many pages it has."""

    data: bytes
    pages: int


def laid_out(template: str, pictures: Mapping[str, bytes], also: str = "", **what: object) -> Document:
    """The pages of a template, filled with `what`, in the style of the CSS file beside it and `also`."""
    html = _templates().get_template(template).render(what, alts=ALTS)
    style, fonts = _style(template.replace(".html", ".css"))
    return HTML(string=html, url_fetcher=OnlyOurDrawings(pictures)).render(
        stylesheets=[style, CSS(string=also, font_config=fonts)], font_config=fonts, pdf_variant=PDF_UA
    )


def tagged(document: Document, of: object) -> bytes:
    """The document as PDF/UA-1. The same thing, told by its `repr`, gives the same bytes."""
    printed: bytes = document.write_pdf(
        finisher=tags.finish,
        pdf_variant=PDF_UA,
        pdf_identifier=hashlib.sha256(repr(of).encode()).digest()[:16],
    )
    return printed


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


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style(sheet: str) -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    text = "".join((TEMPLATES / one).read_text("utf-8") for one in ("report/typeface.css", sheet))
    return CSS(string=text, font_config=fonts, url_fetcher=OnlyOurTypeface()), fonts


@cache
def _drawing(slug: str) -> bytes:
    inside = (SYMBOLS_FOLDER / f"{slug}.svg").read_text("utf-8")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48" fill="none" '
        'color="#1c2430" stroke="currentColor" stroke-width="3" stroke-linecap="round" '
        f'stroke-linejoin="round">{inside}</svg>'
    ).encode()
