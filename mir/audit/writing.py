"""The record as a file."""

import csv
import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from io import StringIO

from mir.audit.operations import Row

HEADINGS = tuple(field.name for field in fields(Row))
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is a sum to a spreadsheet. It gets an apostrophe."""


def as_csv(rows: Iterable[Row]) -> str:
    """The rows as CSV, with their sums."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([*HEADINGS, "sum"])
    for row in rows:
        writer.writerow([_safe(str(value)) for value in (*asdict(row).values(), row.sum)])
    return out.getvalue()


def as_lines(rows: Iterable[Row]) -> str:
    """The rows as JSON, one a line, with their sums."""
    return "".join(json.dumps({**asdict(row), "sum": row.sum}, ensure_ascii=False) + "\n" for row in rows)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text
