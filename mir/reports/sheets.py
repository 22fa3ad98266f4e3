"""The wall and the sheet for dots as tagged PDFs: A3 and A4."""

from collections.abc import Mapping
from pathlib import Path

from weasyprint.document import Document

from mir.choosing.sheets import DotSheet, WallSheet
from mir.errors import RefusalError
from mir.reports.letters import every_letter
from mir.reports.typeset import laid_out, tagged, write_whole

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
            return tagged(document, sheet)
    except RefusalError:
        raise RefusalError(UNPRINTED) from None


def _fitting(sheet: WallSheet | DotSheet) -> Document:
    sizes = SIZES[type(sheet)]
    tried = (_sized(sheet, size) for size in sizes[:-1])
    fitting = (one for one in tried if len(one.pages) == 1)
    return next(fitting, None) or _sized(sheet, sizes[-1])


def _sized(sheet: WallSheet | DotSheet, size: float) -> Document:
    kind = "wall" if isinstance(sheet, WallSheet) else "dots"
    return laid_out("report/sheet.html", {}, f"html {{ font-size: {size}pt }}", sheet=sheet, kind=kind)


def print_to(sheet: WallSheet | DotSheet, path: Path) -> None:
    """Print to a file, which appears whole or not at all."""
    write_whole(sheet_pdf(sheet), path)
