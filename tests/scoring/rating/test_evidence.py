"""Evidence: complete, known and on the scale; and what a scorecard gives."""

from pathlib import Path

import pytest

from scoring.faults import OutOfRangeError
from scoring.rating.evidence import Evidence, IncompleteError, check, evidence_of
from scoring.rating.load import load_scheme, shipped_scheme
from surveys.framework import Voice
from tests.scoring.card.cards import card_of, people
from tests.scoring.example import edition
from tests.scoring.rating.scheming import JUDGED, SMALL, written

OURS = shipped_scheme("making-it-real")


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (Evidence((("a", 3),)), "There is no score yet for: Second."),
        (Evidence((("a", 3), ("b", 3), ("c", 3))), "A score for “c” has no place in this scheme."),
        (Evidence((("a", 3), ("a", 3), ("b", 3))), "“First” has more than one score."),
        (Evidence((("a", 3), ("b", 3)), (("one", "low"),)), "A judgement for “one” has no place"),
        (Evidence((("a", 3), ("b", 3)), facts=frozenset({"early"})), "“early” is not one of the conditions"),
    ],
)
def test_scores_must_be_just_those_of_the_scheme(tmp_path: Path, evidence: Evidence, words: str) -> None:
    with pytest.raises(IncompleteError, match=words):
        check(load_scheme(written(tmp_path, SMALL)), evidence)


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (Evidence(judgements=(("one", "low"),)), "There is no judgement yet for: Two."),
        (
            Evidence(judgements=(("one", "low"), ("two", "top"))),
            "“Two”: “top” is not one of low, middle, high",
        ),
        (Evidence((("a", 3),)), "A score for “a” has no place"),
    ],
)
def test_judgements_must_be_words_of_the_scheme(tmp_path: Path, evidence: Evidence, words: str) -> None:
    with pytest.raises(IncompleteError, match=words):
        check(load_scheme(written(tmp_path, JUDGED)), evidence)


@pytest.mark.parametrize("score", [0, 5])
def test_a_score_off_the_scale_is_refused(tmp_path: Path, score: int) -> None:
    with pytest.raises(OutOfRangeError, match="“Second” has"):
        check(load_scheme(written(tmp_path, SMALL)), Evidence((("a", 3), ("b", score))))


def test_where_voices_are_needed_a_missing_score_is_no_error() -> None:
    check(OURS, Evidence())


def test_a_scorecard_gives_the_printed_scores_of_people_alone() -> None:
    of = edition((2, 2), voices=(Voice.PERSON, Voice.STAFF))
    # Twelve people agree with everything (75); six staff say 5 everywhere.
    card = card_of(
        people((12, (4, 4, 4, 4)), of=of, invited=100),
        people((6, (5, 5, 5, 5)), of=of, voice=Voice.STAFF, invited=100),
        of=of,
    )
    assert evidence_of(card) == Evidence(
        (("t1", 75), ("t2", 75)), voices=((Voice.PERSON, 12), (Voice.STAFF, 6))
    )


def test_a_coarse_score_is_not_used_and_a_band_counts_by_its_lower_end() -> None:
    of = edition((2, 2), voices=(Voice.PERSON, Voice.STAFF))
    # Seven of the thirteen answered the second theme; 13 is told as 10 to 14. Three staff are hidden.
    card = card_of(
        people((7, (4, 4, 4, 4)), (6, (4, 4, 0, 0)), of=of, invited=20),
        people((3, (5, 5, 5, 5)), of=of, voice=Voice.STAFF),
        of=of,
    )
    assert evidence_of(card) == Evidence((("t1", 75),), voices=((Voice.PERSON, 10), (Voice.STAFF, 0)))
