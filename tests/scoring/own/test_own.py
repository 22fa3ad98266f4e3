"""Own questions are counted by hand, and no answer of a few people can be told from what is shown."""

from collections.abc import Iterable
from itertools import combinations, product

import pytest

from scoring.own.gate import HIDDEN, MOST, OwnShown, own_shown
from scoring.own.tally import OwnTally, tally_own
from scoring.protection.disclosure import Counts, Thresholds
from surveys.own.question import Kind, Question

EXACT = Counts(True, Thresholds())


def question(kind: Kind, *codes: str, about_you: bool = False) -> Question:
    options = [{"code": code, "words": code} for code in codes]
    return Question.model_validate(
        {
            "code": "q",
            "kind": kind,
            "wordings": "Q?",
            "options": options,
            "about_you": about_you,
            "reason": "R.",
        }
    )


ABC = question(Kind.ONE_CHOICE, "a", "b", "c")
SEVERAL = question(Kind.SEVERAL_CHOICES, "a", "b", "c")


def shown(asked: Question, **counts: int) -> OwnShown:
    return own_shown(asked, OwnTally(sum(counts.values()), counts), EXACT)


def told(result: OwnShown) -> list[tuple[tuple[str, ...], str]]:
    return [(share.codes, share.words) for share in result.shares]


def test_answers_are_counted_and_states_kept_apart() -> None:
    tally = tally_own(SEVERAL, [["a", "b"], ["b"], "prefer_not", "not_answered", "not_asked"])
    assert tally == OwnTally(2, {"a": 1, "b": 2}, {"prefer_not": 1, "not_answered": 1, "not_asked": 1})
    assert tally.asked == 4
    assert tally + tally == OwnTally(
        4, {"a": 2, "b": 4}, {"prefer_not": 2, "not_answered": 2, "not_asked": 2}
    )


def test_shares_are_told_to_the_nearest_5_percent() -> None:
    # 12, 11 and 7 of 30: 40%, 36.7% and 23.3%.
    assert told(shown(ABC, a=12, b=11, c=7)) == [
        (("a",), "about 40%"), (("b",), "about 35%"), (("c",), "about 25%"),
    ]  # fmt: skip


def test_an_answer_of_few_is_told_together_with_enough_others_to_hide_it() -> None:
    # 3 is under 5, and 3 with 9 make 12 of 30: 40%.
    assert told(shown(ABC, a=9, b=18, c=3)) == [(("b",), "about 60%"), (("a", "c"), "about 40%")]
    # 3 and 2 are too few together, and with 25 that is everybody.
    assert told(shown(ABC, a=25, b=3, c=2)) == [(("a",), MOST)]


def test_where_hiding_a_few_hides_all_nothing_is_told() -> None:
    result = shown(question(Kind.ONE_CHOICE, "a", "b"), a=8, b=4)
    assert result.shares == ()
    assert "Too few people answered differently" in result.why


def test_nearly_everyone_is_told_without_a_number_in_a_small_group() -> None:
    assert told(shown(ABC, a=18, b=2, c=0)) == [(("a",), MOST)]


@pytest.mark.parametrize("n", [1, 4, 5, 9])
def test_under_ten_people_only_the_base_is_told(n: int) -> None:
    result = shown(ABC, a=n)
    assert (result.shares, result.middle) == ((), None)
    assert result.why == "Fewer than 10 people answered."


def test_what_somebody_is_needs_ten_people_in_every_group_that_is_told() -> None:
    about = question(Kind.ONE_CHOICE, "a", "b", "c", about_you=True)
    # 6 is under 10, and with 15 it hides: 21 of 61 are 34.4%.
    assert told(shown(about, a=15, b=40, c=6)) == [(("b",), "about 65%"), (("a", "c"), "about 35%")]


def test_of_several_choices_each_is_told_by_those_who_chose_it() -> None:
    tally = OwnTally(20, {"a": 10, "b": 17, "c": 2})
    assert told(own_shown(SEVERAL, tally, EXACT)) == [
        (("a",), "about 50%"), (("b",), MOST), (("c",), HIDDEN),
    ]  # fmt: skip


def test_a_middle_number_is_told_where_it_points_at_nobody() -> None:
    number = question(Kind.NUMBER)
    assert shown(number, **{"1": 4, "2": 5, "7": 3}).middle == 2
    assert shown(number, **{str(value): 1 for value in range(1, 13)}).middle is None


def test_months_are_told_by_year() -> None:
    month = question(Kind.MONTH)
    result = own_shown(month, OwnTally(20, {"2024-01": 6, "2024-12": 4, "2025-03": 10}), EXACT)
    assert told(result) == [(("2024",), "about 50%"), (("2025",), "about 50%")]


def pinned(kind: Kind, n: int, options: int, most: int) -> list[list[tuple[int, ...]]]:
    """The ways to answer of which what is shown tells that 1 to 4 people gave one answer, or two together."""
    asked = question(kind, *"abcdefg"[:options])
    asked = asked.model_copy(update={"top": most})
    seen: dict[object, list[tuple[int, ...]]] = {}
    for world in worlds(kind, n, options, most):
        result = own_shown(asked, OwnTally(n, dict(zip(asked.codes, world, strict=True))), EXACT)
        seen.setdefault((result.shares, result.why), []).append(world)
    groups = [(place,) for place in range(options)] + list(combinations(range(options), 2))
    return [
        fitting
        for fitting in seen.values()
        for group in groups
        if len(found := {sum(world[place] for place in group) for world in fitting}) == 1
        and 0 < found.pop() < 5
    ]


def worlds(kind: Kind, n: int, options: int, most: int) -> list[tuple[int, ...]]:
    counts = product(range(n + 1), repeat=options)
    if kind is Kind.ONE_CHOICE:
        return [world for world in counts if sum(world) == n]
    return [world for world in counts if n <= sum(world) <= most * n]


@pytest.mark.parametrize(
    ("options", "people"), [(2, range(10, 41)), (3, range(10, 34, 3)), (4, (10, 13, 17))]
)
def test_no_answer_of_fewer_than_five_can_be_told_from_what_is_shown(
    options: int, people: Iterable[int]
) -> None:
    """Every way in which these people can choose one answer, against somebody who knows the rule."""
    for n in people:
        assert pinned(Kind.ONE_CHOICE, n, options, 1) == []


@pytest.mark.parametrize(
    ("kind", "most"), [(Kind.SEVERAL_CHOICES, 3), (Kind.RANK_TOP, 2), (Kind.RANK_TOP, 3)]
)
def test_nor_where_everybody_may_give_several(kind: Kind, most: int) -> None:
    for n in (10, 12, 13, 14, 17):
        assert pinned(kind, n, 3, most) == []


def test_under_ten_people_the_base_is_one_sentence_whatever_it_is() -> None:
    bases = {(shown(ABC, a=n).answered, shown(ABC, a=n).left_out) for n in range(10)}
    assert bases == {("fewer than 10", "")}
