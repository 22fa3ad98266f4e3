"""A return on SQLite and on PostgreSQL, with two people who write at once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from mir import clock
from mir.accounts.operations import add_account
from mir.db import Store
from mir.errors import ConflictError, RefusalError
from mir.providers.models import Kind, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.returns import adding, operations, queries
from mir.returns.adding import Hand, NewEvidence
from mir.returns.files import Kept
from mir.returns.operations import NewAnswer
from mir.returns.queries import Whole
from tests.mir.returns.conftest import LINE

WRITERS = 6


@dataclass(frozen=True)
class Writer:
    """Somebody who adds a file of a thousand bytes and writes a line that nobody has written yet."""

    store: Store
    hand: Hand
    return_id: str

    def write(self, number: int) -> str:
        """What became of it."""
        file = Kept(f"{number}.txt", "txt", bytes([number + 1]) * 1_000)
        added = NewEvidence(LINE, "file", file.name, "", "other", date(2026, 3, 31), file)
        answer = NewAnswer(LINE, 0, "3", f"Words {number}.")
        try:
            return str(operations.save(self.store, self.hand, self.return_id, answer, (added,)))
        except (ConflictError, RefusalError) as error:
            return type(error).__name__

    @property
    def whole(self) -> Whole:
        """The return as it is kept."""
        return queries.whole(self.store, self.hand.account_id, self.return_id)


@pytest.fixture
def writer(own_store: Store) -> Writer:
    organisation = add_organisation(own_store, "Hazel Care")
    service = add_service(own_store, organisation, "Rose House", Kind.CARE_HOME)
    account = add_account(own_store, "lead@example.org", "Lee Lead")
    add_member(own_store, account, organisation, Role.LEAD)
    hand = Hand(account, clock.now())
    return Writer(own_store, hand, operations.start(own_store, hand, service, "cqc-saf-2024"))


def test_of_many_who_write_at_once_one_is_kept_and_all_the_evidence(writer: Writer) -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        found = sorted(pool.map(writer.write, range(WRITERS)))
    assert found == ["1", *["ConflictError"] * (WRITERS - 1)]
    assert writer.whole.answer(LINE).version == 1
    assert [one.size for one in writer.whole.pieces] == [1_000] * WRITERS


def test_a_return_holds_no_more_however_many_add_at_once(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "MOST_OF_A_RETURN", 2_500)
    with ThreadPoolExecutor(WRITERS) as pool:
        found = sorted(pool.map(writer.write, range(WRITERS)))
    assert found == ["1", "ConflictError", *["RefusalError"] * (WRITERS - 2)]
    assert len(writer.whole.pieces) == 2


def test_a_file_comes_back_and_goes_for_good_after_thirty_days(writer: Writer) -> None:
    writer.write(6)
    (piece,) = writer.whole.pieces
    assert queries.opened(writer.store, writer.return_id, piece.id).content == b"\x07" * 1_000
    operations.set_removed(writer.store, writer.hand, writer.return_id, piece.id, removed=True)
    adding.forget_removed(writer.store, clock.today() + timedelta(days=31))
    assert writer.whole.pieces == ()
