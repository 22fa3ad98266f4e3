"""A nation in one go: the time to count and compare it. `python -m tests.load.national [--scale 0.3]`."""

import argparse
import os
import platform
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.comparison.compare import compare
from scoring.comparison.services import Services
from scoring.count import tally
from scoring.measure import Measure, exact_unit
from scoring.national import National, national

SEED = 20261122
SERVICES, SHEETS, VOICES = 30_000, 3_000_000, 3
MEDIAN, SPREAD, EMPTY = 46, 1.2, 0.02
"""Sheets of a service: lognormal, so that the mean is about 100; a few services have none."""
MISSING = 0.05
KINDS = 8
ITEMS = (4, 4, 4, 4, 4, 5, 5)
THEMES = tuple(tuple(range(sum(ITEMS[:at]), sum(ITEMS[: at + 1]))) for at in range(len(ITEMS)))
BACKWARDS = (3, 14, 25)
MEASURE = Measure(5, 4, THEMES, tuple(place in BACKWARDS for place in range(30)), exact_unit(5, 5))
TIMES = 5


@dataclass(frozen=True, eq=False)
class Nation:
    """Every sheet of a round, in the order of services."""

    services: int
    answers: NDArray[np.uint8]
    place: NDArray[np.int64]
    """Service times three, plus the voice."""


def a_nation(scale: float) -> Nation:
    """A synthetic national round of this scale."""
    rng = np.random.default_rng(SEED)
    services = round(SERVICES * scale)
    sizes = rng.lognormal(np.log(MEDIAN), SPREAD, services)
    sizes[rng.random(services) < EMPTY] = 0
    counts = np.round(sizes * (SHEETS * scale / sizes.sum())).astype(np.int64)
    service = np.repeat(np.arange(services), counts)
    answers = rng.integers(1, 6, (service.size, 30), np.uint8)
    gaps = rng.random(answers.shape, np.float32) < MISSING
    answers[gaps] = rng.choice(np.array([0, 253, 254], np.uint8), int(gaps.sum()))
    return Nation(services, answers, service * VOICES + rng.integers(0, VOICES, service.size))


def compared(nation: Nation, found: National) -> None:
    """Every service beside its peers on each theme of each voice, and the list of outliers."""
    shape = (nation.services, VOICES * len(THEMES))
    services = Services(
        means=found.themes.means.reshape(shape),
        people=found.themes.n.reshape(shape),
        kinds=np.arange(nation.services) % KINDS,
        deltas=np.full(shape[1], 0.16),
    )
    compare(services).outliers()


