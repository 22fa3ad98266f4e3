"""The same answer from nearly everyone, and single statements."""

import pytest

from scoring.card.scorecard import Percent, Withheld
from tests.scoring.card.cards import (
    Given,
    card_of,
    people,
    percent_of,
    score_of,
    statements_of,
)
from tests.scoring.example import edition


def test_a_statement_of_few_is_held_back_within_a_theme_that_is_shown() -> None:
    card = card_of(people((9, (4, 4, 4, 4)), (3, (0, 2, 4, 4)), invited=60))
    assert score_of(card).answered == "10 to 14"  # 12 and 9 told exactly would tell of the 3
    assert statements_of(card)[0].favourable == Withheld(
        "5 to 9", "Fewer than 10 answered this. To protect them we do not show it."
    )


def test_everyone_at_the_top_is_encouraging_not_proof() -> None:
    score = score_of(card_of(people((5, (5, 5, 5, 5)), invited=60)))
    assert (score.mean, score.low, score.high) == (100, 85, 100)
    assert score.reading.startswith(
        "Nearly everyone who answered agreed. With 5 people that is encouraging, not proof."
    )


def test_everyone_at_the_bottom_is_a_reason_to_listen() -> None:
    score = score_of(card_of(people((12, (1, 1, 1, 1)), invited=60)))
    assert score.mean == 1  # 0 of 12 people would tell what each of them said
    assert score.reading.startswith(
        "Nearly everyone who answered disagreed. With 12 people that is a reason to listen, not proof."
    )


def test_everyone_in_the_middle_neither_agreed_nor_disagreed() -> None:
    score = score_of(card_of(people((5, (3, 3, 3, 3)), invited=60)))
    assert (score.mean, score.low, score.high) == (50, 30, 70)
    assert score.reading.startswith("People neither agreed nor disagreed.")


@pytest.mark.parametrize(
    ("rows", "mean", "words"),
    [
        ([(40, (5, 5, 5, 5))], 100, "Everyone who answered agreed."),
        ([(39, (5, 5, 5, 5)), (1, (4, 4, 4, 4))], 99, "Nearly everyone who answered agreed."),
    ],
)
def test_of_30_people_or_more_everyone_is_said_when_it_is_so(
    rows: list[Given], mean: int, words: str
) -> None:
    score = score_of(card_of(people(*rows)))
    assert score.mean == mean
    assert score.reading.startswith(words)


def test_the_same_answer_from_nearly_all_of_few_people_is_told_in_words() -> None:
    of = edition((1,) * 5, backwards=["t4_1", "t5_1"])
    card = card_of(people((11, (4, 2, 3, 2, 4)), (1, (1, 5, 1, 5, 1)), of=of, invited=60), of=of)
    said = [percent_of(card, place) for place in range(5)]
    assert [each.words for each in said] == [
        "nearly everyone agreed",
        "nearly everyone disagreed",
        "nearly everyone chose the middle",
        "nearly everyone disagreed",
        "nearly everyone agreed",
    ]
    assert {(each.percent, each.low, each.high) for each in said} == {(None, None, None)}


def test_all_or_none_of_few_people_is_never_a_number() -> None:
    of = edition((1, 1))
    card = card_of(people((6, (5, 3)), (6, (4, 2)), of=of, invited=60), of=of)
    assert percent_of(card, 0) == Percent(None, None, None, "nearly everyone agreed", "12", "none")
    assert percent_of(card, 1).words == "nearly no one agreed"


def test_of_30_people_or_more_all_and_none_are_said_when_it_is_so() -> None:
    of = edition((1, 1, 1))
    card = card_of(people((39, (5, 1, 5)), (1, (5, 1, 1)), of=of, invited=60), of=of)
    # Wilson for 40 of 40 begins at 91.2, for 0 of 40 ends at 8.8, outward to fives.
    assert percent_of(card, 0) == Percent(100, 90, 100, "everyone", "40", "none")
    assert percent_of(card, 1) == Percent(0, 0, 10, "no one", "40", "none")
    # 39 of 40 is 97.5, Wilson 87.1-99.6.
    assert percent_of(card, 2) == Percent(95, 85, 99, "about 95%", "40", "none")


def test_a_statement_nobody_answered_says_why() -> None:
    of = edition((3,))
    card = card_of(people((12, (4, 4, 254)), of=of), of=of)
    assert statements_of(card)[2].favourable == Withheld("none", "Asked, but no one felt it applied.")
    card = card_of(people((12, (4, 4, 0)), of=of), of=of)
    assert statements_of(card)[2].favourable == Withheld("none", "Nobody answered this.")


@pytest.mark.parametrize(
    ("alike", "apart"),
    [
        ((12, (5, 5, 5, 5)), (1, (4, 5, 5, 5))),
        ((12, (5, 5, 5, 5)), (1, (4, 4, 4, 4))),
        ((12, (1, 1, 1, 1)), (1, (2, 1, 1, 1))),
        ((28, (5, 5, 5, 5)), (1, (4, 5, 5, 5))),
        ((8, (5, 5, 5, 5)), (1, (5, 5, 5, 4))),
        ((8, (1, 1, 1, 1)), (1, (1, 1, 2, 1))),
    ],
)
def test_no_range_tells_whether_all_said_the_same_or_one_did_not(alike: Given, apart: Given) -> None:
    number, answers = alike
    everybody = score_of(card_of(people((number + 1, answers), invited=60)))
    nearly = score_of(card_of(people(alike, apart, invited=60)))
    assert everybody == nearly


def test_between_the_ends_a_score_is_told_as_it_is() -> None:
    # 11 people at 75 and one at 100: (11 x 75 + 100) / 12 = 77.08
    score = score_of(card_of(people((11, (4, 4, 4, 4)), (1, (5, 5, 5, 5)), invited=60)))
    assert score.mean == 77


def test_one_person_of_ten_who_is_unhappy_with_everything_is_not_rounded_away() -> None:
    score = score_of(card_of(people((9, (5, 5, 5, 5)), (1, (1, 1, 1, 1)), invited=60)))
    assert score.mean == 90
