"""How fast a survey is checked, compiled, walked and tried. `python -m tests.load.asking [--most 1000]`."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from surveys.check import check_file
from surveys.edition import Edition
from surveys.files.source import parse_source, read_source
from surveys.framework import MOST_STATEMENTS, Presentation, Voice
from surveys.journey import path
from surveys.load import SHIPPED, load_edition
from surveys.trying.tried import tried
from tests.load.national import machine

FULL = SHIPPED / "surveys" / "full.yaml"
TIMES = 5
LONG_PATH = 60
FEW = 100
CHECK_AND_COMPILE, ONE_PATH, LINEAR = 0.3, 0.001, 1.5
"""The bars: seconds, seconds, and the cost of a statement among many beside one among few."""


@dataclass(frozen=True)
class Survey:
    """A survey's file, its framework's, and the folder they lie in."""

    file: Path

    @classmethod
    def of(cls, folder: Path, framework: object, survey: object) -> "Survey":
        """Written down as JSON, which is YAML."""
        for name, data in (("large", framework), ("asked", survey)):
            (folder / f"{name}.yaml").write_text(json.dumps(data, indent=0, ensure_ascii=False), "utf-8")
        return cls(folder / "asked.yaml")


def best(work: Callable[[], object], times: int = TIMES) -> float:
    """The shortest time of this process, in seconds, with every file read afresh."""
    taken = []
    for _ in range(times):
        parse_source.cache_clear()
        start = process_time()
        work()
        taken.append(process_time() - start)
    return min(taken)


def large(folder: Path, statements: int) -> Survey:
    """A survey of so many statements, in themes of six, each with words that no other has."""
    words = ["".join(letters) for letters in product("bdfglmnprst", "aeiou", "bdfglmnprst", "aeiou")]
    shipped = read_source(SHIPPED / "frameworks" / "making-it-real.yaml").data
    themes = [
        {
            "code": f"t{letters}",
            "symbol": "home",
            "name": {"standard": f"About {letters}", "easy_read": f"My {letters}"},
            "subtitle": {"standard": f"All of {letters}", "easy_read": f"What {letters} is"},
            "statements": [
                _statement(word) for word in words[start : min(start + MOST_STATEMENTS, statements)]
            ],
        }
        for letters, start in zip(words, range(0, statements, MOST_STATEMENTS), strict=False)
    ]
    own = {"framework": "large", "version": 1, "title": "A large framework", "about": "Many statements."}
    framework = {**own, "sources": {"own": "Made for measuring"}, "scale": shipped["scale"], "themes": themes}
    return Survey.of(folder, framework, _survey({"statements": "all"}))


def _statement(word: str) -> dict[str, object]:
    say = {
        "person": {
            "standard": f"Staff help me with {word} every day.",
            "easy_read": f"Staff help with my {word}.",
        },
        "staff": {"standard": f"We help people with {word} every day.", "easy_read": f"We help with {word}."},
    }
    return {"code": f"s{word}", "topic": f"Help with {word}", "source": "own", "wordings": say}


def _survey(parts: dict[str, object]) -> dict[str, object]:
    said = {"survey": "asked", "title": "A large survey", "about": "Many statements.", "framework": "large"}
    return {**said, "voices": ["person", "staff"], "presentations": ["standard", "easy_read"], **parts}


def branching(folder: Path) -> Survey:
    """A survey of six statements and own questions, every second of which hangs on an answer; 60 in all."""
    large(folder, MOST_STATEMENTS)
    put = {"wordings": {"standard": "Is that so?", "easy_read": "Is that so?"}, "kind": "yes_no_unsure"}
    questions: list[dict[str, object]] = []
    for number in range((LONG_PATH - MOST_STATEMENTS) // 2):
        questions += [
            {"code": f"q{number}", **put},
            {"code": f"r{number}", **put, "show_if": f'q{number} in ["yes", "unsure"] and sbaba >= 2'},
        ]
    survey = _survey({"statements": "all", "questions": questions})
    framework = json.loads((folder / "large.yaml").read_text("utf-8"))
    return Survey.of(folder, framework, survey)


def everything_said(edition: Edition) -> dict[str, str]:
    """Answers that bring a person past every question."""
    codes = {statement.code: tuple(edition.values)[-1] for statement in edition.statements}
    return codes | {question.code: "yes" for question in edition.questions}


def told(name: str, seconds: float, bar: float | None = None) -> str:
    """One line of the table, with its bar beside it."""
    beside = "" if bar is None else f"{'within' if seconds <= bar else 'ABOVE'} {1000 * bar:,.0f} ms"
    return f"{name:52} {1000 * seconds:10.3f} ms   {beside}\n"


def shipped(say: Callable[[str], object]) -> None:
    """The times for the full survey that we ship."""
    edition = load_edition(FULL)
    say(told("check the full survey", best(lambda: check_file(FULL))))
    say(told("compile the full survey", best(lambda: load_edition(FULL))))
    both = best(lambda: (check_file(FULL), load_edition(FULL)))
    say(told("check and compile, read once", both, CHECK_AND_COMPILE))
    say(told("try the full survey, every voice", best(lambda: tried(edition))))


def walked(say: Callable[[str], object], folder: Path) -> None:
    """The times for the path and the ways of a survey in which much hangs on answers."""
    edition = load_edition(branching(folder).file)
    answers = everything_said(edition)
    steps = path(edition, Voice.PERSON, answers, Presentation.STANDARD)
    one = (
        best(lambda: [path(edition, Voice.PERSON, answers, Presentation.STANDARD) for _ in range(100)]) / 100
    )
    say(told(f"a path of {len(steps)} questions, 27 under conditions", one, ONE_PATH))
    found = tried(edition)
    ways = found.journeys[0].ways
    say(told(f"count its {ways.count:,} ways, four times over", best(lambda: tried(edition))))


def grown(say: Callable[[str], object], folder: Path, most: int) -> None:
    """The cost of a statement among few and among many."""
    say(f"\n{'Microseconds a statement':36} {f'of {FEW:,}':>12} {f'of {most:,}':>12}   many / few\n")
    works: dict[str, Callable[[Path], object]] = {
        "read and check": check_file,
        "read and compile": load_edition,
    }
    sizes = {size: large(_folder(folder, size), size).file for size in (FEW, most)}
    for name, work in works.items():
        few, many = (1e6 * best(lambda: work(file), 3) / size for size, file in sizes.items())  # noqa: B023
        linear = f"{'within' if many / few <= LINEAR else 'ABOVE'} {LINEAR}"
        say(f"{name:36} {few:12.0f} {many:12.0f} {many / few:8.2f}   {linear}\n")
    for name, walk in (("path", _path), ("count the ways", tried)):
        editions = {size: load_edition(file) for size, file in sizes.items()}
        few, many = (1e6 * best(lambda: walk(edition)) / size for size, edition in editions.items())  # noqa: B023
        linear = f"{'within' if many / few <= LINEAR else 'ABOVE'} {LINEAR}"
        say(f"{name:36} {few:12.1f} {many:12.1f} {many / few:8.2f}   {linear}\n")


def _path(edition: Edition) -> object:
    return path(edition, Voice.PERSON, everything_said(edition), Presentation.STANDARD)


def _folder(folder: Path, size: int) -> Path:
    made = folder / f"{size}"
    made.mkdir()
    return made


def main(arguments: Sequence[str]) -> int:
    """Print the times, each with its bar where it has one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=1_000, help="how many statements are many")
    most, say = parser.parse_args(arguments).most, sys.stdout.write
    say(f"{machine()}\nThe best of {TIMES} times, in the processor's time.\n\n")
    with TemporaryDirectory() as folder:
        shipped(say)
        walked(say, _folder(Path(folder), 0))
        grown(say, Path(folder), most)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
