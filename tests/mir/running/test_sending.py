"""Links go out by e-mail, blind: nobody learns who answered, and what is kept goes away."""

import io
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from mir import clock
from mir.db import Store
from mir.errors import ConflictError, GoneError, NotFoundError, RefusalError
from mir.respond.sealing import close_round
from mir.rounds.models import Code, Invitation, Mailing
from mir.rounds.queries import round_card
from mir.running import operations
from mir.running.addresses import is_address, read, wrong
from mir.running.handouts import Choice
from mir.running.operations import Posted
from mir.running.writing import letter
from surveys.framework import Presentation, Voice
from tests.conftest import World
from tests.mir.respond.opened import Page
from tests.mir.running.conftest import Box

TODAY = clock.today()
DAY = timedelta(days=1)
STAFF = Choice(Voice.STAFF, Presentation.STANDARD, "en")
SEVEN = tuple(f"a{number}@example.org" for number in range(7))
FORM = {"voice": "staff", "presentation": "standard", "language": "en"}


def invite(store: Store, world: World, to: Sequence[str] = SEVEN, today: date = TODAY) -> list[Posted]:
    return operations.invite(store, world.round_id, STAFF, to, today)


def use(store: Store, posted: Sequence[Posted]) -> None:
    with store.writing() as session:
        session.execute(update(Code).where(Code.text.in_([one.code for one in posted])).values(used=True))


def kept(store: Store) -> list[Invitation]:
    with store.reading() as session:
        return list(session.scalars(select(Invitation)))


# What is read.


def test_lines_and_the_first_column_of_a_file_are_read_and_the_same_address_counts_once() -> None:
    first = "\ufeffE-mail,Name\r\nann@example.org,Ann\r\n\r\n bo@example.org ;x\r\n"
    found = read(first + 'ANN@Example.org\n"cy@example.org",C\n')
    assert found.good == ("ann@example.org", "bo@example.org", "cy@example.org")
    assert found.twice == ("ANN@Example.org",)
    assert found.bad == ()


def test_a_line_without_an_address_is_told_with_its_number() -> None:
    found = read("\n".join([*SEVEN, "Ann Lee", "ann@", "x" * 5000]))
    assert [number for number, _ in found.bad] == [8, 9, 10]
    assert "line 8: “Ann Lee”; line 9: “ann@”" in wrong(found)
    assert len(wrong(found)) < 400
    many = read("\n".join(f"no {number}" for number in range(9)))
    assert "and 4 more" in wrong(many)


