"""Cards, letters and posters as tagged PDFs. Pure: the same handout gives the same bytes."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcherResponse

from mir.places import TEMPLATES
from mir.reports import tags
from mir.reports.booklet import ALTS, OnlyOurDrawings, Printed
from mir.reports.letters import every_letter
from mir.reports.pdf import OnlyOurTypeface, pages_env, write_whole
from mir.rounds.cards import qr_svg
from mir.running.handouts import Handout, What

CARDS_A_PAGE = 8
SIZES: Mapping[tuple[What, bool], tuple[float, ...]] = {
    (What.CARDS, False): (11, 10, 9),
    (What.CARDS, True): (12, 11, 10),
    (What.LETTERS, False): (12, 11),
    (What.LETTERS, True): (16, 15, 14),
    (What.POSTER, False): (20, 18, 16, 14),
    (What.POSTER, True): (22, 20, 18, 16),
}
"""Points, by what is printed and whether it is Easy Read: the first that fits is taken."""


class OnlyTheseWays(OnlyOurDrawings):
    """Gives WeasyPrint our typeface, our drawings and the QR pictures of these codes, and nothing else."""

    def __init__(self, handout: Handout) -> None:
        super().__init__("")
        self.pictures = {f"qr:{place}": way.address for place, way in enumerate(handout.ways)}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The picture `qr:0` of the first code, or what the drawings' fetcher gives."""
        if url.startswith("qr:"):
            return URLFetcherResponse(url, qr_svg(self.pictures[url]), {"Content-Type": "image/svg+xml"})
        return super().fetch(url, headers)


def handout_pdf(handout: Handout) -> Printed:
    """PDF/UA-1, A4. Raises RefusalError where no typeface of this machine has the letters of the language."""
    document = _fitting(handout)
    with every_letter(handout.language, handout.what):
        printed: bytes = document.write_pdf(
            finisher=tags.finish,
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(repr(handout).encode()).digest()[:16],
        )
    return Printed(printed, len(document.pages))


def _fitting(handout: Handout) -> Document:
    """The largest type in which a page holds what it should; the smallest where none does."""
    # All cards and letters are alike but for their codes, so that one page of them tells.
    each = CARDS_A_PAGE if handout.what is What.CARDS else 1
    page = replace(handout, ways=handout.ways[:1] * each)
    sizes = SIZES[handout.what, handout.easy]
    fitting = (size for size in sizes[:-1] if len(_laid_out(page, size).pages) == 1)
    return _laid_out(handout, next(fitting, sizes[-1]))


def _laid_out(handout: Handout, size: float) -> Document:
    html = pages_env().get_template("report/handout.html").render(handout=handout, alts=ALTS)
    style, fonts = _style()
    sized = CSS(string=f":root {{ font-size: {size}pt }}", font_config=fonts)
    return HTML(string=html, url_fetcher=OnlyTheseWays(handout)).render(
        stylesheets=[style, sized], font_config=fonts, pdf_variant="pdf/ua-1"
    )


def print_to(handout: Handout, path: Path) -> None:
    """Print to a file, which appears whole or not at all."""
    write_whole(handout_pdf(handout).data, path)


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    text = (TEMPLATES / "report/handout.css").read_text("utf-8")
    return CSS(string=text, font_config=fonts, url_fetcher=OnlyOurTypeface()), fonts
