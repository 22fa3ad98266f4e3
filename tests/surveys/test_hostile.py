"""Hostile files are refused by name with their line, and hostile words in any text stay words."""

import json
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path

import pytest

from surveys.asking import settled
from surveys.check import check_survey
from surveys.edition import Edition, publish
from surveys.faults import FaultyFileError
from surveys.files.shape import shaped
from surveys.files.source import parse_source, read_source
from surveys.files.tree import Loc
from surveys.framework import Framework
from surveys.logic.reading import read
from surveys.logic.tree import LogicError
from surveys.survey import WrittenSurvey
from surveys.trying.persona import Personas

GOOD = Path(__file__).parent / "good"
FRAMEWORK = read_source(GOOD / "frameworks" / "small.yaml").data
SURVEY = {name: part for name, part in read_source(GOOD / "arrivals.yaml").data.items() if name != "only"}
"""Every kind of question, everything asked of everybody."""
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "{service.__class__.__mro__}",
    "%(password)s %n %s",
    '=HYPERLINK("http://example.org","x")',
    "'; DROP TABLE sheets; --",
    "../../etc/passwd",
    "&lt;b&gt; &#60;i&#62; <![CDATA[x]]>",
    "\u202eevil\u202c",
    "a\u0000b",
    "\ud83d\ude00 🏳️‍🌈 \u0301\u0301\u0301",
    "x" * 601,
    "${jndi:ldap://example.org}",
    "!!python/object/apply:os.system ['true']",
    "*bomb",
]
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def refusal(data: bytes) -> str:
    with pytest.raises(FaultyFileError) as caught:
        parse_source(data, "f")
    fault = caught.value.faults[0]
    assert fault.kind
    return f"{fault.line}: {fault.what}"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (BOMB.encode(), "1: “&” and “*” marks are not read here."),
        (b"<<: {a: 1}\n<<: {a: 2}\n", "2: “<<” is written twice; it stands on line 1 too."),
        (b"a: 1\nb: 2\na: 3\n", "3: “a” is written twice; it stands on line 1 too."),
        (b"a:\n  b:\n    c: 1\n    c: 2\n", "4: “c” is written twice; it stands on line 3 too."),
        (b"a:\n\tb: 1\n", "2: A tab is used where spaces are needed."),
        ("title: é\n".encode("utf-16"), "1: This line is not text in UTF-8."),
        ("title: é\n".encode("utf-16-le"), "1: This line is not text in UTF-8."),
        ("title: é\n".encode("latin-1"), "1: This line is not text in UTF-8."),
        ("a: 1\ntitle: “é”\n".encode("cp1252"), "2: This line is not text in UTF-8."),
        (b"a: !!python/object/apply:os.system [x]\n", "1: “!” marks are not read here."),
        (b"a: " + b"[" * 2000 + b"]" * 2000, "1: The lines are set in more than 20 steps deep."),
        (b"a" * 10_000_000, "0: The file is larger than 1 MB."),
        (b"a: 1\n" * 2_000_000, "0: The file is larger than 1 MB."),
        (b"? [a, b]\n: 1\n", "1: A name is not plain text."),
        (b"%YAML 9.9\n---\na: 1\n", "1: This line cannot be read."),
    ],
    ids=lambda part: part[:20].decode("latin-1") if isinstance(part, bytes) else "",
)
def test_a_hostile_file_is_refused_by_name(data: bytes, said: str) -> None:
    assert refusal(data) == said


def test_ten_megabytes_are_not_read_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: 1\n" * 2_000_000)
    with pytest.raises(FaultyFileError, match="larger than 1 MB"):
        read_source(path)


def test_a_mark_of_order_before_utf_8_is_passed_over_and_one_inside_is_told() -> None:
    assert parse_source(b"\xef\xbb\xbfa: \xef\xbb\xbf1\n", "f").data == {"a": "\ufeff1"}


