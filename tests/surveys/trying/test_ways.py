"""Ways are counted as a walk through every combination of answers would count them."""

from itertools import product

import pytest

from surveys.edition import Edition
from surveys.framework import Presentation, Statement, Voice
from surveys.journey import path
from surveys.logic.tree import names
from surveys.own.meant import Answer
from surveys.own.question import Kind
from surveys.trying import ways as room
from surveys.trying.tried import dead, every_way
from surveys.trying.ways import ways
from tests.surveys.trying.arrivals import SECTIONS_OFF, edition_of

STANDARD, EASY = Presentation.STANDARD, Presentation.EASY_READ
PERSON, STAFF = Voice.PERSON, Voice.STAFF
MONEY = 'show_if: wi1 <= 2 and length == "years"'


def test_the_ways_of_the_survey_of_every_kind_are_those_counted_by_hand() -> None:
    # money and why: neither, money alone, or both: 3. The grid: 2. The end, in standard words: 2.
    found = ways(edition_of(), PERSON, STANDARD)
    assert (found.count, found.fewest, found.most) == (12, 7, 13)
    assert (found.whole, found.given_up) == (True, "")
    # In Easy Read everybody comes to the end.
    easy = ways(edition_of(), PERSON, EASY)
    assert (easy.count, easy.fewest, easy.most) == (6, 9, 13)
    assert set(easy.shown) == {
        (),
        ("why",),
        ("money", "why"),
        ("food_taste", "food_choice"),
        ("why", "food_taste", "food_choice"),
        ("money", "why", "food_taste", "food_choice"),
    }


def everything(edition: Edition, voice: Voice, look: Presentation) -> set[tuple[str, ...]]:
    """The paths of every combination of answers that conditions look at, walked one by one."""
    looked = {name for _, conditions in edition.order for one in conditions for name in names(one)}
    options: list[list[tuple[str, Answer] | None]] = []
    for step, _ in edition.order:
        if voice in step.wordings and step.code in looked:
            options.append([None, *((step.code, answer) for answer in answers(edition, step))])
    found = set()
    for combination in product(*options):
        given = dict(one for one in combination if one is not None)
        found.add(tuple(step.code for step in path(edition, voice, given, look)))
    return found


def answers(edition: Edition, step: object) -> list[Answer]:
    """Enough answers to see all that a condition here asks about."""
    if isinstance(step, Statement):
        return list(edition.values)
    kind, codes = getattr(step, "kind", None), list(getattr(step, "codes", ()))
    some: dict[object, list[Answer]] = {
        Kind.NUMBER: [1, 4, 5, 7],
        Kind.SEVERAL_CHOICES: [("family",), ("friends",), ("family", "friends"), ("nobody",)],
        Kind.RANK_TOP: [("walks",)],
    }
    return some.get(kind, codes)


@pytest.mark.parametrize("voice", [PERSON, STAFF])
@pytest.mark.parametrize("look", [STANDARD, EASY])
@pytest.mark.parametrize(
    "changes",
    [
        (),
        ((MONEY, "show_if: count(wi1 <= 2, wi2 <= 2, answered(length)) >= 2"),),
        ((MONEY, "show_if: wi1 < wi2"),),
        ((MONEY, "show_if: not (wi1 == 2 or wi2 == 2)"), ("answered(first)", "days > 4 and wi2 != 1")),
    ],
    ids=["as it is", "a count", "two answers side by side", "an answer asked about late"],
)
def test_a_walk_through_every_combination_finds_the_same_ways(
    voice: Voice, look: Presentation, changes: tuple[tuple[str, str], ...]
) -> None:
    edition = edition_of(*changes)
    found, walked = ways(edition, voice, look), everything(edition, voice, look)
    assert found.count == len(walked)
    assert (found.fewest, found.most) == (min(map(len, walked)), max(map(len, walked)))
    assert found.walked == frozenset(code for codes in walked for code in codes)


def chained(number: int, condition: str) -> str:
    """Own questions, each followed by one that hangs on it."""
    line = "  - {{code: {code}, kind: yes_no_unsure, wordings: {{standard: So?, easy_read: So?}}{show}}}\n"
    return "".join(
        line.format(code=f"q{place}", show="")
        + line.format(code=f"r{place}", show=f", show_if: '{condition.format(place)}'")
        for place in range(number)
    )


def test_a_thousand_ways_and_more_are_counted_without_walking_them() -> None:
    edition = edition_of(SECTIONS_OFF, ("questions:\n", "questions:\n" + chained(30, 'q{} == "yes"')))
    found = ways(edition, STAFF, EASY)
    # Each of the thirty is followed or not, by itself; beside them stand the two ways of the rest.
    plain = ways(edition_of(SECTIONS_OFF), STAFF, EASY)
    assert found.count == 2**30 * plain.count
    assert (found.fewest, found.most) == (plain.fewest + 30, plain.most + 60)
    assert found.shown == ()


def test_where_too_many_answers_decide_together_it_is_said_and_nothing_is_called_dead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "MOST_CASES", 5)
    edition = edition_of()
    found = ways(edition, PERSON, STANDARD)
    assert (found.count, found.given_up) == (0, "wi1")
    assert dead(edition, every_way(edition)) == ()


def test_open_numbers_held_against_each_other_are_not_said_to_be_all_tried() -> None:
    opened = ("    least: 1\n    most: 7\n", "")
    assert ways(edition_of(opened), PERSON, STANDARD).whole
    words = "wordings: {standard: How many?, easy_read: How many?}"
    late = f"  - {{code: wks, kind: number, {words}}}\n"
    late += f"  - {{code: late, kind: month, {words}, show_if: days < wks}}\n"
    edition = edition_of(SECTIONS_OFF, opened, ("  - code: moved", late + "  - code: moved"))
    assert not ways(edition, PERSON, STANDARD).whole
    assert dead(edition, every_way(edition)) == ()


def test_a_question_that_two_conditions_shut_out_together_is_dead() -> None:
    # Only those who say 3 to wi1 come to “why”, and only those who say less are asked “money”.
    edition = edition_of(('show_if: money in ["no", "unsure"]', 'show_if: wi1 == 3 and money == "no"'))
    assert dead(edition, every_way(edition)) == ("why",)


@pytest.mark.parametrize(
    "condition",
    ['"nobody" in helped and "family" in helped', 'all_of(first, ["walks", "music", "pets"])'],
    ids=["none of these, and one of them", "three where two are put in order"],
)
def test_answers_that_nobody_can_give_open_no_way(condition: str) -> None:
    words = "wordings: {standard: So?, easy_read: So?}"
    last = f"  - {{code: last, kind: short_text, {words}, show_if: '{condition}'}}\n"
    edition = edition_of(("sections:", last + "sections:"), ("asks: [ia1, more]", "asks: [ia1, more, last]"))
    assert dead(edition, every_way(edition)) == ("last",)
