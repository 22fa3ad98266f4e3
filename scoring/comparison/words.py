"""What is said beside a comparison: one sentence for each verdict, and why there is none."""

from collections.abc import Mapping

from scoring.comparison.compare import Barrier, Comparison, Peers, Verdict
from scoring.rounding import outward

SAID: Mapping[Verdict, str] = {
    Verdict.MUCH_LOWER: "much lower than expected",
    Verdict.LOWER: "lower than expected; about 1 in 20 scores are this far out by chance",
    Verdict.SAME: "about the same as similar services",
    Verdict.HIGHER: "higher than expected; about 1 in 20 scores are this far out by chance",
    Verdict.MUCH_HIGHER: "much higher than expected",
}
SMALL = "The difference is small in practice."
ALIKE = "Services differ no more than chance."
NOT_FINE = "“About the same” does not mean that all is well: a small survey can miss a real difference."
NO_RANKS = "We do not rank services."
NO_COMPARISON: Mapping[Barrier, str] = {
    Barrier.TOO_FEW_PEOPLE: "Too few answers to compare.",
    Barrier.NO_OTHERS: "No comparison: no other services in this group.",
    Barrier.TOO_FEW_SERVICES: "Too few services for an expected range.",
}


def compared(found: Comparison) -> tuple[str, ...]:
    """The sentences beside one comparison, the verdict first."""
    said = [f"This score is {SAID[found.verdict]}."]
    if found.small and found.verdict is not Verdict.SAME:
        said.append(SMALL)
    if found.alike and found.verdict is Verdict.SAME:
        said.append(ALIKE)
    if found.verdict is Verdict.SAME:
        said.append(NOT_FINE)
    return tuple(said)


def expected(found: Comparison) -> str:
    """Whom the service is compared with, and the range of scores to expect."""
    low, high = outward(*found.usual)
    others = "of the same kind" if found.peers is Peers.KIND else "of every kind"
    return (
        f"We looked at {found.services} services {others}. "
        f"Most services of this size would score between {low} and {high}."
    )


def not_compared(why: Barrier) -> str:
    """Why there is no comparison."""
    return NO_COMPARISON[why]
