"""Where a command may write a file."""

from pathlib import Path

from mir.errors import RefusalError


def free_place(out: Path, *, force: bool) -> None:
    """Nothing, where a file may be written. Raises RefusalError, also for a file that is there."""
    if out.is_dir():
        raise RefusalError(f"{out} is a folder. Name a file in it.")
    if not out.parent.is_dir():
        raise RefusalError(f"There is no folder {out.parent}. Make it first, or write somewhere else.")
    if out.exists() and not force:
        raise RefusalError(f"{out} is there already. Choose another name, or add --force to write over it.")
