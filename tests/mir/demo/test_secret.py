"""The demo keeps one secret of its own."""

from pathlib import Path

from mir.config import LEAST_SECRET
from mir.demo.secret import NAME, own_secret


def test_it_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    home = tmp_path / "new"
    first = own_secret(home)
    assert len(first) >= LEAST_SECRET
    assert own_secret(home) == first
    assert (home / NAME).stat().st_mode & 0o777 == 0o600
    assert home.stat().st_mode & 0o777 == 0o700
