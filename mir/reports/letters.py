"""Whether every letter could be printed: a machine without a typeface for a language prints boxes."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mir.errors import RefusalError


class _MissingLetters(logging.Filter):
    """Hears of letters for which there is no typeface, and says so once in place of once a letter."""

    def __init__(self) -> None:
        super().__init__()
        self.found = False

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this is about something else."""
        missing = ".notdef" in str(record.msg)
        self.found = self.found or missing
        return not missing


@contextmanager
def every_letter(language: str, thing: str) -> Iterator[None]:
    """Raises RefusalError at the end where a letter could not be printed: boxes help nobody."""
    missing, logger = _MissingLetters(), logging.getLogger("weasyprint")
    logger.addFilter(missing)
    try:
        yield
    finally:
        logger.removeFilter(missing)
    if missing.found:
        raise RefusalError(
            f"This machine has no typeface with all the letters of “{language}”, so the {thing} was not "
            "printed. Ask whoever runs the site to install one, such as the Debian package fonts-noto-core."
        )
