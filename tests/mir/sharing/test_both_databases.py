"""Sharing, letters of a round and reminders of actions, on SQLite and on PostgreSQL."""

from datetime import timedelta

from mir import clock
from mir.accounts.operations import add_account
from mir.actions.operations import Hand, NewAction, make_action
from mir.actions.reminding import remind_all, remind_of
from mir.config import Settings
from mir.db import Store
from mir.mail.operations import NewLetter, Sent, put_by, send_waiting
from mir.mail.queries import Going, going
from mir.providers.models import Kind, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from mir.sharing.operations import Given, share, stop
from mir.sharing.queries import with_me
from surveys.edition import Edition


class Taking:
    """A mail server that takes everything."""

    def send(self, _to: str, _subject: str, _body: str) -> None:
        """Take it."""


def test_what_is_shared_comes_and_goes_on_either_database(
    own_store: Store, edition: Edition, settings: Settings
) -> None:
    today, now = clock.today(), clock.now()
    hazel, north = (add_organisation(own_store, name) for name in ("Hazel Care", "Northshire Council"))
    lead, ada = (add_account(own_store, f"{name}@example.org", name) for name in ("lee", "ada"))
    add_member(own_store, lead, hazel, Role.LEAD)
    add_member(own_store, ada, north, Role.COMMISSIONER)
    rose = add_service(own_store, hazel, "Rose House", Kind.CARE_HOME)
    first, second, third = (
        open_round(own_store, NewRound(rose, edition, title, today, today + days * timedelta(days=1)))
        for days, title in enumerate(("First", "Second", "Third"))
    )
    close_round(own_store, first)
    close_round(own_store, second)
    share(own_store, rose, north, Given((second,), from_now=True), today)
    close_round(own_store, third)
    (shared,) = with_me(own_store, ada)
    assert [one.title for one in shared.rounds] == ["Third", "Second"]
    share(own_store, rose, north, Given((first,), from_now=False), today)
    assert [one.title for one in with_me(own_store, ada)[0].rounds] == ["First"]
    assert with_me(own_store, lead) == ()
    stop(own_store, rose, north)
    assert with_me(own_store, ada) == ()

    action = make_action(own_store, rose, NewAction(first, "aa", "Music", "Lee", today), Hand("Lee", today))
    remind_of(own_store, action, lead)
    assert [remind_all(own_store, settings, now) for _ in range(2)] == [1, 0]
    with own_store.writing() as session:
        for number in range(3):
            put_by(session, NewLetter("invitation", f"a{number}@example.org", "Hello", "You", first), now)
    assert going(own_store, first) == Going(3, 0, "")
    assert send_waiting(own_store, Taking(), now) == Sent(4, 0)
    assert going(own_store, first) == Going(3, 3, "")
