"""The package as it is installed elsewhere: built through its source archive, it does the whole job."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's files, as in site-packages."""
    place = tmp_path_factory.mktemp("wheel")
    run(ROOT, "-m", "hatchling", "build", "-t", "sdist", "-d", str(place))
    (archive,) = place.glob("*.tar.gz")
    (place / "source").mkdir()
    subprocess.run(["tar", "-xzf", str(archive), "-C", str(place / "source")], check=True)
    (source_folder,) = (place / "source").iterdir()
    run(source_folder, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place))
    (wheel,) = place.glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place / "site")
    return place / "site"


def run(folder: Path, *words: str, **settings: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **settings},  # noqa: TID251 - only what a program needs to start
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_loads_its_own_files_and_prints_a_scorecard(installed: Path, tmp_path: Path) -> None:
    settings = {"PYTHONPATH": str(installed), "MIR_HOME": str(tmp_path / "home")}
    where = run(tmp_path, "-c", "import mir, surveys, scoring; print(mir.__file__)", **settings)
    assert where.startswith(str(installed))
    run(tmp_path, "-m", "mir.cli", "demo", "--no-serve", **settings)
    out = tmp_path / "scorecard.pdf"
    run(
        tmp_path,
        "-m",
        "mir.cli",
        "report",
        "--round",
        "Rose House Spring 2026",
        "--out",
        str(out),
        **settings,
    )
    assert out.read_bytes().startswith(b"%PDF-")
