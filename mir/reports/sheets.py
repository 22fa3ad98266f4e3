"""The wall and the sheet for dots as tagged PDFs: A3 and A4."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration

from mir.choosing.sheets import DotSheet, WallSheet
from mir.errors import RefusalError
from mir.places import TEMPLATES
from mir.reports import tags
from mir.reports.booklet import ALTS, OnlyOurDrawings
from mir.reports.letters import every_letter
from mir.reports.pdf import OnlyOurTypeface, pages_env, write_whole

UNPRINTED = (
    "Something on the wall has a sign that cannot be printed, such as an emoji. "
    "Take it off, write it without the sign and print again."
)
SIZES: Mapping[type[WallSheet | DotSheet], tuple[float, ...]] = {
    WallSheet: (24, 22, 20, 18),
    DotSheet: (18, 17, 16, 15, 14),
}
"""Points: the largest in which all stands on one page, else the last on as many as it needs."""


def sheet_pdf(sheet: WallSheet | DotSheet) -> bytes:
    """PDF/UA-1. Raises RefusalError where a letter could not be printed."""
    document = _fitting(sheet)
    try:
        with every_letter("en", "sheet"):
            printed: bytes = document.write_pdf(
                finisher=tags.finish,
                pdf_variant="pdf/ua-1",
                pdf_identifier=hashlib.sha256(repr(sheet).encode()).digest()[:16],
            )
    except RefusalError:
        raise RefusalError(UNPRINTED) from None
    return printed


def _fitting(sheet: WallSheet | DotSheet) -> Document:
    sizes = SIZES[type(sheet)]
    laid_out = (_laid_out(sheet, size) for size in sizes[:-1])
    fitting = (one for one in laid_out if len(one.pages) == 1)
    return next(fitting, None) or _laid_out(sheet, sizes[-1])


def _laid_out(sheet: WallSheet | DotSheet, size: float) -> Document:
    kind = "wall" if isinstance(sheet, WallSheet) else "dots"
    html = pages_env().get_template("report/sheet.html").render(sheet=sheet, kind=kind, alts=ALTS)
    style, fonts = _style()
    sized = CSS(string=f"html {{ font-size: {size}pt }}", font_config=fonts)
    return HTML(string=html, url_fetcher=OnlyOurDrawings("")).render(
        stylesheets=[style, sized], font_config=fonts, pdf_variant="pdf/ua-1"
    )


def print_to(sheet: WallSheet | DotSheet, path: Path) -> None:
    """Print to a file, which appears whole or not at all."""
    write_whole(sheet_pdf(sheet), path)


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    text = (TEMPLATES / "report/sheet.css").read_text("utf-8")
    return CSS(string=text, font_config=fonts, url_fetcher=OnlyOurTypeface()), fonts
