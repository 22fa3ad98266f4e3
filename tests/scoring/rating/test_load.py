"""Loading rating schemes: a new file is a new scheme."""

import shutil
from pathlib import Path

import pytest

from scoring.rating.evidence import Evidence
from scoring.rating.load import SHIPPED, load_scheme, schemes, shipped_scheme
from scoring.rating.rate import rate
from surveys.faults import FaultyFileError
from tests.scoring.rating.scheming import JUDGED, SMALL, written


def test_adding_a_scheme_is_adding_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "schemes"
    shutil.copytree(SHIPPED, folder)
    written(folder, SMALL)
    new = {scheme.scheme: scheme for scheme in schemes(folder)}
    assert set(new) == {*(scheme.scheme for scheme in schemes()), "small"}
    assert rate(new["small"], Evidence((("a", 4), ("b", 3)))).word == "High"


def test_a_scheme_of_judgements_needs_no_scale(tmp_path: Path) -> None:
    assert load_scheme(written(tmp_path, JUDGED)).scale is None


def test_a_shipped_scheme_is_found_by_its_name() -> None:
    assert shipped_scheme("cqc-ics").title == "Quality statements for integrated care systems"


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(FaultyFileError, match="Choose one of these: cqc-asc-draft-2026, cqc-ics"):
        shipped_scheme("cqc")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultyFileError, match="There is no such file"):
        load_scheme(tmp_path / "none.yaml")
