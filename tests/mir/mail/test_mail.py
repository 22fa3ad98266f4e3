"""Letters wait while the mail server is down, and none is lost or sent twice."""

import smtplib
import stat
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from types import TracebackType
from typing import Self

import pytest

from mir import clock, config
from mir.config import SettingError, Settings
from mir.db import Store
from mir.mail.operations import AT_A_TIME, NewLetter, Sent, put_by, send_all, send_waiting
from mir.mail.post import MailServer, Outbox, PostError, post_for
from mir.mail.postman import Postman
from mir.mail.queries import waiting

NOW = datetime(2026, 11, 28, 11, 0, tzinfo=UTC)


class Down:
    """A mail server that is down until it is mended."""

    def __init__(self) -> None:
        self.mended, self.took = False, list[str]()

    def send(self, to: str, subject: str, body: str) -> None:
        """Take the letter, or not."""
        if not self.mended:
            raise PostError("The mail server cannot be reached (ConnectionRefusedError).")
        self.took.append(f"{to}: {subject}: {body}")


def written(store: Store) -> None:
    with store.writing() as session:
        put_by(session, NewLetter("sign-in link", "lee@example.org", "Your\r\nlink", "Open it."), NOW)


def test_a_letter_waits_while_the_server_is_down_and_goes_once(store: Store) -> None:
    post = Down()
    written(store)
    assert send_waiting(store, post, NOW) == Sent(0, 1)
    (one,) = waiting(store)
    assert (one.about, one.tries) == ("sign-in link", 1)
    assert "cannot be reached" in one.problem
    assert send_waiting(store, post, NOW + timedelta(minutes=1)) == Sent(0, 1)  # not due yet
    assert waiting(store)[0].tries == 1
    assert send_waiting(store, post, NOW + timedelta(minutes=1), at_once=True) == Sent(0, 1)
    assert waiting(store)[0].tries == 2
    post.mended = True
    assert send_waiting(store, post, NOW + timedelta(minutes=9)) == Sent(1, 0)
    assert send_waiting(store, post, NOW + timedelta(days=1), at_once=True) == Sent(0, 0)
    assert post.took == ["lee@example.org: Your link: Open it."]


def test_a_letter_that_was_being_sent_when_the_power_failed_is_taken_up_again(store: Store) -> None:
    class CutError(Exception):
        """The power fails."""

    class Failing(Down):
        def send(self, *_letter: str) -> None:
            """Never comes back."""
            raise CutError

    written(store)
    with pytest.raises(CutError):
        send_waiting(store, Failing(), NOW)
    post = Down()
    post.mended = True
    assert send_waiting(store, post, NOW + timedelta(minutes=5)) == Sent(0, 1)
    assert send_waiting(store, post, NOW + timedelta(minutes=11)) == Sent(1, 0)


def put_many_by(store: Store, addresses: list[str]) -> None:
    """Letters to these, each a second after the one before, all of an hour ago."""
    first = clock.now() - timedelta(hours=1)
    with store.writing() as session:
        for number, to in enumerate(addresses):
            letter = NewLetter("invitation", to, "Tell us", "Open it.")
            put_by(session, letter, first + timedelta(seconds=number))


class Picky:
    """A mail server that refuses some addresses and takes the others."""

    def __init__(self) -> None:
        self.took, self.refused = list[str](), list[str]()

    def send(self, to: str, *_letter: str) -> None:
        """Take the letter, or not."""
        (self.refused if to.startswith("bad") else self.took).append(to)
        if to.startswith("bad"):
            raise PostError("The mail server refused it with code 550.")


@pytest.mark.parametrize("at_once", [True, False])
def test_a_round_of_letters_goes_whole_and_what_is_refused_waits(store: Store, *, at_once: bool) -> None:
    addresses = [f"{'bad' if number % 4 == 0 else 'p'}{number}@example.org" for number in range(120)]
    put_many_by(store, addresses)
    post = Picky()
    assert send_all(store, post, at_once=at_once) == Sent(90, 30)
    assert sorted(post.took) == sorted(one for one in addresses if one.startswith("p"))  # each once
    assert min(one.tries for one in waiting(store)) >= 1


def test_the_postman_takes_every_letter_on_one_round(store: Store) -> None:
    put_many_by(store, [f"p{number}@example.org" for number in range(70)])
    post = Picky()
    by_hand = Postman(store, post, by_hand=True)
    by_hand.call()
    by_hand.go_round()
    assert len(set(post.took)) == len(post.took) == 70
    assert waiting(store) == ()


