"""The OpenAPI document says what is really answered: checked with made-up requests, right and wrong."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth

from mir.api.document import ADDRESSES, ROOT
from mir.db import Store
from mir.limits import limiter
from tests.conftest import World
from tests.mir.api.conftest import Program, answered_round

OURS = [ignored_auth]
"""Not for requests to which we give a key ourselves: it takes that key for one that was made up."""


@pytest.fixture(autouse=True)
def unlimited() -> Iterator[None]:
    """As many requests as the made-up ones need."""
    before, limiter.enabled = limiter.enabled, False
    yield
    limiter.enabled = before


@pytest.fixture
def read_from(store: Store, world: World, program: Program) -> Program:
    """A program with a closed round to read."""
    answered_round(store, world)
    return program


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        (one.path, mode)
        for one in ADDRESSES
        for mode in GenerationMode
        if mode is GenerationMode.POSITIVE or one.places or one.asks
    ],
)
def test_every_answer_is_as_the_document_says(
    app: Flask, read_from: Program, path: str, mode: GenerationMode
) -> None:
    served = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", app)

    @settings(max_examples=25, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(case=served[path]["GET"].as_strategy(generation_mode=mode))
    def check(case: Case[Any]) -> None:
        case.call_and_validate(headers=read_from.headers, excluded_checks=OURS)

    check()


@pytest.mark.parametrize("path", [one.path for one in ADDRESSES if one.scope])
def test_no_made_up_key_opens_anything(app: Flask, path: str) -> None:
    served = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", app)

    @settings(max_examples=25, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(case=served[path]["GET"].as_strategy())
    def check(case: Case[Any]) -> None:
        assert case.call_and_validate().status_code == 401

    check()


def test_the_document_names_every_address_and_no_other(app: Flask) -> None:
    rules = {
        rule.rule.removeprefix(ROOT).replace("<", "{").replace(">", "}")
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
    }
    assert rules == {one.path for one in ADDRESSES} | {"/openapi.json"}


def test_right_ids_are_answered_as_the_document_says(app: Flask, world: World, read_from: Program) -> None:
    found = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", app)
    edition = read_from.reads("/rounds")["rounds"][0]["edition_hash"]
    for path, places in (
        ("/rounds/{round_id}/scorecard", {"round_id": world.round_id}),
        ("/editions/{edition_hash}", {"edition_hash": edition}),
        ("/surveys/{name}", {"name": "full"}),
        ("/frameworks/{name}", {"name": "working-together"}),
    ):
        case = found[path]["GET"].Case(path_parameters=places)
        answer = case.call(headers=read_from.headers)
        assert answer.status_code == 200
        case.validate_response(answer, excluded_checks=OURS)


def test_the_document_is_plain_json(app: Flask) -> None:
    said = app.test_client().get(f"{ROOT}/openapi.json")
    assert json.loads(said.text)["openapi"] == "3.1.0"
    assert "user" not in said.text.lower()
