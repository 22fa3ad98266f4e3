"""Starting, changing, putting away and publishing the surveys of an organisation."""

from dataclasses import dataclass
from datetime import date
from itertools import count

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mir.audit.operations import Done
from mir.audit.operations import note as put_down
from mir.authoring.making import made_of, read
from mir.authoring.models import LONGEST_STEP, EarlierText, MadeEdition, MadeSurvey
from mir.authoring.queries import row_for
from mir.db import Store
from mir.errors import ConflictError, NotFoundError, RefusalError
from mir.providers.guard import allow
from mir.providers.may import May
from mir.providers.queries import Place
from mir.rounds.models import StoredEdition
from surveys.edition import publish
from surveys.load import shipped_surveys
from surveys.survey import Survey

MOST_KEPT = 50
"""How many changes of a survey can be undone."""
MOST_SURVEYS = 100
LONGEST_SLUG = 60


@dataclass(frozen=True)
class Step:
    """One change: the version it was made to, what was done in words, and the text after it."""

    version: int
    words: str
    text: str


@dataclass(frozen=True)
class Note:
    """The co-production note: who with lived experience went through a survey. It names nobody."""

    people: int
    way: str
    changed: str


def start(store: Store, account_id: str, organisation_id: str, survey: Survey) -> str:
    """The id of a new survey that begins as this one, under a name that is free."""
    with store.writing() as session:
        allow(session, account_id, May.MAKE_SURVEYS, Place(organisation_id))
        taken = set(
            session.scalars(select(MadeSurvey.slug).where(MadeSurvey.organisation_id == organisation_id))
        )
        if len(taken) >= MOST_SURVEYS:
            raise RefusalError(f"Your organisation has {MOST_SURVEYS} surveys. Change one of them.")
        slug = _free(survey.survey, taken | set(shipped_surveys()))
        named = survey.model_copy(update={"survey": slug})
        row = MadeSurvey(organisation_id=organisation_id, slug=slug, text=made_of(named).text)
        session.add(row)
        session.flush()  # the id is wanted now
        put_down(session, Done("began a survey", slug, organisation_id))
        return row.id


def save(store: Store, account_id: str, survey_id: str, step: Step) -> int:
    """Keep this change; the new version. Raises ConflictError where somebody changed it meanwhile."""
    with store.writing() as session:
        row = row_for(session, account_id, survey_id)
        if row.version != step.version:
            raise ConflictError
        if row.text != step.text:
            _change(session, row, step.words, step.text)
            put_down(session, Done("changed a survey", row.slug, row.organisation_id))
        return row.version


def go_back(store: Store, account_id: str, survey_id: str, version: int, words: str) -> None:
    """Make the survey say again what it said at this version. That can be undone like any change."""
    with store.writing() as session:
        row = row_for(session, account_id, survey_id)
        before = session.get(EarlierText, (survey_id, version))
        if before is None:
            raise NotFoundError("That version is no longer kept. Choose another.")
        if before.text != row.text:
            _change(session, row, words, before.text)
            put_down(session, Done("changed a survey", row.slug, row.organisation_id))


def put_away(store: Store, account_id: str, survey_id: str, *, away: bool) -> None:
    """Take the survey off the list, or put it back. Nothing of it is lost."""
    with store.writing() as session:
        row = row_for(session, account_id, survey_id)
        row.removed = away
        what = "put a survey away" if away else "brought a survey back"
        put_down(session, Done(what, row.slug, row.organisation_id))


def publish_survey(store: Store, account_id: str, seen: tuple[str, int], note: Note, today: date) -> int:
    """Freeze the survey as it stands; the number of the edition. `seen` are its id and version.

    Raises ConflictError where it was changed meanwhile, RefusalError where it has faults
    or is the same as its last edition.
    """
    survey_id, version = seen
    with store.writing() as session:
        row = row_for(session, account_id, survey_id)
        if row.version != version:
            raise ConflictError
        making = read(row.text, row.slug)
        if any(one.grave for one in making.found):
            raise RefusalError("This survey has faults. Put them right first; then it can be published.")
        edition = publish(making.framework, making.survey, making.overlays)
        last = session.scalars(
            select(MadeEdition).where(MadeEdition.survey_id == survey_id).order_by(MadeEdition.number.desc())
        ).first()
        if last and last.edition_hash == edition.hash:
            raise RefusalError("Nothing has changed since the last edition, so there is nothing to publish.")
        if session.get(StoredEdition, edition.hash) is None:
            session.add(StoredEdition(hash=edition.hash, definition=edition.canonical()))
            session.flush()  # the edition of the survey points at it
        number = last.number + 1 if last else 1
        session.add(
            MadeEdition(
                survey_id=survey_id,
                number=number,
                edition_hash=edition.hash,
                text=row.text,
                published_on=today,
                people=note.people,
                way=note.way,
                changed=note.changed,
            )
        )
        put_down(session, Done("published a survey", f"{row.slug}, edition {number}", row.organisation_id))
        return number


def _change(session: Session, row: MadeSurvey, words: str, text: str) -> None:
    step = words if len(words) <= LONGEST_STEP else f"{words[: LONGEST_STEP - 1]}…"
    session.add(EarlierText(survey_id=row.id, version=row.version, text=row.text, step=step))
    row.version += 1
    row.text = text
    session.execute(
        delete(EarlierText).where(
            EarlierText.survey_id == row.id, EarlierText.version < row.version - MOST_KEPT
        )
    )


def _free(slug: str, taken: set[str]) -> str:
    if slug not in taken:
        return slug
    endings = (f"-{number}" for number in count(2))
    return next(
        name for name in (f"{slug[: LONGEST_SLUG - len(end)]}{end}" for end in endings) if name not in taken
    )
