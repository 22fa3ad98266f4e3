"""Takes the pictures of docs/manager.md from the real site. `python -m tests.journeys.pictures [FOLDER]`.

The story is the one that the tests run (tests/journeys/year.py), so no picture shows a page that is gone.
"""

import sys
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from mir import clock
from tests.browser.conftest import ARGUMENTS, path_of_chromium
from tests.journeys.home import Calendar, a_home
from tests.journeys.year import year

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
COLOURS = 96
"""Enough for flat pages; a picture weighs a third of what it would."""


def save(page: Page, file: Path) -> None:
    """Write down what somebody sees, as a small PNG: the first time that somebody comes by."""
    if file.exists():
        return
    page.wait_for_load_state("networkidle")
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def main(arguments: Sequence[str]) -> int:
    """Run the year, and take each of its pictures."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    path = path_of_chromium()
    if path is None:
        sys.stderr.write("There is no Chromium on this machine. Install the package chromium.\n")
        return 1
    calendar = Calendar(date(2026, 3, 2))
    with (
        sync_playwright() as playwright,
        TemporaryDirectory() as home,
        mock.patch.object(clock, "now", calendar.now),
    ):
        chromium = playwright.chromium.launch(executable_path=path, args=(*ARGUMENTS, "--lang=en-GB"))
        with a_home(
            Path(home), calendar, chromium, lambda page, name: save(page, folder / f"{name}.png")
        ) as site:
            year(site)
        chromium.close()
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
