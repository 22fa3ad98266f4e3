"""Boxes: nothing of what is inside can be told from outside, and nothing is lost with the wrong key."""

import pytest

from mir.boxes import SMALLEST, Boxes
from mir.errors import RefusalError

WORDS = {"answers": {"aa1": "agree"}, "comments": {"aa1": "The garden – in “Rose House”"}}


def test_a_box_gives_back_what_was_put_in() -> None:
    assert Boxes("one secret").open(Boxes("one secret").shut(WORDS)) == WORDS


def test_two_boxes_with_the_same_in_them_look_different_and_are_as_large() -> None:
    boxes = Boxes("one secret")
    first, second, empty = boxes.shut(WORDS), boxes.shut(WORDS), boxes.shut({})
    assert first != second
    assert {len(first), len(second), len(empty)} == {SMALLEST}
    assert b"garden" not in first


def test_a_box_grows_in_large_steps() -> None:
    noise = "".join(chr(0x4E00 + place * 7919 % 20_000) for place in range(1_500))
    assert len(Boxes("one secret").shut({"comments": {"aa1": noise}})) == SMALLEST * 4


def test_another_secret_is_refused_in_words() -> None:
    with pytest.raises(RefusalError, match="another MIR_SECRET_KEY"):
        Boxes("another secret").open(Boxes("one secret").shut(WORDS))


def test_a_file_comes_back_as_it_was_and_only_with_its_own_secret() -> None:
    content = bytes(range(256)) * 10
    box = Boxes("one secret").shut_bytes(content)
    assert Boxes("one secret").open_bytes(box) == content
    assert content[:32] not in box
    with pytest.raises(RefusalError, match="another MIR_SECRET_KEY"):
        Boxes("another secret").open_bytes(box)
    with pytest.raises(RefusalError, match="or is damaged"):
        Boxes("one secret").open_bytes(box[:-1] + bytes([box[-1] ^ 1]))


def test_a_file_cannot_be_put_in_the_place_of_a_value() -> None:
    boxes = Boxes("one secret")
    with pytest.raises(RefusalError):
        boxes.open(boxes.shut_bytes(b"{}"))
