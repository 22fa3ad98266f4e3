"""Are honest services left in peace, and do ranges hold the truth? `python -m tests.load.honest [rounds]`."""

import sys
from collections.abc import Iterator, Sequence

import numpy as np

from scoring.comparison.compare import compare
from scoring.comparison.funnel import FAR, UNUSUAL
from scoring.comparison.services import Compat, Rules, Services
from scoring.intervals import mean_interval, sample_of
from scoring.national import National, national
from scoring.spread import THEME as USUAL_SPREAD
from scoring.spread import Spread, pooled
from tests.load.model import BETWEEN, THEME, ask, true_means

SERVICES, MEDIAN, SPREAD = 300, 20, 0.8
"""How many services, and how many people they have: lognormal, so that a few are large."""
SEED = 20261122
SIZES = (1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 100)
HOMES = 2000
"""For each size, how many homes the coverage rests on."""


def counted(rng: np.random.Generator, feelings: np.ndarray, sizes: np.ndarray) -> National:
    """A round of these services, counted."""
    sheets = ask(rng, feelings, sizes)
    return national(sheets.answers, sheets.service, sizes.size, THEME)


def a_round(rng: np.random.Generator) -> National:
    """A round of honest services."""
    sizes = np.round(rng.lognormal(np.log(MEDIAN), SPREAD, SERVICES)).astype(np.int64)
    return counted(rng, rng.normal(0, BETWEEN, SERVICES), sizes)


def delta_of(found: National) -> float:
    """The shared spread of a round."""
    services = (found.themes.moments(place, 0) for place in range(len(found.people)))
    return pooled(services, THEME.unit, Spread(USUAL_SPREAD, True)).delta


def flagged(rounds: int) -> Iterator[tuple[str, float, float]]:
    """For each way to compare: the shares of honest services flagged at 95% and at 99.8%."""
    ways = {
        "ours": Rules(),
        "phi as published": Rules(consistent=False),
        "raw scale (cqc)": Rules(compat=Compat.CQC),
    }
    flags: dict[str, list[np.ndarray]] = {name: [] for name in ways}
    for number in range(rounds):
        found = a_round(np.random.default_rng((SEED, number)))
        themes = found.themes
        services = Services(
            means=themes.means,
            people=themes.n,
            kinds=np.zeros(SERVICES, np.int64),
            deltas=np.array([delta_of(found)]),
            variances=themes.variances,
        )
        for name, rules in ways.items():
            result = compare(services, rules)
            flags[name].append(np.abs(result.z[result.peers > 0]))
    for name, parts in flags.items():
        z = np.concatenate(parts)
        yield name, float((z >= UNUSUAL).mean()), float((z >= FAR).mean())


def coverage(n: int, delta: float) -> tuple[float, float]:
    """How many ranges of services with n people hold the truth, and how wide they are on average."""
    rng = np.random.default_rng((SEED, n))
    feelings = rng.normal(0, BETWEEN, HOMES)
    found = counted(rng, feelings, np.full(HOMES, n))
    truth, held, width, known = true_means(feelings), 0, 0.0, 0
    for place in range(HOMES):
        moments = found.themes.moments(place, 0)
        if moments.n:
            got = mean_interval(sample_of(moments, THEME.unit), delta)
            known += 1
            held += got.low <= truth[place] <= got.high
            width += got.high - got.low
    return held / known, width / known


def main(arguments: Sequence[str]) -> int:
    """Print both tables. Returns 1 where a share lies outside what is wanted."""
    rounds = int(arguments[0]) if arguments else 100
    say = sys.stdout.write
    say(f"{rounds} rounds of {SERVICES} honest services, median {MEDIAN} people\n")
    say("compared by           95% (want 4-7%)   99.8% (want at most 0.5%)\n")
    good = True
    for name, unusual, far in flagged(rounds):
        say(f"{name:20}  {unusual:>15.2%}   {far:>10.2%}\n")
        good &= name != "ours" or (0.04 <= unusual <= 0.07 and far <= 0.005)
    delta = delta_of(a_round(np.random.default_rng((SEED, -1 % 2**32))))
    say(f"\nshared spread {delta:.3f}\npeople   ranges that hold the truth (want 93-98%)   mean width\n")
    for n in SIZES:
        share, width = coverage(n, delta)
        say(f"{n:6}   {share:>43.1%}   {width:>10.1f}\n")
        good &= 0.93 <= share <= 0.98
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
