"""Meetings as values: what is strong, the wall with its letters, and what was agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mir import i18n
from mir.choosing.meetings import Agreed, Card, MeetingView, Room
from mir.choosing.models import Candidate, Dots, Meeting, Priority, Side, Stage, Voters, Way
from mir.choosing.telling import Counted
from mir.db import Store
from mir.errors import NotFoundError
from mir.providers.queries import Place, place_of_its_service
from mir.respond.words import Spoken, put
from mir.rounds.models import Round
from mir.rounds.queries import RoundCard, edition, round_card
from surveys.edition import Edition
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice, Wording

LETTERS = "ABCDEFGH"
STANDARD, EASY_READ = Presentation.STANDARD, Presentation.EASY_READ


def meeting(store: Store, meeting_id: str) -> MeetingView:
    """One meeting. Raises NotFoundError."""
    with store.reading() as session:
        kept = _kept(session, session.get(Meeting, meeting_id))
    return _view(store, kept)


def meeting_with(store: Store, code: str) -> MeetingView:
    """The meeting that this code leads to. Raises NotFoundError."""
    with store.reading() as session:
        kept = _kept(session, session.scalars(select(Meeting).where(Meeting.code == code)).one_or_none())
    return _view(store, kept)


def meetings_after(store: Store, round_id: str) -> tuple[MeetingView, ...]:
    """The meetings after this round, the latest first: under way, then agreed."""
    with store.reading() as session:
        rows = session.scalars(
            select(Meeting).where(Meeting.round_id == round_id).order_by(Meeting.begun_on.desc(), Meeting.id)
        )
        kept = [_kept(session, row) for row in rows]
    return tuple(sorted((_view(store, one) for one in kept), key=lambda one: one.stage is Stage.AGREED))


def agreed_at(
    store: Store, service_id: str | None, before: RoundCard | None = None
) -> tuple[MeetingView, ...]:
    """What was agreed at a service or at every one, the latest round first.

    With `before`, only what was agreed after the last round before that one.
    """
    wanted = (
        select(Meeting, Round.id)
        .join(Round, Round.id == Meeting.round_id)
        .where(Meeting.stage == Stage.AGREED)
        .order_by(Round.closes_on.desc(), Round.id.desc(), Meeting.held_on.desc(), Meeting.id)
    )
    if service_id is not None:
        wanted = wanted.where(Meeting.service_id == service_id)
    if before is not None:
        wanted = wanted.where(Round.closes_on < before.closes_on)
    with store.reading() as session:
        rows = session.execute(wanted).all()
        kept = [_kept(session, row) for row, of in rows if before is None or of == rows[0][1]]
    return tuple(_view(store, one) for one in kept)


def counted(store: Store, meeting_id: str) -> Counted:
    """Every total, for `telling.tell` and for nothing else."""
    with store.reading() as session:
        voters = session.scalars(select(Voters).where(Voters.meeting_id == meeting_id)).all()
        dots = session.scalars(
            select(Dots)
            .join(Candidate, Candidate.id == Dots.candidate_id)
            .where(Candidate.meeting_id == meeting_id)
        ).all()
    return Counted(
        {(Side(row.side), Way(row.way)): row.number for row in voters},
        {(row.candidate_id, Side(row.side), Way(row.way)): row.number for row in dots},
    )


def place_of_meeting(session: Session, meeting_id: str) -> Place | None:
    """Where a meeting is, for the guard."""
    return place_of_its_service(session, select(Meeting.service_id).where(Meeting.id == meeting_id))


def better_of(store: Store, priority_id: str) -> str:
    """What would be better, in the words of a priority; empty where there is none."""
    with store.reading() as session:
        found = session.scalar(
            select(Candidate.better)
            .join(Priority, Priority.candidate_id == Candidate.id)
            .where(Priority.id == priority_id)
        )
        return found or ""


def is_priority(session: Session, priority_id: str, round_id: str) -> bool:
    """Whether this was agreed after this round."""
    return (
        session.scalar(
            select(Priority.id)
            .join(Meeting, Meeting.id == Priority.meeting_id)
            .where(Priority.id == priority_id, Meeting.round_id == round_id)
        )
        is not None
    )


def worded(asked: Edition, card: Card, presentation: Presentation, language: str) -> str:
    """What a card says, in this presentation and language: the group's own words are as they were typed."""
    found = _wording(asked, card.code)
    if found is None:
        return Spoken.of(card.own, SOURCE_LANGUAGE, i18n.interface(language))
    return put(found[1], presentation, language)


