"""Words are compared without signs and case; a comparison is as good as its worst change."""

import pytest

from surveys.editions.changes import Change, Comparability, Effect, comparing_words, worst

NONE, COSMETIC, SAME, CARE, BREAK = Effect


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("I feel safe.", "I feel safe.", NONE),
        ("I don't mind", "I don’t mind.", COSMETIC),
        ("Day to day", "day-to-day", COSMETIC),
        ("ﬁne", "fine", COSMETIC),
        ("I feel safe.", "I am safe.", CARE),
        ("میں ہوں۔", "میں ہوں", COSMETIC),
    ],
)
def test_words_are_compared_without_signs_and_case(old: str, new: str, effect: Effect) -> None:
    assert comparing_words(old, new) is effect


def test_the_worst_of_nothing_is_nothing() -> None:
    assert worst([]) is NONE
    assert worst([CARE, BREAK, SAME]) is BREAK


def test_a_change_in_no_score_touches_no_theme() -> None:
    change = Change(BREAK, ("x",), None, None, "So it is.", ())
    result = Comparability((change,), ("wi",))
    assert [change.touches(None, None), result.theme("wi"), result.overall()] == [False, NONE, NONE]
