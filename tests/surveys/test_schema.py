"""The schemas say what the files may hold, and what we ship fits them."""

from pathlib import Path

import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML

from surveys.files.source import read_source
from surveys.framework import Framework
from surveys.load import SHIPPED
from surveys.schema import DIALECT, schema
from surveys.survey import WrittenSurvey
from surveys.trying.persona import Personas

OWN = Path(__file__).parent / "good" / "arrivals.yaml"
FILES = [
    *(
        ("framework", path)
        for path in sorted((SHIPPED / "frameworks").glob("*.yaml"))
        if "." not in path.stem
    ),
    *(
        ("survey", path)
        for path in [*sorted((SHIPPED / "surveys").glob("*.yaml")), OWN]
        if "." not in path.stem
    ),
]
PEOPLE = sorted((SHIPPED / "surveys").glob("*.personas.yaml"))


def object_at(found: object, *names: str) -> dict[str, object]:
    for name in names:
        assert isinstance(found, dict)
        found = found[name]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("file", "model"), [("framework", Framework), ("survey", WrittenSurvey), ("personas", Personas)]
)
def test_a_schema_names_its_dialect_and_every_field_of_its_model(file: str, model: type[BaseModel]) -> None:
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
def test_every_file_we_ship_fits_its_schema(file: str, path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema(file))
    jsonschema.Draft202012Validator(schema(file)).validate(read_source(path).data)


@pytest.mark.parametrize(("file", "path"), FILES, ids=lambda part: getattr(part, "stem", part))
def test_an_editor_that_knows_only_draft_seven_reads_the_schema_alike(file: str, path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")  # the YAML language server knows no later draft
    older = jsonschema.Draft7Validator({**schema(file), "$schema": "http://json-schema.org/draft-07/schema#"})
    older.check_schema(older.schema)
    assert older.is_valid(read_source(path).data)
    assert not older.is_valid({**read_source(path).data, "titel": "A slip"})


def as_an_editor_reads(path: Path) -> object:
    """The values as any other reader of YAML has them, where 62.5 is a number and not text."""
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


@pytest.mark.parametrize("path", PEOPLE, ids=lambda path: path.stem)
def test_the_people_we_ship_fit_their_schema_as_an_editor_reads_them(path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema("personas"))
    validator = jsonschema.Draft202012Validator(schema("personas"))
    validator.validate(as_an_editor_reads(path))
    wrong = as_an_editor_reads(path)
    wrong["personas"][0]["expect"]["overall"] = 101  # type: ignore[index]  # plain values
    assert not validator.is_valid(wrong)
