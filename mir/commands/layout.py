"""Plain text for a terminal: paragraphs, tables and lists of faults."""

import textwrap
from collections.abc import Iterable, Sequence
from itertools import groupby

from surveys.faults import Fault

WIDTH = 88


def wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    """The text in lines that fit a terminal. Nothing that could be copied, such as an address, is broken."""
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def table(rows: Sequence[Sequence[str]], indent: str = "  ") -> str:
    """The rows in columns, each as wide as its longest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join((indent + line).rstrip() for line in lines)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its word: 1 row, 2 rows."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def faults(found: Iterable[Fault]) -> str:
    """Every fault by file and line; what to do is said once for neighbours that need the same."""
    return "\n\n".join(_of_file(file, list(those)) for file, those in groupby(found, lambda one: one.file))


def _of_file(file: str, found: Sequence[Fault]) -> str:
    if len(found) == 1:
        return f"{found[0]}\nNothing was changed."
    lines = [f"We cannot use {file}: {counted(len(found), 'thing')} to put right. Nothing was changed."]
    for fix, alike in groupby(found, lambda one: one.fix):
        lines.append("")
        lines += [_line(fault) for fault in alike]
        lines.append(wrapped(fix, "    ", "  → "))
    return "\n".join(lines)


def _line(fault: Fault) -> str:
    place = f"{fault.place.capitalize()}: " if fault.line else ""
    return wrapped(place + fault.what, "    ", "  ")
