"""The leaders' return beside what people say: worked out by hand, and nothing that is withheld."""

from secrets import token_hex

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.db import Store
from mir.respond.sealing import Sent, add_sealed, close_round
from mir.results.differing import Way, difference, grouped
from mir.results.information import Box, PartText, _packed, as_text
from mir.rounds.operations import NewRound, open_round
from scoring.card.scorecard import Score, Withheld
from surveys.edition import Edition
from surveys.framework import Voice
from surveys.load import shipped_edition
from tests.conftest import World
from tests.mir.returns.conftest import EVIDENCE, LINE, Desk, text_of


def score(mean: int, low: int, high: int, *, coarse: bool = False) -> Score:
    return Score(mean, low, high, "24", "none", coarse, False, "")


@pytest.mark.parametrize(
    ("people", "views", "way", "sentence"),
    [
        # 79 less 50 is 29, and its range 75 − 50 to 84 − 50.
        (
            score(79, 75, 84),
            [33.333, 66.667],
            Way.BETTER,
            "People score this 79 and leaders 50. People see it 29 points higher (range 25 to 34).",
        ),
        (
            score(40, 30, 51),
            [100 / 3, 100.0],
            Way.WORSE,
            "People score this 40 and leaders 67. Leaders see it 27 points higher (range 16 to 37).",
        ),
        # 18 is over half a step, 17 is not, though its range leaves out nought.
        (
            score(85, 80, 90),
            [200 / 3],
            Way.BETTER,
            "People score this 85 and leaders 67. People see it 18 points higher (range 13 to 23).",
        ),
        (
            score(84, 80, 90),
            [200 / 3],
            Way.SAME,
            "People score this 84 and leaders 67: no clear difference in view.",
        ),
        # 20 points, and a range from −1.
        (
            score(87, 66, 95),
            [200 / 3],
            Way.SAME,
            "People score this 87 and leaders 67: no clear difference in view.",
        ),
    ],
)
def test_a_difference_is_told_with_its_range(
    people: Score, views: list[float], way: Way, sentence: str
) -> None:
    found = difference("Workforce", people, views, 4)
    assert (found.way, found.sentence) == (way, sentence)
    assert f"Your view of {len(views)} of 4 lines. People: 24 answered" in found.rests_on


def test_the_number_stands_where_the_words_are_no_clear_difference() -> None:
    found = difference("Workforce", score(84, 80, 90), [200 / 3], 1)
    assert found.rests_on.endswith("The difference is 17 (range 13 to 23).")
    found = difference("Workforce", score(60, 50, 71), [200 / 3], 1)
    assert found.rests_on.endswith("The difference is −7 (range −17 to 4).")


@pytest.mark.parametrize(
    ("people", "views", "why"),
    [
        (Withheld("fewer than 5", "Fewer than 5 people answered."), [50.0], "Fewer than 5 people answered."),
        (score(75, 50, 90, coarse=True), [0.0], "Too few people answered to compare it with your own view."),
        (score(75, 70, 80), [], "You have not given your own view of any line that this theme speaks to."),
    ],
)
def test_what_may_not_be_compared_is_not(people: Score | Withheld, views: list[float], why: str) -> None:
    found = difference("Workforce", people, views, 2)
    assert (found.way, found.sentence, found.size, found.rests_on) == (Way.UNTOLD, why, 0, "")


def test_what_is_strong_comes_first_and_the_largest_first() -> None:
    found = [
        difference("a", score(10, 5, 15), [50], 1),
        difference("b", score(75, 70, 80), [50], 1),
        difference("c", score(95, 90, 99), [50], 1),
        difference("d", score(50, 45, 55), [50], 1),
    ]
    told = [(heading, [one.theme for one in of]) for heading, of in grouped(found)]
    assert told == [
        ("People see it better than you do", ["c", "b"]),
        ("People see it less well than you do", ["a"]),
        ("No clear difference", ["d"]),
    ]


def test_pieces_hold_500_words_and_lose_none() -> None:
    short, long = "a b c.", " ".join(["word"] * 120 + ["end."])
    whole = [short, " ".join([long] * 9), short, "x" * 3_000, " ".join(["on"] * 1_203)]
    pieces = list(_packed(whole))
    assert max(len(piece.split()) for piece in pieces) <= 500
    assert " ".join(pieces).split() == " ".join(whole).split()
    assert pieces[0] == f"a b c.\n\n{' '.join([long] * 4)}"
    assert list(_packed([])) == []


def test_the_file_says_how_many_words_each_piece_has() -> None:
    parts = [
        PartText("Safe", (Box("Safe", "We talk.", 2), Box("Safe, more", "Yes.", 1))),
        PartText("Caring", ()),
    ]
    assert "Safe (2 words)\n\nWe talk.\n\n\nSafe, more (1 word)\n\nYes.\n" in as_text("Rose House", parts)
    assert as_text("Rose House", parts).endswith("Caring\n\nNothing is written yet.\n")


GLAD, MIXED = ("agree", "agree_a_lot"), ("agree", "disagree")
"""What every other of the people says to everything."""


