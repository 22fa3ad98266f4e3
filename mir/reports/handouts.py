"""Cards, letters and posters as tagged PDFs. Pure: the same handout gives the same bytes."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from weasyprint.document import Document

from mir.reports.letters import every_letter
from mir.reports.typeset import Printed, laid_out, tagged, write_whole
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


def handout_pdf(handout: Handout) -> Printed:
    """PDF/UA-1, A4. Raises RefusalError where no typeface of this machine has the letters of the language."""
    document = _fitting(handout)
    with every_letter(handout.language, handout.what):
        return Printed(tagged(document, handout), len(document.pages))


def _fitting(handout: Handout) -> Document:
    """The largest type in which a page holds what it should; the smallest where none does."""
    # All cards and letters are alike but for their codes, so that one page of them tells.
    each = CARDS_A_PAGE if handout.what is What.CARDS else 1
    page = replace(handout, ways=handout.ways[:1] * each)
    sizes = SIZES[handout.what, handout.easy]
    fitting = (size for size in sizes[:-1] if len(_sized(page, size).pages) == 1)
    return _sized(handout, next(fitting, sizes[-1]))


def _sized(handout: Handout, size: float) -> Document:
    return laid_out(
        "report/handout.html", pictures(handout), f":root {{ font-size: {size}pt }}", handout=handout
    )


def pictures(handout: Handout) -> dict[str, bytes]:
    """The QR picture of each code, under the address by which the page knows it: `qr:0` of the first."""
    return {f"qr:{place}": qr_svg(way.address) for place, way in enumerate(handout.ways)}


def print_to(handout: Handout, path: Path) -> None:
    """Print to a file, which appears whole or not at all."""
    write_whole(handout_pdf(handout).data, path)
