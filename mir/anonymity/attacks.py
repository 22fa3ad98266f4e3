"""Each way in which somebody could try to find a person's answers, and how far it got."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mir.anonymity import chance
from mir.anonymity.chance import Group
from mir.anonymity.evidence import Evidence, Places
from mir.respond.sealing import LEAST_BATCH


@dataclass(frozen=True)
class Attack:
    """One way, in plain words: how many people it found, how many a guess would have, and how likely that is.

    `guessed` is None where nobody may be found at all.
    """

    way: str
    found: int
    people: int
    guessed: float | None
    chance: float


def all_ways(evidence: Evidence) -> Iterator[Attack]:
    """Every way, tried."""
    yield from _orders(evidence, "answers", evidence.sheets(evidence.final), "answers")
    yield from _orders(evidence, "comments", evidence.comments(evidence.final), "text")
    yield from _sheets_beside_comments(evidence)
    yield _size(evidence)
    yield from _copies(evidence)
    yield _few(evidence)
    yield _readable(evidence)
    yield _logged(evidence)


def _orders(evidence: Evidence, what: str, places: Places, payload: str) -> Iterator[Attack]:
    """Put the rows in every order they can be put in, beside the orders that are known of the people."""
    raw = evidence.final.raw
    seen: dict[str, Mapping[int, Any]] = {
        f"The order in which the {what} lie in the table": {n: place for n, (place, _) in places.items()}
    }
    if raw:
        data = {n: row[payload] for n, (_, row) in places.items()}
        at = {n: raw.find(one if isinstance(one, bytes) else one.encode()) for n, one in data.items()}
        seen[f"Where in the files the {what} lie"] = {n: place for n, place in at.items() if place >= 0}
    columns = {name for _, row in places.values() for name in row}
    for name in sorted(columns - {payload}):
        seen[f"The {what} in order of their {name}"] = {n: row[name] for n, (_, row) in places.items()}
    for way, values in seen.items():
        by_voice = evidence.by_voice({n: (n, value) for n, value in _ranks(values).items()})
        if any(len({value for _, value in group}) > 1 for group in by_voice):
            yield _best(way, evidence, _ranks(values))


def _best(way: str, evidence: Evidence, seen: Mapping[int, float]) -> Attack:
    """The order that fits best: of sending, of beginning, or of the codes."""
    codes = _ranks({p.number: p.code for p in evidence.people if p.single})
    tries = [
        evidence.by_voice({n: (float(n), seen[n]) for n in seen}),
        evidence.by_voice(
            {p.number: (p.started, seen[p.number]) for p in evidence.people if p.number in seen}
        ),
        evidence.by_voice({n: (codes[n], seen[n]) for n in seen if n in codes}),
    ]
    tried = [(chance.both(groups), groups) for groups in tries if groups]
    least, groups = min(tried, key=lambda one: one[0])
    return _attack(way, groups, min(1.0, least * len(tried)))


def _sheets_beside_comments(evidence: Evidence) -> Iterator[Attack]:
    sheets, comments = evidence.sheets(evidence.final), evidence.comments(evidence.final)
    both = sheets.keys() & comments.keys()
    lie = evidence.by_voice({n: (sheets[n][0], comments[n][0]) for n in both})
    yield _attack("Answers and comments that lie in the same order", lie, chance.both(lie))


def _size(evidence: Evidence) -> Attack:
    """Whether a waiting draft is larger where somebody wrote a comment."""
    sizes = {}
    for person in evidence.people:
        digest = evidence.digests.get(person.number)
        for row in evidence.looks[person.number + 1].tables["drafts"]:
            if row["digest"] == digest:
                held = sum(len(value) for value in row.values() if isinstance(value, bytes | str))
                sizes[person.number] = (float(bool(person.comment)), float(held))
    groups = evidence.by_voice(sizes)
    return Attack(
        "The size of what waits, as a sign of who wrote a comment",
        0,
        len(sizes),
        None,
        chance.same_order(groups),
    )


def _copies(evidence: Evidence) -> Iterator[Attack]:
    """Compare each copy with the next: drafts that are gone, beside sheets that are new."""
    batch, pairs, versions = {}, {}, {}
    for number, place in evidence.mixed_at.items():
        if place == len(evidence.looks) - 1:
            continue
        lies, row = evidence.sheets(evidence.looks[place])[number]
        batch[number] = place
        pairs[number] = (float(number), float(lies))
        versions[number] = row
    groups = evidence.split(pairs, batch)
    if groups:
        yield _attack("Answers that are new between two copies, in their order", groups, chance.both(groups))


def _few(evidence: Evidence) -> Attack:
    """Count those among whom a person is hidden for somebody with every copy: never fewer than a batch."""
    together: dict[tuple[str, int], int] = {}
    for person in evidence.people:
        place = (person.voice, evidence.mixed_at.get(person.number, -1))
        together[place] = together.get(place, 0) + 1
    many = {p.voice for p in evidence.people if evidence.large(p.voice) >= LEAST_BATCH}
    found = sum(n for (voice, _), n in together.items() if voice in many and n < LEAST_BATCH)
    people = sum(person.voice in many for person in evidence.people)
    way = f"Every copy beside the next: people mixed with fewer than {LEAST_BATCH - 1} others"
    return _none_allowed(way, found, people)


def smallest(evidence: Evidence) -> int:
    """The fewest people of one voice that were mixed together, where the voice has enough."""
    sizes: dict[tuple[str, int], int] = {}
    for person in evidence.people:
        if evidence.large(person.voice) >= LEAST_BATCH:
            place = (person.voice, evidence.mixed_at.get(person.number, -1))
            sizes[place] = sizes.get(place, 0) + 1
    return min(sizes.values(), default=0)


def _readable(evidence: Evidence) -> Attack:
    """Read every copy from before a person's answers were mixed, and the files behind it."""
    found = set()
    for place, look in enumerate(evidence.looks):
        waiting = [p for p in evidence.people if evidence.mixed_at.get(p.number, 0) > place]
        rows = {row["digest"]: _bytes(row) for row in look.tables["drafts"]}
        whole = look.raw + b"".join(rows.values())
        for person in waiting:
            mine = rows.get(evidence.digests.get(person.number, ""), b"")
            needles = [evidence.packed[person.number]] + [person.comment.encode()] * bool(person.comment)
            if any(needle in whole for needle in needles) or person.written_at.encode() in mine:
                found.add(person.number)
    return _none_allowed(
        "Answers or comments that can be read before they are mixed", len(found), len(evidence.people)
    )


