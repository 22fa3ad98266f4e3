"""Returns as values, for those who may write or read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mir.db import Store
from mir.errors import GoneError, NotAllowedError, NotFoundError
from mir.providers.guard import allow
from mir.providers.may import May, may
from mir.providers.models import Organisation, Service
from mir.providers.queries import Place, ServiceCard, place_of_its_service, role_at, service_card, services_of
from mir.returns.asks import Asked, Line, known
from mir.returns.models import EarlierReturnAnswer, Evidence, EvidenceFile, Return, ReturnAnswer
from mir.returns.readiness import Said


@dataclass(frozen=True)
class ReturnCard:
    """A return as a page names it."""

    id: str
    service: ServiceCard
    asked: Asked
    asked_has_changed: bool
    """Whether what it is written against is now in another version than when it was begun."""
    started_by: str
    started_on: date
    finished_by: str | None
    finished_on: date | None
    writes: bool
    """Whether the reader may write it, while it is not finished."""

    def line(self, code: str) -> Line:
        """The line of this code. Raises NotFoundError."""
        found = self.asked.line(code)
        if found is None:
            raise NotFoundError
        return found


@dataclass(frozen=True)
class Answer:
    """What is said of one line. Version 0 is nothing yet."""

    view: str
    what: str
    version: int
    by: str
    at: datetime | None


NOTHING = Answer("", "", 0, "", None)


@dataclass(frozen=True)
class Piece:
    """One piece of evidence."""

    id: str
    line: str
    kind: str
    words: str
    about: str
    window: str
    dated: date
    by: str
    at: datetime
    size: int | None
    """Of a file, in bytes."""
    removed_on: date | None


@dataclass(frozen=True)
class Whole:
    """Everything that is in a return."""

    card: ReturnCard
    answers: Mapping[str, Answer]
    pieces: tuple[Piece, ...]

    def answer(self, line: str) -> Answer:
        """What is said of this line."""
        return self.answers.get(line, NOTHING)

    def evidence(self, line: str) -> tuple[Piece, ...]:
        """The evidence of this line that is not removed."""
        return tuple(one for one in self.pieces if one.line == line and one.removed_on is None)

    def said(self) -> dict[str, Said]:
        """What counts towards how far it is, by line."""
        return {
            line.code: Said(
                self.answer(line.code).view,
                self.answer(line.code).what,
                tuple((one.dated, one.window) for one in self.evidence(line.code)),
            )
            for line in self.card.asked.lines
        }


@dataclass(frozen=True)
class Opened:
    """A file as it goes out."""

    name: str
    kind: str
    content: bytes


def place_of_return(session: Session, return_id: str) -> Place | None:
    """Where a return is, for the guard."""
    return place_of_its_service(session, select(Return.service_id).where(Return.id == return_id))


def listed(store: Store, account_id: str) -> tuple[Whole, ...]:
    """Every return that this account may read, the latest first. What stands in a finished one is left out.

    However many there are, they are read by a handful of queries.
    """
    writes = {service.id: may_write for service, may_write in places(store, account_id)}
    with store.reading() as session:
        wanted = _cards().where(Return.service_id.in_(list(writes)), Return.scheme.in_(list(known())))
        rows = session.execute(wanted.order_by(Return.started_on.desc(), Return.id)).all()
        cards = [_card_of(*row, writes=writes[row[1].id]) for row in rows]
        begun = [card.id for card in cards if card.writes and card.finished_on is None]
        answers: dict[str, dict[str, Answer]] = {one: {} for one in begun}
        for row in session.scalars(select(ReturnAnswer).where(ReturnAnswer.return_id.in_(begun))):
            answers[row.return_id][row.line] = _answer(row)
        pieces: dict[str, list[Piece]] = {one: [] for one in begun}
        for evidence in session.scalars(select(Evidence).where(Evidence.return_id.in_(begun))):
            pieces[evidence.return_id].append(_piece(evidence, None))
    return tuple(
        Whole(card, answers.get(card.id, {}), tuple(pieces.get(card.id, ())))
        for card in cards
        if card.writes or card.finished_on
    )


def places(store: Store, account_id: str) -> tuple[tuple[ServiceCard, bool], ...]:
    """The services whose returns this account may read, and whether it may write them."""
    writes = {one.id for one in services_of(store, account_id, May.WRITE_RETURNS)}
    return tuple((one, one.id in writes) for one in services_of(store, account_id, May.READ_RETURNS))


def whole(store: Store, account_id: str, return_id: str) -> Whole:
    """The return with all that is in it.

    Raises NotFoundError for what is another's, NotAllowedError for one that a board
    member may read only when it is finished.
    """
    with store.reading() as session:
        allow(session, account_id, May.READ_RETURNS, place_of_return(session, return_id))
        card = _card(session, account_id, return_id)
        if not card.writes and card.finished_on is None:
            raise NotAllowedError("This return is still being written. You can read it when it is finished.")
        answers = session.scalars(select(ReturnAnswer).where(ReturnAnswer.return_id == return_id))
        evidence = session.execute(
            select(Evidence, EvidenceFile.size)
            .join(EvidenceFile, EvidenceFile.evidence_id == Evidence.id, isouter=True)
            .where(Evidence.return_id == return_id)
            .order_by(Evidence.added_at, Evidence.id)
        )
        return Whole(
            card,
            {row.line: _answer(row) for row in answers},
            tuple(_piece(row, size) for row, size in evidence),
        )


def earlier(store: Store, return_id: str, line: str) -> tuple[Answer, ...]:
    """What was said of a line before, the latest first."""
    with store.reading() as session:
        rows = session.scalars(
            select(EarlierReturnAnswer)
            .where(EarlierReturnAnswer.return_id == return_id, EarlierReturnAnswer.line == line)
            .order_by(EarlierReturnAnswer.version.desc())
        )
        return tuple(_answer(row) for row in rows)


def opened(store: Store, return_id: str, evidence_id: str) -> Opened:
    """A file of this return. Raises NotFoundError."""
    with store.reading() as session:
        evidence = session.get(Evidence, evidence_id)
        file = session.get(EvidenceFile, evidence_id)
        if evidence is None or file is None or evidence.return_id != return_id:
            raise NotFoundError
        return Opened(evidence.words, file.kind, file.content)


def _cards() -> Select[Return, Service, Organisation]:
    return (
        select(Return, Service, Organisation)
        .join(Service, Service.id == Return.service_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
    )


def _card(session: Session, account_id: str, return_id: str) -> ReturnCard:
    row, service, organisation = session.execute(_cards().where(Return.id == return_id)).one()
    role = role_at(session, account_id, Place(organisation.id, service.id))
    return _card_of(row, service, organisation, writes=role is not None and may(role, May.WRITE_RETURNS))


def _card_of(row: Return, service: Service, organisation: Organisation, *, writes: bool) -> ReturnCard:
    asked = known().get(row.scheme)
    if asked is None:
        raise GoneError(
            "What this return was written against is no longer part of the site. Ask its operator."
        )
    return ReturnCard(
        row.id,
        service_card(service, organisation),
        asked,
        row.scheme_version != asked.scheme.version,
        row.started_by,
        row.started_on,
        row.finished_by,
        row.finished_on,
        writes,
    )


def _answer(row: ReturnAnswer | EarlierReturnAnswer) -> Answer:
    return Answer(row.view, row.what, row.version, row.said_by, row.said_at)


def _piece(row: Evidence, size: int | None) -> Piece:
    return Piece(
        row.id, row.line, row.kind, row.words, row.about, row.window,
        row.dated, row.added_by, row.added_at, size, row.removed_on,
    )  # fmt: skip
