"""Whether a file may be written where somebody wants it."""

from pathlib import Path

from mir.errors import RefusalError


def may_write(out: Path, *, force: bool) -> None:
    """Raises RefusalError for a folder, a folder that is not there, or a file that is (without `force`)."""
    if out.is_dir():
        raise RefusalError(f"{out} is a folder. Name a file in it.")
    if not out.parent.is_dir():
        raise RefusalError(f"There is no folder {out.parent}. Make it first, or write somewhere else.")
    if out.exists() and not force:
        raise RefusalError(f"{out} is there already. Write another name, or add --force to write over it.")
