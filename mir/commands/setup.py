"""Setting up: the database, the server, the demo, and finding out what is missing."""

import shlex
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path

import click

from mir import clock, doctor, migrate, server
from mir.commands import ground
from mir.commands.layout import counted, table
from mir.config import Settings, must_have_secret
from mir.db import Store
from mir.demo.secret import kept_secret
from mir.doctor import State
from mir.errors import RefusalError
from mir.server import Place


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
def upgrade() -> None:
    """Make the tables, or bring them up to date. It is safe to run twice."""
    settings = ground.settings()
    _upgrade(settings)
    click.echo(f"The database is up to date: {doctor.place(settings)}")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65_535),
    metavar="NUMBER",
    help="The port.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    metavar="NUMBER",
    help="How many processes.  [default: one a core]",
)
def serve(host: str, port: int, workers: int | None) -> None:
    """Serve the site until you press Ctrl-C.

    It keeps no log of who asked for what, so that nobody can tell who answered
    and when. Put a proxy with https in front of it, on the same
    computer.
    """
    settings = ground.settings()
    must_have_secret(settings)
    with ground.opened(settings):
        pass  # only to see that it is there and up to date
    place = Place(host, port, workers or server.cores())
    server.must_be_free(place)
    shown = f"[{host}]" if ":" in host else host
    click.echo(
        f"Serving at http://{shown}:{port} with {counted(place.workers, 'worker')}. Press Ctrl-C to stop."
    )
    server.serve(settings, place)


@click.command("doctor")
@click.pass_context
def examine(ctx: click.Context) -> None:
    """Say what is installed, what is missing, and what to type."""
    findings = doctor.examine(ground.settings())
    click.echo(table([(one.state, one.name, one.words) for one in findings], indent=""))
    for one in findings:
        if one.fix:
            click.echo(f"\n{one.name}\n  → {one.fix}")
    missing = sum(one.state is State.MISSING for one in findings)
    click.echo(f"\n{counted(missing, 'thing is', 'things are')} missing." if missing else "\nAll is well.")
    ctx.exit(1 if missing else 0)


@click.command("demo")
@click.option("--no-serve", is_flag=True, help="Only fill the database and print the links.")
@click.option("--home", type=click.Path(path_type=Path), help="Keep everything in this folder.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65_535),
    metavar="NUMBER",
    help="The port.",
)
def show_demo(port: int, home: Path | None, *, no_serve: bool) -> None:
    """Fill an empty database with a made-up example and serve it on this computer.

    Twelve services, three past rounds each, and a few rounds that you can
    answer. Run it again for new sign-in links: it loads nothing twice.
    """
    place = Place(port=port)
    if not no_serve:
        server.must_be_free(place)
    settings = _demo_settings(home, port)
    _must_open(settings)
    if doctor.is_empty(settings):
        _upgrade(settings)  # only then: somebody's own older database is not for the demo to change
    with ground.opened(settings) as store:
        _load_demo(store, settings)
        _print_links(store, settings.url)
    _print_commands(settings, asked_home=home)
    settings = _with_secret(settings)
    if not no_serve:
        click.echo(f"\nThe site is at {settings.url} now. Press Ctrl-C to stop.")
        server.serve(settings, place)


def _upgrade(settings: Settings) -> None:
    # The answers are kept here, so the folder is for nobody else on this computer.
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    _must_open(settings)
    store = Store(settings.database_url, settings.secret_key or kept_secret(settings.home))
    try:
        migrate.upgrade(store)
    finally:
        store.close()


def _must_open(settings: Settings) -> None:
    """Raises RefusalError for a database that cannot be opened; one that is not there yet is all right."""
    found = doctor.database(settings)
    if found.fix not in {"", doctor.UPGRADE}:
        raise RefusalError(f"{found.words} {found.fix}")


def _demo_settings(home: Path | None, port: int) -> Settings:
    settings = ground.settings()
    if home is not None:
        usual = settings.database_url == f"sqlite:///{settings.home / 'mir.db'}"
        url = f"sqlite:///{home.absolute() / 'mir.db'}" if usual else settings.database_url
        settings = replace(settings, home=home.absolute(), database_url=url)
    return replace(settings, url=f"http://127.0.0.1:{port}", demo=True)


def _with_secret(settings: Settings) -> Settings:
    from mir.demo.secret import own_secret

    return replace(settings, secret_key=settings.secret_key or own_secret(settings.home))


def _load_demo(store: Store, settings: Settings) -> None:
    from mir.demo.loading import SEED, Found, found, load

    held = found(store)
    if held is Found.OTHER:
        raise RefusalError(
            "This database holds somebody’s own organisations, so the demo stays out of it. "
            "Give it a folder of its own: mir demo --home demo"
        )
    if held is Found.PART:
        raise RefusalError(
            f"An earlier demo stopped half way. Delete {doctor.place(settings)} and run: mir demo"
        )
    where = doctor.place(settings)
    if held is Found.DEMO:
        click.echo(f"The demo is in {where} already.")
        return
    began = time.perf_counter()
    load(store, clock.today())
    took = time.perf_counter() - began
    click.echo(f"The demo is in {where}. Loading took {took:.1f} seconds (seed {SEED}).")
    click.echo("Two organisations, twelve services. Every person and every answer in it is made up.")


def _print_links(store: Store, url: str) -> None:
    from mir.demo import links
    from mir.rounds.cards import VOICE_WORDS

    click.echo("\nSign in. Each link works once, for two days:")
    for one in links.sign_ins(store, url, clock.now()):
        click.echo(f"\n  {one.name} {one.role} {one.organisation}:\n  {one.link}")
    card = links.open_round_of(store)
    if card is None:
        click.echo("\nEvery round is closed now, so there is nothing left to answer.")
        return
    click.echo(f"\nAnswer the open round of {ground.name_of(card)}, as somebody of each voice:\n")
    click.echo(table([(VOICE_WORDS[one.voice], one.link) for one in links.answering(store, card, url)]))
    click.echo("\n  On the first page you can choose Easy Read.")


def _print_commands(settings: Settings, *, asked_home: Path | None) -> None:
    from mir.demo.loading import example

    click.echo("\nType in another terminal:\n")
    if asked_home is not None:
        click.echo(f"  export MIR_HOME={settings.home}")
    if shutil.which("mir") is None:
        # The environment that “make demo” made is not switched on in other terminals.
        click.echo(f"  . {shlex.quote(str(Path(sys.executable).parent / 'activate'))}")
    click.echo("  mir round list")
    click.echo(f'  mir score --round "{example(clock.today())}"')
    click.echo(f'  mir report --round "{example(clock.today())}" --out scorecard.pdf')
