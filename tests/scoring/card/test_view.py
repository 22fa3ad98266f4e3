"""One voice: each case of what may be shown of a theme, in its own words."""

from scoring.card.scorecard import Percent, Score, Withheld
from surveys.framework import Voice
from tests.scoring.card.cards import (
    NONE,
    OF,
    card_of,
    people,
    score_of,
    statements_of,
    voice_card,
    withheld_of,
)
from tests.scoring.example import edition


def test_of_fewer_than_5_people_nothing_is_shown() -> None:
    card = card_of(people((3, (5, 5, 5, 5)), (1, NONE), invited=60))
    sentence = (
        "Fewer than 5 people answered. To protect them we show nothing. "
        "Next time, ask for longer or in more ways."
    )
    assert withheld_of(card) == Withheld("fewer than 5", sentence)
    assert voice_card(card).overall == Withheld("fewer than 5", sentence)
    assert (voice_card(card).answered, voice_card(card).response, statements_of(card)) == (
        "fewer than 5",
        None,
        (),
    )


def test_8_people_are_told_to_the_nearest_5_and_not_compared() -> None:
    # Six at 75 and two at 50: mean 68.75, to 70. Variance 6*2/8/7*0.0625 = 0.0134.
    card = card_of(people((6, (4, 4, 4, 4)), (2, (3, 3, 3, 3)), invited=60))
    score = score_of(card)
    assert (score.mean, score.coarse, score.answered, score.not_answered) == (70, True, "8", "none")
    assert score.low % 5 == score.high % 5 == 0
    assert score.reading == (
        f"8 people answered. The true picture is probably between {score.low} and {score.high}. "
        "Too few to compare."
    )
    assert statements_of(card) == ()
    assert card.strengths == card.together == ()
    assert "Fewer than 10 people answered about each theme, so we do not compare the themes." in card.notes


def test_12_people_are_told_in_whole_points_with_their_statements() -> None:
    # Nine at 75 and three at 25: mean 62.5, which goes up to 63.
    card = card_of(people((9, (4, 4, 4, 4)), (3, (2, 2, 2, 2)), invited=60))
    score = score_of(card)
    assert (score.mean, score.coarse, score.answered) == (63, False, "12")
    assert score.low <= 63 <= score.high
    assert score.reading == (
        "People score this 63 out of 100. If we asked a similar group again, "
        f"the score could plausibly be {score.low} to {score.high}."
    )
    first = statements_of(card)[0]
    assert (first.code, first.wording) == ("t1_1", "t1_1 for person")
    # 9 of 12 with Wilson 46.8-91.1, outward to fives.
    assert first.favourable == Percent(75, 45, 95, "about 75%", "12", "none")


def test_a_theme_of_few_hides_the_overall_score_too() -> None:
    card = card_of(people((4, (4, 4, 4, 4)), (8, (4, 4, 0, 0)), invited=60), of=OF)
    assert withheld_of(card, 1).answered == "fewer than 5"
    overall = voice_card(card).overall
    assert isinstance(overall, Withheld)
    assert "Fewer than 5 people answered" in overall.why
    assert score_of(card).answered == "12"


def test_an_overall_score_is_hidden_with_any_theme_and_rounded_with_any_theme() -> None:
    of = edition((1,) * 7)
    hidden = voice_card(
        card_of(people((4, (4,) * 7), (16, (*(4,) * 6, 0)), of=of, invited=60), of=of)
    ).overall
    assert isinstance(hidden, Withheld)
    assert hidden == Withheld(
        "20", "One theme has fewer than 5 answers. To protect those people we show no overall score."
    )
    rough = voice_card(card_of(people((6, (4,) * 7), (14, (*(4,) * 6, 0)), of=of, invited=60), of=of)).overall
    assert isinstance(rough, Score)
    assert rough.coarse


def test_nobody_may_have_enough_themes_for_an_overall_score() -> None:
    of = edition((1,) * 7)
    row = (4, 4, 4, 0, 0, 0, 0)
    assert voice_card(card_of(people((12, row), of=of), of=of)).overall == Withheld(
        "none", "Nobody answered enough of these questions to make a score."
    )


def test_a_theme_nobody_felt_applied() -> None:
    asked = (4, 4, 254, 254)
    assert withheld_of(card_of(people((8, asked))), 1) == Withheld(
        "none", "Asked, but no one felt it applied."
    )
    assert withheld_of(card_of(people((12, asked))), 1).why == (
        "Asked, but no one felt it applied. Nearly all the answers were “does not apply”."
    )
    # 16 of 24 answers: two thirds, to the nearest 5.
    assert withheld_of(card_of(people((8, asked), (4, (4, 4, 0, 0)))), 1).why == (
        "Asked, but no one felt it applied. About 65% of the answers were “does not apply”."
    )


def test_a_theme_nobody_answered_enough_of() -> None:
    of = edition((2, 4))
    card = card_of(people((12, (4, 4, 5, 0, 0, 254)), of=of), of=of)
    assert withheld_of(card, 1).why == "Nobody answered enough of these questions to make a score."
    card = card_of(people((12, (4, 4, 0, 0, 0, 253)), of=of), of=of)
    assert withheld_of(card, 1).why == "Nobody answered enough of these questions to make a score."


def test_a_theme_a_voice_was_not_asked() -> None:
    of = edition((1, 1), unasked=[("t2_1", Voice.STAFF)])
    card = card_of(people((12, (4, 255)), of=of, voice=Voice.STAFF), of=of)
    assert withheld_of(card, 1, Voice.STAFF).why == "Staff were not asked about this."
    assert card.themes[1].voices[2].statements == ()


def test_statements_a_voice_was_not_asked_are_left_out() -> None:
    of = edition((2,), unasked=[("t1_2", Voice.PERSON)])
    card = card_of(people((12, (4, 255)), of=of), of=of)
    assert [statement.code for statement in statements_of(card)] == ["t1_1"]


def test_a_theme_most_people_skipped_shows_only_its_score() -> None:
    card = card_of(people((12, (4, 4, 4, 4)), (20, (4, 4, 0, 0)), invited=60))
    assert score_of(card, 1).reading.endswith("Many people skipped these questions; find out why.")
    assert statements_of(card, 1) == ()
    assert score_of(card, 1).not_answered == "20"


def test_a_theme_one_in_five_skipped_says_so() -> None:
    card = card_of(people((20, (4, 4, 4, 4)), (6, (4, 4, 0, 0))))
    assert score_of(card, 1).reading.endswith("More than 1 in 5 did not answer these questions.")
    card = card_of(people((20, (4, 4, 4, 4)), (5, (4, 4, 0, 0))))
    assert "1 in 5" not in score_of(card, 1).reading
