"""Printing booklets: one for everybody of a voice, or one for each new code."""

from pathlib import Path

import click

from mir.commands import ground
from mir.commands.layout import counted
from mir.commands.words import PRESENTATION, VOICE
from mir.concerns.calling import calls
from mir.concerns.queries import contacts
from mir.db import Store
from mir.errors import RefusalError
from mir.paper.booklet import Booklet, Choice, address_lines, booklet_of, door_of, form_of
from mir.rounds.operations import make_codes
from mir.rounds.queries import RoundCard, code_lists, edition
from surveys.framework import Presentation, Voice

MOST = 200
"""The most booklets at a time: some 2,400 pages."""


@click.command()
@click.option(
    "--round", "which", required=True, metavar="ROUND", help="An id, or words such as “Rose House Spring”."
)
@click.option("--voice", type=VOICE, required=True, help="Who it is for.")
@click.option(
    "--presentation",
    type=PRESENTATION,
    default=Presentation.STANDARD,
    show_default="standard",
    help="How it is put.",
)
@click.option("--proxy", is_flag=True, help="For somebody who answers for the person.")
@click.option("--large", is_flag=True, help="In large print (18 point).")
@click.option("--no-pictures", is_flag=True, help="Easy Read without its pictures.")
@click.option("--language", default="en", show_default=True, help="One of the survey’s languages.")
@click.option(
    "--codes",
    type=click.IntRange(1, MOST),
    metavar="NUMBER",
    help="So many booklets, each with a new code that works once.  [default: one, with the shared code]",
)
@click.option(
    "--return-to", "address", default="", help="Where it is sent back to; lines are parted by “\\n”."
)
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="A PDF, or a folder for a PDF each."
)
def booklet(  # noqa: PLR0913 - one argument an option
    *,
    which: str,
    voice: Voice,
    presentation: Presentation,
    proxy: bool,
    large: bool,
    no_pictures: bool,
    language: str,
    codes: int | None,
    address: str,
    out: Path,
) -> None:
    """Print an open round as a booklet to fill in by hand."""
    choice = Choice(voice, presentation, language, large, not no_pictures, address_lines(address), proxy)
    if not out.is_dir() and not out.parent.is_dir():
        raise RefusalError(f"There is no folder {out.parent}. Make it first, or write somewhere else.")
    with ground.opened() as store:
        card = ground.find_round(store, which, to_change=True)
        made = _booklets(store, card, choice, codes)
        pages = _print(made, out)
        click.echo(
            f"{counted(len(made), 'booklet')} for {ground.name_of(card)} in {out}: {counted(pages, 'page')}."
        )


def _booklets(store: Store, card: RoundCard, choice: Choice, number: int | None) -> list[Booklet]:
    asked = edition(store, card.edition_hash)
    form_of(card, asked, choice)  # refuses what the survey does not offer, before any code is made
    if number:
        codes = make_codes(store, card.id, choice.voice, number)
    else:
        codes = tuple(one.shared for one in code_lists(store, card.id) if one.voice == choice.voice)
    url = ground.settings().url
    numbers = calls(contacts(store, card.service.id), choice.voice, choice.presentation, choice.language)
    doors = (door_of(url, code, single=number is not None) for code in codes)
    return [booklet_of(card, asked, choice, door, numbers) for door in doors]


def _print(made: list[Booklet], out: Path) -> int:
    """Write one PDF of them all, or one each into a folder named by its code; how many pages that were."""
    from mir.reports.booklet import booklet_pdf
    from mir.reports.typeset import write_whole

    if not out.is_dir():
        printed = booklet_pdf(made)
        write_whole(printed.data, out)
        return printed.pages
    pages = 0
    for one in made:
        printed = booklet_pdf([one])
        write_whole(printed.data, out / f"booklet-{one.door.code}.pdf")
        pages += printed.pages
    return pages
