"""Conditions are checked before anybody answers: names, kinds, options, always and never."""

import pytest

from surveys.logic.meaning import Domain, Sort, doubts, outcomes
from surveys.logic.reading import read
from surveys.logic.truth import UNKNOWN

MANY = tuple(f"o{number}" for number in range(30))
DOMAINS = {
    "voice": Domain(Sort.CODE, ("person", "staff"), always=True),
    "wi1": Domain(Sort.NUMBER, least=1, most=5),
    "wi2": Domain(Sort.NUMBER, least=1, most=5),
    "days": Domain(Sort.NUMBER, least=0, most=365),
    "money": Domain(Sort.CODE, ("yes", "no", "unsure")),
    "helped": Domain(Sort.CODES, ("family", "friends", "nobody")),
    "many": Domain(Sort.CODES, MANY),
    "moved": Domain(Sort.MONTH),
    "why": Domain(Sort.TEXT),
}


def told(text: str) -> list[str]:
    return [f"{doubt.slug}: {doubt.what} {doubt.fix}" for doubt in doubts(read(text), DOMAINS)]


@pytest.mark.parametrize(
    "text",
    [
        'wi1 <= 2 and money in ["no", "unsure"]',
        "answered(why)",
        "answered(wi1)",
        'voice == "staff"',
        '"family" in helped or any_of(helped, ["friends"])',
        "wi1 < wi2",
        "days > 30 and days < 40",
        "days > 40 or days == 20",
        'moved >= "2025-01" and moved < "2025-06"',
        "count(wi1 <= 2, wi2 <= 2) >= 1",
        "count(wi1, wi2) == 2",
        "wi1 == count(wi2, money)",
        "days < wi1",
        f"all_of(many, {list(MANY[:20])})",
        'money == "no" or not money == "yes"',
    ],
)
def test_a_sound_condition_raises_no_doubt(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "wi3 == 1",
            ["condition-unknown-name: The condition asks about “wi3”, which is no question. Did you"],
        ),
        ("zzzz == 1", ["condition-unknown-name: The condition asks about “zzzz”, which is no question. Use"]),
        ('wi1 == "agree"', ["condition-wrong-kind: “agree” is not a number"]),
        (
            'money == "maybe"',
            ["condition-no-such-option: “maybe” is not an answer to “money”. The answers are"],
        ),
        (
            'money == "yess"',
            ["condition-no-such-option: “yess” is not an answer to “money”. Did you mean “yes”?"],
        ),
        ("money == 1", ["condition-no-such-option: “1” is not"]),
        ('money in ["yes", "x", "z"]', ["condition-no-such-option: “x”", "condition-no-such-option: “z”"]),
        ('money > "no"', ["condition-wrong-kind: The answers to “money” have no order."]),
        ('voice == "leader"', ["condition-no-such-option: “leader” is not"]),
        ('helped == "family"', ["condition-wrong-kind: “helped” may have several answers"]),
        ('"boss" in helped', ["condition-no-such-option: “boss”"]),
        ('"yes" in money', ["condition-wrong-kind: “money” has one answer, so nothing is in it."]),
        ('why == "x"', ["condition-wrong-kind: “why” is free text"]),
        ('moved > "2026-13"', ["condition-wrong-kind: “2026-13” is not a month."]),
        ("moved == 3", ["condition-wrong-kind: “3” is not a month."]),
        ("count(wi1) == money", ["condition-no-such-option: “count” is not an answer"]),
        ("wi1 == money", ["condition-wrong-kind: “money” is not", "condition-no-such-option: “wi1” is"]),
        ("wi1 > 5", ["condition-never"]),
        ("wi1 < 2 and wi1 > 3", ["condition-never"]),
        ('voice == "staff" and voice == "person"', ["condition-never"]),
        ("wi1 <= 5", ["condition-always"]),
        ("days >= 0", ["condition-always"]),
        ("answered(voice)", ["condition-always"]),
        ("answered(wi1) or not answered(wi1)", ["condition-always"]),
        ('any_of(helped, ["family", "friends", "nobody"])', ["condition-always"]),
        ('moved < "2025-01" and moved > "2025-02"', ["condition-never"]),
    ],
)
def test_a_doubtful_condition_is_told(text: str, said: list[str]) -> None:
    found = told(text)
    assert len(found) == len(said), found
    for one, start in zip(found, said, strict=True):
        assert one.startswith(start)


def test_what_a_condition_can_come_to() -> None:
    assert outcomes(read("wi1 <= 2"), DOMAINS) == {True, False, UNKNOWN}
    assert outcomes(read("answered(wi1)"), DOMAINS) == {True, False}
    assert outcomes(read("moved < moved"), DOMAINS) == frozenset()  # too many months to try
