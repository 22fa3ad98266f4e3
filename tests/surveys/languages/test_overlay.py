"""A language lies in one file beside its framework, and is read and written without loss."""

from dataclasses import replace
from pathlib import Path

import pytest

from surveys.faults import FaultyFileError
from surveys.languages.overlay import load_overlay, overlays_beside, written
from tests.surveys.small_languages import FRAMEWORK, SMALL, overlay, saved


def test_an_overlay_comes_back_from_its_file_with_the_english_to_be_read_there(tmp_path: Path) -> None:
    full = replace(
        overlay(extra="Rhywbeth"),
        status="reviewed",
        reviewed_by="Mair Rees",
        note="A “note”: with a colon",
        covers=("wi1",),
        terms={"support": "cymorth"},
        waived={"title": "Mair Rees: a name"},
    )
    path = saved(tmp_path, written(full, FRAMEWORK))
    assert load_overlay(path) == full
    assert "\n  # I feel safe.\n  wi2.person.easy_read: {of: " in path.read_text("utf-8")
    empty = replace(overlay(), texts={})
    assert load_overlay(saved(tmp_path, written(empty, FRAMEWORK))) == empty


def test_the_overlays_beside_a_framework_are_found_by_their_names(tmp_path: Path) -> None:
    home = saved(tmp_path, SMALL.read_text("utf-8"), "small.yaml")
    assert overlays_beside(home) == ()
    for language in ("ur", "cy"):
        saved(tmp_path, written(overlay(language), FRAMEWORK), f"small.{language}.yaml")
    assert [found.language for found in overlays_beside(home)] == ["cy", "ur"]


def test_a_file_under_the_wrong_name_is_refused_with_its_line(tmp_path: Path) -> None:
    path = saved(tmp_path, written(overlay("ur"), FRAMEWORK), "small.cy.yaml")
    with pytest.raises(FaultyFileError, match=r"small\.cy\.yaml, line 1: .*“small\.ur\.yaml”"):
        load_overlay(path)


def test_a_faulty_file_is_refused_with_every_fault(tmp_path: Path) -> None:
    text = "language: cy\nframework: small\nstatus: done\ntexts:\n  title: {of: 12345678, text: Fframwaith}\n"
    with pytest.raises(FaultyFileError) as caught:
        load_overlay(saved(tmp_path, text))
    assert [(fault.line, fault.fix) for fault in caught.value.faults] == [
        (3, "Write draft or reviewed."),
        (5, "Write words, in quotation marks if they look like a number."),
    ]
