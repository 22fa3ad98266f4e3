"""Many services at once, from a CSV file: all of them, or none and a list of what to put right."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from mir.accounts.forms import line as one_line
from mir.audit.operations import Done, note
from mir.db import Store
from mir.providers.models import KIND_WORDS, Kind, Service
from mir.providers.operations import take_turns
from mir.providers.services import REGIONS, About, add_row, wrong
from surveys.exchange.decoding import decoded
from surveys.faults import Fault, FaultyFileError

MOST_ROWS = 2_000
MOST_BYTES = 200_000
COLUMNS = ("name", "kind", "size", "region", "location id", "peer group")
FIELDS = {
    "name": "name",
    "size": "size",
    "region": "region",
    "location": "location id",
    "peers": "peer group",
}
"""The field of a service to the heading of its column."""
_KINDS = {re.sub(r"\W+", "", words).casefold(): kind for kind, words in KIND_WORDS.items()}
Rows = tuple[tuple[int, About], ...]
"""Each service with the line on which it stands."""
EXAMPLE = (
    "name,kind,size,region,location id,peer group\n"
    "Rose House,Care home,24,South West,1-123456789,Small rural homes\n"
)


def bring(store: Store, organisation_id: str, file: str, data: bytes) -> int:
    """How many services came in. Raises FaultyFileError with every fault, and then nothing is changed."""
    rows = read(file, data)
    with store.writing() as session:
        take_turns(session, organisation_id)
        _must_be_new(session, organisation_id, file, rows)
        for _, about in rows:
            add_row(session, organisation_id, about)
        note(session, Done("brought services in", f"{len(rows)} from a file", organisation_id))
    return len(rows)


def wanted(store: Store, organisation_id: str, file: str, data: bytes) -> tuple[About, ...]:
    """The services that would come in. Raises FaultyFileError as `bring` does; nothing is changed."""
    rows = read(file, data)
    with store.reading() as session:
        _must_be_new(session, organisation_id, file, rows)
    return tuple(about for _, about in rows)


def _must_be_new(session: Session, organisation_id: str, file: str, rows: Rows) -> None:
    known = select(Service.name, Service.location).where(Service.organisation_id == organisation_id)
    there = session.execute(known).all()
    names = {name.casefold() for name, _ in there}
    locations = {location for _, location in there if location}
    found = [
        _fault(file, line, column, f"“{value}” is there already.", "Take this line out.")
        for line, about in rows
        for column, value, taken in (
            ("name", about.name, about.name.casefold() in names),
            ("location id", about.location, about.location in locations),
        )
        if taken
    ]
    if found:
        raise FaultyFileError(tuple(found))


def read(file: str, data: bytes) -> Rows:
    """The services of a file with their lines. Raises FaultyFileError with every fault."""
    if len(data) > MOST_BYTES:
        raise FaultyFileError((Fault(file, 0, "The file is larger than 200 kB.", "Split it into several."),))
    reader = csv.reader(StringIO(decoded(data, file)), strict=True, delimiter=_delimiter(data))
    try:
        lines = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error:
        what = "A quotation mark opens here and does not close."
        raise FaultyFileError((Fault(file, reader.line_num, what, "Close it, or take it out."),)) from None
    headings = _headings(file, lines)
    if len(lines) > MOST_ROWS + 1:
        what = f"The file holds more than {MOST_ROWS:,} services."
        raise FaultyFileError((Fault(file, 0, what, "Split it into several."),))
    faults: list[Fault] = []
    rows = [(line, _about(file, line, _cells(headings, cells), faults)) for line, cells in lines[1:]]
    faults += _twice(file, rows)
    if not rows:
        faults.append(Fault(file, 0, "The file names no service.", "Write one service on each line."))
    if faults:
        raise FaultyFileError(tuple(faults))
    return tuple(rows)


def _delimiter(data: bytes) -> str:
    first = data.split(b"\n", 1)[0]
    return ";" if first.count(b";") > first.count(b",") else ","


def _headings(file: str, lines: list[tuple[int, list[str]]]) -> list[str]:
    line, cells = lines[0] if lines else (1, [])
    headings = [" ".join(cell.replace("_", " ").split()).casefold() for cell in cells]
    fix = f"Use these headings: {', '.join(COLUMNS)}."
    faults = [
        Fault(file, line, f"Column “{one}” is not one that we know.", fix)
        for one in headings
        if one not in COLUMNS
    ]
    faults += [
        Fault(file, line, f"Column “{one}” stands there twice.", "Take one of them out.")
        for one, number in Counter(headings).items()
        if number > 1
    ]
    faults += [
        Fault(file, line, f"There is no column “{one}”.", fix)
        for one in ("name", "kind")
        if one not in headings
    ]
    if faults:
        raise FaultyFileError(tuple(faults))
    return headings


def _cells(headings: list[str], cells: list[str]) -> dict[str, str]:
    # As in the form: a sign that is not seen must not make two of one name, or turn it round.
    return {name: one_line(cell) for name, cell in zip(headings, cells, strict=False)}


def _about(file: str, line: int, cells: dict[str, str], faults: list[Fault]) -> About:
    kind = _KINDS.get(re.sub(r"[\W_]+", "", cells.get("kind", "")).casefold())
    if kind is None:
        known = ", ".join(KIND_WORDS.values())
        faults.append(
            _fault(file, line, "kind", f"“{cells.get('kind', '')}” is not a kind.", f"Use one of: {known}.")
        )
    size = cells.get("size", "")
    if size and not (size.isascii() and size.isdigit() and len(size) < 7):  # noqa: PLR2004 - as sizes are
        faults.append(
            _fault(
                file, line, "size", f"“{size[:40]}” is not a number.", "Write it in digits, or leave it out."
            )
        )
        size = ""
    regions = {one.casefold(): one for one in REGIONS}
    region = cells.get("region", "")
    about = About(
        cells.get("name", ""),
        kind or Kind.CARE_HOME,
        int(size) if size else None,
        regions.get(region.casefold(), region),
        cells.get("location id", ""),
        cells.get("peer group", ""),
    )
    faults += [_fault(file, line, FIELDS[field], sentence, "") for field, sentence in wrong(about)]
    return about


def _twice(file: str, rows: list[tuple[int, About]]) -> Iterator[Fault]:
    for column in ("name", "location id"):
        first: dict[str, int] = {}
        for line, about in rows:
            value = about.name.casefold() if column == "name" else about.location
            if value and value in first:
                what = f"It is the same as on line {first[value]}."
                yield _fault(file, line, column, what, "Take one of them out.")
            first.setdefault(value, line)


def _fault(file: str, line: int, column: str, what: str, fix: str) -> Fault:
    return Fault(file, line, f"Column “{column}”: {what}", fix)