def _wording(asked: Edition, code: str) -> tuple[str, Wording] | None:
    """The symbol and the wording of a statement, as people read it, or of what a theme is about."""
    for theme in asked.themes:
        if theme.code == code:
            return theme.symbol, theme.subtitle
        for one in theme.statements:
            if one.code == code:
                wordings: Mapping[Voice, Wording] = one.wordings
                mine = wordings.get(Voice.PERSON) or next(iter(wordings.values()))
                return one.symbol or theme.symbol, mine
    return None


@dataclass(frozen=True)
class _Kept:
    """The rows of one meeting."""

    row: Meeting
    candidates: Sequence[Candidate]
    priorities: Sequence[Priority]


def _kept(session: Session, row: Meeting | None) -> _Kept:
    if row is None:
        raise NotFoundError
    candidates = select(Candidate).where(Candidate.meeting_id == row.id).order_by(Candidate.place)
    priorities = select(Priority).where(Priority.meeting_id == row.id).order_by(Priority.place)
    return _Kept(row, session.scalars(candidates).all(), session.scalars(priorities).all())


def _view(store: Store, kept: _Kept) -> MeetingView:
    row, card = kept.row, round_card(store, kept.row.round_id)
    asked = edition(store, card.edition_hash)
    wall = [one for one in kept.candidates if not one.off]
    cards = {one.id: _card(asked, one, letter) for one, letter in zip(wall, LETTERS, strict=False)}
    return MeetingView(
        id=row.id,
        service=card.service,
        round=card,
        code=row.code,
        stage=Stage(row.stage),
        turn=row.turn,
        most_dots=row.most_dots,
        speaker=row.speaker,
        ordered=row.ordered,
        strengths=tuple(_strong(asked, one) for one in row.strengths),
        wall=tuple(cards.values()),
        off=tuple(_card(asked, one, "") for one in kept.candidates if one.off),
        room=Room(row.held_on, row.people, row.families, row.staff, row.others, row.who, row.note),
        priorities=tuple(Agreed(one.id, cards[one.candidate_id]) for one in kept.priorities),
    )


def _card(asked: Edition, row: Candidate, letter: str) -> Card:
    said = tuple((voice, sentence) for voice, sentence in row.said)
    bare = Card(row.id, row.code, "talk", row.words, row.words, row.words, said, letter, row.better)
    return _in_words(asked, bare)


def _strong(asked: Edition, kept: Mapping[str, object]) -> Card:
    said: tuple[tuple[str, str], ...] = tuple((one[0], one[1]) for one in kept["said"])  # type: ignore[attr-defined]  # as it was kept
    return _in_words(asked, Card("", str(kept["code"]), "yes", "", "", "", said))


def _in_words(asked: Edition, card: Card) -> Card:
    found = _wording(asked, card.code)
    if found is None:
        return card
    symbol, wording = found
    words, easy = (str(put(wording, way, SOURCE_LANGUAGE)) for way in (STANDARD, EASY_READ))
    theme = next((one.name for one in asked.themes if one.code == card.code), None)
    if theme is not None:
        words = f"{put(theme, STANDARD, SOURCE_LANGUAGE)}: {words}"
    return Card(card.id, card.code, symbol, card.own, words, easy, card.said, card.letter, card.better)
