"""Links go out by e-mail, blind: nobody learns who answered, and what is kept goes away."""

import pytest

from mir.db import Store
from mir.errors import ConflictError, GoneError, NotFoundError, RefusalError
from mir.respond.sealing import close_round
from mir.rounds.models import Mailing
from mir.rounds.queries import round_card
from mir.running import operations
from mir.running.handouts import Choice
from mir.running.operations import Posted
from mir.running.writing import letter
from surveys.framework import Presentation, Voice
from tests.conftest import World
from tests.mir.running.sending import DAY, SEVEN, TODAY, invite, kept, use

# What is kept.


def test_each_address_gets_a_code_of_its_own_and_the_table_shows_neither(store: Store, world: World) -> None:
    posted = invite(store, world)
    assert sorted(one.to for one in posted) == sorted(SEVEN)
    assert len({one.code for one in posted}) == 7
    with store.engine.connect() as connection:
        raw = connection.exec_driver_sql("SELECT * FROM invitations").all()
    assert len(raw) == 7
    for one in posted:
        assert all(one.to.encode() not in row.box and one.code.encode() not in row.box for row in raw)
    assert len({len(row.box) for row in raw}) == 1


def test_the_order_of_addresses_codes_and_rows_tells_nothing(store: Store, world: World) -> None:
    many = [f"a{number:03}@example.org" for number in range(200)]
    posted = invite(store, world, many)
    by_code = [one.to for one in sorted(posted, key=lambda one: one.code)]
    with store.engine.connect() as connection:
        by_row = [row.text for row in connection.exec_driver_sql("SELECT text FROM codes WHERE NOT shared")]
    assert by_code != many
    assert [one.to for one in posted] != many
    assert by_row == sorted(by_row)  # the order of the codes themselves, by chance


def test_somebody_who_was_written_to_is_not_written_to_again(store: Store, world: World) -> None:
    invite(store, world)
    with pytest.raises(ConflictError, match="One of these people has had a link already"):
        invite(store, world, ["A1@example.org", *(f"b{number}@example.org" for number in range(5))])
    assert len(kept(store)) == 7
    invite(store, world, [f"b{number}@example.org" for number in range(5)])
    with store.reading() as session:
        assert session.get_one(Mailing, (world.round_id, Voice.STAFF)).number == 12


def test_an_operation_takes_no_fewer_than_five_either(store: Store, world: World) -> None:
    with pytest.raises(RefusalError, match="at least 5"):
        invite(store, world, [SEVEN[0]] * 9)


# Reminders.


def test_a_reminder_goes_to_whom_the_code_is_unused_and_two_are_enough(store: Store, world: World) -> None:
    posted = invite(store, world)
    use(store, posted[:3])
    for day in (0, 1, 2):
        with pytest.raises(RefusalError, match="Wait 3 days"):
            operations.remind(store, world.round_id, Voice.STAFF, TODAY + day * DAY)
    first = operations.remind(store, world.round_id, Voice.STAFF, TODAY + 3 * DAY)
    assert {one.to for one in first} == {one.to for one in posted[3:]}
    assert {one.code for one in first} == {one.code for one in posted[3:]}
    assert len(kept(store)) == 7  # whose code was used is not seen from what is kept
    with pytest.raises(ConflictError, match="reminded already"):
        invite(store, world, [f"b{number}@example.org" for number in range(5)])
    use(store, posted[3:6])
    second = operations.remind(store, world.round_id, Voice.STAFF, TODAY + 6 * DAY)
    assert [one.to for one in second] == [posted[6].to]
    assert kept(store) == []
    with pytest.raises(RefusalError, match="reminded twice"):
        operations.remind(store, world.round_id, Voice.STAFF, TODAY + 30 * DAY)


def test_what_is_kept_goes_when_asked_and_when_the_round_closes(store: Store, world: World) -> None:
    invite(store, world)
    operations.forget(store, world.round_id, Voice.STAFF)
    assert kept(store) == []
    with pytest.raises(RefusalError, match="reminded twice"):
        operations.remind(store, world.round_id, Voice.STAFF, TODAY + 3 * DAY)
    operations.invite(store, world.round_id, Choice(Voice.PERSON, Presentation.EASY_READ, "en"), SEVEN, TODAY)
    close_round(store, world.round_id)
    assert kept(store) == []
    with pytest.raises(GoneError, match="closed"):
        invite(store, world)
    with pytest.raises(GoneError, match="closed"):
        operations.remind(store, world.round_id, Voice.PERSON, TODAY + 3 * DAY)


def test_nobody_is_reminded_who_was_never_written_to(store: Store, world: World) -> None:
    with pytest.raises(NotFoundError, match="nobody to remind"):
        operations.remind(store, world.round_id, Voice.FAMILY, TODAY)
    with pytest.raises(NotFoundError):
        operations.forget(store, world.round_id, Voice.FAMILY)


# The letters.


@pytest.mark.parametrize(
    ("choice", "subject", "words"),
    [
        (
            Choice(Voice.PERSON, Presentation.STANDARD, "en"),
            "Rose House would like to hear from you",
            "Open this link to start:",
        ),
        (
            Choice(Voice.PERSON, Presentation.EASY_READ, "en"),
            "Rose House asks for your help",
            "To start, open this link:",
        ),
        (
            Choice(Voice.PERSON, Presentation.STANDARD, "cy"),
            "Hoffai Rose House glywed gennych chi",
            "Agorwch y ddolen hon",
        ),
    ],
)
def test_a_letter_is_plain_and_in_the_words_that_were_chosen(
    store: Store, world: World, choice: Choice, subject: str, words: str
) -> None:
    one = Posted("ann@example.org", "ABCD2345", choice)
    card = round_card(store, world.round_id)
    said, text = letter(card, one, "https://answers.example.org", reminder=False)
    assert said == subject
    assert words in text
    assert "https://answers.example.org/a/ABCD2345" in text.splitlines()
    assert "{" not in text
    again, more = letter(card, one, "https://answers.example.org", reminder=True)
    assert again != said
    assert "https://answers.example.org/a/ABCD2345" in more.splitlines()
