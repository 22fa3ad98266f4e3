"""The OpenAPI document: every address, made from one table and from the types that answer."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from mir.api.operations import Scope
from mir.api.shapes import Frameworks, Problem, Rounds, Services, Surveys
from scoring.card.scorecard import Scorecard
from surveys.edition import Edition
from surveys.framework import Framework

ROOT = "/api/v1"
PROBLEM = "application/problem+json"
_ID = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
_HASH = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_NAME = {"type": "string", "pattern": "^[a-z0-9-]{1,60}$"}
_WHY = {
    400: "The address says something that is not understood.",
    401: "No key, or one that opens nothing.",
    403: "The key may not read this.",
    404: "There is no such thing, or it is somebody else's.",
    409: "The round is still open.",
    429: "Too many requests in a short time.",
}


@dataclass(frozen=True)
class Address:
    """One address: what it gives, as which type, and with which key it is read (None: without any)."""

    path: str
    summary: str
    gives: Any
    scope: Scope | None = None
    places: tuple[tuple[str, dict[str, Any]], ...] = ()
    asks: tuple[tuple[str, dict[str, Any], str], ...] = ()
    fails: tuple[int, ...] = ()


ADDRESSES = (
    Address("/frameworks", "The frameworks that we ship", Frameworks),
    Address("/frameworks/{name}", "One framework, whole", Framework, places=(("name", _NAME),), fails=(404,)),
    Address("/surveys", "The surveys that we ship", Surveys),
    Address(
        "/surveys/{name}",
        "What a survey that we ship asks, in English",
        Edition,
        places=(("name", _NAME),),
        fails=(404,),
    ),
    Address("/services", "The services of your organisation", Services, Scope.ROUNDS),
    Address(
        "/rounds",
        "The rounds of your organisation, or of one service",
        Rounds,
        Scope.ROUNDS,
        asks=(("service", _ID, "The id of a service."),),
    ),
    Address(
        "/editions/{edition_hash}",
        "What a round of yours asks or asked",
        Edition,
        Scope.ROUNDS,
        places=(("edition_hash", _HASH),),
        fails=(404,),
    ),
    Address(
        "/rounds/{round_id}/scorecard",
        "The scorecard of a closed round: through the disclosure gate, as the board reads it",
        Scorecard,
        Scope.RESULTS,
        places=(("round_id", _ID),),
        fails=(404, 409),
    ),
)


@cache
def document() -> dict[str, Any]:
    """The whole document. Every number on a scorecard is one that the desk shows too."""
    types = {one.gives: TypeAdapter(one.gives) for one in ADDRESSES} | {Problem: TypeAdapter(Problem)}
    made, shared = TypeAdapter.json_schemas(
        [(kind.__name__, "serialization", adapter) for kind, adapter in types.items()],
        ref_template="#/components/schemas/{model}",
    )
    schemas = {name: schema for (name, _), schema in made.items() if "$ref" not in schema}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Making it Real",
            "version": "1",
            "description": (
                "Read only. Nothing here is about one person; scores of fewer than five people are not here. "
                "Scores run from 0 to 100. No score is a rating by the regulator."
            ),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": ROOT}],
        "paths": {one.path: {"get": _operation(one)} for one in ADDRESSES},
        "components": {
            "schemas": {**shared.get("$defs", {}), **schemas},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(one: Address) -> dict[str, Any]:
    needs = (401, 403) if one.scope else ()
    said: dict[str, Any] = {
        "operationId": one.path.strip("/").replace("/", "_").replace("{", "").replace("}", ""),
        "summary": one.summary,
        "security": [{"key": []}] if one.scope else [],
        "parameters": [
            *({"name": name, "in": "path", "required": True, "schema": kind} for name, kind in one.places),
            *(
                {"name": name, "in": "query", "required": False, "schema": kind, "description": words}
                for name, kind, words in one.asks
            ),
        ],
        "responses": {
            "200": {
                "description": one.summary,
                "content": {"application/json": {"schema": _ref(one.gives.__name__)}},
            },
            **{str(code): _failure(code) for code in sorted({400, *needs, *one.fails, 429})},
        },
    }
    if one.scope:
        said["description"] = f"The key must be one for “{one.scope}”."
    return said


def _failure(code: int) -> dict[str, Any]:
    return {"description": _WHY[code], "content": {PROBLEM: {"schema": _ref("Problem")}}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
