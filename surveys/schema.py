"""JSON Schema (2020-12) of the files an author writes, so that an editor can complete and check them."""

from collections.abc import Mapping

from pydantic import BaseModel

from surveys.framework import Framework
from surveys.survey import WrittenSurvey
from surveys.trying.persona import Personas

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_MODELS: Mapping[str, type[BaseModel]] = {
    "survey": WrittenSurvey,
    "framework": Framework,
    "personas": Personas,
}
FILES = tuple(_MODELS)
"""The kinds of file that have a schema."""


def schema(file: str) -> dict[str, object]:
    """The schema of one of `FILES`, read from the same model that reads the file."""
    return {"$schema": DIALECT, **_MODELS[file].model_json_schema(mode="validation")}
