"""Surveys in the making and their editions as values, for those who may change them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mir.authoring.models import EarlierText, MadeEdition, MadeSurvey
from mir.db import Store
from mir.errors import NotFoundError
from mir.providers.guard import allow
from mir.providers.may import May, who_may
from mir.providers.models import Membership, Organisation
from mir.providers.queries import Place


@dataclass(frozen=True)
class Kept:
    """A survey as it is stored."""

    id: str
    organisation_id: str
    organisation: str
    slug: str
    text: str
    version: int
    removed: bool


@dataclass(frozen=True)
class Earlier:
    """What a survey said before a change: the version, what was done to it then, and the text."""

    version: int
    step: str
    text: str


@dataclass(frozen=True)
class Published:
    """A published edition of a survey, with its co-production note."""

    survey_id: str
    slug: str
    number: int
    edition_hash: str
    published_on: date
    people: int
    way: str
    changed: str


@dataclass(frozen=True)
class Maker:
    """An organisation for which somebody may make surveys."""

    id: str
    name: str


def makers(store: Store, account_id: str) -> tuple[Maker, ...]:
    """The organisations for which this account may make surveys, by name."""
    with store.reading() as session:
        rows = session.scalars(
            select(Organisation)
            .join(Membership, Membership.organisation_id == Organisation.id)
            .where(Membership.account_id == account_id, Membership.role.in_(who_may(May.MAKE_SURVEYS)))
            .order_by(Organisation.name)
        )
        return tuple(Maker(row.id, row.name) for row in rows)


def surveys(store: Store, organisation_id: str) -> tuple[Kept, ...]:
    """Every survey of an organisation, those put away among them, by name."""
    with store.reading() as session:
        rows = session.execute(
            select(MadeSurvey, Organisation)
            .join(Organisation, Organisation.id == MadeSurvey.organisation_id)
            .where(MadeSurvey.organisation_id == organisation_id)
            .order_by(MadeSurvey.slug)
        )
        return tuple(_kept(row, organisation) for row, organisation in rows)


def survey_for(store: Store, account_id: str, survey_id: str) -> Kept:
    """The survey, for somebody who may change it.

    Raises NotFoundError alike for one that is not there and one of another organisation,
    and NotAllowedError for a member of its organisation who may not make surveys.
    """
    with store.reading() as session:
        row = row_for(session, account_id, survey_id)
        organisation = session.get_one(Organisation, row.organisation_id)
        return _kept(row, organisation)


def row_for(session: Session, account_id: str, survey_id: str) -> MadeSurvey:
    """The row of a survey, for an operation of somebody who may change it. Raises as `survey_for`."""
    row = session.get(MadeSurvey, survey_id)
    allow(session, account_id, May.MAKE_SURVEYS, Place(row.organisation_id) if row else None)
    if row is None:
        raise NotFoundError
    return row


def place_of_survey(session: Session, survey_id: str) -> Place | None:
    """Where a survey is, for the guard."""
    row = session.get(MadeSurvey, survey_id)
    return Place(row.organisation_id) if row else None


def earlier(store: Store, survey_id: str) -> tuple[Earlier, ...]:
    """What the survey said before each of its last changes, the latest first."""
    with store.reading() as session:
        rows = session.scalars(
            select(EarlierText).where(EarlierText.survey_id == survey_id).order_by(EarlierText.version.desc())
        )
        return tuple(Earlier(row.version, row.step, row.text) for row in rows)


def editions(store: Store, survey_id: str) -> tuple[Published, ...]:
    """The published editions of a survey, the latest first."""
    return _published(store, MadeSurvey.id == survey_id)


def editions_of(store: Store, organisation_id: str) -> tuple[Published, ...]:
    """Every published edition of an organisation, by the name of its survey, the latest first."""
    return _published(store, MadeSurvey.organisation_id == organisation_id)


def latest(store: Store, organisation_id: str, slug: str) -> Published | None:
    """The latest edition of the organisation's survey of this name; None where there is none."""
    found = (one for one in editions_of(store, organisation_id) if one.slug == slug)
    return next(found, None)


def _published(store: Store, chosen: object) -> tuple[Published, ...]:
    with store.reading() as session:
        rows = session.execute(
            select(MadeEdition, MadeSurvey)
            .join(MadeSurvey, MadeSurvey.id == MadeEdition.survey_id)
            .where(chosen)  # type: ignore[arg-type]  # a comparison of columns
            .order_by(MadeSurvey.slug, MadeEdition.number.desc())
        )
        return tuple(
            Published(
                survey.id,
                survey.slug,
                row.number,
                row.edition_hash,
                row.published_on,
                row.people,
                row.way,
                row.changed,
            )
            for row, survey in rows
        )


def _kept(row: MadeSurvey, organisation: Organisation) -> Kept:
    return Kept(row.id, organisation.id, organisation.name, row.slug, row.text, row.version, row.removed)