@pytest.mark.parametrize(
    "text",
    [
        *("ann@example", "@example.org", "ann@@example.org", "ann example@example.org", "ann@-example.org"),
        *("ann@example.org\nBcc: all@example.org", "a..b@example.org", ".a@example.org", "a.@example.org"),
        *(
            f"{'a' * 65}@example.org",
            f"a@{'b.' * 130}org",
            "a@exam\u202eple.org",
            "ann@example.org, bo@example.org",
        ),
        *("<ann@example.org>", "a\x00@example.org", ""),
    ],
)
def test_what_could_reach_somebody_else_is_no_address(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize("text", ["o'neill@example.org", "a+b_c-d@mail.example.co.uk", "ann.lee@x.org"])
def test_an_ordinary_address_is_one(text: str) -> None:
    assert is_address(text)


def test_fewer_than_five_and_more_than_a_thousand_are_refused() -> None:
    assert "at least 5 people" in wrong(read("\n".join(SEVEN[:4])))
    assert wrong(read("\n".join(SEVEN[:5]))) == ""
    assert "at most 1,000" in wrong(read("\n".join(f"a{n}@example.org" for n in range(1001))))


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


# At the desk.


def test_addresses_are_looked_at_before_anything_goes(lead: FlaskClient, world: World, box: Box) -> None:
    at = f"/rounds/{world.round_id}/send"
    typed = FORM | {"addresses": "\n".join([*SEVEN, "A0@example.org"])}
    asked = lead.post(at, data=typed)
    assert "Send 7 links?" in Page(asked).words["h1"]
    assert "1 address stands there more than once" in asked.text
    assert box.letters == []
    assert lead.post(at, data=typed | {"sure": "yes"}).location.endswith(at)
    assert sorted(to for to, _, _ in box.letters) == sorted(SEVEN)
    page = lead.get(at).text
    assert "7 links are on their way to staff." in page
    assert not any(to in page for to in SEVEN)
    again = lead.post(at, data=typed | {"sure": "yes"})  # pressed twice
    assert again.status_code == 409
    assert "7 of these people have had a link already" in again.text
    assert len(box.letters) == 7


@pytest.mark.parametrize(
    ("addresses", "sentence"),
    [
        ("", "at least 5 people"),
        ("ann@example.org", "at least 5 people"),
        ("\n".join([*SEVEN, "<script>alert(1)</script>"]), "line 8"),
        ("🌹\n\u202eevil@example.org", "line 1"),
        ("\n".join(f"a{n}@example.org" for n in range(1200)), "at most 1,000"),
    ],
)
def test_what_cannot_be_sent_is_told_and_kept_on_the_page(
    lead: FlaskClient, world: World, box: Box, addresses: str, sentence: str
) -> None:
    for sure in ({}, {"sure": "yes"}):
        answer = lead.post(f"/rounds/{world.round_id}/send", data=FORM | {"addresses": addresses} | sure)
        assert answer.status_code == 422
        assert sentence in answer.text
        assert "<script>alert" not in answer.text
        assert all(one in answer.text for one in addresses.splitlines()[:3] if "<" not in one)
    assert box.letters == []


def test_a_file_may_be_brought_and_one_that_is_no_text_is_refused(lead: FlaskClient, world: World) -> None:
    at = f"/rounds/{world.round_id}/send"
    good = FORM | {"file": (io.BytesIO(("Email\n" + "\n".join(SEVEN)).encode("utf-8-sig")), "people.csv")}
    assert "Send 7 links?" in lead.post(at, data=good).text
    for data in (b"\xff\xfe\x00a", b"PK\x03\x04\xff\x00"):
        bad = lead.post(at, data=FORM | {"file": (io.BytesIO(data), "people.xlsx")})
        assert bad.status_code == 422
        assert "not text" in bad.text


@pytest.mark.parametrize("name", ["voice", "presentation", "language"])
def test_what_the_survey_does_not_have_is_refused(lead: FlaskClient, world: World, name: str) -> None:
    for value in ("", "partner", "tlh", "🌹"):
        if (name, value) != ("language", ""):
            typed = FORM | {"addresses": "\n".join(SEVEN), name: value}
            assert lead.post(f"/rounds/{world.round_id}/send", data=typed).status_code == 404


def test_reminding_is_asked_first_and_tells_nobody_how_many(
    lead: FlaskClient, store: Store, world: World, box: Box
) -> None:
    at = f"/rounds/{world.round_id}/remind/staff"
    assert lead.get(at).status_code == 404
    posted = invite(store, world, today=TODAY - 3 * DAY)
    assert "This is the first." in lead.get(at).text
    pages = []
    for _ in range(2):  # pressed twice, it goes once
        lead.post(at)
        pages.append(lead.get(f"/rounds/{world.round_id}/send").text)
    assert len(box.letters) == 7
    assert "Wait 3 days" in lead.get(at).text
    use(store, posted[:6])
    assert lead.get(f"/rounds/{world.round_id}/send").text.count("7 links") == 1
    assert lead.post(at, data={"go": "forget"}).status_code == 302
    assert "Their addresses are deleted." in lead.get(f"/rounds/{world.round_id}/send").text


def test_the_page_is_the_same_whoever_has_answered(lead: FlaskClient, store: Store, world: World) -> None:
    posted = invite(store, world)
    paths = [f"/rounds/{world.round_id}{path}" for path in ("", "/send", "/remind/staff", "/hand-out")]
    before = [lead.get(path).text for path in paths]
    use(store, posted[:6])
    assert [lead.get(path).text for path in paths] == before