def test_who_waits_for_a_link_does_not_wait_behind_the_letters_of_a_round(store: Store) -> None:
    post, before = Down(), clock.now() - timedelta(hours=1)
    post.mended = True
    with store.writing() as session:
        for number in range(AT_A_TIME + 10):
            to = f"a{number}@example.org"
            put_by(session, NewLetter("invitation", to, "Hello", "You", "round"), before)
        later = before + timedelta(minutes=1)
        put_by(session, NewLetter("sign-in link", "lee@example.org", "Your link", "Open it."), later)
    assert send_all(store, post) == Sent(AT_A_TIME + 11, 0)
    assert "lee@example.org: Your link: Open it." in post.took[:AT_A_TIME]


def test_where_nothing_goes_the_rest_waits(store: Store) -> None:
    with store.writing() as session:
        for _ in range(AT_A_TIME + 1):
            put_by(session, NewLetter("news", "lee@example.org", "Hello", "You"), clock.now())
    assert send_all(store, Down()) == Sent(0, AT_A_TIME + 1)
    assert sorted(one.tries for one in waiting(store)) == [0] + [1] * AT_A_TIME


def test_a_letter_that_nobody_takes_is_thrown_away_after_a_week(store: Store) -> None:
    with store.writing() as session:
        put_by(session, NewLetter("news", "nobody@example.org", "Hello", "You"), NOW)
    tries, now = 0, NOW
    while waiting(store):
        send_waiting(store, Down(), now)
        tries, now = tries + 1, now + timedelta(minutes=61)
    # 2, 4, 8, 16 and 32 minutes, and then an hour each for seven days of 24 hours.
    assert tries == 5 + 7 * 24


def test_what_was_sent_is_kept_nowhere(store: Store) -> None:
    post = Down()
    post.mended = True
    written(store)
    send_waiting(store, post, NOW)
    with store.engine.connect() as connection:
        row = connection.exec_driver_sql("SELECT box, state FROM letters").one()
    assert tuple(row) == (None, "sent")


def test_without_a_mail_server_letters_are_files_that_only_the_operator_reads(settings: Settings) -> None:
    post = post_for(settings)
    assert isinstance(post, Outbox)
    post.send("lee@example.org", "Your link", "Open it: é")
    (path,) = (settings.home / "outbox").glob("*.eml")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"To: lee@example.org" in path.read_bytes()


def test_a_folder_that_cannot_be_written_is_a_letter_that_waits(settings: Settings) -> None:
    (settings.home / "outbox").write_text("a file is in the way", "utf-8")
    with pytest.raises(PostError, match="cannot be written"):
        post_for(settings).send("lee@example.org", "Your link", "Open it.")


class Server:
    """What smtplib would give, without a network."""

    spoken: list[str]

    def __init__(self, host: str, port: int, timeout: float) -> None:
        assert timeout
        Server.spoken = [f"{host}:{port}"]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def ehlo(self) -> None:
        """Hello."""

    def has_extn(self, name: str) -> bool:
        """What it can do."""
        return name == "starttls"

    def starttls(self, context: object) -> None:
        """From here on nobody listens."""
        assert context
        self.spoken.append("tls")

    def login(self, name: str, password: str) -> None:
        """Who is there."""
        self.spoken.append(f"{name}/{password}")

    def send_message(self, message: EmailMessage) -> None:
        """Take it."""
        if "full" in message["To"]:
            raise smtplib.SMTPResponseException(552, b"lee@example.org has no room")
        self.spoken.append(message["Subject"])

    def close(self) -> None:
        """Goodbye."""


def test_a_password_is_said_only_under_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtplib, "SMTP", Server)
    MailServer("smtp://mir:p%40ss@mail.example.org", "mir@example.org").send("lee@example.org", "Hello", "x")
    assert Server.spoken == ["mail.example.org:587", "tls", "mir/p@ss", "Hello"]


def test_what_the_server_says_is_not_repeated_because_it_may_hold_an_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(smtplib, "SMTP", Server)
    with pytest.raises(PostError, match="refused it with code 552") as error:
        MailServer("smtp://mail.example.org:25", "mir@example.org").send("full@example.org", "Hello", "x")
    assert "lee@" not in str(error.value)


def test_settings_of_the_mail_server_are_checked() -> None:
    key = {"MIR_SECRET_KEY": "x" * 40, "MIR_URL": "https://answers.example.org"}
    found = config.read(key | {"MIR_SMTP_URL": "smtps://u:p@mail.example.org"})
    assert (found.smtp_url, found.mail_from) == ("smtps://u:p@mail.example.org", "mir@answers.example.org")
    with pytest.raises(SettingError, match="MIR_SMTP_URL") as error:
        config.read(key | {"MIR_SMTP_URL": "https://u:secret@mail.example.org"})
    assert "secret" not in str(error.value)
