"""Codes are easy to copy, and a slip is noticed."""

from hypothesis import given
from hypothesis import strategies as st

from mir.rounds.codes import ALPHABET, is_code, new_code, spaced, tidy

bodies = st.text(ALPHABET, min_size=7, max_size=7)


def test_a_new_code_has_eight_characters_that_do_not_look_like_others() -> None:
    code = new_code()
    assert len(code) == 8
    assert is_code(code)
    assert not set(code) & set("01ILO")


def test_the_check_character_is_what_the_rule_says() -> None:
    # "2" is nought, so only its check "2" makes the sum nought: 7 x 0 + 0 = 0.
    assert is_code("22222222")
    # "3" is one: weights 2+3+4+5+6+7+8 = 35, and 35 + 27 = 62 = 2 x 31; the 27th after "2" is "W".
    assert ALPHABET[27] == "W"
    assert is_code("3333333W")
    assert not is_code("3333333V")


@given(st.data())
def test_one_wrong_character_or_two_swapped_are_always_noticed(data: st.DataObject) -> None:
    code = new_code()
    place = data.draw(st.integers(0, 7))
    other = data.draw(st.sampled_from([letter for letter in ALPHABET if letter != code[place]]))
    assert not is_code(code[:place] + other + code[place + 1 :])
    first, second = sorted(data.draw(st.lists(st.integers(0, 7), min_size=2, max_size=2, unique=True)))
    letters = list(code)
    letters[first], letters[second] = letters[second], letters[first]
    assert ("".join(letters) == code) == (code[first] == code[second])
    if code[first] != code[second]:
        assert not is_code("".join(letters))


def test_a_code_may_be_typed_with_spaces_dashes_and_small_letters() -> None:
    assert tidy(" abcd-efgh ") == "ABCDEFGH"
    assert tidy(spaced("ABCDEFGH")) == "ABCDEFGH"
