"""The schemas say what the files may hold, and what we ship fits them."""

from pathlib import Path
from typing import Literal

import pytest

from surveys.files.source import read_source
from surveys.framework import Framework
from surveys.load import SHIPPED
from surveys.schema import DIALECT, schema
from surveys.survey import WrittenSurvey

OWN = Path(__file__).parent / "good" / "arrivals.yaml"
FILES = [
    *(
        ("framework", path)
        for path in sorted((SHIPPED / "frameworks").glob("*.yaml"))
        if "." not in path.stem
    ),
    *(("survey", path) for path in [*sorted((SHIPPED / "surveys").glob("*.yaml")), OWN]),
]


def object_at(found: object, *names: str) -> dict[str, object]:
    for name in names:
        assert isinstance(found, dict)
        found = found[name]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(("file", "model"), [("framework", Framework), ("survey", WrittenSurvey)])
def test_a_schema_names_its_dialect_and_every_field_of_its_model(
    file: Literal["framework", "survey"], model: type[Framework] | type[WrittenSurvey]
) -> None:
    said = schema(file)
    assert said["$schema"] == DIALECT == "https://json-schema.org/draft/2020-12/schema"
    assert set(object_at(said, "properties")) == set(model.model_fields)
    assert said["additionalProperties"] is False


def test_a_schema_allows_what_an_author_may_write_short() -> None:
    said = schema("survey")
    title = object_at(said, "properties", "title")
    assert {one.get("type") for one in title["anyOf"]} == {"string", "object"}  # type: ignore[attr-defined]  # a list
    selection = object_at(said, "$defs", "Selection")
    assert set(object_at(selection, "properties")) == {"themes", "except"}
    assert selection["additionalProperties"] is False
    assert object_at(said, "$defs", "OwnQuestion", "properties")["show_if"]


@pytest.mark.parametrize(("file", "path"), FILES, ids=lambda part: getattr(part, "stem", part))
def test_every_file_we_ship_fits_its_schema(file: Literal["framework", "survey"], path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema(file))
    jsonschema.Draft202012Validator(schema(file)).validate(read_source(path).data)
