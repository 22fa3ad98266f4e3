"""A score beside similar services: with whom, in what words, and when not at all."""

from fractions import Fraction

import pytest

from scoring.card import notes
from scoring.card.around import Around, Peer, Peers
from scoring.card.build import build
from scoring.card.scorecard import Compared, NotCompared, Scorecard, VoiceTheme
from scoring.card.view import VoiceInput
from scoring.comparison.compare import Verdict
from scoring.faults import UnlikeTalliesError
from scoring.measure import measure_of
from scoring.spread import default_spreads
from scoring.tally import Tally
from surveys.framework import Voice
from tests.scoring.card.cards import OF, Given, people, score_of, voice_card
from tests.scoring.example import FACTS, counted, edition

USUAL: Given = (20, (4, 4, 4, 4))  # 75 points from each of twenty people
FEW = NotCompared("Too few answers to compare.")


def peer(*given: Given, kind: str = "home") -> Peer:
    return Peer.of(kind, {Voice.PERSON: counted(OF, *given)})


def card_beside(mine: VoiceInput, *others: Peer, kind: str = "home") -> Scorecard:
    return build(FACTS, OF, [mine], default_spreads(measure_of(OF)), Around(Peers(kind, others)))


def theme(card: Scorecard, place: int = 0) -> VoiceTheme:
    return card.themes[place].voices[0]


def compared(card: Scorecard, place: int = 0) -> Compared:
    found = theme(card, place).comparison
    assert isinstance(found, Compared)
    return found


def test_the_expected_range_is_that_of_a_service_of_this_size() -> None:
    # All at 75: the target is asin √0.75 = π/3 and tau² is 0, so the error is √(0.16/80) = 0.044721.
    # 100 sin²(1.047198 ∓ 1.959964 × 0.044721) = 67.06 and 82.17; outward 67 and 83.
    card = card_beside(people(USUAL), *[peer(USUAL)] * 9)
    assert compared(card) == Compared(
        Verdict.SAME,
        "●",
        67,
        83,
        "10 similar services",
        "About the same as similar services (67 to 83 is expected). Services differ no more than chance.",
    )
    assert theme(card).reliability == "Services differ no more than chance."
    assert voice_card(card).comparison is not None


def test_with_too_few_of_its_kind_a_service_is_beside_all_kinds() -> None:
    others = [peer(USUAL)] * 4 + [peer(USUAL, kind="branch")] * 5
    found = compared(card_beside(people(USUAL), *others))
    assert found.peers == "10 services of every kind"
    assert found.sentence.startswith("About the same as other services (67 to 83 is expected).")


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ([], "No comparison: no other services in this group."),
        ([peer(USUAL)], "Too few services for an expected range."),
        ([peer(USUAL)] * 8, "Too few services for an expected range."),
        ([*[peer(USUAL)] * 8, peer((9, (4, 4, 4, 4)))], "Too few services for an expected range."),
        ([Peer("home", ())] * 20, "No comparison: no other services in this group."),
    ],
)
def test_fewer_than_ten_services_make_no_range(others: list[Peer], why: str) -> None:
    found = theme(card_beside(people(USUAL), *others))
    assert found.comparison == NotCompared(why)
    assert found.reliability == ""


def test_reliability_too_is_among_its_own_kind() -> None:
    others = [peer(USUAL)] * 9 + [peer((20, (2, 2, 2, 2)), kind="branch")] * 9
    assert theme(card_beside(people(USUAL), *others)).reliability == "Services differ no more than chance."


def test_few_people_are_compared_with_nobody_and_of_fewer_nothing_is_said() -> None:
    others = [peer(USUAL)] * 12
    assert theme(card_beside(people((9, (4, 4, 4, 4))), *others)).comparison == FEW
    for hidden in (people((4, (4, 4, 4, 4))), VoiceInput(Voice.PERSON, Tally.zero(measure_of(OF)))):
        card = card_beside(hidden, *others)
        assert (theme(card).comparison, theme(card).reliability) == (None, "")
        assert voice_card(card).comparison is None
        assert card.compared == ()


def test_an_overall_score_is_compared_only_where_each_of_its_themes_may_be() -> None:
    # Of three themes two make an overall score. Twenty people have one, but nine of them the third theme.
    of = edition((1, 1, 1))
    usual, short = counted(of, (20, (4, 4, 4))), counted(of, (9, (4, 4, 4)), (11, (4, 4, 0)))
    assert short.overall.n == 20

    def beside(mine: Tally, *others: Tally) -> Scorecard:
        peers = Peers("home", tuple(Peer.of("home", {Voice.PERSON: other}) for other in others))
        spreads = default_spreads(measure_of(of))
        return build(FACTS, of, [VoiceInput(Voice.PERSON, mine)], spreads, Around(peers))

    card = beside(short, *[usual] * 9)
    assert voice_card(card).comparison == FEW
    assert compared(card).peers == "10 similar services"
    # Nor do others' such scores count.
    card = beside(usual, *[usual] * 8, short)
    assert voice_card(card).comparison == NotCompared("Too few services for an expected range.")
    assert compared(card).peers == "10 similar services"


