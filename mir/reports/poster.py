"""“You said, we did” as a poster: A4, tagged, in type that is read from a step away."""

import hashlib
from functools import cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcherResponse

from mir.actions.poster import Poster
from mir.errors import RefusalError
from mir.places import TEMPLATES
from mir.reports import tags
from mir.reports.letters import every_letter
from mir.reports.pdf import OnlyOurTypeface, pages_env, write_whole
from mir.rounds.cards import qr_svg

UNPRINTED = (
    "Something that is released has a sign that cannot be printed, such as an emoji. "
    "Take it in, take the sign out, release it and print again."
)


class _WithQr(OnlyOurTypeface):
    """Gives WeasyPrint our typeface and the QR picture of the page, and nothing else."""

    def __init__(self, qr: bytes) -> None:
        super().__init__()
        self.qr = qr

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The picture named `qr:code`, or what the typeface's fetcher gives."""
        if url == "qr:code":
            return URLFetcherResponse(url, self.qr, {"Content-Type": "image/svg+xml"})
        return super().fetch(url, headers)


def poster_pdf(poster: Poster) -> bytes:
    """The poster as PDF/UA-1. Raises RefusalError where a letter could not be printed."""
    html = pages_env().get_template("report/poster.html").render(poster=poster)
    style, fonts = _style()
    document = HTML(string=html, url_fetcher=_WithQr(qr_svg(poster.address))).render(
        stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"
    )
    try:
        with every_letter("en", "poster"):
            printed: bytes = document.write_pdf(
                finisher=tags.finish,
                pdf_variant="pdf/ua-1",
                pdf_identifier=hashlib.sha256(repr(poster).encode()).digest()[:16],
            )
    except RefusalError:
        raise RefusalError(UNPRINTED) from None
    return printed


def print_to(poster: Poster, path: Path) -> None:
    """Print to a file, which appears whole or not at all."""
    write_whole(poster_pdf(poster), path)


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    text = (TEMPLATES / "report/poster.css").read_text("utf-8")
    return CSS(string=text, font_config=fonts, url_fetcher=OnlyOurTypeface()), fonts
