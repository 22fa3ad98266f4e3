"""The two lists: the people first, what stands out first, and one line for what is alike."""

from dataclasses import replace

from scoring.card import remarks
from scoring.card.around import Around, Earlier, Peer, Peers
from scoring.card.build import build
from scoring.card.scorecard import Remark, Scorecard
from scoring.card.view import VoiceInput
from scoring.measure import measure_of
from scoring.spread import default_spreads
from surveys.framework import Voice
from tests.scoring.card.cards import OF, Given, people
from tests.scoring.example import FACTS, counted

SPREADS = default_spreads(measure_of(OF))
USUAL: Given = (20, (4, 4, 4, 4))


def card_of(*voices: VoiceInput, others: int = 0, then: dict[Voice, Given] | None = None) -> Scorecard:
    """These voices, beside services where people and staff give 70 to 80, after a round of these answers."""
    peers = tuple(
        Peer.of("home", {voice: counted(OF, USUAL, (2, (5 - number % 3,) * 4)) for voice in OF.voices[::2]})
        for number in range(others)
    )
    earlier = None
    if then is not None:
        tallies = tuple((voice, counted(OF, given)) for voice, given in then.items())
        earlier = Earlier("Spring", OF, tallies, SPREADS)
    return build(FACTS, OF, voices, SPREADS, Around(Peers("home", peers), earlier))


def test_what_is_far_out_comes_first_and_then_voice_by_voice() -> None:
    card = card_of(
        people((20, (4, 4, 2, 2))),
        people((20, (1, 1, 1, 1)), voice=Voice.STAFF),
        people(USUAL, voice=Voice.FAMILY),
        others=12,
    )
    assert [(one.voice, one.symbol, one.sentence.partition("(")[0]) for one in card.compared] == [
        (Voice.PERSON, "▼▼", "People: much lower than expected in “Theme 2” "),
        (Voice.STAFF, "▼▼", "Staff: much lower than expected in “Theme 1”, in “Theme 2” and overall."),
        (Voice.PERSON, "●", "People: about the same as expected in 1 theme, beside 13 similar services."),
        (Voice.FAMILY, "◌", "Families: no comparison: no other services in this group."),
    ]


def test_a_reason_that_all_share_is_said_once_for_all() -> None:
    card = card_of(people(USUAL), people(USUAL, voice=Voice.STAFF))
    assert card.compared == (Remark(None, "◌", "No comparison: no other services in this group."),)
    card = card_of(
        people(USUAL), people(USUAL, voice=Voice.FAMILY), people(USUAL, voice=Voice.LEADER), others=9
    )
    assert card.compared[-1] == Remark(
        None, "◌", "Families and leaders: no comparison: no other services in this group."
    )


def test_a_reason_of_some_themes_says_of_how_many() -> None:
    card = card_of(people((9, (4, 4, 4, 4)), (3, (4, 4, 0, 0))), others=9)
    assert Remark(Voice.PERSON, "◌", "People: too few answers to compare in 1 theme.") in card.compared


def test_clear_changes_come_first_the_largest_first() -> None:
    card = card_of(
        people((20, (4, 4, 5, 5))),
        people((20, (2, 2, 4, 4)), voice=Voice.STAFF),
        people((9, (4, 4, 4, 4)), voice=Voice.FAMILY),
        then={Voice.PERSON: (20, (2, 2, 2, 2)), Voice.STAFF: USUAL, Voice.FAMILY: USUAL},
    )
    first, second, *rest = card.since
    # 20 people at 100 are printed as 99, so the second theme went up by 74; 43 to 57 as in test_before.
    assert first.sentence.startswith("People: higher than last time in “Theme 2” (99, up 74 from 25; range ")
    assert "in “Theme 1” (75, up 50 from 25; range 43 to 57)" in first.sentence
    assert first.sentence.index("overall (88") > first.sentence.index("Theme 2")
    assert (second.voice, second.symbol) == (Voice.STAFF, "▼")
    assert second.sentence.startswith(
        "Staff: lower than last time in “Theme 1” (25, down 50 from 75; range 43 to 57)"
    )
    assert rest == [
        Remark(Voice.STAFF, "●", "Staff: no clear change in 1 theme since Spring."),
        Remark(Voice.FAMILY, "◌", "Families: too few answers, now or last time, to tell a change."),
    ]


def test_scores_that_stand_beside_nothing_leave_the_lists_empty() -> None:
    card = card_of(people(USUAL), others=9)
    bare = [replace(voice, comparison=None, before=None) for voice in card.voices]
    themes = [
        replace(theme, voices=tuple(replace(one, comparison=None, before=None) for one in theme.voices))
        for theme in card.themes
    ]
    assert remarks.compared(bare, themes) == remarks.since(bare, themes) == ()