@pytest.mark.parametrize(
    "line",
    [
        "__import__('os').system('true')",
        "().__class__.__bases__[0].__subclasses__()",
        "wi1.__class__ == 1",
        "open('/etc/passwd')",
        "[x for x in wi1] == 1",
        "(lambda: wi1)() == 1",
        "9**9**9 == wi1",
        "wi1 == 'a' * 1000000",
        "1 < wi1 < 5",
        "wi1 == f'{wi2}'",
        "wi1 if wi2 else wi3",
        "(wi1 := 3) == 3",
        "not " * 200 + "answered(wi1)",
        "(" * 300 + "wi1 == 1" + ")" * 300,
        " or ".join(["wi1 == 1"] * 60),
        "wi1 == 1\x00",
        "ᴡi1 == 1",
        "wi1 == 10000000",
        "wi1 == 1 # and nothing else",
        "answered(answered(wi1))",
        "count(count(wi1)) >= 1",
        "await wi1",
        "",
    ],
    ids=lambda line: line[:24].encode("ascii", "replace").decode().replace("\x00", "0"),
)
def test_a_hostile_condition_is_refused_in_a_sentence(line: str) -> None:
    with pytest.raises(LogicError) as caught:
        read(line)
    assert caught.value.what[-1] == "."
    assert caught.value.fix[-1] in ".?"


def texts(value: object, loc: Loc = ()) -> Iterator[Loc]:
    """Where each text of a file stands."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from texts(part, (*loc, name))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from texts(part, (*loc, place))
    elif isinstance(value, str):
        yield loc


def put(value: object, loc: Loc, text: str) -> object:
    """The same values with this text at one place."""
    if not loc:
        return text
    if isinstance(value, dict):
        return {name: put(part, loc[1:], text) if name == loc[0] else part for name, part in value.items()}
    assert isinstance(value, list)
    return [put(part, loc[1:], text) if place == loc[0] else part for place, part in enumerate(value)]


def made(framework: object, survey: object) -> Edition:
    """The edition of two files in the shortest form of YAML."""
    below = shaped(Framework, parse_source(json.dumps(framework, indent=1).encode("utf-8", "replace"), "f"))
    written = shaped(
        WrittenSurvey, parse_source(json.dumps(survey, indent=1).encode("utf-8", "replace"), "s")
    )
    asked = settled(written)
    check_survey(asked, below)
    return publish(below, asked)


def kept(edition: Edition, text: str) -> bool:
    return json.dumps(text.strip(), ensure_ascii=False)[1:-1] in edition.canonical()


def refused(error: FaultyFileError) -> str:
    """The word for a refusal that names its kind in a whole sentence; anything else is none."""
    named = all(fault.what[-1] in ".!?…”" and fault.fix[-1] in ".?" and fault.kind for fault in error.faults)
    return "refused" if named else f"refused badly: {error}"


def outcome(survey: bool, loc: Loc, text: str) -> str:  # noqa: FBT001 - which of the two files
    """What becomes of a survey and its framework with this text at one place of one of them."""
    data = put(SURVEY if survey else FRAMEWORK, loc, text)
    try:
        edition = made(FRAMEWORK if survey else data, data if survey else SURVEY)
    except FaultyFileError as error:
        return refused(error)
    return "kept" if kept(edition, text) else "lost"


@pytest.mark.parametrize("turn", [0, 5, 10])
def test_hostile_words_in_any_text_of_a_survey_are_refused_or_stay_words(turn: int) -> None:
    places = [*product([True], texts(SURVEY)), *product([False], texts(FRAMEWORK))]
    found = {
        (loc, text): outcome(survey, loc, text)
        for (survey, loc), text in zip(places, cycle(HOSTILE[turn:] + HOSTILE[:turn]))
    }
    assert set(found.values()) == {"refused", "kept", "lost"}
    # What a framework and a survey say about themselves is in no edition; nobody who answers reads it there.
    lost = {loc[0] for (loc, _), what in found.items() if what == "lost"}
    assert lost <= {"about", "sources", "title"}


def test_hostile_words_about_people_are_refused_or_stay_words() -> None:
    ada = {"name": "Ada", "about": "Somebody.", "voice": "person", "answers": {"more": "Hello"}}
    for text, loc in product(HOSTILE, list(texts({"personas": [ada]}))):
        data = put({"personas": [ada]}, loc, text)
        assert person_with(data, text) in {"refused", "kept"}


def person_with(data: object, text: str) -> str:
    try:
        found = shaped(Personas, parse_source(json.dumps(data, indent=1).encode("utf-8", "replace"), "p"))
    except FaultyFileError as error:
        return refused(error)
    (persona,) = found.personas
    said = {persona.name, persona.about, persona.answers["more"]}
    return "kept" if {text, text.strip()} & said else "lost"
