"""Other programs read what their key lets them read, and nothing of anybody else."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from mir import clock
from mir.accounts.operations import add_account
from mir.api.models import ProgramKey
from mir.api.operations import NewKey, Scope, holder_of, make_key
from mir.audit.models import Deed
from mir.db import Store
from mir.providers.models import Kind, Membership, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.respond.sealing import close_round
from tests.conftest import World
from tests.mir.api.conftest import ROOT, Program, answered_round, codes_in, key


def test_the_definitions_are_open_to_everybody(app: Flask) -> None:
    nobody = Program(app, "")
    names = [one["name"] for one in nobody.reads("/surveys")["surveys"]]
    assert {"core", "full", "easy-read-short"} <= set(names)
    asked = nobody.reads("/surveys/core")
    assert codes_in(asked)[0] == "wi1"
    assert len(codes_in(asked)) == 18
    found = nobody.reads("/frameworks/making-it-real")
    assert [theme["code"] for theme in found["themes"]] == ["wi", "ia", "ac", "fi", "cc", "wf", "wl"]
    assert nobody.get("/surveys/..").status_code == 404
    assert nobody.get("/frameworks/making-it-real.cy").status_code == 404


@pytest.mark.parametrize("path", ["/services", "/rounds", f"/rounds/{'0' * 32}/scorecard", "/editions/x"])
def test_the_rest_needs_a_key(app: Flask, path: str) -> None:
    for secret in ("", "mir_wrong", "🙂", "a b c", "x" * 10_000):
        answer = app.test_client().get(
            f"{ROOT}{path}", headers={"Authorization": f"Bearer {secret}".encode()}
        )
        assert answer.status_code == 401
        assert answer.mimetype == "application/problem+json"
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")
        assert answer.get_json()["title"] == "A key is needed"


def test_services_rounds_and_what_was_asked(program: Program, store: Store, world: World) -> None:
    other = add_service(store, world.organisation_id, "Oak House", Kind.HOME_CARE)
    assert [one["name"] for one in program.reads("/services")["services"]] == ["Oak House", "Rose House"]
    (row,) = program.reads("/rounds")["rounds"]
    assert (row["id"], row["service"], row["state"]) == (world.round_id, "Rose House", "open")
    assert program.reads(f"/rounds?service={other}") == {"rounds": []}
    assert program.get("/rounds?service=rose").status_code == 400
    asked = program.reads(f"/editions/{row['edition_hash']}")
    assert codes_in(asked) == ["aa1", "aa2", "bb1"]


def test_a_scorecard_is_read_once_the_round_is_closed_and_the_record_says_so(
    program: Program, store: Store, world: World
) -> None:
    assert program.get(f"/rounds/{world.round_id}/scorecard").status_code == 409
    answered_round(store, world)
    card = program.reads(f"/rounds/{world.round_id}/scorecard")
    assert card["facts"]["service"] == "Rose House"
    assert {voice["voice"] for voice in card["voices"]} == {"person", "family", "staff", "leader"}
    # Nobody answered for families: there is a sentence in place of a number.
    family = next(voice for voice in card["voices"] if voice["voice"] == "family")
    assert family["overall"].keys() == {"answered", "why"}
    with store.reading() as session:
        read = [(row.who, row.what, row.about) for row in session.scalars(select(Deed))]
    assert read[-1] == ("the program “Dashboard”", "read results", "Spring, Rose House")


def test_a_key_reads_no_more_than_its_scopes(app: Flask, store: Store, world: World) -> None:
    rounds = Program(app, key(store, world, Scope.ROUNDS))
    results = Program(app, key(store, world, Scope.RESULTS))
    assert rounds.get(f"/rounds/{world.round_id}/scorecard").status_code == 403
    assert results.get("/rounds").status_code == 403
    assert results.get("/services").get_json()["title"] == "This key may not read that"


def test_what_is_anothers_looks_like_what_is_not_there(app: Flask, store: Store, world: World) -> None:
    rowan = add_organisation(store, "Rowan Support")
    stranger = add_account(store, "stranger@example.org", "Sid")
    add_member(store, stranger, rowan, Role.LEAD)
    secret = make_key(store, stranger, rowan, NewKey("Theirs", frozenset(Scope)), clock.today())
    answered_round(store, world)
    theirs = Program(app, secret)
    row = Program(app, key(store, world, Scope.ROUNDS)).reads("/rounds")["rounds"][0]
    for there, nowhere in (
        (f"/rounds/{world.round_id}/scorecard", f"/rounds/{'0' * 32}/scorecard"),
        (f"/editions/{row['edition_hash']}", f"/editions/{'0' * 64}"),
        (f"/rounds?service={world.service_id}", f"/rounds?service={'0' * 32}"),
    ):
        one, other = theirs.get(there), theirs.get(nowhere)
        assert (one.status_code, one.text) == (other.status_code, other.text), there
    assert theirs.reads("/services") == {"services": []}


def test_a_lead_of_two_organisations_reads_each_with_its_own_key(
    app: Flask, store: Store, world: World
) -> None:
    rowan = add_organisation(store, "Rowan Support")
    add_member(store, world.lead_id, rowan, Role.LEAD)
    secret = make_key(store, world.lead_id, rowan, NewKey("Rowan's", frozenset(Scope)), clock.today())
    assert Program(app, secret).reads("/rounds") == {"rounds": []}
    assert Program(app, secret).get(f"/rounds/{world.round_id}/scorecard").status_code == 404


def test_a_key_dies_with_the_right_to_make_it(program: Program, store: Store, world: World) -> None:
    with store.writing() as session:
        session.get_one(Membership, (world.lead_id, world.organisation_id)).role = Role.BOARD
    assert program.get("/rounds").status_code == 401
    with store.writing() as session:
        session.delete(session.get_one(Membership, (world.lead_id, world.organisation_id)))
    assert program.get("/rounds").status_code == 401


def test_a_key_ends_after_a_year(store: Store, world: World) -> None:
    secret = key(store, world, Scope.ROUNDS)
    today = clock.today()
    assert holder_of(store, secret, today + timedelta(days=365)).name == "Dashboard"
    with pytest.raises(Exception, match="opens nothing"):
        holder_of(store, secret, today + timedelta(days=366))


def test_only_a_digest_of_a_key_is_kept(store: Store, world: World) -> None:
    secret = key(store, world, Scope.ROUNDS)
    with store.reading() as session:
        row = session.scalars(select(ProgramKey)).one()
        assert secret not in str(vars(row))
        assert secret[4:] not in str(vars(row))


def test_a_cookie_opens_nothing_here(lead: FlaskClient) -> None:
    assert lead.get(f"{ROOT}/rounds").status_code == 401


def test_a_program_is_answered_as_one_where_there_is_nothing(program: Program, app: Flask) -> None:
    nothing = program.get("/nothing")
    assert (nothing.status_code, nothing.mimetype) == (404, "application/problem+json")
    posted = app.test_client().post(f"{ROOT}/rounds")
    assert (posted.status_code, posted.mimetype) == (405, "application/problem+json")
    assert "GET" in posted.headers["Allow"]


def test_a_closed_round_with_nobody_in_it_has_a_scorecard_without_numbers(
    program: Program, store: Store, world: World
) -> None:
    close_round(store, world.round_id)
    card = program.reads(f"/rounds/{world.round_id}/scorecard")
    assert all("why" in voice["overall"] for voice in card["voices"])
