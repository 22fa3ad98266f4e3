"""The wall: its order, its ends and its sentences, on scorecards made by hand."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scoring.card.scorecard import Highlight, Percent, Score, Scorecard, StatementResult, VoiceTheme, Withheld
from scoring.card.wall import NOTHING, Named, wall
from surveys.framework import Voice
from tests.scoring.card.cards import card_of, people
from tests.scoring.example import edition

OF = edition((4, 4, 2), backwards=("t3_1",))
HIDDEN = Withheld("fewer than 5", "Fewer than 5 people answered.")


def share(percent: int, low: int, high: int) -> Percent:
    return Percent(percent, low, high, f"about {percent}%", "24", "none or a few")


def said(words: str) -> Percent:
    return Percent(None, None, None, words, "12", "none")


def score(mean: int, low: int, high: int, *, coarse: bool = False) -> Score:
    return Score(mean, low, high, "5 to 9" if coarse else "24", "none", coarse, False, "Said.")


def made(
    scores: Mapping[str, Score | Withheld],
    told: Mapping[str, Percent] | None = None,
    voice: Voice = Voice.PERSON,
    strong: tuple[str, ...] = (),
) -> Scorecard:
    """A card on which one voice has these scores and shares, and everything else is held back."""
    empty, shares = card_of(of=OF), told or {}
    themes = tuple(
        replace(
            theme,
            voices=tuple(
                VoiceTheme(
                    one.voice,
                    scores.get(theme.code, HIDDEN) if one.voice is voice else HIDDEN,
                    tuple(
                        StatementResult(
                            code, code, shares.get(code, HIDDEN) if one.voice is voice else HIDDEN
                        )
                        for code in (f"{theme.code}_{item}" for item in range(1, 5))
                    ),
                )
                for one in theme.voices
            ),
        )
        for theme in empty.themes
    )
    highlights = tuple(Highlight(code, code, voice, "Strong.") for code in strong)
    return replace(empty, themes=themes, strengths=highlights)


def codes(named: tuple[Named, ...]) -> list[str]:
    return [one.code for one in named]


THREE = {"t1": score(60, 55, 66), "t2": score(64, 58, 70), "t3": score(75, 70, 80)}


def test_statements_stand_by_the_upper_end_of_their_range() -> None:
    told = {
        "t1_1": share(55, 35, 75),
        "t1_2": share(60, 45, 70),  # a higher share, and surer that it is low
        "t2_1": share(50, 30, 75),  # the same upper end as t1_1: the lower share goes first
        "t2_2": share(65, 50, 80),
    }
    found = wall(made(THREE, told), OF)
    assert (found.speaker, found.ordered) == (Voice.PERSON, True)
    assert codes(found.candidates) == ["t1_2", "t2_1", "t1_1", "t2_2"]


def test_what_goes_well_is_no_candidate_but_the_two_lowest_stand_up_to_85() -> None:
    told = {
        "t1_1": share(80, 55, 95),
        "t1_2": share(75, 50, 90),
        "t2_1": share(72, 50, 95),
        "t2_2": share(90, 75, 95),
    }
    # The two lowest by their upper end (90, then 95 with the lower share), though both are over 70.
    assert codes(wall(made(THREE, told), OF).candidates) == ["t1_2", "t2_1"]
    # None of the statements is low: then the themes are, as the scorecard names them.
    told = {"t1_1": share(85, 60, 95), "t1_2": share(95, 75, 99)}
    assert codes(wall(made(THREE, told), OF).candidates) == ["t1", "t2"]
    high = {"t1": score(85, 80, 90), "t2": score(92, 88, 95), "t3": score(88, 82, 93)}
    assert codes(wall(made(high, told), OF).candidates) == []


def test_at_most_six_are_taken_from_a_scorecard() -> None:
    told = {f"t{theme}_{item}": share(40 + item, 20, 60 + theme) for theme in (1, 2) for item in range(1, 5)}
    assert codes(wall(made(THREE, told), OF).candidates) == ["t1_1", "t1_2", "t1_3", "t1_4", "t2_1", "t2_2"]


@pytest.mark.parametrize(
    ("code", "words", "first"),
    [
        ("t1_1", "nearly no one agreed", True),
        ("t1_1", "nearly everyone disagreed", True),
        ("t1_1", "nearly everyone chose the middle", True),
        ("t1_1", "nearly everyone agreed", False),
        ("t3_1", "nearly everyone agreed", True),  # it is worded backwards
        ("t3_1", "nearly everyone disagreed", False),
    ],
)
def test_where_only_words_are_safe_they_say_which_end(code: str, words: str, *, first: bool) -> None:
    told = {code: said(words), "t2_1": share(50, 30, 70), "t2_2": share(55, 30, 75)}
    found = wall(made(THREE, told), OF)
    assert (codes(found.candidates)[0] == code) is first
    assert (code in codes(found.strengths)) is not first
    assert (code in codes(found.candidates)) is first


def test_strengths_are_the_scorecard_s_then_sure_statements_of_other_themes() -> None:
    told = {
        "t1_1": share(90, 75, 95),
        "t1_2": share(80, 65, 95),
        "t2_1": share(85, 55, 95),
        "t3_1": share(95, 80, 99),
    }
    found = wall(made(THREE, told, strong=("t3",)), OF)
    # t3 holds t3_1; t2_1 is not sure (55 is under 60).
    assert codes(found.strengths) == ["t3", "t1_1", "t1_2"]
    assert "t1_2" not in codes(found.candidates)


def test_themes_stand_where_no_statement_may_be_told() -> None:
    scores = {"t1": score(66, 60, 72), "t2": score(60, 50, 70), "t3": score(80, 75, 86)}
    assert codes(wall(made(scores), OF).candidates) == ["t2", "t1"]
    assert codes(wall(made(scores, strong=("t2",)), OF).candidates) == ["t1", "t3"]


def test_five_to_nine_people_are_told_in_the_order_of_asking() -> None:
    scores = {"t1": score(75, 60, 90, coarse=True), "t3": score(35, 20, 50, coarse=True)}
    found = wall(made(scores), OF)
    assert (found.ordered, codes(found.candidates), found.strengths) == (False, ["t1", "t3"], ())
    assert found.candidates[0].said[0].sentence == (
        "People: about 75 out of 100 (could be 60 to 90). 5 to 9 answered, none left it out."
    )


def test_the_people_speak_first_and_staff_only_where_nobody_else_can() -> None:
    assert wall(made(THREE, voice=Voice.STAFF), OF).speaker is Voice.STAFF
    assert wall(made(THREE, voice=Voice.LEADER), OF) == NOTHING
    assert wall(made({}), OF) == NOTHING


def test_a_sentence_has_its_range_and_its_base() -> None:
    found = wall(made(THREE, {"t1_1": share(45, 20, 70), "t1_2": said("nearly no one agreed")}), OF)
    by_code = {one.code: [each.sentence for each in one.said] for one in found.candidates}
    assert by_code["t1_1"] == [
        "People: about 45% said this goes well (could be 20% to 70%). 24 answered, none or a few left it out."
    ]
    assert by_code["t1_2"] == ["People: nearly no one agreed. 12 answered, none left it out."]


@pytest.mark.parametrize("number", [4, 9, 24])
def test_a_real_round_gives_no_more_than_its_scorecard(number: int) -> None:
    of = edition((2, 2))
    card = card_of(people(*[(2, (2, 4, 3, 5)), (1, (4, 4, 2, 3)), (number - 3, (3, 2, 5, 4))], of=of), of=of)
    found, printed = wall(card, of), repr(card)
    assert (found == NOTHING) is (number < 5)
    for one in (*found.strengths, *found.candidates):
        for each in one.said:
            numbers = each.sentence.partition(": ")[2].partition(" ")[0]
            assert numbers in printed or "about" in each.sentence
