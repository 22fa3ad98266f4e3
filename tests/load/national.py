"""A nation in one go: the time to count and compare it. `python -m tests.load.national [--scale 0.3]`."""

import argparse
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
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
TIMES = 3


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


def polars_count(nation: Nation) -> tuple[Callable[[], object], Callable[[], object]]:
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


def best(work: Callable[[], object]) -> float:
    """The shortest of three times, in seconds."""
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def peak(work: Callable[[], object]) -> float:
    """The most memory it took beyond what was there, in megabytes."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return most


def main(arguments: Sequence[str]) -> int:
    """Print the times, and how they stand beside polars where that is installed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0)
    nation = a_nation(parser.parse_args(arguments).scale)
    say = sys.stdout.write
    size = nation.answers.nbytes / 1e6
    say(f"{len(nation.answers):,} sheets of {nation.services:,} services, {size:.0f} MB\n")
    groups = nation.services * VOICES

    def by_service() -> National:
        return national(nation.answers, nation.place, groups, MEASURE)

    ours = {
        "count.tally, all together": lambda: tally(nation.answers, MEASURE),
        "national.national, every service": by_service,
    }
    times = {name: best(work) for name, work in ours.items()}
    for name, work in ours.items():
        say(f"{name:34} {times[name]:7.3f} s   peak {peak(work):6.0f} MB above the data\n")
    found = by_service()
    say(f"{'compare.compare, with outliers':34} {best(lambda: compared(nation, found)):7.3f} s\n")
    if find_spec("polars") is None:
        say("polars is not installed, so there is nothing to set this beside.\n")
        return 0
    for (name, mine), theirs in zip(times.items(), polars_count(nation), strict=True):
        other = best(theirs)
        say(f"{'polars, the same':34} {other:7.3f} s   {name} takes {mine / other:.2f} of it\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
