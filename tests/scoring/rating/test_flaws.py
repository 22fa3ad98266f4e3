"""What a faulty scheme is refused for, and on which line."""

from pathlib import Path

import pytest

from scoring.rating.load import load_scheme
from surveys.faults import FaultyFileError
from tests.scoring.rating.scheming import JUDGED, SMALL, changed, written

FLAWS = [
    ("the regulator.", "anybody.", 7, "The notice does not say whose rating this is."),
    ("count: 2", "count: 3", 21, "There are 2 statements, and statement_count says 3."),
    ("code: b,", "code: a,", 22, "“a” stands 2 times among the statements."),
    ("level: high, score", "level: top, score", 18, "“top” is not one of the levels."),
    ("becomes: low", "becomes: high", 18, "A limit must make a rating lower."),
    ("at_best: low", "at_best: lowest", 20, "“lowest” is not one of the levels."),
    ("over: 50", "over: 55", 16, "There is a gap between 50 and 55."),
    ("over: 50", "over: 45", 16, "Two bands overlap between 45 and 50."),
    ("over: 50, up_to: 100", "over: 50, up_to: 99", 16, "There is a gap between 99 and 100."),
    ("over: 0, up_to: 50", "over: 0, up_to: 0", 15, "The band ends before it begins."),
    ("level: low, over", "level: high, over", 14, "The bands are not the levels"),
    ("least: 1", "least: 4", 11, "The least score is not below the most."),
    ("late., at_best", "late., group: two, at_best", 20, "“two” is not one of the groups."),
    ("late., at_best", "late., group: one, at_best", 20, "The groups of this scheme have no rating of"),
    ("scale:\n  least: 1\n  most: 4\n", "", 11, "There are bands or limits, and no scale."),
    ("bands:\n", "bnads:\n", 14, "“bnads” is not a name we know here."),
    ("title: A small scheme\n", "", 1, "“title” is missing."),
    (
        "scale:",
        "needs:\n  - {voice: staff, people: 1}\n  - {voice: staff, people: 2}\nscale:",
        11,
        "“staff” stands",
    ),
]

JUDGED_FLAWS = [
    ("of: [high]", "of: [tall]", 15, "“tall” is not one of the levels."),
    ("others: [middle]", "others: [mid]", 15, "“mid” is not one of the levels."),
    ("{level: low, words", "{level: low, at_least: 1, words", 16, "The last rule does not fit every case."),
    ("{level: low, words", "{level: low, others: [low], words", 16, "The last rule does not fit every case."),
    (
        "levels:",
        "limits:\n  - {level: high, score: 1, becomes: low}\nlevels:",
        8,
        "There are bands or limits",
    ),
]


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(FaultyFileError) as refused:
        load_scheme(written(folder, text))
    return [str(fault).removeprefix(f"{folder}/") for fault in refused.value.faults]


@pytest.mark.parametrize(("before", "after", "line", "said"), FLAWS, ids=[flaw[3] for flaw in FLAWS])
def test_a_flaw_is_named_with_its_line(tmp_path: Path, before: str, after: str, line: int, said: str) -> None:
    _told(faults(tmp_path, changed(SMALL, before, after)), line, said)


@pytest.mark.parametrize(
    ("before", "after", "line", "said"), JUDGED_FLAWS, ids=[f"{flaw[1]}" for flaw in JUDGED_FLAWS]
)
def test_a_flaw_in_a_judged_scheme_is_named_with_its_line(
    tmp_path: Path, before: str, after: str, line: int, said: str
) -> None:
    _told(faults(tmp_path, changed(JUDGED, before, after)), line, said)


def _told(found: list[str], line: int, said: str) -> None:
    assert any(fault.startswith(f"small.yaml, line {line}: {said}") for fault in found), found
    assert all(fault[-1] in ".?" for fault in found)


def test_a_scheme_that_neither_scores_nor_has_rules_rates_nothing(tmp_path: Path) -> None:
    text = SMALL[: SMALL.index("scale:")] + SMALL[SMALL.index("conditions:") :]
    assert faults(tmp_path, text) == [
        "small.yaml, line 1: Nothing says how the whole is rated. Add a scale with bands, or rules."
    ]
