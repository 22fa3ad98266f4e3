"""Bringing in a file of answers."""

from pathlib import Path

import click

from mir.commands import ground
from mir.commands.layout import counted, table, wrapped
from mir.commands.rounds import close_now
from mir.commands.words import VOICE
from mir.errors import RefusalError
from mir.respond.bringing import Brought, Matched, NewFile, bring, look
from mir.rounds.cards import VOICE_WORDS
from surveys.exchange.decoding import MOST_BYTES
from surveys.exchange.mapping import load_mapping
from surveys.framework import Voice


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--round", "which", required=True, metavar="ROUND", help="An id, or words such as “Rose House”."
)
@click.option(
    "--voice",
    type=VOICE,
    default=Voice.PERSON,
    show_default="person",
    help="Whose answers, where the file does not say.",
)
@click.option(
    "--map", "mapping", type=click.Path(path_type=Path), help="A file that explains headings and words."
)
@click.option("--look", "only_look", is_flag=True, help="Say what would come in, and bring nothing.")
@click.option("--close", is_flag=True, help="Close the round afterwards.")
def bring_in(  # noqa: PLR0913 - each is a word that may be typed
    file: Path, which: str, voice: Voice, mapping: Path | None, *, only_look: bool, close: bool
) -> None:
    """Bring answers from a CSV FILE into an open round.

    One row a person, one column a question. All of the file comes in, or none
    of it and a list of everything to put right.
    """
    known = load_mapping(mapping) if mapping else None
    data = _read(file)
    with ground.opened() as store:
        card = ground.find_round(store, which, to_change=True)
        new = NewFile(file.name, data, voice, known)
        brought = look(store, card.id, new) if only_look else bring(store, card.id, new)
        came = "would come" if only_look else "came"
        sets = counted(brought.rows, "set")
        click.echo(f"{sets} of answers {came} from {file.name} into {ground.name_of(card)}.\n")
        _tell(brought)
        click.echo()
        if only_look:
            click.echo("Nothing was brought in. Type the same without --look to do it.")
            return
        if close:
            close_now(store, card)
    _tell_next(card.id[: ground.SHORT], closed=close)


def _read(file: Path) -> bytes:
    with file.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)  # one more than is allowed tells that it is too large
    if not data:
        raise RefusalError(f"{file} is empty. Export the answers again.")
    return data


def _tell(brought: Brought) -> None:
    click.echo(table([(VOICE_WORDS[voice], str(number)) for voice, number in brought.voices]))
    click.echo(f"\nColumns that are questions ({len(brought.matched)}):\n")
    click.echo(table([(one.code, _short(one.topic), _heading(one)) for one in brought.matched]))
    if brought.comments:
        click.echo(f"\n{counted(brought.comments, 'comment')} came in, apart from the answers.")
    if brought.left_out:
        names = ", ".join(_short(heading) for heading in brought.left_out)
        click.echo("\n" + wrapped(f"Not kept, because it could point at a person: {names}."))
    if brought.missing:
        click.echo(f"\nNo column for {counted(len(brought.missing), 'question')}, so not answered:\n")
        click.echo(table([(one.code, one.topic) for one in brought.missing]))
    numbers = ", ".join(f"{number} = {words}" for number, words in enumerate(brought.numbers, start=1))
    click.echo("\n" + wrapped(f"Where the file has numbers, they were read as {numbers}."))
    if brought.empty_rows:
        click.echo(f"\nPassed over: {counted(brought.empty_rows, 'empty row')}.")


def _tell_next(short: str, *, closed: bool) -> None:
    if not closed:
        click.echo(
            wrapped("Bring each answer in once. A later export of the same survey holds these answers again.")
        )
        click.echo(f"\nNext, when all answers are in:\n  mir round close {short}")
    else:
        click.echo("\nNext:")
    click.echo(f"  mir report --round {short} --out scorecard.pdf")


def _heading(one: Matched) -> str:
    return "" if one.heading == one.code else _short(one.heading)


def _short(text: str, most: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
