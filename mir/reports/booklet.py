"""The paper twin as a tagged PDF: one booklet, or one for each code. Only the covers differ."""

from collections.abc import Sequence
from pathlib import Path

from weasyprint.document import Document

from mir.paper.booklet import Booklet
from mir.reports.letters import every_letter
from mir.reports.typeset import Printed, laid_out, tagged, write_whole
from surveys.languages.tags import RIGHT_TO_LEFT


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
        return Printed(tagged(whole.copy(pages), booklets), len(pages))


def _document(booklet: Booklet, total: int = 0) -> Document:
    """The booklet laid out; with `total`, only its cover, which says that it is part of so many pages."""
    of_all = f'@page {{ @bottom-right {{ content: counter(page) " / {total}" }} }}' if total else ""
    pictures = {"qr:code": booklet.door.qr.encode()}
    return laid_out(
        "report/booklet.html", pictures, of_all, booklet=booklet, cover_only=bool(total), rtl=RIGHT_TO_LEFT
    )


def print_to(booklet: Booklet, path: Path) -> None:
    """Print one booklet to a file, which appears whole or not at all."""
    write_whole(booklet_pdf([booklet]).data, path)
