"""A round is opened from the desk: as it is filled in, with odd input, and twice at once."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.authoring.making import shipped_survey
from mir.authoring.operations import Note, publish_survey, start
from mir.authoring.queries import editions_of, survey_for
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member, add_organisation
from mir.rounds.operations import LONGEST
from mir.rounds.queries import RoundCard, edition, invited, rounds_for
from mir.running.opening import Faults, Typed, fresh, read_day, round_of
from mir.running.ready import chosen
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.opened import Page

TODAY = clock.today()
DAY = timedelta(days=1)
GOOD = {"title": "Autumn", "opens": TODAY.isoformat(), "closes": (TODAY + 20 * DAY).isoformat()}


def at(world: World, key: str = "core") -> str:
    return f"/services/{world.service_id}/open/{key}"


def of(store: Store, world: World, title: str) -> RoundCard:
    return next(one for one in rounds_for(store, world.lead_id) if one.title == title)


def test_a_round_is_open_three_steps_after_the_desk(lead: FlaskClient, world: World) -> None:
    assert f"/services/{world.service_id}/open" in lead.get("/desk").text
    first = lead.get(f"/services/{world.service_id}/open")
    offers = Page(first).text
    assert "draw on support, families and friends, staff, leaders: 18 questions each, about 10 min" in offers
    assert "support: 4 questions, about 5 minutes; staff, leaders: 16 questions each, about 10" in offers
    form = Page(lead.get(at(world)))
    # Everything is filled in: pressing the button is enough.
    given = {name: form.value(name) for name in ("title", "opens", "closes")}
    assert given["opens"] == TODAY.isoformat()
    assert given["closes"] == (TODAY + 28 * DAY).isoformat()
    opened = lead.post(at(world), data=given)
    assert opened.status_code == 302
    assert opened.location.endswith("/next")
    assert "is open" in Page(lead.get(opened.location)).words["h1"]


def test_what_is_typed_is_what_is_opened(lead: FlaskClient, store: Store, world: World) -> None:
    more = {"language": ["cy", "ur"], "invited-person": " 1,024 ", "invited-staff": "", "invited-leader": "0"}
    assert lead.post(at(world), data=GOOD | more).status_code == 302
    card = of(store, world, "Autumn")
    assert (card.opens_on, card.closes_on) == (TODAY, TODAY + 20 * DAY)
    assert edition(store, card.edition_hash).languages == ("en", "cy", "ur")
    assert invited(store, card.id) == {Voice.PERSON: 1024, Voice.LEADER: 0}


def test_english_is_there_unless_more_is_ticked_and_unknown_languages_are_left_out(
    lead: FlaskClient, store: Store, world: World
) -> None:
    assert lead.post(at(world), data=GOOD | {"language": ["tlh", "ur"]}).status_code == 302
    assert edition(store, of(store, world, "Autumn").edition_hash).languages == ("en", "ur")


@pytest.mark.parametrize(
    "wrong",
    [
        ({"title": "  "}, "title", "Write what people call this round"),
        ({"title": "🌹" * 81}, "title", "80 letters and spaces are the most"),
        ({"title": "Spring"}, "title", "There is a round called “Spring” already"),
        ({"opens": "soon"}, "opens", "Write the first day as a date"),
        ({"opens": "2026-02-30"}, "opens", "Write the first day as a date"),
        ({"opens": (TODAY - DAY).isoformat()}, "opens", "The first day has passed"),
        ({"opens": (TODAY + 181 * DAY).isoformat()}, "opens", "more than 180 days away"),
        ({"closes": ""}, "closes", "Write the last day as a date"),
        ({"closes": (TODAY - DAY).isoformat()}, "closes", "The last day comes before the first"),
        ({"closes": (TODAY + 91 * DAY).isoformat()}, "closes", "90 days at most"),
        ({"closes": "9999-12-31"}, "closes", "90 days at most"),
        ({"invited-person": "many"}, "invited-person", "in digits, such as 24"),
        ({"invited-person": "-5"}, "invited-person", "in digits, such as 24"),
        ({"invited-staff": "100001"}, "invited-staff", "in digits, such as 24"),
        ({"invited-staff": "9" * 5000}, "invited-staff", "in digits, such as 24"),
        ({"invited-staff": "١٢"}, "invited-staff", "in digits, such as 24"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_everything_typed_is_kept(
    lead: FlaskClient, store: Store, world: World, wrong: tuple[dict[str, str], str, str]
) -> None:
    typed, field, sentence = wrong
    before = len(rounds_for(store, world.lead_id))
    answer = lead.post(at(world), data=GOOD | {"language": "cy"} | typed)
    page = Page(answer)
    assert answer.status_code == 422
    assert sentence in page.text
    assert f'href="#{field}"' in page.text
    assert page.words["title"].startswith("Error: ")
    for name, value in (GOOD | typed).items():
        assert page.value(name) == value.strip()
    assert next(page.all("input", value="cy")).keys() >= {"checked"}
    assert len(rounds_for(store, world.lead_id)) == before


def test_pressing_twice_opens_one_round(lead: FlaskClient, world: World) -> None:
    first, second = (lead.post(at(world), data=GOOD) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first.location == second.location


def test_a_survey_of_ones_own_is_asked_in_its_latest_edition_and_anothers_never(
    lead: FlaskClient, store: Store, world: World
) -> None:
    theirs = add_organisation(store, "Rowan Support")
    add_member(store, world.lead_id, theirs, Role.LEAD)
    made = {
        organisation: start(store, world.lead_id, organisation, shipped_survey("core"))
        for organisation in (world.organisation_id, theirs)
    }
    for survey_id in made.values():
        kept = survey_for(store, world.lead_id, survey_id)
        note, seen = Note(2, "Aloud.", "Nothing."), (survey_id, kept.version)
        publish_survey(store, world.lead_id, seen, note, TODAY)
    (own,) = editions_of(store, world.organisation_id)
    assert "Your own, edition 1" in lead.get(f"/services/{world.service_id}/open").text
    assert lead.post(at(world, own.edition_hash), data=GOOD).status_code == 302
    assert of(store, world, "Autumn").edition_hash == own.edition_hash
    for key in ("0" * 64, "nothing", "..", "core.cy", "%00", "🌹"):
        assert lead.get(at(world, key)).status_code == 404
        assert lead.post(at(world, key), data=GOOD).status_code == 404


def test_every_page_that_people_get_can_be_looked_at_first(lead: FlaskClient, world: World) -> None:
    page = lead.get(f"{at(world)}/see?see_language=ur&see_look=easy_read&see_voice=staff")
    assert page.status_code == 200
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    inside = f"{at(world)}/see/page?see_language=ur&see_look=easy_read&see_voice=staff"
    shown = lead.get(inside)
    assert 'lang="ur" dir="rtl"' in shown.text
    assert "frame-ancestors 'self'" in shown.headers["Content-Security-Policy"]
    onward = lead.post(inside, data={"go": "next"})
    assert "code=" in onward.location
    assert lead.post(inside, data={"go": "back"}).status_code == 302
    assert "see_look=standard" in lead.post(inside, data={"go": "switch"}).location
    assert lead.get(f"{at(world)}/see/page?see_voice=nobody&see_look=x&code=🌹").status_code == 200


def test_every_shipped_survey_can_be_looked_at_in_every_way(
    lead: FlaskClient, store: Store, world: World
) -> None:
    for key in ("core", "easy-read-short", "full", "practice-windows", "working-together"):
        made = chosen(store, world.organisation_id, key).edition
        for voice in made.voices:
            for look in made.presentations:
                for language in made.languages:
                    query = f"see_voice={voice}&see_look={look}&see_language={language}"
                    assert lead.get(f"{at(world, key)}/see/page?{query}").status_code == 200


def test_a_later_last_day_is_taken_and_anything_else_refused_in_words(
    lead: FlaskClient, store: Store, world: World
) -> None:
    where = f"/rounds/{world.round_id}/longer"
    # It opened seven days ago and closes in 21: the latest day is 83 days away.
    assert LONGEST.days == 90
    for wrong, sentence in (
        ("", "Write the last day as a date"),
        ("\u202e🌹", "Write the last day as a date"),
        ((TODAY + 21 * DAY).isoformat(), "Choose a later day than the last day now"),
        ((TODAY - 30 * DAY).isoformat(), "Choose a later day than the last day now"),
        ((TODAY + 84 * DAY).isoformat(), "90 days at most"),
    ):
        answer = lead.post(where, data={"closes": wrong})
        assert answer.status_code == 422
        assert sentence in answer.text
        assert Page(answer).value("closes") == wrong
    for days in (30, 83):  # as often as it takes
        assert lead.post(where, data={"closes": (TODAY + days * DAY).isoformat()}).status_code == 302
        assert of(store, world, "Spring").closes_on == TODAY + days * DAY


def test_a_closed_round_is_never_opened_again_and_the_page_says_why(lead: FlaskClient, world: World) -> None:
    lead.post(f"/rounds/{world.round_id}/close", data={"name": "Rose House"})
    for path in ("longer", "next", "hand-out", "send"):
        answer = lead.get(f"/rounds/{world.round_id}/{path}")
        assert answer.status_code == 410
        assert "A closed round is never opened again." in answer.text
    assert lead.post(f"/rounds/{world.round_id}/longer", data={"closes": "2999-01-01"}).status_code == 410


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        (" 22/11/2026 ", date(2026, 11, 22)),
        ("11/22/2026", None),
        ("22.11.2026", None),
        ("", None),
        ("99999-01-01", None),
    ],
)
def test_a_day_may_be_written_in_two_ways(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_a_fresh_form_is_named_by_its_season(store: Store, world: World) -> None:
    survey = chosen(store, world.organisation_id, "core")
    seasons = [fresh(date(2027, month, 1), survey).title for month in (1, 3, 6, 9, 12)]
    assert seasons == ["Winter 2027", "Spring 2027", "Summer 2027", "Autumn 2027", "Winter 2027"]


def test_a_round_of_ninety_days_is_the_longest(store: Store, world: World) -> None:
    survey = chosen(store, world.organisation_id, "core")
    for days, fits in ((90, True), (91, False)):
        typed = Typed("A", TODAY.isoformat(), (TODAY + days * DAY).isoformat())
        assert isinstance(round_of(typed, survey, world.service_id, TODAY), Faults) is not fits
