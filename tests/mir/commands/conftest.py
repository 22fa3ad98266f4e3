"""A terminal to type “mir” into, in a home of its own, and one that holds the demo."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from mir.cli import main
from mir.db import Store
from mir.demo.secret import kept_secret

SETTINGS = ("MIR_DATABASE_URL", "MIR_SECRET_KEY", "MIR_URL", "MIR_DEMO", "MIR_RECORDINGS")


@dataclass(frozen=True)
class Ran:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Terminal:
    """Types commands in a home of its own."""

    home: Path

    def __call__(self, *typed: str | Path, answer: str | None = None) -> Ran:
        """What came of typing this after “mir”, and `answer` after that."""
        result = CliRunner().invoke(main, [str(word) for word in typed], input=answer)
        assert isinstance(result.exception, SystemExit | None), result.exception
        assert "Traceback" not in result.output
        return Ran(result.exit_code, result.stdout, result.stderr)

    def refuses(self, *typed: str | Path) -> str:
        """What stands on stderr when this is refused."""
        ran = self(*typed)
        assert ran.status == 2, ran.out
        assert ran.err
        assert "invalid" not in ran.err.lower()
        return ran.err

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The database behind it."""
        store = Store(f"sqlite:///{self.home / 'mir.db'}", kept_secret(self.home))
        try:
            yield store
        finally:
            store.close()


Fresh = Callable[[Path], Terminal]


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Fresh:
    def made(home: Path) -> Terminal:
        for name in SETTINGS:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("MIR_HOME", str(home))
        return Terminal(home)

    return made


@pytest.fixture
def mir(fresh: Fresh, tmp_path: Path) -> Terminal:
    """A terminal where nothing has been done."""
    return fresh(tmp_path / "home")


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("demo")
    ran = CliRunner().invoke(main, ["demo", "--no-serve", "--home", str(home)])
    assert ran.exit_code == 0, ran.output
    return home


@pytest.fixture
def demo(fresh: Fresh, demo_home: Path, tmp_path: Path) -> Terminal:
    """A terminal where the demo has been loaded."""
    shutil.copytree(demo_home, tmp_path / "home")
    return fresh(tmp_path / "home")
