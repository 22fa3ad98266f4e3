"""A sheet of text before it is written: its headings, and its rows as cells by heading."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Table:
    """One sheet. In a workbook, whole numbers in the columns of `numbers` are numbers, all else is text."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    numbers: frozenset[str] = field(default=frozenset())
