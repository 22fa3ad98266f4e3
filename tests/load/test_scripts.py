"""The simulations run, and say what they found."""

import pytest

from tests.load import honest, national


def test_honest_services_are_left_in_peace_and_ranges_hold_the_truth(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(honest, "SIZES", (1, 10))
    assert honest.main(["20"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "20 rounds of 300 honest services, median 20 people"
    assert [line.split()[0] for line in lines[-2:]] == ["1", "10"]


def test_a_nation_is_counted_at_any_scale(capsys: pytest.CaptureFixture[str]) -> None:
    assert national.main(["--scale", "0.01"]) == 0
    assert "national.national, every service" in capsys.readouterr().out
