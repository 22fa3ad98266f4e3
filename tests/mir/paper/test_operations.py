"""Booklets saved at the same moment, on both databases: each counts once, each code is used once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from mir import clock
from mir.db import Store
from mir.errors import GoneError, NotFoundError
from mir.paper.models import KeyedPage
from mir.paper.operations import Keyed, count_twice, save
from mir.paper.queries import Disagreement, disagreement, is_tenth
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.respond.models import Draft, Sheet
from mir.respond.refusals import UsedError
from mir.respond.sealing import close_round
from mir.rounds.models import Code
from mir.rounds.operations import NewRound, make_codes, open_round
from surveys.edition import Edition
from surveys.framework import Presentation, Voice

COLUMNS = tuple(column.key for column in Draft.__table__.columns)


@pytest.fixture
def round_id(own_store: Store, edition: Edition) -> str:
    service = add_service(own_store, add_organisation(own_store, "Hazel Care"), "Rose House", Kind.CARE_HOME)
    today = clock.today()
    return open_round(own_store, NewRound(service, edition, "Spring", today, today + timedelta(days=9)))


def keyed(round_id: str, edition: Edition, token: str, code: str = "") -> Keyed:
    answers = {"aa1": "agree", "bb1": "does_not_apply"}
    return Keyed(
        round_id=round_id, voice=Voice.PERSON, edition_hash=edition.hash, presentation=Presentation.EASY_READ,
        language="en", help="none", helper=None, answers=answers, comments={}, code=code, token=token,
    )  # fmt: skip


def number(store: Store, table: type) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_one_page_pressed_many_times_at_once_is_one_booklet(
    own_store: Store, round_id: str, edition: Edition
) -> None:
    with ThreadPoolExecutor(8) as pool:
        saved = list(pool.map(lambda _: save(own_store, keyed(round_id, edition, "same")), range(8)))
    assert sorted(saved) == [False] * 7 + [True]
    assert number(own_store, Draft) == 1


def test_a_code_typed_in_by_two_people_at_once_counts_once(
    own_store: Store, round_id: str, edition: Edition
) -> None:
    (code,) = make_codes(own_store, round_id, Voice.PERSON, 1)

    def one(token: int) -> str:
        try:
            save(own_store, keyed(round_id, edition, str(token), code))
        except UsedError:
            return "used"
        return "saved"

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(one, range(4))) == ["saved", "used", "used", "used"]
    assert number(own_store, Draft) == number(own_store, KeyedPage) == 1


def test_five_booklets_are_sealed_like_any_others_and_the_rest_at_the_close(
    own_store: Store, round_id: str, edition: Edition
) -> None:
    for token in range(12):  # five at least are sealed together, and five stay behind for the close
        save(own_store, keyed(round_id, edition, str(token)))
    assert 5 <= number(own_store, Sheet) <= 7
    assert close_round(own_store, round_id) == 12
    with own_store.reading() as session:
        kept = {(sheet.how, sheet.answers) for sheet in session.scalars(select(Sheet))}
    assert kept == {("paper", bytes([4, 0, 254]))}
    with pytest.raises(GoneError):
        save(own_store, keyed(round_id, edition, "late"))
    with pytest.raises(GoneError):
        count_twice(own_store, round_id, 1, 0)


def test_only_what_was_compared_and_what_differed_is_added_up(
    own_store: Store, round_id: str, edition: Edition
) -> None:
    assert "No booklet" in disagreement(own_store, round_id).sentence
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: count_twice(own_store, round_id, 20, 1), range(4)))
    found = disagreement(own_store, round_id)
    assert found == Disagreement(80, 4)
    assert found.sentence == "Of 80 answers that were typed in twice, 4 differed (5.0%)."
    assert Disagreement(300, 1).sentence.endswith("1 differed (0.3%).")
    for token in range(9):
        assert not is_tenth(own_store, round_id)
        save(own_store, keyed(round_id, edition, str(token)))
    assert is_tenth(own_store, round_id)


def test_a_round_that_is_not_there_takes_nothing(own_store: Store, edition: Edition) -> None:
    with pytest.raises(NotFoundError):
        save(own_store, keyed("0" * 32, edition, "t"))


def test_a_used_code_is_marked_and_stands_in_no_draft(
    own_store: Store, round_id: str, edition: Edition
) -> None:
    code, other = make_codes(own_store, round_id, Voice.PERSON, 2)
    save(own_store, keyed(round_id, edition, "t", code))
    with own_store.reading() as session:
        assert session.get_one(Code, code).used
        assert not session.get_one(Code, other).used
        (draft,) = session.scalars(select(Draft))
        assert code not in repr({name: getattr(draft, name) for name in COLUMNS})
