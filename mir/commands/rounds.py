"""Rounds: opening, listing and extending them, making codes, sending links, and closing."""

from datetime import date, timedelta
from pathlib import Path

import click

from mir import clock
from mir.authoring.queries import editions_of, latest
from mir.commands import addresses, ground
from mir.commands.layout import counted, table
from mir.commands.words import ASKED, DAY, PRESENTATION, VOICE
from mir.db import Store
from mir.errors import RefusalError
from mir.pages import day
from mir.rounds.cards import VOICE_WORDS
from mir.rounds.codes import spaced
from mir.rounds.operations import MOST_CODES, NewRound, extend, make_codes, open_round
from mir.rounds.queries import RoundCard, all_rounds, edition, round_card
from surveys.edition import Edition
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice
from surveys.load import load_edition, shipped_edition, shipped_surveys

USUAL = timedelta(days=28)
LEAST_TOLD = 5
"""Fewer answers than this are not counted out loud."""


@click.group("round")
def group() -> None:
    """Open, list, extend and close rounds, make codes and send links."""


@group.command("open")
@click.option("--service", required=True, metavar="NAME", help="The service that asks.")
@click.option(
    "--survey",
    default="core",
    show_default=True,
    help="A shipped survey, one that the organisation has published, or a YAML file.",
)
@click.option("--title", required=True, help="What people call this round, such as “Autumn 2026”.")
@click.option("--opens", type=DAY, help="The first day.  [default: today]")
@click.option("--closes", type=DAY, help="The last day.  [default: four weeks after the first]")
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    help="Offer it in this language, such as cy. May be repeated; English stays.",
)
@click.option("--asked", type=ASKED, multiple=True, help="How many were asked: person=20. May be repeated.")
def open_one(  # noqa: PLR0913 - one argument an option
    *,
    service: str,
    survey: str,
    title: str,
    opens: date | None,
    closes: date | None,
    asked: tuple[tuple[Voice, int], ...],
    languages: tuple[str, ...],
) -> None:
    """Open a round for a service."""
    if not title.strip():
        raise RefusalError("The round needs a title.")
    first = opens or clock.today()
    with ground.opened() as store:
        card = _open(
            store, service, (survey, languages), (title, first, closes or first + USUAL, dict(asked))
        )
        click.echo(f"{ground.name_of(card)} is open from {day(card.opens_on)} to {day(card.closes_on)}.")
        click.echo(f"Its id is {card.id[: ground.SHORT]}.")
        addresses.show(store, card.id, ground.settings().url)
    short = card.id[: ground.SHORT]
    click.echo(f"\nFor codes that count once each:\n  mir round codes {short} --voice person --number 30")


@group.command("list")
def list_all() -> None:
    """List every round: id, service, title, state and dates."""
    with ground.opened() as store:
        cards = all_rounds(store)
    if not cards:
        click.echo("There are no rounds yet. To open one, run: mir round open --help")
        return
    headings = ("Id", "Service", "Round", "State", "Dates")
    click.echo(table([headings, *(ground.round_row(card) for card in cards)], indent=""))


@group.command("addresses")
@click.argument("which", metavar="ROUND")
def addresses_of(which: str) -> None:
    """Print where people of each voice start, and where an interviewer asks them."""
    with ground.opened() as store:
        card = ground.find_round(store, which, to_change=True)
        addresses.show(store, card.id, ground.settings().url)


@group.command("codes")
@click.argument("which", metavar="ROUND")
@click.option("--voice", type=VOICE, required=True, help="Whose codes.")
@click.option(
    "--number", type=click.IntRange(1, MOST_CODES), required=True, metavar="NUMBER", help="How many."
)
def codes(which: str, voice: Voice, number: int) -> None:
    """Make codes that work once each, one on a line."""
    with ground.opened() as store:
        card = ground.find_round(store, which, to_change=True)
        asked = edition(store, card.edition_hash).voices
        if voice not in asked:
            raise RefusalError(f"This survey does not ask “{voice}”. It asks: {', '.join(asked)}.")
        for code in make_codes(store, card.id, voice, number):
            click.echo(spaced(code))
    words = VOICE_WORDS[voice].lower()
    click.echo(f"{counted(number, 'new code')} for {ground.name_of(card)}: {words}.", err=True)


@group.command("extend")
@click.argument("which", metavar="ROUND")
@click.option("--closes", type=DAY, required=True, help="The new last day.")
def extend_one(which: str, closes: date) -> None:
    """Take answers until a later last day."""
    with ground.opened() as store:
        card = ground.find_round(store, which, to_change=True)
        extend(store, card.id, closes, clock.today())
        click.echo(f"{ground.name_of(card)} takes answers until {day(closes)}.")


