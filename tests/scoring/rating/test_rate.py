"""Ratings: published councils, the key questions, limits and conditions, and the whole sum in sentences."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from scoring.rating.evidence import Evidence
from scoring.rating.load import load_scheme, shipped_scheme
from scoring.rating.rate import NOT_ENOUGH_VOICES, Rating, Step, rate
from surveys.framework import Voice
from tests.scoring.rating.scheming import JUDGED, SMALL, written

COUNCILS = shipped_scheme("cqc-local-authority")
PROVIDERS = shipped_scheme("cqc-saf-2024")
DRAFT = shipped_scheme("cqc-asc-draft-2026")
OURS = shipped_scheme("making-it-real")
HEARD = ((Voice.PERSON, 12), (Voice.STAFF, 10))


def sentences(rating: Rating) -> list[str]:
    return [step.sentence for step in rating.steps]


def council(scores: str) -> Rating:
    codes = [statement.code for statement in COUNCILS.statements]
    return rate(COUNCILS, Evidence(tuple(zip(codes, map(int, scores), strict=True))))


# The percentage is as published or, where none was seen, worked out and rounded up by hand.
@pytest.mark.parametrize(
    ("name", "scores", "percent", "word"),
    [
        ("Camden", "334344344", 89, "Outstanding"),  # 32 of 36
        ("Hertfordshire", "333343333", 78, "Good"),  # 28: 77.78
        ("Westminster", "333333333", 75, "Good"),
        ("Islington", "233333333", 73, "Good"),  # 26: 72.22
        ("Surrey", "233333233", 70, "Good"),  # 25: 69.44
        ("Plymouth", "234232233", 67, "Good"),  # 24
        ("Barnet", "222332333", 64, "Good"),  # 23: 63.89
        ("Harrow", "223232223", 59, "Requires improvement"),  # 21
        ("North Somerset", "222223233", 59, "Requires improvement"),
        ("Norfolk", "222232223", 56, "Requires improvement"),  # 20
        ("Kent", "223222223", 56, "Requires improvement"),
    ],
)
def test_councils_are_rated_as_they_were(name: str, scores: str, percent: int, word: str) -> None:
    rating = council(scores)
    assert (name, rating.percent, rating.word) == (name, percent, word)


def test_the_whole_sum_is_told() -> None:
    rating = council("222223233")
    assert {step.part for step in rating.steps} == {"Quality statements for councils"}
    assert sentences(rating) == [
        (
            "Scores: Assessing needs 2; Supporting people to live healthier lives 2; "
            "Equity in experience and outcomes 2; Care provision, integration, continuity 2; "
            "Partnerships and communities 2; Safe systems, pathways and transitions 3; Safeguarding 2; "
            "Governance, management, sustainability 3; Learning, improvement and innovation 3."
        ),
        "They add up to 21. The most there could be is 9 × 4 = 36.",
        "21 ÷ 36 × 100 = about 58.33%, printed as 59% (always rounded up).",
        "More than 38 and up to 62, before rounding, is Requires improvement.",
        "So the rating is: Requires improvement.",
    ]


def test_a_limit_that_is_not_confirmed_for_councils_is_told_and_not_applied() -> None:
    rating = council("133333333")  # 25 of 36
    assert rating.word == "Good"
    assert (
        "With any score of 1 or less, Good would be held at Requires improvement. "
        "We have not applied this. This rule is not confirmed."
    ) in sentences(rating)


def test_what_is_not_certain_stands_beside_the_rating() -> None:
    beside = council("333333333").beside
    assert beside[0].startswith("This is not a rating by the regulator.")
    assert any(line.startswith("Source: ") and " Date: " in line for line in beside)
    assert sum(line.startswith("Not certain: ") for line in beside) == len(COUNCILS.uncertain) == 2


def provider(scores: Mapping[str, str], *facts: str) -> Rating:
    """Each key question's scores, 3 everywhere where none are given."""
    pairs = []
    for group in PROVIDERS.groups:
        row = scores.get(group.code, "3" * len(group.statements))
        codes = [statement.code for statement in group.statements]
        pairs += list(zip(codes, map(int, row), strict=True))
    return rate(PROVIDERS, Evidence(tuple(pairs), facts=frozenset(facts)))


def word_of(rating: Rating, code: str) -> str:
    return next(part.word for part in rating.parts if part.code == code)


@pytest.mark.parametrize(
    ("code", "scores", "percent", "word"),
    [
        ("safe", "33332222", 63, "Good"),  # 20 of 32 is 62.5
        ("safe", "44443333", 88, "Outstanding"),  # 28 of 32 is 87.5
        ("effective", "333222", 63, "Good"),  # 15 of 24
        ("effective", "444333", 88, "Outstanding"),  # 21 of 24
        ("well_led", "33322222", 60, "Requires improvement"),  # 19 of 32 is 59.38
        ("caring", "11112", 30, "Inadequate"),  # 6 of 20
        ("safe", "33333331", 69, "Requires improvement"),  # 22 of 32 would be Good, but there is a 1
        ("safe", "44444442", 94, "Good"),  # 30 of 32 would be Outstanding, but there is a 2
        ("safe", "44444441", 91, "Good"),  # 29 of 32 is 90.63; the rule for Outstanding says Good
        ("safe", "22222221", 47, "Requires improvement"),  # 15 of 32: no limit below Good
    ],
)
def test_a_key_question_has_its_own_percentage_band_and_limit(
    code: str, scores: str, percent: int, word: str
) -> None:
    rating = provider({code: scores})
    part = next(part for part in rating.parts if part.code == code)
    assert (part.percent, part.word) == (percent, word)


LOW, POOR, TOP = "1" * 8, "2" * 8, "4" * 8


