"""Whole scorecards: voices, gaps, lists and refusals."""

import dataclasses

import pytest

from scoring.card.build import build
from scoring.card.scorecard import Withheld
from scoring.card.view import VoiceInput, plain
from scoring.faults import UnknownVoiceError, UnlikeTalliesError
from scoring.protection.disclosure import Thresholds
from scoring.spread import Spread, Spreads, VoiceSpread
from surveys.framework import Presentation, Voice
from tests.scoring.card.cards import (
    OF,
    card_of,
    people,
    score_of,
    statements_of,
    voice_card,
    withheld_of,
)
from tests.scoring.example import FACTS, counted, edition


def test_nobody_has_answered_yet() -> None:
    card = card_of()
    assert withheld_of(card) == Withheld("none", "Nobody has answered yet.")
    assert [voice.overall for voice in card.voices] == [Withheld("none", "Nobody has answered yet.")] * 4
    assert (card.strengths, card.together, card.gaps) == ((), (), ())


def test_a_voice_that_did_not_answer_is_named() -> None:
    card = card_of(people((12, (4, 4, 4, 4))))
    assert withheld_of(card, voice=Voice.STAFF).why == "We have not heard from staff."
    card = card_of(people((12, (4, 4, 4, 4)), voice=Voice.STAFF))
    assert withheld_of(card).why == "We have not heard from people who draw on support."


def test_people_come_first_and_the_others_in_the_editions_order() -> None:
    of = edition((1,), voices=(Voice.STAFF, Voice.PERSON, Voice.LEADER))
    assert [voice.voice for voice in card_of(of=of).voices] == [Voice.PERSON, Voice.STAFF, Voice.LEADER]


def test_gaps_are_between_people_and_staff_and_people_and_leaders() -> None:
    card = card_of(
        people((20, (2, 2, 4, 4))),
        people((20, (5, 5, 4, 4)), voice=Voice.STAFF),
        people((20, (4, 4, 4, 4)), voice=Voice.LEADER),
        people((20, (4, 4, 4, 4)), voice=Voice.FAMILY),
    )
    pairs = [(gap.first, gap.second) for gap in card.themes[0].gaps]
    assert pairs == [(Voice.PERSON, Voice.STAFF), (Voice.PERSON, Voice.LEADER)]
    assert [gap.difference for gap in card.gaps] == [-74, -50]  # 25 less 99 and 25 less 75
    assert [gap.clear for gap in card.themes[1].gaps] == [False, False]
    assert card.gaps[0].low <= -74 <= card.gaps[0].high < 0
    assert "Each group read its own wording" in " ".join(card.notes)


def test_there_is_no_gap_with_fewer_than_10() -> None:
    card = card_of(people((20, (2, 2, 4, 4))), people((9, (5, 5, 4, 4)), voice=Voice.STAFF))
    assert all(theme.gaps == () for theme in card.themes)


def test_strengths_are_the_surest_three_and_the_rest_is_to_work_on() -> None:
    of = edition((1,) * 7)
    # Everyone alike: 100, 75, 100, 75, 100, 50 and 25 points.
    card = card_of(people((20, (5, 4, 5, 4, 5, 3, 2)), (20, (5, 4, 5, 4, 4, 3, 2)), of=of), of=of)
    assert [theme.theme for theme in card.strengths] == ["t1", "t3", "t5"]
    assert [theme.theme for theme in card.together] == ["t7", "t6"]
    first, last = score_of(card, 0), score_of(card, 6)
    assert card.strengths[0].sentence == (
        f"People say this goes well: “Theme 1”, 100 out of 100 (range {first.low} to 100)."
    )
    assert card.together[0].sentence == (
        f"People say this could be better: “Theme 7”, 25 out of 100 (range {last.low} to {last.high})."
    )


def test_a_theme_from_85_up_is_never_named_as_one_to_work_on() -> None:
    of = edition((1,) * 7)
    # Everyone alike at 100 and 75: the four at 100 that are no strengths are left alone.
    card = card_of(people((20, (5, 5, 5, 5, 5, 5, 4)), of=of), of=of)
    assert len(card.strengths) == 3
    assert [theme.theme for theme in card.together] == ["t7"]


def test_where_people_are_too_few_to_compare_the_lists_are_of_the_next_voice() -> None:
    card = card_of(
        people((6, (4, 4, 4, 4))),
        people((40, (5, 5, 2, 2)), voice=Voice.STAFF),
    )
    assert [(each.voice, each.theme) for each in card.strengths] == [(Voice.STAFF, "t1")]
    assert any(note.endswith("The lists show what staff say.") for note in card.notes)


def test_leaders_alone_make_no_lists() -> None:
    of = edition((1,), voices=(Voice.LEADER,))
    card = card_of(people((40, (5,)), of=of, voice=Voice.LEADER), of=of)
    assert card.strengths == ()
    assert not any("compare the themes" in note for note in card.notes)


def test_help_and_answers_in_somebodys_place_are_on_the_voices_card() -> None:
    given = VoiceInput(
        Voice.PERSON,
        counted(OF, (20, (4, 4, 4, 4))),
        help=(("none", 12), ("read_to_me", 8)),
        helpers=(("family", 8),),
        on_behalf=2,
    )
    assert [line.kind for line in voice_card(card_of(given)).help] == [
        "none",
        "read_to_me",
        "family",
        "answered_for_me",
    ]


def test_a_measured_spread_is_not_provisional() -> None:
    spread = Spread(0.2, False)
    card = build(
        FACTS,
        OF,
        [people((20, (4, 4, 4, 4)))],
        Spreads(VoiceSpread((spread, spread), spread)),
    )
    assert not score_of(card).provisional
    assert not any("usual figure" in note for note in card.notes)


def test_the_public_is_shown_less() -> None:
    card = card_of(people((8, (4, 4, 4, 4))), thresholds=Thresholds(10, 30))
    assert withheld_of(card).answered == "fewer than 10"
    assert not any("nearest 5" in note for note in card.notes)
    assert statements_of(card_of(people((20, (4, 4, 4, 4))), thresholds=Thresholds(10, 30))) == ()


def test_the_order_of_the_voices_given_makes_no_difference() -> None:
    voices = [people((20, (4, 4, 4, 4))), people((20, (5, 4, 3, 2)), voice=Voice.STAFF)]
    assert card_of(*voices) == card_of(*voices[::-1])


def test_a_card_names_its_round_edition_and_method() -> None:
    card = card_of()
    assert (card.facts, card.survey_title, card.edition_hash) == (FACTS, "An example", OF.hash)
    assert card.method == "1.0"
    assert (card.themes[0].name, card.themes[0].subtitle, card.themes[0].symbol) == (
        "Theme 1",
        "About 1",
        "t1",
    )


def test_an_edition_in_another_language_is_printed_in_it() -> None:
    assert plain({Presentation.EASY_READ: {"cy": "Helo"}}) == "Helo"
    assert card_of(of=OF.model_copy(update={"title": {"cy": "Arolwg"}})).survey_title == "Arolwg"


def test_a_voice_that_is_not_asked_or_given_twice_is_refused() -> None:
    person = people((20, (4, 4, 4, 4)))
    with pytest.raises(UnknownVoiceError):
        card_of(person, person)
    with pytest.raises(UnknownVoiceError):
        card_of(dataclasses.replace(person, voice=Voice.PARTNER))


def test_a_tally_of_another_edition_is_refused() -> None:
    with pytest.raises(UnlikeTalliesError):
        card_of(VoiceInput(Voice.PERSON, counted(edition((1,)), (12, (4,)))))
