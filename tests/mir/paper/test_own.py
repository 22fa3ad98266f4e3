"""Own questions of every kind are typed in; what was not for the person to answer is left out and told."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.db import Store
from mir.rounds.operations import NewRound, open_round
from tests.conftest import World
from tests.mir.paper.conftest import Desk
from tests.mir.reports.booklets import arrivals
from tests.mir.respond.conftest import drafts_in

TYPED = {
    "help": "1", "a-length": "2", "a-wi1": "1", "a-wi2": "3", "a-money": "2", "a-why": "A bank card",
    "a-helped": "12", "a-days": "5", "a-moved": "3/2026", "a-food_taste": "2", "a-food_choice": "9",
    "a-first": "31", "a-ia1": "2", "a-more": "No",
}  # fmt: skip


@pytest.fixture
def own(lead: FlaskClient, store: Store, world: World) -> Desk:
    """A round of own questions."""
    today = clock.today()
    new = NewRound(world.service_id, arrivals(), "Own", today, today + timedelta(days=7))
    return Desk(lead, open_round(store, new))


def test_every_kind_is_kept_as_on_screen(own: Desk, store: Store) -> None:
    assert own.type_in(**TYPED).status == 200
    (draft,) = drafts_in(store)
    assert draft.answers == {
        "length": "years", "wi1": "never", "wi2": "always", "money": "no", "why": "A bank card",
        "helped": ["family", "friends"], "days": 5, "moved": "2026-03", "food_taste": "good",
        "food_choice": "prefer_not", "first": ["pets", "walks"], "ia1": "sometimes", "more": "No",
    }  # fmt: skip


def test_answers_off_the_path_are_told_and_left_out(own: Desk, store: Store) -> None:
    page = own.type_in(**TYPED | {"a-wi1": "3", "a-helped": "3", "a-days": "2"})
    assert "Left out: questions 4, 5, 9, 10." in page.text
    (draft,) = drafts_in(store)
    assert {"money", "why", "food_taste", "food_choice"}.isdisjoint(draft.answers)
    assert "Left out" not in own.open().text


def test_words_are_typed_once_and_conditions_stand_beside_their_questions(own: Desk, store: Store) -> None:
    page = own.open()
    assert "Only answer this question if you ticked ‘No’ or ‘I am not sure’ in question 4." in page.text
    page = own.press(**TYPED, twice="1")
    assert not list(page.all("textarea"))
    own.press(**{name: key for name, key in TYPED.items() if name not in {"a-why", "a-more"}})
    (draft,) = drafts_in(store)
    assert (draft.answers["why"], draft.answers["more"]) == ("A bank card", "No")
