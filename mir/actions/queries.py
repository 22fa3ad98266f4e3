"""Actions and pledges as values, and what they can be measured by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mir.actions.models import Action, ActionStep, State
from mir.actions.words import OPEN
from mir.db import Store
from mir.errors import NotFoundError
from mir.pledges.models import ChangedPage, Pledge
from mir.providers.models import Organisation, Service
from mir.providers.queries import Place, ServiceCard, place_of_its_service, service_card
from mir.rounds.models import Round, RoundState
from mir.rounds.queries import RoundCard, edition, round_card
from surveys.edition import Edition
from surveys.framework import Presentation, Voice

LANGUAGE = "en"


@dataclass(frozen=True)
class ActionView:
    """An action as it stands."""

    id: str
    service_id: str
    round: RoundCard
    measure: str
    what: str
    owner: str
    due: date
    state: State
    version: int
    priority_id: str
    """What was chosen together, where it comes of that; empty otherwise."""

    def late(self, today: date) -> bool:
        """Whether its day has passed and it is still to be done."""
        return self.state in OPEN and self.due < today


@dataclass(frozen=True)
class StepView:
    """One line of an action's history."""

    done_on: date
    who: str
    words: str


@dataclass(frozen=True)
class PledgeView:
    """A pledge as it stands."""

    id: str
    service_id: str
    round_id: str
    action_id: str | None
    said: str
    did: str
    said_easy: str
    did_easy: str
    released_on: date | None
    version: int


def service(store: Store, service_id: str) -> ServiceCard:
    """The service. Raises NotFoundError."""
    with store.reading() as session:
        row = session.get(Service, service_id)
        if row is None:
            raise NotFoundError
        return service_card(row, session.get_one(Organisation, row.organisation_id))


def actions(store: Store, service_id: str) -> tuple[ActionView, ...]:
    """The actions of a service, the first due first."""
    with store.reading() as session:
        rows = session.scalars(
            select(Action).where(Action.service_id == service_id).order_by(Action.due, Action.what, Action.id)
        ).all()
    return _views(store, rows)


def actions_for(store: Store, priority_id: str) -> tuple[tuple[str, str], ...]:
    """The id and words of each action that comes of this priority, the first due first."""
    wanted = select(Action.id, Action.what).where(Action.priority_id == priority_id)
    with store.reading() as session:
        rows = session.execute(wanted.order_by(Action.due, Action.id))
        return tuple((action_id, what) for action_id, what in rows)


def action(store: Store, action_id: str) -> ActionView:
    """One action. Raises NotFoundError."""
    with store.reading() as session:
        row = session.get(Action, action_id)
    if row is None:
        raise NotFoundError
    return _view(row, round_card(store, row.round_id))


def steps(store: Store, action_id: str) -> tuple[StepView, ...]:
    """What was done to it, the latest first."""
    with store.reading() as session:
        rows = session.scalars(
            select(ActionStep).where(ActionStep.action_id == action_id).order_by(ActionStep.number.desc())
        )
        return tuple(StepView(row.done_on, row.who, row.words) for row in rows)


def pledges(store: Store, service_id: str) -> tuple[PledgeView, ...]:
    """The pledges of a service: those that nobody reads yet first, then the latest first."""
    with store.reading() as session:
        rows = session.scalars(select(Pledge).where(Pledge.service_id == service_id).order_by(Pledge.id))
        found = [_pledge(row) for row in rows]
    waiting = [one for one in found if one.released_on is None]
    out = [one for one in found if one.released_on is not None]
    return (*waiting, *sorted(out, key=lambda one: one.released_on or date.min, reverse=True))


def pledge(store: Store, pledge_id: str) -> PledgeView:
    """One pledge. Raises NotFoundError."""
    with store.reading() as session:
        row = session.get(Pledge, pledge_id)
        if row is None:
            raise NotFoundError
        return _pledge(row)


