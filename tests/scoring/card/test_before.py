"""A score beside last time: as it was told then, with the range of the change, or why not."""

import pytest

from scoring.card import beside_words, notes
from scoring.card.around import Around, Earlier
from scoring.card.build import build
from scoring.card.scorecard import Before, NotBefore, Scorecard
from scoring.faults import UnlikeTalliesError
from scoring.measure import measure_of
from scoring.spread import default_spreads
from scoring.tally import Tally
from surveys.edition import Edition
from surveys.framework import Presentation, Voice
from tests.scoring.card.cards import OF, Given, people, voice_card
from tests.scoring.example import FACTS, counted, edition

SPREADS = default_spreads(measure_of(OF))
NOBODY = Tally.zero(measure_of(OF))
LOW: Given = (20, (2, 2, 2, 2))
HIGH: Given = (20, (4, 4, 4, 4))
FEW = NotBefore("Too few answers, now or last time, to tell a change.")


def last(tally: Tally, voice: Voice = Voice.PERSON, asked: Edition = OF) -> Earlier:
    return Earlier("Spring", asked, ((voice, tally),), SPREADS)


def card_after(earlier: Earlier | None, *now: Given) -> Scorecard:
    return build(FACTS, OF, [people(*now)], SPREADS, Around(earlier=earlier))


def before(card: Scorecard, place: int = 0) -> Before | NotBefore | None:
    return card.themes[place].voices[0].before


def test_a_change_is_between_the_scores_as_printed_with_the_range_of_the_exact_ones() -> None:
    # Each score: d = 1.6/29, m = 20/d = 362.5, q = t(0.975; 29) = 2.04523, so 75 has 70.081 to 79.348
    # and 25 has 20.652 to 29.919. MOVER: 50 - √(2 × 4.919²) = 43.04 and 50 + √(2 × 4.348²) = 56.15.
    card = card_after(last(counted(OF, LOW)), HIGH)
    said = "50 points higher than last time, when it was 25 (range 43 to 57)."
    assert before(card) == Before("Spring", 25, 50, 43, 57, True, said)
    fell = before(card_after(last(counted(OF, HIGH)), LOW))
    assert isinstance(fell, Before)
    assert (fell.mean, fell.difference, fell.low, fell.high) == (75, -50, -57, -43)
    assert fell.sentence == "50 points lower than last time, when it was 75 (range 43 to 57)."
    assert voice_card(card).before is not None
    assert notes.SINCE in card.notes


def test_what_may_be_nought_is_no_clear_change() -> None:
    found = before(card_after(last(counted(OF, HIGH)), HIGH))
    assert isinstance(found, Before)
    assert (found.difference, found.clear) == (0, False)
    assert found.sentence == "No clear change since last time, when it was 75."


def test_a_clear_change_under_3_points_is_small() -> None:
    said = beside_words.changed(70, 1, (1, 2))
    assert said == "1 point higher than last time, when it was 70 (range 1 to 2). Clear but small."
    assert (
        beside_words.moved("A", (70, 72), (1, 3))
        == "in “A” (72, up 2 from 70; range 1 to 3; clear but small)"
    )


def test_the_first_round_and_other_questions_have_no_last_time() -> None:
    card = card_after(None, HIGH)
    assert before(card) == NotBefore("This is the first round, so there is no last time.")
    assert [remark.sentence for remark in card.since] == [
        "This is the first round, so there is no last time."
    ]
    other = edition((1,))
    changed = card_after(last(counted(other, (12, (4,))), asked=other), HIGH)
    assert before(changed) == NotBefore("The questions changed, so we do not compare with last time.")
    assert notes.SINCE not in changed.notes


def reworded(words: str) -> Edition:
    """The edition with other words for people in the first statement of its second theme."""
    first, second = OF.themes
    one, *rest = second.statements
    said = {**one.wordings, Voice.PERSON: {Presentation.STANDARD: {"en": words}}}
    statements = (one.model_copy(update={"wordings": said}), *rest)
    return OF.model_copy(update={"themes": (first, second.model_copy(update={"statements": statements}))})


def test_other_words_for_the_same_idea_are_compared_with_care_where_they_were_said() -> None:
    care = " Some words have changed since, so compare with care."
    card = card_after(last(counted(OF, HIGH), asked=reworded("Quite other words.")), HIGH)
    first, second = before(card), before(card, 1)
    assert isinstance(first, Before)
    assert first.sentence == "No clear change since last time, when it was 75."
    assert isinstance(second, Before)
    assert second.sentence == f"{first.sentence}{care}"
    overall = voice_card(card).before
    assert isinstance(overall, Before)
    assert overall.sentence.endswith(care)


def test_a_theme_that_asked_something_else_is_not_compared_and_the_others_are() -> None:
    other = edition((2, 3), voices=OF.voices)
    card = card_after(last(counted(other, (20, (4, 4, 4, 4, 4))), asked=other), HIGH)
    assert isinstance(before(card), Before)
    assert before(card, 1) == NotBefore("The questions changed, so we do not compare with last time.")
    assert voice_card(card).before == before(card, 1)


@pytest.mark.parametrize("then", [counted(OF, (9, (4, 4, 4, 4))), counted(OF, (3, (4, 4, 4, 4))), NOBODY])
def test_few_people_then_or_now_make_no_change(then: Tally) -> None:
    assert before(card_after(last(then), HIGH)) == FEW
    assert before(card_after(last(counted(OF, HIGH)), (9, (4, 4, 4, 4)))) == FEW


def test_of_a_voice_that_was_not_heard_last_time_there_is_no_last_time() -> None:
    assert before(card_after(last(counted(OF, HIGH), Voice.STAFF), HIGH)) == FEW


def test_beside_a_withheld_score_nothing_is_said_of_last_time() -> None:
    for earlier in (last(counted(OF, HIGH)), None):
        card = card_after(earlier, (4, (4, 4, 4, 4)))
        assert before(card) is None
        assert voice_card(card).before is None
        assert card.since == ()


def test_an_earlier_tally_must_be_of_the_edition_it_names() -> None:
    with pytest.raises(UnlikeTalliesError):
        card_after(last(counted(edition((1,)), (12, (4,)))), HIGH)
