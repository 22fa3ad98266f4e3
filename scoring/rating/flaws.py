"""What is wrong with a rating scheme beyond its shape: each flaw with the line it stands on."""

from collections import Counter
from collections.abc import Iterator

from scoring.rating.scheme import WHOLE, Scheme
from surveys.faults import Fault
from surveys.files.source import Source

BY_THE_REGULATOR = "not a rating by the regulator"


def flaws(scheme: Scheme, source: Source) -> tuple[Fault, ...]:
    """Every flaw, in the order of the lines."""
    rules = (_notice, _statements, _twice, _levels, _bands, _edges, _limits, _conditions, _whole)
    return tuple(sorted({fault for rule in rules for fault in rule(scheme, source)}))


def _notice(scheme: Scheme, source: Source) -> Iterator[Fault]:
    if BY_THE_REGULATOR not in scheme.notice:
        what = "The notice does not say whose rating this is."
        yield source.fault(("notice",), what, f"Write that it is “{BY_THE_REGULATOR}”.")


def _statements(scheme: Scheme, source: Source) -> Iterator[Fault]:
    have, want = len(scheme.statements), scheme.statement_count
    if have != want:
        what = f"There are {have} statements, and statement_count says {want}."
        yield source.fault(("statement_count",), what, "Add what is missing, or put the number right.")


def _twice(scheme: Scheme, source: Source) -> Iterator[Fault]:
    kinds: dict[str, list[str]] = {
        "levels": [level.code for level in scheme.levels],
        "groups": [group.code for group in scheme.groups],
        "conditions": [condition.code for condition in scheme.conditions],
        "statements": [statement.code for statement in scheme.statements],
        "needs": [need.voice for need in scheme.needs],
    }
    for kind, codes in kinds.items():
        for code, times in Counter(codes).items():
            if times > 1:
                loc = ("groups",) if kind == "statements" else (kind,)
                what = f"“{code}” stands {times} times among the {kind}."
                yield source.fault(loc, what, "Give each a code of its own.")


def _levels(scheme: Scheme, source: Source) -> Iterator[Fault]:
    known = [level.code for level in scheme.levels]
    for loc, code in scheme.levels_named():
        if code not in known:
            fix = f"Write one of these: {', '.join(known)}."
            yield source.fault(loc, f"“{code}” is not one of the levels.", fix)


def _bands(scheme: Scheme, source: Source) -> Iterator[Fault]:
    """Where something is scored there is one band a level, the lowest first; else there is none."""
    if scheme.scale is None:
        if scheme.bands or scheme.limits:
            loc, what = ("bands" if scheme.bands else "limits",), "There are bands or limits, and no scale."
            yield source.fault(loc, what, "Add a scale, or take them out.")
    else:
        if scheme.scale.least >= scheme.scale.most:
            yield source.fault(("scale",), "The least score is not below the most.", "Put the two right.")
        if [band.level for band in scheme.bands] != [level.code for level in scheme.levels]:
            what = "The bands are not the levels, one each and the lowest first."
            yield source.fault(("bands",), what, "Write one band for each level, in their order.")


def _edges(scheme: Scheme, source: Source) -> Iterator[Fault]:
    """The bands run from 0 to 100 without a gap or an overlap."""
    edge = 0
    for place, band in enumerate(scheme.bands):
        if band.over != edge:
            ends = f"{min(edge, band.over)} and {max(edge, band.over)}"
            kind = "Two bands overlap" if band.over < edge else "There is a gap"
            what = f"{kind} between {ends}."
            yield source.fault(("bands", place, "over"), what, f"Write {edge}, where the band before ends.")
        if band.up_to <= band.over:
            what = "The band ends before it begins."
            yield source.fault(("bands", place, "up_to"), what, f"Write more than {band.over}.")
        edge = band.up_to
    if scheme.bands and edge != 100:  # noqa: PLR2004 - the end of a percentage
        loc = ("bands", len(scheme.bands) - 1, "up_to")
        yield source.fault(loc, f"There is a gap between {edge} and 100.", "Let the last band end at 100.")


def _limits(scheme: Scheme, source: Source) -> Iterator[Fault]:
    order = {level.code: place for place, level in enumerate(scheme.levels)}
    for place, limit in enumerate(scheme.limits):
        if order.get(limit.becomes, -1) >= order.get(limit.level, len(order)):
            what = "A limit must make a rating lower."
            yield source.fault(("limits", place, "becomes"), what, "Write a lower level.")


def _conditions(scheme: Scheme, source: Source) -> Iterator[Fault]:
    known = [group.code for group in scheme.groups]
    for place, condition in enumerate(scheme.conditions):
        if condition.group != WHOLE and condition.group not in known:
            what = f"“{condition.group}” is not one of the groups."
            fix = f"Write {WHOLE}, or one of these: {', '.join(known)}."
            yield source.fault(("conditions", place, "group"), what, fix)
        elif condition.group != WHOLE and not scheme.rules:
            what = "The groups of this scheme have no rating of their own."
            yield source.fault(("conditions", place, "group"), what, f"Write {WHOLE}.")


def _whole(scheme: Scheme, source: Source) -> Iterator[Fault]:
    """The last rule takes whatever is left; a scheme of judgements needs rules."""
    if scheme.scale is None and not scheme.rules:
        yield source.fault((), "Nothing says how the whole is rated.", "Add a scale with bands, or rules.")
    if not scheme.rules:
        return
    place, last = len(scheme.rules) - 1, scheme.rules[-1]
    if last.at_least or last.others:
        what = "The last rule does not fit every case."
        yield source.fault(("rules", place), what, "End with a rule that has only a level and words.")
