"""The same round, from drafts to a scorecard, on SQLite and on PostgreSQL, with people arriving at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from mir import clock
from mir.db import Store
from mir.errors import GoneError
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.respond import drafts, sending
from mir.respond.draft import PageAnswer
from mir.respond.models import Comment, Draft, Sheet
from mir.respond.sealing import close_round, seal_waiting
from mir.results.scorecard import scorecard_of
from mir.rounds.models import Code
from mir.rounds.operations import NewRound, make_codes, open_round
from mir.rounds.queries import door
from scoring.card.scorecard import Score
from surveys.edition import Edition
from surveys.framework import Presentation, Voice

PEOPLE = 24


@pytest.fixture
def round_id(own_store: Store, edition: Edition) -> str:
    service_id = add_service(
        own_store, add_organisation(own_store, "Hazel Care"), "Rose House", Kind.CARE_HOME
    )
    today = clock.today()
    return open_round(own_store, NewRound(service_id, edition, "Spring", today, today + timedelta(days=9)))


def answer_and_send(store: Store, edition: Edition, code: str) -> None:
    """One person: aa1 and aa2 strongly agree (100), bb1 disagree (25), a comment, and sent twice."""
    secret = drafts.start(store, door(store, code), Presentation.EASY_READ, clock.today())
    for statement, answer in (("aa1", "agree_a_lot"), ("aa2", "agree_a_lot"), ("bb1", "disagree")):
        said = "The garden" if statement == "aa1" else ""
        drafts.save_page(store, secret, edition, PageAnswer(statement, answer, said, "", ""))
    for _ in range(2):
        sending.send(store, secret, code)
    seal_waiting(store, door(store, code).round.id)


def test_everybody_who_sends_at_once_is_counted_once(
    own_store: Store, edition: Edition, round_id: str
) -> None:
    codes = make_codes(own_store, round_id, Voice.PERSON, PEOPLE)
    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda code: answer_and_send(own_store, edition, code), codes))
    assert close_round(own_store, round_id) == PEOPLE
    with own_store.reading() as session:
        sheets = session.scalars(select(Sheet)).all()
        assert {sheet.answers for sheet in sheets} == {bytes([5, 5, 2])}
        assert session.scalar(select(func.count()).select_from(Comment)) == PEOPLE
        assert session.scalar(select(func.count()).select_from(Draft)) == 0
        assert session.scalar(select(func.count()).select_from(Code).where(Code.used)) == PEOPLE
    card = scorecard_of(own_store, round_id)
    for theme, expected in zip(card.themes, (99, 25), strict=True):  # of 24 people nobody is told “100”
        score = theme.voices[0].score
        assert isinstance(score, Score)
        assert score.mean == expected


def test_one_code_sent_from_two_places_at_once_counts_once(own_store: Store, round_id: str) -> None:
    (code,) = make_codes(own_store, round_id, Voice.STAFF, 1)
    secrets = [
        drafts.start(own_store, door(own_store, code), Presentation.STANDARD, clock.today()) for _ in range(6)
    ]

    def send(secret: str) -> bool:
        try:
            sending.send(own_store, secret, code)
        except GoneError:
            return False
        return True

    with ThreadPoolExecutor(6) as people:
        assert sum(people.map(send, secrets)) == 1
    assert close_round(own_store, round_id) == 1


def test_nobody_can_begin_or_send_once_a_round_is_closed(own_store: Store, round_id: str) -> None:
    (code,) = make_codes(own_store, round_id, Voice.STAFF, 1)
    opened = door(own_store, code)  # the welcome page stands open while the round is closed elsewhere
    secret = drafts.start(own_store, opened, Presentation.STANDARD, clock.today())
    close_round(own_store, round_id)
    with pytest.raises(GoneError):
        drafts.start(own_store, opened, Presentation.STANDARD, clock.today())
    with pytest.raises(GoneError):
        sending.send(own_store, secret, code)
    with own_store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Sheet)) == 0
