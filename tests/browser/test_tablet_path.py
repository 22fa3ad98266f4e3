"""What comes next on a tablet is what the site would ask: both work out thousands of random answers alike."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from werkzeug.datastructures import MultiDict

from mir.errors import RefusalError
from mir.places import STATIC
from mir.respond.kinds.forms import question_form
from mir.respond.kinds.told import Reader
from mir.respond.kinds.typed import typed
from mir.respond.kinds.understood import NotUnderstoodError, understood
from mir.respond.words import STANDARD
from mir.tablet.asking import steps
from surveys import journey
from surveys.edition import Edition, Step, publish
from surveys.framework import Presentation, Voice
from surveys.load import load_framework, load_survey
from surveys.logic.tree import (
    COMPARING,
    Answered,
    Condition,
    Constant,
    Count,
    Listed,
    Name,
    Node,
    operation,
    to_json,
)
from surveys.logic.truth import UNKNOWN, Value, holds
from surveys.own.meant import Answer, meant

pytestmark = pytest.mark.browser

GOOD = Path(__file__).parents[1] / "surveys" / "good"
MANY = 4_000
NAMES = ("wi1", "wi2", "some", "voice")
CONSTANTS: tuple[str | int, ...] = (1, 2, 3, "a", "b", "c")


@pytest.fixture
def script(chromium: Browser) -> Iterator[Page]:
    """An empty page with the script of the tablet."""
    context = chromium.new_context()
    page = context.new_page()
    page.add_script_tag(path=STATIC / "tablet-path.js")
    yield page
    context.close()


@pytest.fixture(scope="module")
def arrivals() -> Edition:
    framework = load_framework(GOOD / "frameworks" / "small.yaml")
    return publish(framework, load_survey(GOOD / "arrivals.yaml"))


def condition(chance: random.Random, depth: int) -> Condition:
    kind = chance.choice(
        ("not", "and", "or", "compare", "count", "in", "inside", "any-in", "all-in", "answered")
    )
    if depth == 0 and kind in {"not", "and", "or", "count"}:
        kind = "compare"
    name = Name(chance.choice(NAMES))
    listed = Listed(tuple(chance.sample(CONSTANTS, chance.randint(0, 3))))
    if kind == "not":
        return operation("not", condition(chance, depth - 1))
    if kind in {"and", "or"}:
        return operation(kind, *(condition(chance, depth - 1) for _ in range(chance.randint(2, 3))))
    if kind == "answered":
        return Answered(name.code)
    if kind == "inside":
        return operation("in", Constant(chance.choice(CONSTANTS)), name)
    if kind in {"in", "any-in", "all-in"}:
        return operation(kind, name, listed)
    left: Node = name
    if kind == "count":
        left = Count(tuple(condition(chance, depth - 1) for _ in range(chance.randint(1, 3))))
    right = chance.choice((Constant(chance.choice(CONSTANTS)), Name(chance.choice(NAMES))))
    sides = (left, right) if chance.random() < 0.5 else (right, left)
    return operation(chance.choice(COMPARING), *sides)


def value(chance: random.Random) -> Value:
    if chance.random() < 0.3:
        return frozenset(str(one) for one in chance.sample("abc", chance.randint(1, 3)))
    return chance.choice(CONSTANTS)


def plainly(found: Value) -> object:
    return {"set": sorted(found)} if isinstance(found, frozenset) else found


def test_a_condition_holds_on_the_tablet_where_it_holds_on_the_site(script: Page) -> None:
    chance = random.Random(1952)  # noqa: S311 - nothing is kept secret with it
    cases = []
    for _ in range(MANY):
        values = {name: value(chance) for name in NAMES if chance.random() < 0.6}
        cases.append((condition(chance, 3), values))
    asked = [
        [to_json(one), [[name, plainly(found)] for name, found in values.items()]] for one, values in cases
    ]
    said = script.evaluate(
        """(cases) => cases.map(([condition, values]) => tabletPath.holds(condition,
            new Map(values.map(([name, value]) => [name, value.set ? new Set(value.set) : value]))))""",
        asked,
    )
    wanted = [None if (truth := holds(one, values)) is UNKNOWN else truth for one, values in cases]
    assert said == wanted
    assert {*map(str, wanted)} == {"True", "False", "None"}


TYPED = ("", "3", " 7 ", "8", "0", "-1", "1,200", "1 2", "٣", "۴", "²", "+5", "5_0", "1e3", "2019", "٢٠١٩",
         "1899", "x\u0000y", "  ", "\ufeff", "😀", "word", "\u202eabc", "9" * 30)  # fmt: skip


def fields(chance: random.Random, rules: dict[str, Any]) -> list[list[str]]:
    offered = [*rules.get("values", {}), *rules.get("codes", ()), *rules["apart"]]
    shown = rules["look"]
    states = [["state", one] for one in rules["apart"] if chance.random() < 0.15]
    if shown == "choice":
        return [["answer", chance.choice(offered)]] if chance.random() < 0.8 else []
    if shown == "several":
        return [["answer", one] for one in offered if chance.random() < 0.3]
    if shown == "ranking":
        codes = ["", *rules["codes"]]
        return [*([f"place{place}", chance.choice(codes)] for place in range(1, rules["top"] + 1)), *states]
    if shown == "month":
        months = [["month", chance.choice(("", "01", "12"))]]
        return [*months, ["answer", chance.choice(TYPED)], *states]
    return [["answer", chance.choice(TYPED)], *states]


def read(edition: Edition, step: Step, pairs: list[list[str]]) -> Answer | str | None:
    """What the site makes of it; “fault” where it has something to say."""
    form = question_form(edition, step)(
        MultiDict([(name, text) for name, text in pairs]), meta={"csrf": False}
    )
    try:
        return understood(step, typed(step, form), STANDARD)
    except (NotUnderstoodError, RefusalError):
        return "fault"


def alike(
    edition: Edition,
    way: tuple[Voice, Presentation],
    person: dict[str, list[list[str]]],
    told: dict[str, Any],
) -> int:
    """See that tablet and site make the same of this person; how often the tablet was stricter."""
    stricter = 0
    answers: dict[str, Answer] = {}
    for step, mine in zip(journey.every(edition, way[0]), told["read"], strict=True):
        pairs = person[step.code]
        found = read(edition, step, pairs)
        if mine["fault"]:
            stricter += found != "fault"
            continue
        assert found != "fault", (step.code, pairs, mine)
        if found is None:
            assert mine.get("nothing"), (step.code, pairs)
            continue
        answers[step.code] = found
        value = meant(step, edition.values, found)
        assert mine.get("value") == (None if value is None else plainly(value)), (step.code, pairs)
        assert (mine.get("state") is None) == (value is not None)
    assert told["path"] == [step.code for step in journey.path(edition, way[0], answers, way[1])]
    return stricter


@pytest.mark.parametrize("presentation", list(Presentation))
@pytest.mark.parametrize("voice", [Voice.PERSON, Voice.STAFF])
def test_the_tablet_reads_answers_and_goes_on_as_the_site_does(
    script: Page, app: Flask, arrivals: Edition, voice: Voice, presentation: Presentation
) -> None:
    chance = random.Random(f"{voice} {presentation}")  # noqa: S311 - likewise
    reader = Reader(voice, presentation, "en", "Rose House", "Hazel Care", STANDARD)
    rules = steps(arrivals, reader)
    people = [{one["code"]: fields(chance, one) for one in rules} for _ in range(MANY // 8)]
    said = script.evaluate(
        """([steps, people, voice, read]) => people.map((fields) => ({
            read: steps.map((step) => {
              const { nothing, state, value, fault } = tabletPath.understood(step, fields[step.code]);
              if (fault) delete fields[step.code];
              const told = value instanceof Set ? { set: [...value].sort() } : value;
              return { nothing, state, fault: Boolean(fault), value: told };
            }),
            path: tabletPath.path(steps, { voice, read, fields }).map((step) => step.code),
          }))""",
        [rules, people, voice, presentation],
    )
    with app.test_request_context():
        stricter = sum(
            alike(arrivals, (voice, presentation), person, told)
            for person, told in zip(people, said, strict=True)
        )
    # Such as “5_0”, which Python takes for a number.
    assert stricter < MANY // 20