def test_a_score_far_below_is_said_to_be_much_lower_and_printed_below_the_range() -> None:
    others = [peer((20, (4, 4, 4, 4)), (extra, (5, 5, 5, 5))) for extra in range(1, 15)]
    card = card_beside(people((20, (2, 2, 4, 4))), *others)
    found = compared(card)
    assert (found.verdict, found.symbol) == (Verdict.MUCH_LOWER, "▼▼")
    assert found.sentence == f"Much lower than expected ({found.low} to {found.high})."
    assert found.low > 25
    overall = voice_card(card).comparison
    assert isinstance(overall, Compared)
    assert card.compared[0].sentence == (
        f"People: much lower than expected in “Theme 1” (25; expected {found.low} to {found.high}) "
        f"and overall (50; expected {overall.low} to {overall.high})."
    )


def test_a_score_just_below_the_range_is_printed_below_it_too() -> None:
    # 20 people at 75 and 3 at 50 make 71.74, which prints as 72. The others lie above 75; the range of this
    # service begins at 71.99, and rounded outward at 71: “lower than expected” would stand beside 71 to 86.
    others = [peer((20, (4, 4, 4, 4)), (number, (5, 5, 5, 5))) for number in range(10)]
    card = card_beside(people((20, (4, 4, 4, 4)), (3, (3, 3, 4, 4))), *others)
    assert score_of(card).mean == 72
    found = compared(card)
    assert (found.verdict, found.low, found.high) == (Verdict.LOWER, 73, 86)
    assert found.sentence.startswith(
        "Lower than expected (73 to 86). About 1 in 20 scores are this far out by chance."
    )


def spread_out(people_each: int, low: Given, high: tuple[Given, ...]) -> Scorecard:
    """Ten services, half of them low and half high; this one is low."""
    assert low[0] == people_each == sum(number for number, _ in high)
    return card_beside(people(low), *[peer(low)] * 4, *[peer(*high)] * 5)


def test_reliability_is_the_share_of_the_variance_that_lies_between_services() -> None:
    # Means 50 and 75 of 12 people each: p 0.625, v = 10⁴ × 0.16 × 0.234375 / 12 = 31.25;
    # the variance of the ten means is 10 × 12.5² / 9 = 173.6, so B = 1 - 31.25 / 173.6 = 0.82.
    card = spread_out(12, (12, (3, 3, 3, 3)), ((12, (4, 4, 4, 4)),))
    assert theme(card).reliability == "Can be compared."
    assert "caution" not in compared(card).sentence
    # Means 62.5 and 80 of 10 people each: p 0.7125, v = 32.78; 10 × 8.75² / 9 = 85.07, so B = 0.61.
    caution = spread_out(
        10,
        (10, (3, 4, 3, 4)),
        ((8, (4, 4, 4, 4)), (2, (5, 5, 5, 5))),
    )
    assert theme(caution).reliability == "Compare with caution."
    assert compared(caution).sentence.endswith("Compare with caution.")
    assert compared(caution).symbol == "●"


def test_a_score_within_the_range_of_too_few_answers_is_not_called_the_same() -> None:
    # Means 62.5 and 77.5 of 10 people each: p 0.7, v = 33.6; 10 × 7.5² / 9 = 62.5, so B = 0.46.
    assert 1 - Fraction(336, 10) / Fraction(125, 2) == Fraction(4624, 10_000)
    card = spread_out(10, (10, (3, 4, 3, 4)), ((9, (4, 4, 4, 4)), (1, (5, 5, 5, 5))))
    found = compared(card)
    assert theme(card).reliability == "Too few answers to compare."
    assert found.symbol == "◌"
    assert found.sentence == (
        "Within the expected range, but too few answers to compare "
        f"({found.low} to {found.high} is expected)."
    )
    assert card.compared[0].sentence == (
        "People: within the expected range, but too few answers to compare in 2 themes, "
        "beside 10 similar services."
    )


def test_what_about_the_same_means_is_said_once_and_only_where_something_is_compared() -> None:
    card = card_beside(people(USUAL), *[peer(USUAL)] * 9)
    assert card.notes.count(notes.COMPARED) == 1
    assert " ".join(card.notes).count("does not mean that all is well") == 1
    assert "does not mean" not in repr(card.themes)
    assert notes.COMPARED not in card_beside(people(USUAL)).notes


def test_the_order_of_the_others_makes_no_difference() -> None:
    others = [peer((10 + number, (4, 5, 3, 4)), (number, (2, 2, 2, 2))) for number in range(12)]
    others += [peer((15, (5, 4, 3, 5)), kind="branch")] * 2
    forwards = card_beside(people((13, (4, 4, 2, 5))), *others)
    assert forwards == card_beside(people((13, (4, 4, 2, 5))), *others[::-1])
    assert repr(forwards) == repr(card_beside(people((13, (4, 4, 2, 5))), *others[5:], *others[:5]))


def test_services_of_other_themes_are_refused() -> None:
    other = Peer.of("home", {Voice.PERSON: counted(edition((1,)), (12, (4,)))})
    with pytest.raises(UnlikeTalliesError):
        card_beside(people(USUAL), other)