@pytest.mark.parametrize(
    ("scores", "word"),
    [
        ({}, "Good"),
        ({"safe": TOP, "well_led": TOP}, "Outstanding"),
        ({"safe": TOP}, "Good"),
        ({"safe": TOP, "well_led": TOP, "caring": "22222"}, "Good"),
        ({"safe": POOR}, "Good"),
        ({"safe": POOR, "well_led": POOR}, "Requires improvement"),
        ({"safe": LOW}, "Requires improvement"),
        ({"safe": LOW, "well_led": POOR}, "Requires improvement"),
        ({"safe": LOW, "well_led": LOW}, "Inadequate"),
    ],
)
def test_five_key_questions_make_the_whole(scores: Mapping[str, str], word: str) -> None:
    rating = provider(scores)
    assert rating.word == word
    assert rating.percent is None
    assert sentences(rating)[-2].endswith("This rule is not confirmed.")


def test_a_fact_holds_well_led_down_and_says_so() -> None:
    rating = provider({"well_led": TOP}, "provider_information_return_not_sent")
    assert word_of(rating, "well_led") == "Requires improvement"
    assert (word_of(rating, "safe"), rating.word) == ("Good", "Good")
    assert (
        Step(
            "Well-led",
            "The provider information return was not sent. So this can be Requires improvement at best.",
        )
        in rating.steps
    )


def test_a_breach_holds_the_whole_down_but_lifts_nothing() -> None:
    assert provider({}, "breach_of_regulations").word == "Requires improvement"
    assert provider({"safe": LOW, "well_led": LOW}, "breach_of_regulations").word == "Inadequate"


def test_the_draft_is_judged_without_numbers() -> None:
    judged = [(group.code, "good") for group in DRAFT.groups]
    rating = rate(DRAFT, Evidence(judgements=tuple(judged)))
    assert rating.word == "Good"
    assert all(part.percent is None for part in rating.parts)
    assert sentences(rating)[2].startswith(
        "Judged Good, having looked at: Kindness, compassion and dignity; "
    )
    assert not any(sign.isdigit() for sentence in sentences(rating) for sign in sentence)


def test_a_rule_that_wants_the_others_to_be_some_level_does_not_fit_without(tmp_path: Path) -> None:
    scheme = load_scheme(written(tmp_path, JUDGED))
    whole = {
        levels: rate(scheme, Evidence(judgements=tuple(zip(("one", "two"), levels, strict=True)))).word
        for levels in (("high", "middle"), ("high", "high"), ("high", "low"), ("middle", "middle"))
    }
    assert list(whole.values()) == ["High", "High", "Low", "Low"]


def test_an_uncertain_condition_says_so(tmp_path: Path) -> None:
    scheme = load_scheme(written(tmp_path, JUDGED))
    rating = rate(scheme, Evidence(judgements=(("one", "high"), ("two", "high")), facts=frozenset({"late"})))
    assert sentences(rating)[1] == "It came late. So this can be Low at best. This rule is not confirmed."
    assert rating.word == "Low"


def test_a_confirmed_limit_is_applied_without_a_doubt(tmp_path: Path) -> None:
    rating = rate(load_scheme(written(tmp_path, SMALL)), Evidence((("a", 1), ("b", 4))))  # 5 of 8 is 62.5
    assert rating.word == "Low"
    assert "With any score of 1 or less, High is held at Low." in sentences(rating)


def ours(*scores: int, voices: tuple[tuple[Voice, int], ...] = HEARD) -> Rating:
    codes = [statement.code for statement in OURS.statements]
    return rate(OURS, Evidence(tuple(zip(codes, scores, strict=False)), voices=voices))


@pytest.mark.parametrize(
    ("scores", "percent", "word"),
    [
        ((40,) * 7, 40, "Not yet real"),
        ((40, 40, 40, 40, 40, 40, 41), 40, "Partly real"),  # 281 / 7 = 40.14
        ((60,) * 7, 60, "Partly real"),
        ((75,) * 7, 75, "Mostly real"),
        ((81,) * 7, 81, "Real"),
        ((60, 90, 90, 90, 90, 90, 90), 86, "Mostly real"),  # 600 / 7 = 85.71; one theme is held at the middle
        ((40, 80, 80, 80, 80, 80, 80), 74, "Partly real"),  # 520 / 7 = 74.29
        ((0,) * 7, 0, "Not yet real"),
    ],
)
def test_our_own_words_follow_the_average_and_the_weakest_theme(
    scores: tuple[int, ...], percent: int, word: str
) -> None:
    rating = ours(*scores)
    assert (rating.percent, rating.word) == (percent, word)


def test_our_own_sum_is_an_average_and_no_percentage() -> None:
    assert sentences(ours(85, 85, 85, 85, 85, 85, 55))[1:3] == [
        "They add up to 565.",
        "565 ÷ 7 = about 80.71 out of 100, printed as 81 (to the nearest whole number).",
    ]
    assert sentences(ours(*(75,) * 7))[2] == "525 ÷ 7 = 75 out of 100."


def test_without_enough_people_and_staff_there_is_no_word() -> None:
    rating = ours(*(75,) * 7, voices=((Voice.PERSON, 9),))
    assert (rating.word, rating.level, rating.percent, rating.parts) == (NOT_ENOUGH_VOICES, None, None, ())
    assert sentences(rating) == [
        "Fewer than 10 people who draw on support answered, so there is no rating.",
        "Fewer than 10 staff answered, so there is no rating.",
    ]


def test_without_every_theme_there_is_no_word() -> None:
    rating = ours(75, 75, 75, 75, 75, 75)
    assert rating.steps == (Step("Well led", "This has no score that may be shown, so there is no rating."),)
