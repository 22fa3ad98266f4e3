"""Keys: what they hold, what is refused, and that neither blocks nor threads change anything."""

import numpy as np
import pytest

from scoring import keys as room
from scoring.faults import UnreadableAnswersError
from scoring.keys import check_answers, columns_of, in_parts, keys_of, meaning_of
from scoring.measure import Measure

# Two themes, of statements 1 and 3 (this one backwards) and of statement 2 alone, on five options.
MEASURE = Measure(5, 4, ((0, 2), (1,)), (False, False, True), 60)
NOTHING, DOES_NOT_APPLY, NOT_ASKED = 0, 254, 255


def keys(*rows: tuple[int, int, int]) -> list[list[int]]:
    found: list[list[int]] = keys_of(columns_of(np.array(rows, np.uint8), MEASURE), MEASURE).tolist()
    return found


def test_a_key_holds_what_was_asked_what_was_answered_and_the_sum() -> None:
    # 256 x (9 x asked + answered) + sum; 5 and a backwards 2 are 5 + 4.
    assert keys((5, 3, 2)) == [[256 * (9 * 2 + 2) + 9, 256 * (9 + 1) + 3]]
    assert keys((NOTHING, DOES_NOT_APPLY, 1)) == [[256 * (9 * 2 + 1) + 5, 256 * 9]]


def test_a_statement_nobody_asked_is_not_in_the_key() -> None:
    assert keys((4, NOT_ASKED, NOT_ASKED)) == [[256 * (9 + 1) + 4, 0]]


def test_a_key_means_a_score_in_units_where_half_was_answered() -> None:
    meaning = meaning_of(MEASURE)
    # 5 and 4: 87.5 points of 60 units; one answer of two, a 2: 25 points; none of two: no score.
    both, half, none = 256 * 20 + 9, 256 * 19 + 2, 256 * 18
    assert meaning.scores[[both, half, none]].tolist() == [5250, 1500, 0]
    assert meaning.valid[[both, half, none]].tolist() == [True, True, False]
    assert meaning.packed[[both, half, none]].tolist() == [256 * 5250 + 1, 256 * 1500 + 1, 0]
    assert (meaning.asked[none], meaning.answered[none], meaning.asked[0]) == (True, False, False)


def test_what_keys_mean_cannot_be_overwritten() -> None:
    with pytest.raises(ValueError, match="read-only"):
        meaning_of(MEASURE).scores[0] = 1


@pytest.mark.parametrize("order", ["C", "F"])
def test_columns_are_the_same_however_the_answers_lie_in_memory(
    monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    monkeypatch.setattr(room, "CORNER", 3)
    answers = np.arange(24, dtype=np.uint8).reshape(8, 3) % 6
    laid = np.asfortranarray(answers) if order == "F" else answers
    assert columns_of(laid, MEASURE).tolist() == [
        list(column) for column in zip(*answers.tolist(), strict=True)
    ]


@pytest.mark.parametrize("byte", [6, 7, 100, 252])
def test_a_byte_that_is_no_answer_is_refused(byte: int) -> None:
    with pytest.raises(UnreadableAnswersError, match="does not offer"):
        columns_of(np.array([[1, byte, 1]], np.uint8), MEASURE)


def test_answers_of_another_shape_are_refused() -> None:
    with pytest.raises(UnreadableAnswersError, match="3 to a row"):
        check_answers(np.zeros((2, 4), np.uint8), MEASURE)


@pytest.mark.parametrize(("people", "parts"), [(0, 1), (6, 1), (7, 2)])
def test_work_is_shared_out_once_it_is_worth_it(people: int, parts: int) -> None:
    got = in_parts(lambda span: list(range(people))[span], people, 3)
    assert len(got) == parts
    assert [person for part in got for person in part] == list(range(people))
