"""Owners, letters and the record, as they are typed."""

from pathlib import Path

from mir import clock
from mir.accounts.queries import person_by_email
from mir.mail.operations import NewLetter, put_by
from tests.mir.commands.conftest import Terminal


def test_the_first_owner_comes_by_a_link(mir: Terminal) -> None:
    mir("db", "upgrade")
    ran = mir("owner", "ola@example.org", "--name", "Ola Owner")
    assert "/sign-in/" in ran.out
    with mir.store() as store:
        person = person_by_email(store, "ola@example.org")
    assert person
    assert (person.owner, person.name) == (True, "Ola Owner")
    assert "not an email address" in mir.refuses("owner", "ola")


def test_the_second_step_of_nobody_is_not_switched_off(mir: Terminal) -> None:
    mir("db", "upgrade")
    mir("owner", "ola@example.org")
    assert "Nobody here has the address" in mir.refuses("second-step-off", "other@example.org")
    assert "without a second step" in mir("second-step-off", "ola@example.org").out


def test_letters_that_wait_are_listed_and_sent_into_the_outbox(demo: Terminal) -> None:
    assert "No letter waits" in demo("mail", "list").out
    with demo.store() as store, store.writing() as session:
        put_by(session, NewLetter("sign-in link", "lee@example.org", "Your link", "Open it."), clock.now())
    listed = demo("mail", "list").out
    assert "sign-in link" in listed
    assert "lee@example.org" not in listed
    assert "1 letter went" in demo("mail", "send").out
    (path,) = (demo.home / "outbox").glob("*.eml")
    assert "Open it." in path.read_text("utf-8")
    assert "0 letters went" in demo("mail", "send").out


def test_the_record_is_checked_and_taken_out(demo: Terminal, tmp_path: Path) -> None:
    ran = demo("audit", "verify")
    assert "The record is whole" in ran.out
    last = ran.out.split()[-1]
    assert demo("audit", "verify", "--remembered", last).status == 0
    cut = demo("audit", "verify", "--remembered", "0" * 64)
    assert (cut.status, "no longer there" in cut.err) == (1, True)
    out = tmp_path / "record.csv"
    demo("audit", "export", "--organisation", "Fernbrook Care", "--out", out)
    assert "closed a round" in out.read_text("utf-8")
    assert "Open Gate" not in out.read_text("utf-8")
    assert "already" in demo.refuses("audit", "export", "--out", out)
    lines = tmp_path / "record.jsonl"
    demo("audit", "export", "--form", "jsonl", "--out", lines)
    assert '"what": "added an organisation"' in lines.read_text("utf-8")


def test_a_broken_record_names_the_row(demo: Terminal) -> None:
    with demo.store() as store, store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER deeds_no_update")
        connection.exec_driver_sql("UPDATE deeds SET who = 'nobody' WHERE number = 7")
    ran = demo("audit", "verify")
    assert ran.status == 1
    assert "breaks at row 7" in ran.err
