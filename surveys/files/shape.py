"""The shape of a file: its values as a model, or every fault in plain sentences with its line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError

from surveys.faults import Fault, FaultyFileError, Kind
from surveys.files.source import Source
from surveys.files.tree import Loc

Model = TypeVar("Model", bound=BaseModel)

LONGEST_QUOTE = 40

_NUMBER = Kind("not-a-number", "{name} should be a whole number.", "Write digits only, as in 1.")
_PARTS = Kind(
    "not-parts",
    "{name} should hold names and values.",
    "Write them under it, each on a line of its own as “name: value”.",
)
_YES_NO = Kind("not-true-or-false", "{name} should be true or false.", "Write true or false.")
_ONE_OF = Kind("word-not-allowed", "{given} is not one of the words allowed in {name}.", "Write {expected}.")
_UNKNOWN = Kind("unknown-name", "{given} is not a name we know here.", "{advice}")
_OTHER = Kind("cannot-be-used", "{name} cannot be read.", "Compare it with a file that we ship.")

SENTENCES = {
    "missing": Kind("missing-name", "{name} is missing.", "Add a line that starts “{key}:”."),
    "string_type": Kind(
        "not-text", "{name} should be text.", "Write words, in quotation marks if they look like a number."
    ),
    "string_pattern_mismatch": Kind(
        "bad-code",
        "{given} cannot be used for {name}.",
        "Start with a small letter, then use only small letters, digits and {joint}.",
    ),
    "string_too_short": Kind("no-words", "{name} has no words.", "Write the text after the colon."),
    "string_too_long": Kind("too-long", "{name} is too long.", "Use at most {max_length} characters."),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "dict_type": _PARTS,
    "mapping_type": _PARTS,
    "model_type": _PARTS,
    "tuple_type": Kind(
        "not-a-list", "{name} should be a list.", "Write each part on its own line after a dash."
    ),
    "too_short": Kind("too-few-parts", "{name} has too few parts.", "Write at least {min_length}."),
    "too_long": Kind("too-many-parts", "{name} has too many parts.", "Keep at most {max_length}."),
    "greater_than_equal": Kind("value-too-small", "{name} is too small.", "Write {ge} or more."),
    "less_than_equal": Kind("value-too-large", "{name} is too large.", "Write {le} or less."),
    "enum": _ONE_OF,
    "literal_error": _ONE_OF,
    "value_error": Kind("out-of-order", "{error}", "Put the numbers under {name} right."),
    "extra_forbidden": _UNKNOWN,
    "not_an_answer": Kind(
        "not-an-answer",
        "{name} is not an answer.",
        "Write a code, a whole number, or codes between square brackets.",
    ),
    "not_a_score": Kind("not-a-score", "{name} is not a score.", "Write a number from 0 to 100, or none."),
}
"""What pydantic calls a fault, and the kind that it is."""

KINDS = {kind.slug: kind for kind in (*SENTENCES.values(), _OTHER)}
"""The faults of shape by slug."""


def shaped(model: type[Model], source: Source) -> Model:
    """The file's values as a model. Raises FaultyFileError with every fault of shape."""
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        details = [
            _Detail(told["type"], told["loc"], told["input"], told.get("ctx", {}))
            for told in error.errors(include_url=False)
        ]
        faults = {_fault(model, source, detail) for detail in details if not _echo(detail)}
        raise FaultyFileError(tuple(faults)) from None


@dataclass(frozen=True)
class _Detail:
    """One fault as pydantic tells it."""

    kind: str
    loc: Loc
    given: object
    facts: Mapping[str, object]


def _echo(detail: _Detail) -> bool:
    """A list that is short only because its parts are faulty, or a word tried in place of a list."""
    if detail.kind == "too_short":
        return isinstance(detail.given, (list, dict)) and len(detail.given) >= int(
            str(detail.facts["min_length"])
        )
    return detail.kind == "literal_error" and "literal[" in str(detail.loc)


def _fault(model: type[BaseModel], source: Source, detail: _Detail) -> Fault:
    loc = source.known(detail.loc) + (detail.loc[-1:] if detail.kind == "missing" else ())
    kind = SENTENCES.get(detail.kind, _OTHER)
    if loc == ("statements",) and kind.slug == "not-a-list":
        kind = replace(kind, fix="Write the word all, or each code on its own line after a dash.")
    words = {
        "name": _name(loc),
        "key": loc[-1] if loc else "",
        "given": _quoted(detail.given),
        "joint": "dashes" if "-]*" in str(detail.facts) else "“_”",
        **detail.facts,
    }
    words["expected"] = str(words.get("expected")).replace("'", "")
    if kind is _UNKNOWN:
        *parents, name = detail.loc
        words |= {"given": _quoted(name), "advice": _advice(str(name), _fields(model, parents))}
    return source.told(kind, loc, **words)


def _name(loc: Loc) -> str:
    if not loc:
        return "The file"
    if isinstance(loc[-1], int):
        return f"Part {loc[-1] + 1} of {_name(loc[:-1])}"
    return f"“{loc[-1]}”"


def _quoted(value: object) -> str:
    text = str(value)
    return f"“{text[:LONGEST_QUOTE]}…”" if len(text) > LONGEST_QUOTE else f"“{text}”"


def _advice(name: str, fields: tuple[str, ...]) -> str:
    near = get_close_matches(name[:LONGEST_QUOTE], fields, 1)
    return f"Did you mean “{near[0]}”?" if near else f"The names that can stand here: {', '.join(fields)}."


def _fields(model: type[BaseModel], loc: Iterable[str | int]) -> tuple[str, ...]:
    """The names that may stand at `loc` inside a file of this model."""
    for part in loc:
        if isinstance(part, str):
            model, *_ = _models(model.model_fields[part].annotation)  # a model is all that refuses a name
    return tuple(model.model_fields)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
