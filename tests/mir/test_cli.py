"""What goes wrong in a command becomes a sentence on stderr, never a trace."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from sqlalchemy.exc import IntegrityError, OperationalError

from mir import cli
from mir.config import SettingError
from mir.errors import NotFoundError, RefusalError
from surveys.faults import Fault, FaultyFileError

ROOT = Path(__file__).parents[2]
DATABASE = (
    "The database did not do what we asked. Nothing was changed. Its disk may be full, it may be busy, "
    "or its server may have stopped. To find out, type: mir doctor"
)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("MIR_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("MIR_DATABASE_URL", raising=False)
    return tmp_path / "home"


def failing_with(monkeypatch: pytest.MonkeyPatch, error: BaseException, *before: str) -> Result:
    """What comes of a command that ends with this error."""

    @click.command()
    def broken() -> None:
        raise error

    monkeypatch.setattr(cli.Commands, "get_command", lambda *_: broken)
    return CliRunner().invoke(cli.main, [*before, "doctor"])


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RefusalError("Not so."), "Not so.\n"),
        (NotFoundError(), NotFoundError.sentence + "\n"),
        (SettingError("MIR_URL is wrong."), "MIR_URL is wrong.\n"),
        (
            FaultyFileError((Fault("a.csv", 3, "Odd.", "Mend it."),)),
            "a.csv, line 3: Odd. Mend it.\nNothing was changed.\n",
        ),
        (
            FileNotFoundError(2, "x", "a.csv"),
            "a.csv: There is no such file. Check the name and the folder.\n",
        ),
        (
            PermissionError(13, "x", "a.csv"),
            "a.csv: We are not allowed to. Check who may read or write it.\n",
        ),
        (OSError(28, "No space left on device", "a.csv"), "a.csv: No space left on device.\n"),
        (OperationalError("INSERT", {"answers": "x"}, Exception()), DATABASE + "\n"),
        (KeyboardInterrupt(), "Stopped.\n"),
    ],
)
def test_what_somebody_can_mend_ends_with_2_and_a_sentence(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, words: str
) -> None:
    result = failing_with(monkeypatch, error)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.lstrip("\n") == words


def test_several_faults_are_listed_and_what_to_do_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    faults = (Fault("a.csv", 3, "Odd.", "Mend it."), Fault("a.csv", 4, "Even.", "Mend it."))
    assert failing_with(monkeypatch, FaultyFileError(faults)).stderr == (
        "We cannot use a.csv: 2 things to put right. Nothing was changed.\n\n"
        "  Line 3: Odd.\n  Line 4: Even.\n  → Mend it.\n"
    )


@pytest.mark.parametrize(
    "error",
    [
        ValueError("what somebody answered"),
        IntegrityError("INSERT", {"answers": "what somebody answered"}, Exception("somebody")),
        OSError("what somebody answered"),
    ],
)
def test_what_is_our_fault_is_written_down_without_what_anybody_said(
    monkeypatch: pytest.MonkeyPatch, home: Path, error: Exception
) -> None:
    result = failing_with(monkeypatch, error)
    assert result.exit_code == 1
    assert result.stderr.startswith("Something went wrong on our side.")
    assert str(home / "mir.log") in result.stderr
    log = (home / "mir.log").read_text("utf-8")
    assert type(error).__name__ in log
    assert "test_cli.py" in log
    assert "somebody" not in log.replace("what_anybody_said", "") + result.stderr


def test_where_nothing_can_be_written_down_debug_is_offered(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    home.write_text("a file, not a folder", "ascii")
    assert "--debug" in failing_with(monkeypatch, ValueError()).stderr


def test_debug_shows_the_whole_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(failing_with(monkeypatch, ValueError("x"), "--debug").exception, ValueError)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["nonsense"], "No such command"),
        (["--nonsense"], "--nonsense"),
        (["round", "codes", "x", "--voice", "dog", "--number", "3"], "--voice: “dog” is not one of these"),
        (["import"], "FILE"),
        (["serve", "--port", "many"], "--port:"),
    ],
)
def test_what_is_typed_wrong_is_named_with_where_to_find_help(typed: list[str], words: str) -> None:
    result = CliRunner().invoke(cli.main, typed)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "--help" in result.stderr
    assert "nvalid" not in result.stderr


def test_help_lists_every_command_with_a_sentence() -> None:
    lines = CliRunner().invoke(cli.main, ["--help"]).stdout.partition("Commands:\n")[2].splitlines()
    listed = [line.split(maxsplit=1) for line in lines]
    assert [words[0] for words in listed] == [
        "demo", "doctor", "serve", "db", "survey", "organisation", "service", "contact", "sign-in",
        "second-step-off", "owner", "mail",
        "round", "tablet", "booklet", "recordings", "import", "score", "report", "actions", "export",
        "audit", "anonymity",
    ]  # fmt: skip
    assert all(words[1][0].isupper() for words in listed)


def test_the_program_itself_ends_with_2_and_no_trace(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "mir.cli", "import", str(tmp_path / "none.csv"), "--round", "x"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "no such file" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_reader_that_stops_reading_is_no_trouble() -> None:
    listing = subprocess.Popen(
        [sys.executable, "-m", "mir.cli", "--help"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert listing.stdout is not None
    listing.stdout.close()
    _, err = listing.communicate(timeout=60)
    assert "Traceback" not in err