@group.command("invite")
@click.argument("which", metavar="ROUND")
@click.option("--voice", type=VOICE, required=True, help="Who they are.")
@click.option(
    "--addresses",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="A file with one e-mail address on each line, or a CSV with them in its first column.",
)
@click.option("--presentation", type=PRESENTATION, default=Presentation.STANDARD, show_default="standard")
@click.option("--language", default=SOURCE_LANGUAGE, show_default=True, help="One of the survey’s languages.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def invite(  # noqa: PLR0913 - one argument an option
    *, which: str, voice: Voice, addresses: Path, presentation: Presentation, language: str, yes: bool
) -> None:
    """Send each of these people a link that works once, by e-mail."""
    from mir.running import inviting
    from mir.running.handouts import Choice

    choice = Choice(voice, presentation, language)
    found = inviting.read_file(addresses)
    with ground.opened() as store:
        card = ground.find_round(store, which, to_change=True)
        if found.twice:
            click.echo(f"Left out, because they stand there twice: {', '.join(found.twice)}", err=True)
        _sure(f"Send {len(found.good)} links? You cannot call an e-mail back.", yes=yes)
        inviting.send(store, card, choice, found, ground.settings())
    who = VOICE_WORDS[voice].lower()
    click.echo(f"{len(found.good)} links for {ground.name_of(card)} are on their way to {who}.")


@group.command("remind")
@click.argument("which", metavar="ROUND")
@click.option("--voice", type=VOICE, required=True, help="Whom.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remind(which: str, voice: Voice, *, yes: bool) -> None:
    """Remind those who were sent a link and have not used it. You are not told how many they are."""
    from mir.running import inviting

    with ground.opened() as store:
        card = ground.find_round(store, which, to_change=True)
        _sure("Send a reminder? You cannot call an e-mail back.", yes=yes)
        inviting.remind(store, card, voice, ground.settings())
    click.echo(f"A reminder goes to {VOICE_WORDS[voice].lower()} whose link has not been used.")


@group.command("close")
@click.argument("which", metavar="ROUND")
@click.option("--yes", is_flag=True, help="Do not ask.")
def close(which: str, *, yes: bool) -> None:
    """Close a round for good, so that its results can be shown."""
    with ground.opened() as store:
        card = ground.find_round(store, which, to_change=True)
        if not yes:
            _ask(card)
        close_now(store, card)
    click.echo(f"\nNext:\n  mir report --round {card.id[: ground.SHORT]} --out scorecard.pdf")


def close_now(store: Store, card: RoundCard) -> RoundCard:
    """Close this round, say so, and give it as it is now."""
    from mir.respond.sealing import close_round

    number = close_round(store, card.id)
    told = counted(number, "set") if number == 0 or number >= LEAST_TOLD else f"fewer than {LEAST_TOLD} sets"
    click.echo(f"{ground.name_of(card)} is closed. It has {told} of answers.")
    return round_card(store, card.id)


def _sure(question: str, *, yes: bool) -> None:
    if yes:
        return
    if not ground.interactive():
        raise RefusalError("Nobody is here to ask. If you are sure, add --yes")
    click.confirm(question, abort=True)


def _ask(card: RoundCard) -> None:
    if not ground.interactive():
        raise RefusalError("Closing cannot be undone, and nobody is here to ask. If you are sure, add --yes")
    click.confirm(
        f"Close {ground.name_of(card)}? Nobody can answer any more, and it can never be opened again.",
        abort=True,
    )


def _open(
    store: Store,
    service: str,
    wanted: tuple[str, tuple[str, ...]],
    new: tuple[str, date, date, dict[Voice, int]],
) -> RoundCard:
    from mir.providers.register import services

    title, opens, closes, asked = new
    found = ground.find_named(services(store), service, "service")
    if any(card.service.id == found.id and card.title == title.strip() for card in all_rounds(store)):
        raise RefusalError(
            f"{found.name} has a round called “{title.strip()}” already. Choose another title."
        )
    published = _published(store, found.organisation_id, wanted)
    round_id = open_round(store, NewRound(found.id, published, title, opens, closes, asked))
    return round_card(store, round_id)


def _published(store: Store, organisation_id: str, wanted: tuple[str, tuple[str, ...]]) -> Edition:
    """The survey of this name or file, in these languages beside English where any are named."""
    survey, languages = wanted
    path, offered = Path(survey), tuple(dict.fromkeys((SOURCE_LANGUAGE, *languages))) if languages else None
    if path.suffix in {".yaml", ".yml"}:
        return load_edition(path, offered)
    if survey in shipped_surveys():
        return shipped_edition(survey, offered)
    own = latest(store, organisation_id, survey)
    if own is None:
        names = (*shipped_surveys(), *dict.fromkeys(one.slug for one in editions_of(store, organisation_id)))
        raise RefusalError(
            f"There is no published survey called “{survey}”. Choose from: {', '.join(names)}."
        )
    return edition(store, own.edition_hash)
