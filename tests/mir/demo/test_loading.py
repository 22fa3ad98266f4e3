"""The demo is whole, varied, and the same each time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select

from mir import migrate
from mir.accounts.queries import person_by_email
from mir.db import Store
from mir.demo.loading import SEED, Found, example, found, load, title
from mir.demo.plan import organisations
from mir.providers.operations import add_organisation
from mir.providers.register import services
from mir.respond.models import Comment, Sheet
from mir.results.operations import tallies
from mir.returns.queries import listed, whole
from mir.rounds.queries import RoundCard, all_rounds
from mir.sharing.queries import with_me
from scoring.tally import Tally
from surveys.framework import Voice

TODAY = date(2026, 11, 22)


def new_store(folder: Path) -> Store:
    store = Store(f"sqlite:///{folder / 'mir.db'}")
    migrate.upgrade(store)
    return store


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = new_store(tmp_path_factory.mktemp("demo"))
    load(store, TODAY)
    yield store
    store.close()


@dataclass(frozen=True)
class Seen:
    """How people of one voice scored everything, each by the mean of their own answers, 0 to 100."""

    n: int
    mean: float
    sd: float


def seen(store: Store, card: RoundCard, voice: Voice) -> Seen:
    with store.reading() as session:
        rows = session.scalars(select(Sheet.answers).where(Sheet.round_id == card.id, Sheet.voice == voice))
        means = [np.mean([25 * (value - 1) for value in row if 1 <= value <= 5]) for row in rows]
    return Seen(len(means), float(np.mean(means)), float(np.std(means)))


def latest_closed(store: Store) -> dict[str, RoundCard]:
    cards = sorted((card for card in all_rounds(store) if not card.is_open), key=lambda card: card.closes_on)
    return {card.service.name: card for card in cards}


def people(store: Store) -> dict[str, Seen]:
    return {name: seen(store, card, Voice.PERSON) for name, card in latest_closed(store).items()}


def test_twelve_services_of_three_kinds_in_two_organisations(demo: Store) -> None:
    cards = services(demo)
    assert len(cards) == 12
    assert len({card.kind for card in cards}) == 3
    assert len({card.organisation for card in cards}) == 2


def test_three_closed_rounds_each_half_a_year_apart_and_some_open_ones(demo: Store) -> None:
    by_service: dict[str, list[RoundCard]] = {}
    for card in all_rounds(demo):
        by_service.setdefault(card.service.name, []).append(card)
    for cards in by_service.values():
        closed = sorted(card.closes_on for card in cards if not card.is_open)
        assert [(late - early).days for early, late in pairwise(closed)] == [182, 182]
        assert closed[-1] < TODAY
        assert len({card.title for card in cards}) == len(cards)
    still_open = [card for card in all_rounds(demo) if card.is_open]
    assert len(still_open) == 3
    assert all(card.opens_on < TODAY < card.closes_on for card in still_open)


def test_sizes_run_from_too_few_to_show_to_eighty(demo: Store) -> None:
    numbers = {name: one.n for name, one in people(demo).items()}
    assert numbers["Canal Street"] == 4
    assert numbers["Orchard Flats"] == 6
    assert max(numbers.values()) == 80


def test_one_home_is_polarised(demo: Store) -> None:
    spreads = {name: one.sd for name, one in people(demo).items()}
    # Half of the people near 20 and half near 95 stand some 37 from the middle; elsewhere about 15.
    assert spreads.pop("Willow Court") > 30
    assert max(spreads.values()) < 25


def test_one_home_is_nearly_perfect(demo: Store) -> None:
    means = {name: one.mean for name, one in people(demo).items()}
    assert means.pop("The Beeches") > 95
    assert max(means.values()) < 90


def test_one_home_was_poor_and_improves(demo: Store) -> None:
    cards = sorted(
        (card for card in all_rounds(demo) if card.service.name == "Mill Lane" and not card.is_open),
        key=lambda card: card.closes_on,
    )
    first, second, third = (seen(demo, card, Voice.PERSON).mean for card in cards)
    assert first < 45
    assert first + 8 < second
    assert second + 3 < third


def test_staff_are_rosier_than_people_and_leaders_rosier_still(demo: Store) -> None:
    cards = latest_closed(demo).values()
    by_voice = {
        voice: np.mean([seen(demo, card, voice).mean for card in cards])
        for voice in (Voice.PERSON, Voice.STAFF, Voice.LEADER)
    }
    assert by_voice[Voice.PERSON] + 2 < by_voice[Voice.STAFF]
    assert by_voice[Voice.STAFF] + 2 < by_voice[Voice.LEADER]


def test_every_kind_of_gap_help_and_reading_is_there(demo: Store) -> None:
    with demo.reading() as session:
        sheets = session.scalars(select(Sheet).where(Sheet.voice == Voice.PERSON)).all()
    kept = {value for sheet in sheets for value in sheet.answers}
    assert kept == {0, 1, 2, 3, 4, 5, 253, 254}  # passed over, five answers, prefer not, does not apply
    assert {sheet.help for sheet in sheets} == {
        "none", "read_to_me", "wrote_for_me", "answered_with_me", "answered_for_me",
    }  # fmt: skip
    assert {sheet.helper for sheet in sheets} == {None, "family", "staff", "independent"}
    easy = sum(sheet.presentation == "easy_read" for sheet in sheets) / len(sheets)
    assert 0.1 < easy < 0.35


def test_comments_differ_and_none_comes_twice_in_a_round(demo: Store) -> None:
    with demo.reading() as session:
        comments = [(one.round_id, one.text) for one in session.scalars(select(Comment))]
    assert len(set(comments)) == len(comments)
    assert len({text for _, text in comments}) >= 60


def everything(store: Store) -> Mapping[tuple[str, str, Voice], Tally]:
    return {
        (card.service.name, card.title, kept.voice): kept.tally
        for card in all_rounds(store)
        if not card.is_open
        for kept in tallies(store, card.id)
    }


def test_the_same_seed_gives_the_same_tallies_and_another_gives_others(demo: Store, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    (tmp_path / "other").mkdir()
    again, other = new_store(tmp_path / "again"), new_store(tmp_path / "other")
    load(again, TODAY)
    load(other, TODAY, seed=SEED + 1)
    assert everything(again) == everything(demo)
    assert everything(other) != everything(demo)
    again.close()
    other.close()


def test_a_database_is_told_by_what_is_in_it(demo: Store, tmp_path: Path) -> None:
    store = new_store(tmp_path)
    assert found(store) is Found.NOTHING
    add_organisation(store, organisations()[0].name)
    assert found(store) is Found.PART
    add_organisation(store, "Somebody else")
    assert found(store) is Found.OTHER
    assert found(demo) is Found.DEMO
    store.close()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 5), "Winter 2026"),
        (date(2026, 3, 1), "Spring 2026"),
        (date(2026, 8, 31), "Summer 2026"),
        (date(2026, 11, 30), "Autumn 2026"),
    ],
)
def test_a_round_is_called_by_its_season(day: date, name: str) -> None:
    assert title(day) == name


def test_the_example_names_one_round(demo: Store) -> None:
    names = [f"{card.service.name} {card.title}" for card in all_rounds(demo)]
    assert names.count(example(TODAY)) == 1


def test_the_first_service_of_each_organisation_has_a_return_that_was_begun(demo: Store) -> None:
    for organisation in organisations():
        leader = person_by_email(demo, organisation.lead.email)
        assert leader is not None
        service_id = next(one.id for one in services(demo) if one.name == organisation.services[0].name)
        (card,) = (one.card for one in listed(demo, leader.id) if one.card.service.id == service_id)
        begun = whole(demo, leader.id, card.id)
        assert set(begun.answers) <= {line.code for line in card.asked.lines}
        assert (len(begun.answers), len(begun.pieces)) == (5, 3)
        assert (card.started_by, card.started_on) == (leader.name, date(2026, 11, 17))


def test_a_council_reads_the_latest_result_of_every_service_but_one(demo: Store) -> None:
    ada = person_by_email(demo, "commissioner@northshire.example")
    assert ada is not None
    shared = with_me(demo, ada.id)
    assert {one.name for one in services(demo)} - {one.service.name for one in shared} == {"Harbour View"}
    latest = latest_closed(demo)
    assert all([latest[one.service.name].id] == [card.id for card in one.rounds] for one in shared)
