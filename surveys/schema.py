"""JSON Schema (2020-12) of the files an author writes, so that an editor can complete and check them."""

from typing import Literal

from pydantic import BaseModel

from surveys.framework import Framework
from surveys.survey import WrittenSurvey

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_MODELS: dict[str, type[BaseModel]] = {"framework": Framework, "survey": WrittenSurvey}


def schema(file: Literal["framework", "survey"]) -> dict[str, object]:
    """The schema of a framework's or a survey's file, read from the same models that read the file."""
    return {"$schema": DIALECT, **_MODELS[file].model_json_schema(mode="validation")}
