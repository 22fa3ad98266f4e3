"""The command “mir”: every subject's commands, and the one place where what goes wrong becomes a sentence."""

import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module, metadata
from pathlib import Path
from typing import Any, Never

import click
from sqlalchemy.exc import DatabaseError, OperationalError

from mir import clock
from mir.config import SettingError
from mir.errors import RefusalError
from surveys.faults import FaultyFileError

FAULT, OURS = 2, 1
"""How the command ends when what was asked cannot be done, and when something broke on our side."""

_PLACES = {
    "demo": "setup:show_demo",
    "doctor": "setup:examine",
    "serve": "setup:serve",
    "db": "setup:db",
    "survey": "definitions:survey",
    "organisation": "providers:organisation",
    "service": "providers:service",
    "contact": "contacts:group",
    "sign-in": "providers:sign_in",
    "second-step-off": "providers:second_step_off",
    "owner": "providers:owner",
    "mail": "mail:group",
    "round": "rounds:group",
    "tablet": "tablets:group",
    "booklet": "booklets:booklet",
    "recordings": "recordings:recordings",
    "import": "answers:bring_in",
    "score": "results:score",
    "report": "results:report",
    "actions": "actions:group",
    "export": "exports:export",
    "audit": "audit:group",
    "anonymity": "anonymity:group",
}
"""Each command and where it lives, in the order in which somebody new needs them."""


class Commands(click.Group):
    """Loads a command only when it is typed, and turns what goes wrong into plain sentences."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """The commands, in the order in which they are first needed."""
        return list(_PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if cmd_name not in _PLACES:
            return None
        module, _, name = _PLACES[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"mir.commands.{module}"), name)
        return command

    def main(  # type: ignore[override]  # whatever click is told, it does not stand alone
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = "mir",
        **extra: Any,  # noqa: ANN401 - click's own
    ) -> Never:
        """Run, and end the program with 0, FAULT or OURS."""
        arguments = list(sys.argv[1:] if args is None else args)
        try:
            status = super().main(arguments, prog_name, **extra | {"standalone_mode": False})
        except Exception as error:
            if "--debug" in arguments and not isinstance(error, click.ClickException | click.Abort):
                raise
            sys.exit(_told(error))
        sys.exit(status if isinstance(status, int) else 0)


def _told(error: Exception) -> int:
    """Say on stderr what went wrong; the status to end with."""
    words = _words(error)
    if words is None:
        click.echo(f"Something went wrong on our side. {_noted(error)}", err=True)
        return OURS
    click.echo(words, err=True)
    return FAULT


def _words(error: Exception) -> str | None:
    """What went wrong in words for whoever typed the command; None if it is our fault."""
    return next((tell(error) for kind, tell in _TELLING if isinstance(error, kind)), None)


def _usage(error: click.UsageError) -> str:
    help_with = f"\nFor help, type: {error.ctx.command_path} --help" if error.ctx else ""
    if isinstance(error, click.MissingParameter) or not isinstance(error, click.BadParameter):
        return error.format_message() + help_with
    name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
    return f"{name}: {error.message}{help_with}".lstrip(": ").replace("'", "")


def _faults(error: FaultyFileError) -> str:
    from mir.commands.layout import faults

    return faults(error.faults)


def _path(error: OSError) -> str | None:
    if error.filename is None:
        return None
    reasons = {
        FileNotFoundError: "There is no such file. Check the name and the folder.",
        PermissionError: "We are not allowed to. Check who may read or write it.",
        IsADirectoryError: "That is a folder. Name a file in it.",
        NotADirectoryError: "Part of that path is a file, not a folder.",
    }
    return f"{error.filename}: {reasons.get(type(error), f'{error.strerror}.')}"


def _database(error: DatabaseError) -> str | None:
    # The others, such as a broken constraint, are our fault.
    if not isinstance(error, OperationalError):
        return None
    return (
        "The database did not do what we asked. Nothing was changed. Its disk may be full, it may be busy, "
        "or its server may have stopped. To find out, type: mir doctor"
    )


_TELLING: tuple[tuple[type[Exception], Callable[[Any], str | None]], ...] = (
    (click.UsageError, _usage),
    (click.Abort, lambda _: "Stopped."),
    (click.ClickException, click.ClickException.format_message),
    (FaultyFileError, _faults),
    (RefusalError, str),
    (SettingError, str),
    (OSError, _path),
    (DatabaseError, _database),
)
"""How each kind of trouble is told; the first that fits. Whatever is not here is our fault."""


def _noted(error: Exception) -> str:
    """Write down where it happened; a sentence saying where that is written.

    Only types and places are kept: the message of an exception may hold what
    somebody answered.
    """
    from mir import config

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{clock.now():%Y-%m-%d %H:%M} {type(error).__name__}"]
    lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    try:
        path: Path = config.read().home / "mir.log"
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")
    except (OSError, SettingError):
        return "To see what it was, type the same again with --debug after “mir”."
    return (
        f"What it was is written in {path}. To see all of it, type the same again with --debug after “mir”."
    )


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's own
    if wanted:
        try:
            click.echo(metadata.version("making-it-real"))
        except metadata.PackageNotFoundError:
            click.echo("not installed, run from its folder")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, expose_value=False, help="Show the whole trace if something breaks.")
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version."
)
def main() -> None:
    """Ask people, families, staff and leaders the same questions, and score the answers honestly.

    Begin with “mir demo” to look around, or with “mir db upgrade” to set it up.
    """


if __name__ == "__main__":
    main()
