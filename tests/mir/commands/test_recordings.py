"""The names that recordings need, from a terminal."""

from pathlib import Path

import pytest

from tests.mir.commands.conftest import Terminal
from tests.mir.commands.test_results import open_id


def test_every_file_that_a_round_could_have_is_named(
    demo: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_id = open_id(demo)
    ran = demo("recordings", "--round", round_id)
    assert ran.status == 0, ran.err
    first = ran.out.splitlines()[0]
    folder, voice, name = first.split("/")
    assert (len(folder), voice, name) == (12, "person", "wi1.standard.en.(mp3|m4a|ogg|wav)")
    assert "wi1.bsl.(mp4|webm)" in ran.out
    assert "no folder: set MIR_RECORDINGS" in ran.out

    place = tmp_path / "recordings"
    (place / folder / "person").mkdir(parents=True)
    (place / folder / "person" / "wi1.bsl.webm").write_bytes(b"\x1a\x45\xdf\xa3")
    monkeypatch.setenv("MIR_RECORDINGS", str(place))
    ran = demo("recordings", "--round", round_id)
    assert f"{folder}/person/wi1.bsl.webm  is there" in ran.out
    assert ran.out.splitlines()[-1].startswith("1 file of ")
    assert str(place) in ran.out


def test_a_folder_that_is_not_there_is_a_sentence(demo: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIR_RECORDINGS", "/nowhere/at/all")
    assert "MIR_RECORDINGS is “/nowhere/at/all”" in demo.refuses("recordings", "--round", "x")
