"""Rating schemes from their files. A faulty file is refused whole, with every fault and its line."""

from functools import cache
from pathlib import Path

from scoring.rating.flaws import flaws
from scoring.rating.scheme import Scheme
from surveys.faults import Fault, FaultyFileError
from surveys.files.shape import shaped
from surveys.files.source import read_source

SHIPPED = Path(__file__).parent / "schemes"
"""The folder of the schemes that travel with the package. Adding a scheme is adding a file."""


def load_scheme(path: Path) -> Scheme:
    """The scheme in a file. Raises FaultyFileError with every fault."""
    source = read_source(path)
    scheme = shaped(Scheme, source)
    found = flaws(scheme, source)
    if found:
        raise FaultyFileError(found)
    return scheme


def schemes(folder: Path = SHIPPED) -> tuple[Scheme, ...]:
    """Every scheme in a folder, in the order of the file names. Raises FaultyFileError for a faulty one."""
    return tuple(load_scheme(path) for path in sorted(folder.glob("*.yaml")))


@cache
def shipped_scheme(name: str) -> Scheme:
    """The scheme of this name that travels with the package. Raises FaultyFileError for an unknown name."""
    known = {scheme.scheme: scheme for scheme in schemes()}
    if name not in known:
        fix = f"Choose one of these: {', '.join(known)}."
        raise FaultyFileError((Fault(name, 0, f"There is no rating scheme called “{name}”.", fix),))
    return known[name]