def asked(
    store: Store,
    world: World,
    numbers: tuple[int, int],
    *,
    close: bool = True,
    words: tuple[str, str] = GLAD,
) -> str:
    """A round of the short survey: people take turns between two answers, and staff disagree."""
    edition, today = shipped_edition("core"), clock.today()
    new = NewRound(
        world.service_id, edition, f"Autumn {token_hex(4)}", today, today, {Voice.PERSON: 90, Voice.STAFF: 90}
    )
    round_id = open_round(store, new)
    said = [(Voice.PERSON, words[number % 2]) for number in range(numbers[0])]
    said += [(Voice.STAFF, "disagree")] * numbers[1]
    sent = [
        Sent(voice, "standard", "en", "web", "none", None, dict.fromkeys(_codes(edition, voice), word), ())
        for voice, word in said
    ]
    with store.writing() as session:
        add_sealed(session, edition, round_id, sent)
    if close:
        close_round(store, round_id)
    return round_id


def _codes(edition: Edition, voice: Voice) -> list[str]:
    return [one.code for one in edition.statements if voice in one.wordings]


def test_nothing_stands_beside_it_until_a_round_closes(desk: Desk, store: Store, world: World) -> None:
    asked(store, world, (12, 12), close=False)
    page = text_of(desk.reads("/beside"))
    assert "No round of Rose House has closed yet." in page
    assert "out of 100" not in page
    assert "out of 100" not in desk.reads("/information.txt")


def test_people_and_staff_stand_beside_each_line(desk: Desk, store: Store, world: World) -> None:
    asked(store, world, (12, 12))
    # Everything at 1 of 4 is 0 for the leaders; half 75 and half 100 is 87.5 for the people.
    for line in desk.now.card.asked.lines:
        desk.sends({"view": "1", "what": "We do."}, line=line.code)
    page = text_of(desk.reads("/beside"))
    assert "With the round “Autumn " in page
    assert "Workforce. People score this 88 and leaders 0. People see it 88 points higher" in page
    assert "Your own view: 1: Significant shortfalls People, “Well led”: 88 out of 100 (range" in page
    assert "12 answered, none left it out) Staff, “Well led”: 25 out of 100" in page


def test_a_group_that_is_too_small_is_in_no_page_and_in_no_file(
    desk: Desk, store: Store, world: World
) -> None:
    asked(store, world, (12, 4))
    desk.sends({"view": "1", "what": "We do."})
    page = text_of(desk.reads("/beside"))
    assert "Staff, “Well led”: Fewer than 5 staff answered." in page
    assert "25 out of 100" not in page
    assert "Staff score" not in desk.reads("/information.txt")


def test_five_to_nine_people_are_roughly_told_inside_and_not_at_all_outside(
    desk: Desk, store: Store, world: World
) -> None:
    asked(store, world, (8, 12))
    desk.sends({"view": "1", "what": "We do."})
    page = text_of(desk.reads("/beside"))
    assert "People, “Well led”: about " in page
    assert "Well led. Too few people answered to compare it with your own view." in page
    text = desk.reads("/information.txt")
    assert "People score" not in text
    assert "Staff score “Well led” 25 out of 100 (12 answered, none left it out; range" in text


def test_a_single_statement_goes_outside_from_thirty_people(desk: Desk, store: Store, world: World) -> None:
    asked(store, world, (29, 0), words=MIXED)
    assert "I feel safe in my day-to-day life. About 50% (" in text_of(desk.reads("/beside"))
    assert "feel safe in my day-to-day life" not in desk.reads("/information.txt")
    later = asked(store, world, (30, 0), words=MIXED)
    told = "“I feel safe in my day-to-day life”: About 50% ("
    assert told in desk.reads(f"/information.txt?round={later}")


def test_the_text_for_the_yearly_return_carries_its_counts(desk: Desk, store: Store, world: World) -> None:
    asked(store, world, (12, 12))
    desk.sends({"view": "3", "what": "We talk.", "note": "Seen.", **EVIDENCE})
    text = desk.reads("/information.txt")
    assert text.startswith("Rose House: for the provider information return\nThis is not a rating")
    assert "People score “Well led” 88 out of 100 (12 answered, none left it out; range " in text
    assert text.index("People score") < text.index("Staff score") < text.index("Learning culture. We talk.")
    mine = "2026; 1 piece of evidence, the newest from 31 March 2026, through practice insight.)"
    assert f"(Our own account, Lee Lead, {clock.today().day} " in text
    assert mine.removeprefix("2026") in text
    assert "3: A good standard" not in text, "an own view is no rating to send"


def test_a_round_that_asks_something_else_has_nothing_to_lay_beside_it(
    desk: Desk, store: Store, world: World
) -> None:
    close_round(store, world.round_id)
    desk.sends({"view": "3", "what": "We talk."})
    assert "has no question that speaks to" in text_of(desk.reads("/beside"))
    assert f"/lines/{LINE}" not in desk.reads("/information.txt")


@pytest.mark.parametrize("scheme", ["making-it-real", "cqc-asc-draft-2026", "cqc-local-authority", "cqc-ics"])
def test_every_scheme_can_stand_beside_a_round(
    lead: FlaskClient, store: Store, world: World, scheme: str
) -> None:
    asked(store, world, (12, 12))
    desk = Desk(lead, store, world, scheme)
    for line in desk.now.card.asked.lines:
        if line.choices:
            desk.sends({"view": line.choices[0].value, "what": "We do."}, line=line.code)
    page = text_of(desk.reads("/beside"))
    compared = "Workforce. People score this 88 and leaders 0." in page
    assert compared is (scheme != "cqc-ics"), "no statement of the survey speaks to the systems' scheme"
    assert desk.reads("/information")