def polars_count(nation: Nation) -> tuple[Callable[[], object], Callable[[], Any]]:
    """The same sums by polars: of everybody with every statement's options, and of every service."""
    pl = import_module("polars")

    names = [f"s{number}" for number in range(30)]
    columns = {name: nation.answers[:, at] for at, name in enumerate(names)}
    wide = pl.DataFrame({"place": nation.place, **columns})
    wide = wide.with_columns(pl.when(pl.col(name).is_between(1, 5)).then(pl.col(name)) for name in names)

    def theme(places: tuple[int, ...]) -> Any:  # noqa: ANN401 - polars is not here to name its types
        asked = [6 - pl.col(names[at]) if at in BACKWARDS else pl.col(names[at]) for at in places]
        known = pl.sum_horizontal([pl.col(names[at]).is_not_null().cast(pl.Int32) for at in places])
        total = pl.sum_horizontal([answer.cast(pl.Int32) for answer in asked])
        score = (1500 * total) // pl.when(known > 0).then(known).otherwise(1) - 1500
        return pl.when(2 * known >= len(places)).then(score).cast(pl.Int64)

    scores = [theme(places).alias(f"t{number}") for number, places in enumerate(THEMES)]
    themes = [pl.col(f"t{number}") for number in range(len(THEMES))]
    known = pl.sum_horizontal([score.is_not_null().cast(pl.Int64) for score in themes])
    total = pl.sum_horizontal(themes)
    overall = pl.when(known >= MEASURE.needed).then(total * 420 // known).alias("t7")
    sums = [
        sum_of
        for score in (*themes, pl.col("t7"))
        for sum_of in (
            score.count().name.prefix("n"),
            score.sum().name.prefix("x"),
            (score**2).sum().name.prefix("q"),
        )
    ]
    query = wide.lazy().select("place", *scores).with_columns(overall)

    def whole() -> object:
        return query.select(sums).collect(), [wide[name].value_counts() for name in names]

    return whole, lambda: query.group_by("place").agg(sums).collect()


def agree(found: National, theirs: Any) -> bool:  # noqa: ANN401 - polars is not here to name its types
    """Whether polars has the same sums of every service that has sheets."""
    table = theirs.sort("place")
    place, same = table["place"].to_numpy(), True
    for number in range(len(THEMES) + 1):
        whole = number == len(THEMES)
        sums = found.overall if whole else found.themes
        for letter, ours in zip("nxq", (sums.n, sums.total, sums.squares), strict=True):
            mine = ours[place] if whole else ours[place, number]
            same &= bool((mine == table[f"{letter}t{number}"].to_numpy()).all())
    return same


def best(*works: Callable[[], object]) -> list[float]:
    """The shortest time of each, in seconds. They take turns, so that a busy moment falls on all of them."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(TIMES):
        for work, taken in zip(works, times, strict=True):
            start = perf_counter()
            work()
            taken.append(perf_counter() - start)
    return [min(taken) for taken in times]


def peak(work: Callable[[], object]) -> float:
    """The most memory it took beyond what was there, in megabytes."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return most


def machine() -> str:
    """What this runs on."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text("utf-8").splitlines() if about.exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    parts = [f"{name} {version(name)}" for name in ("numpy", "scipy", "polars") if find_spec(name)]
    cores, name = os.cpu_count(), model or platform.machine()
    return f"{cores} cores, {name}; Python {platform.python_version()}, {', '.join(parts)}"


def row(name: str, seconds: float, beside: float | None = None, memory: float | None = None) -> str:
    """One line of the table."""
    ratio = "" if beside is None else f"{seconds / beside:.2f}"
    return f"{name:46} {seconds:8.3f} {ratio:>13} {'' if memory is None else f'{memory:.0f}':>19}\n"


def measured(nation: Nation, say: Callable[[str], object]) -> dict[str, float]:
    """Print the table of one nation; the nanoseconds a sheet that each count took."""
    answers, place, groups = nation.answers, nation.place, nation.services * VOICES
    say(f"\n{len(answers):,} sheets of {nation.services:,} services, {answers.nbytes / 1e6:.0f} MB\n")
    say(f"{'':46} {'seconds':>8} {'beside polars':>13} {'MB above the data':>19}\n")
    found = national(answers, place, groups, MEASURE)
    ours: dict[str, Callable[[], object]] = {
        "count.tally, all together": lambda: tally(answers, MEASURE),
        "national.national, every service": lambda: national(answers, place, groups, MEASURE),
    }
    theirs = polars_count(nation) if find_spec("polars") else (None, None)
    costs = {}
    for (name, work), other in zip(ours.items(), theirs, strict=True):
        seconds, *beside = best(*filter(None, (work, other)))
        costs[name] = 1e9 * seconds / len(answers)
        say(row(name, seconds, min(beside, default=None), peak(work)))
        for taken in beside:
            say(row("  the same by polars", taken))
    if theirs[1]:
        which = "the very same" if agree(found, theirs[1]()) else "OTHER"
        say(f"  polars has {which} sums of every service\n")
    columns, order = np.asfortranarray(answers), np.random.default_rng(SEED).permutation(len(answers))
    mixed, where = answers[order], place[order]
    others: dict[str, Callable[[], object]] = {
        "national.national, a column a statement": lambda: national(columns, place, groups, MEASURE),
        "national.national, sheets in any order": lambda: national(mixed, where, groups, MEASURE),
        f"compare.compare, {VOICES * len(THEMES)} groups, outliers": lambda: compared(nation, found),
    }
    for name, seconds in zip(others, best(*others.values()), strict=True):
        say(row(name, seconds))
    return costs


def main(arguments: Sequence[str]) -> int:
    """Print the times for a nation and for a tenth of it, beside polars where that is installed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="1 is 3 million sheets of 30,000 services")
    scale = parser.parse_args(arguments).scale
    say = sys.stdout.write
    say(f"{machine()}\nThe best of {TIMES} times. Rows are sheets, as they come from the database.\n")
    tenth, whole = (measured(a_nation(size), say) for size in (scale / 10, scale))
    say("\nNanoseconds a sheet, at a tenth and in full:\n")
    for name, cost in whole.items():
        say(f"{name:46} {tenth[name]:8.0f} {cost:8.0f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
