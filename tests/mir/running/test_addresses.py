"""Addresses are read from lines or a file, and whatever could reach somebody else is none."""

import pytest

from mir.running.addresses import is_address, read, wrong
from tests.mir.running.sending import SEVEN


def test_lines_and_the_first_column_of_a_file_are_read_and_the_same_address_counts_once() -> None:
    first = "\ufeffE-mail,Name\r\nann@example.org,Ann\r\n\r\n bo@example.org ;x\r\n"
    found = read(first + 'ANN@Example.org\n"cy@example.org",C\n')
    assert found.good == ("ann@example.org", "bo@example.org", "cy@example.org")
    assert found.twice == ("ANN@Example.org",)
    assert found.bad == ()


def test_a_line_without_an_address_is_told_with_its_number() -> None:
    found = read("\n".join([*SEVEN, "Ann Lee", "ann@", "x" * 5000]))
    assert [number for number, _ in found.bad] == [8, 9, 10]
    assert "line 8: “Ann Lee”; line 9: “ann@”" in wrong(found)
    assert len(wrong(found)) < 400
    many = read("\n".join(f"no {number}" for number in range(9)))
    assert "and 4 more" in wrong(many)


@pytest.mark.parametrize(
    "text",
    [
        *("ann@example", "@example.org", "ann@@example.org", "ann example@example.org", "ann@-example.org"),
        *("ann@example.org\nBcc: all@example.org", "a..b@example.org", ".a@example.org", "a.@example.org"),
        *(
            f"{'a' * 65}@example.org",
            f"a@{'b.' * 130}org",
            "a@exam\u202eple.org",
            "ann@example.org, bo@example.org",
        ),
        *("<ann@example.org>", "a\x00@example.org", ""),
    ],
)
def test_what_could_reach_somebody_else_is_no_address(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize("text", ["o'neill@example.org", "a+b_c-d@mail.example.co.uk", "ann.lee@x.org"])
def test_an_ordinary_address_is_one(text: str) -> None:
    assert is_address(text)


def test_fewer_than_five_and_more_than_a_thousand_are_refused() -> None:
    assert "at least 5 people" in wrong(read("\n".join(SEVEN[:4])))
    assert wrong(read("\n".join(SEVEN[:5]))) == ""
    assert "at most 1,000" in wrong(read("\n".join(f"a{n}@example.org" for n in range(1001))))
