"""What is pressed for each kind of question is read as the answer that stands on the paper."""

import pytest

from mir.paper.asking import Form, asked
from mir.paper.items import Box, Item, Sort, keys_for
from mir.paper.keying import NotAKeyError, compare, keys_of, read
from surveys.framework import Presentation, Voice
from surveys.languages.translating import Spoken
from surveys.own.meant import Answer
from tests.mir.reports.booklets import arrivals

NAMES = {"service": "Rose House", "organisation": "Hazel Care"}
FORM = Form(arrivals(), Voice.PERSON, Presentation.STANDARD, "en", NAMES)
ITEMS = {item.code: item for item in asked(FORM).items}


@pytest.mark.parametrize(
    ("code", "typed", "answer"),
    [
        ("wi1", "1", "never"),
        ("wi1", " 3 ", "always"),
        ("wi1", "8", "does_not_apply"),
        ("wi1", "9", "prefer_not"),
        ("wi1", "0", None),
        ("wi1", "7", None),
        ("money", "3", "unsure"),
        ("money", "", None),  # asked of some only, so it may be passed over
        ("food_taste", "2", "good"),
        ("helped", "12", ["family", "friends"]),
        ("helped", "2, 1", ["friends", "family"]),
        ("helped", "3", ["nobody"]),
        ("helped", "8", "does_not_apply"),
        ("first", "31", ["pets", "walks"]),
        ("days", "7", 7),
        ("days", "", None),
        ("days", "x", None),
        ("days", "N", "does_not_apply"),
        ("days", "r", "prefer_not"),
        ("moved", "3/2026", "2026-03"),
        ("moved", "2026-11", "2026-11"),
        ("more", "  Two words ", "Two words"),
    ],
)
def test_a_key_is_the_answer_beside_it(code: str, typed: str, answer: Answer | None) -> None:
    assert read(FORM, ITEMS[code], typed) == answer


@pytest.mark.parametrize(
    ("code", "typed", "words"),
    [
        ("wi1", "", "or 0 for no tick"),
        ("wi1", "4", "Press one of: 1, 2, 3, 7, 8, 9, 0."),
        ("wi1", "١", "is not one of its keys"),  # an Arabic digit is no key
        ("helped", "11", "stands there twice"),
        ("helped", "13", "‘Nobody’ cannot stand beside others"),
        ("helped", "18", "“8” is not one of its keys"),
        ("first", "123", "2 at most"),
        ("days", "8", "a number from 1 to 7"),
        ("days", "two", "whole number"),
        ("days", "99999999", "whole number"),
        ("moved", "13/2026", "no such month"),
        ("moved", "March", "such as 3/2026"),
        ("more", "x" * 201, "200 at most"),
    ],
)
def test_what_fits_no_box_is_told_with_what_to_do(code: str, typed: str, words: str) -> None:
    with pytest.raises(NotAKeyError, match=words.replace("(", r"\(")):
        read(FORM, ITEMS[code], typed)


def test_a_question_of_more_than_six_boxes_has_keys_of_two_digits() -> None:
    keys = keys_for(12)
    boxes = tuple(Box(f"{place:02}", f"option{place}", Spoken("A", "en")) for place in range(1, 13))
    item = Item(1, "many", Sort.ONE, Spoken("Which?", "en"), boxes, keys=keys)
    assert read(FORM, item, "12") == "option12"
    assert read(FORM, item, "00") is None
    assert [key for key, _ in keys_of(item)][-2:] == ["97", "00"]
    with pytest.raises(NotAKeyError):
        read(FORM, item, "1")


def test_two_typings_are_compared_where_either_has_an_answer() -> None:
    first: dict[str, Answer | None] = {"a": "yes", "b": None, "c": None, "d": 4, "e": ["x", "y"]}
    second: dict[str, Answer | None] = {"a": "yes", "b": None, "c": "no", "d": 5, "e": ["x", "y"]}
    found = compare(first, second)
    assert (found.number, found.different) == (4, ("c", "d"))


def test_a_question_that_can_never_come_up_is_not_in_the_booklet() -> None:
    staff = asked(Form(arrivals(), Voice.STAFF, Presentation.STANDARD, "en", NAMES))
    codes = [item.code for item in staff.items]
    assert "money" not in codes  # it has no words for staff
    assert "why" not in codes  # it waits for money, which is never asked
    assert [item.number for item in staff.items] == list(range(1, len(codes) + 1))
