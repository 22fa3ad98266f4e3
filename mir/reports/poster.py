"""“You said, we did” as a poster: A4, tagged, in type that is read from a step away."""

from pathlib import Path

from mir.actions.poster import Poster
from mir.errors import RefusalError
from mir.reports.letters import every_letter
from mir.reports.typeset import laid_out, tagged, write_whole
from mir.rounds.cards import qr_svg

UNPRINTED = (
    "Something that is released has a sign that cannot be printed, such as an emoji. "
    "Take it in, take the sign out, release it and print again."
)


def poster_pdf(poster: Poster) -> bytes:
    """The poster as PDF/UA-1. Raises RefusalError where a letter could not be printed."""
    document = laid_out("report/poster.html", {"qr:code": qr_svg(poster.address)}, poster=poster)
    try:
        with every_letter("en", "poster"):
            return tagged(document, poster)
    except RefusalError:
        raise RefusalError(UNPRINTED) from None


def print_to(poster: Poster, path: Path) -> None:
    """Print to a file, which appears whole or not at all."""
    write_whole(poster_pdf(poster), path)