def _logged(evidence: Evidence) -> Attack:
    """Search the web log and the site's own log for anything that is a person's own."""
    text = f"{evidence.web_log}\n{evidence.own_log}".lower()
    sheets = evidence.sheets(evidence.final)
    found = 0
    for person in evidence.people:
        key = sheets[person.number][1]["key"].hex() if person.number in sheets else ""
        own = [
            evidence.digests.get(person.number, ""),
            key,
            person.comment.lower(),
            *(set(person.answers.values())),
        ]
        found += any(word and word in text for word in own)
    return _none_allowed("Answers, comments, keys or secrets in the logs", found, len(evidence.people))


def _attack(way: str, groups: tuple[Group, ...], likely: float) -> Attack:
    return Attack(way, chance.hits(groups), sum(map(len, groups)), float(len(groups)), likely)


def _none_allowed(way: str, found: int, people: int) -> Attack:
    return Attack(way, found, people, None, 0.0 if found else 1.0)


def _ranks(values: Mapping[int, Any]) -> dict[int, float]:
    # Texts, bytes, numbers and nothing at all, each in an order of its own kind.
    simple: Callable[[Any], Any] = lambda one: one.hex() if isinstance(one, bytes) else one  # noqa: E731
    kept = {n: simple(value) for n, value in values.items() if value is not None}
    order = {value: float(place) for place, value in enumerate(sorted(set(kept.values())))}
    return {n: order[value] for n, value in kept.items()}


def _bytes(row: Mapping[str, Any]) -> bytes:
    return b"|".join(one if isinstance(one, bytes) else str(one).encode() for one in row.values())
