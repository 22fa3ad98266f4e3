"""Tallies add, keep, and refuse to mix."""

import pytest

from scoring.faults import UnlikeTalliesError
from scoring.measure import measure_of
from scoring.tally import Tally, added
from tests.scoring.example import counted, edition

OF = edition((2, 1))
ONE = counted(OF, (3, (5, 4, 3)))
OTHER = counted(OF, (2, (1, 254, 0)))


def test_adding_counts_everybody() -> None:
    assert counted(OF, (3, (5, 4, 3)), (2, (1, 254, 0))) == ONE + OTHER


def test_the_tally_of_nobody_changes_nothing() -> None:
    assert ONE + Tally.zero(measure_of(OF)) == ONE


def test_any_number_of_tallies_add_in_any_order() -> None:
    measure = measure_of(OF)
    assert added([ONE, OTHER, ONE], measure) == added([ONE, ONE, OTHER], measure)
    assert added([], measure) == Tally.zero(measure)


@pytest.mark.parametrize("other", [edition((3,)), edition((2, 1), options=4), edition((1, 1, 1))])
def test_tallies_of_different_editions_do_not_add(other: object) -> None:
    with pytest.raises(UnlikeTalliesError):
        ONE + Tally.zero(measure_of(other))  # type: ignore[arg-type]  # parametrize loses the type


def test_a_kept_tally_comes_back_the_same() -> None:
    kept = (ONE + OTHER).to_json()
    assert Tally.from_json(kept) == ONE + OTHER
    assert Tally.from_json(kept).to_json() == kept


def test_the_kept_text_is_stable() -> None:
    # Two people: theme one 0 (one of two answered is half), theme two none; overall needs both.
    assert OTHER.to_json() == (
        '{"overall":[0,0,0],"overall_unit":120,"people":2,'
        '"statements":[[[2,0,0,0,0],0,0,0,0],[[0,0,0,0,0],0,0,2,0],[[0,0,0,0,0],2,0,0,0]],'
        '"themes":[[2,0,0,0,0,0],[0,0,0,2,0,0]],"unit":60}'
    )