def address(store: Store, service_id: str) -> str:
    """Where people read what changed; empty before the first pledge is let out."""
    with store.reading() as session:
        page = session.get(ChangedPage, service_id)
        return page.address if page else ""


def closed_rounds(store: Store, service_id: str) -> tuple[RoundCard, ...]:
    """The closed rounds of a service, the latest first."""
    with store.reading() as session:
        ids = session.scalars(
            select(Round.id)
            .where(Round.service_id == service_id, Round.state == RoundState.CLOSED)
            .order_by(Round.closes_on.desc(), Round.id.desc())
        ).all()
    return tuple(round_card(store, one) for one in ids)


def round_after(store: Store, card: RoundCard) -> RoundCard | None:
    """The service's next closed round after this one."""
    here = (card.closes_on, card.id)
    later = [one for one in closed_rounds(store, card.service.id) if (one.closes_on, one.id) > here]
    return later[-1] if later else None


def due(store: Store, organisation_id: str | None, until: date) -> tuple[ActionView, ...]:
    """Every action that is to be done by this day and is not, of one organisation or of all."""
    wanted = (
        select(Action)
        .join(Service, Service.id == Action.service_id)
        .where(Action.state.in_(OPEN), Action.due <= until)
        .order_by(Service.name, Action.due, Action.id)
    )
    if organisation_id is not None:
        wanted = wanted.where(Service.organisation_id == organisation_id)
    with store.reading() as session:
        rows = session.scalars(wanted).all()
    return _views(store, rows)


def measures(store: Store, card: RoundCard) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What can be measured: each theme's name, with the codes and words of it and its statements."""
    asked = edition(store, card.edition_hash)
    return tuple(
        (
            name,
            (
                (theme.code, f"All of “{name}”"),
                *((one.code, wording(one.wordings)) for one in theme.statements),
            ),
        )
        for theme in asked.themes
        for name in [theme.name[Presentation.STANDARD][LANGUAGE]]
    )


def measure_words(asked: Edition, code: str) -> str:
    """The name of the theme or the words of the statement; the code itself where neither is there."""
    for theme in asked.themes:
        if theme.code == code:
            return theme.name[Presentation.STANDARD][LANGUAGE]
        for one in theme.statements:
            if one.code == code:
                return wording(one.wordings)
    return code


def wording(wordings: object) -> str:
    """A statement as people read it, or else as the first who are asked do."""
    voiced = dict(wordings)  # type: ignore[call-overload]  # the wordings of a statement, by voice
    chosen = voiced.get(Voice.PERSON) or next(iter(voiced.values()))
    return str((chosen.get(Presentation.STANDARD) or next(iter(chosen.values())))[LANGUAGE])


def place_of_action(session: Session, action_id: str) -> Place | None:
    """Where an action is, for the guard."""
    return place_of_its_service(session, select(Action.service_id).where(Action.id == action_id))


def place_of_pledge(session: Session, pledge_id: str) -> Place | None:
    """Where a pledge is, for the guard."""
    return place_of_its_service(session, select(Pledge.service_id).where(Pledge.id == pledge_id))


def _views(store: Store, rows: Sequence[Action]) -> tuple[ActionView, ...]:
    cards = {round_id: round_card(store, round_id) for round_id in {row.round_id for row in rows}}
    return tuple(_view(row, cards[row.round_id]) for row in rows)


def _view(row: Action, card: RoundCard) -> ActionView:
    return ActionView(
        row.id,
        row.service_id,
        card,
        row.measure,
        row.what,
        row.owner,
        row.due,
        State(row.state),
        row.version,
        row.priority_id or "",
    )


def _pledge(row: Pledge) -> PledgeView:
    return PledgeView(
        row.id,
        row.service_id,
        row.round_id,
        row.action_id,
        row.said,
        row.did,
        row.said_easy,
        row.did_easy,
        row.released_on,
        row.version,
    )
