"""The text for the yearly provider information return, in pieces, every number with its counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mir.db import Store
from mir.pages import day
from mir.results import sentences
from mir.results.beside_return import VOICES, Speaks, shared, speaking, spoken_to
from mir.results.looks import LOOKS
from mir.results.scorecard import scorecard_of
from mir.returns.asks import Asked, Part
from mir.returns.pages import LineView, line_view
from mir.returns.queries import Piece, Whole
from mir.returns.words import WINDOWS
from mir.rounds.queries import RoundCard, edition
from scoring.card.scorecard import Percent, Score, Scorecard, StatementResult, ThemeCard

MOST_WORDS = 500
"""Of one box of the return."""
STATEMENTS_FROM = 30
"""People in a base from which a single statement may be told outside the organisation."""
NOT_A_RATING = (
    "This is not a rating by the regulator. Scores come from a survey and are told with their counts."
)


@dataclass(frozen=True)
class Box:
    """A piece that goes into one box."""

    title: str
    text: str
    words: int


@dataclass(frozen=True)
class PartText:
    """One key question: its pieces."""

    name: str
    boxes: tuple[Box, ...]


def information(store: Store, whole: Whole, round_: RoundCard | None) -> tuple[PartText, ...]:
    """The text of each part, from the return and, where a round has closed, from its scorecard."""
    asked = whole.card.asked
    card = scorecard_of(store, round_.id) if round_ else None
    speaks = speaking(asked, edition(store, round_.edition_hash)) if round_ else {}
    return tuple(
        PartText(part.name, tuple(_boxes(part.name, _paragraphs(whole, part, card, speaks))))
        for part in asked.parts
    )


def as_text(heading: str, parts: Sequence[PartText]) -> str:
    """All of it as plain text."""
    lines = [heading, NOT_A_RATING, ""]
    for part in parts:
        for box in part.boxes:
            lines += [f"{box.title} ({count_words(box.words)})", "", box.text, "", ""]
        if not part.boxes:
            lines += [part.name, "", "Nothing is written yet.", "", ""]
    return "\n".join(lines).rstrip() + "\n"


def count_words(number: int) -> str:
    """How many words."""
    return f"{number} word{'' if number == 1 else 's'}"


def _paragraphs(whole: Whole, part: Part, card: Scorecard | None, speaks: Speaks) -> Iterator[str]:
    """What people say and then staff, what is strong first; then what the leaders say, line by line."""
    if card is not None:
        yield from _heard(whole.card.asked, part, card, speaks)
    for line in part.lines:
        standing = line_view(whole, line)
        if standing.answer.what:
            yield _own(standing, whole.evidence(line.code))


def _heard(asked: Asked, part: Part, card: Scorecard, speaks: Speaks) -> Iterator[str]:
    wanted: dict[str, frozenset[str]] = {}
    for line in part.lines:
        for code, statements in spoken_to(asked, speaks, line).items():
            wanted[code] = wanted.get(code, frozenset()) | statements
    found = [
        (
            (VOICES.index(voice.voice), -voice.score.mean),
            _scored(theme, LOOKS[voice.voice].name, voice.score),
            theme,
            voice,
        )
        for theme in card.themes
        for voice in theme.voices
        if theme.code in wanted and voice.voice in VOICES
        # From five to nine people a score is for the service's own eyes.
        if isinstance(voice.score, Score) and not voice.score.coarse
    ]
    facts, ends = card.facts, "in our survey"
    if found:
        yield (
            f"We asked the same questions of people and staff {ends} “{facts.title}” "
            f"({day(facts.opened)} to {day(facts.closed)})."
        )
    for _, words, theme, voice in sorted(found, key=lambda one: one[0]):
        told = [
            f"“{one.wording.rstrip('.')}”: {shared(one)}."
            for one in voice.statements
            if one.code in wanted[theme.code] and _may_go_out(one)
        ]
        yield " ".join([words, *told])


def _scored(theme: ThemeCard, who: str, score: Score) -> str:
    counts = sentences.base(score.answered, score.not_answered)
    return (
        f"{who} score “{theme.name}” {score.mean} out of 100 "
        f"({counts}; range {sentences.bounds(score.low, score.high)})."
    )


def _may_go_out(one: StatementResult) -> bool:
    found = one.favourable
    if not isinstance(found, Percent) or found.percent is None:
        return False
    least = found.answered.partition(" ")[0]
    return least.isdigit() and int(least) >= STATEMENTS_FROM


def _own(standing: LineView, evidence: Sequence[Piece]) -> str:
    """What the leaders say of a line, with what stands behind it."""
    behind = "no evidence is added to it"
    if evidence:
        newest = max(one.dated for one in evidence)
        seen = {one.window for one in evidence}
        through = [words.lower() for code, words in WINDOWS.items() if code in seen]
        pieces = f"{len(evidence)} piece{'' if len(evidence) == 1 else 's'} of evidence"
        behind = f"{pieces}, the newest from {day(newest)}"
        behind += f", through {sentences.listed(through)}" if through else ""
    return f"{standing.line.name}. {standing.answer.what} (Our own account, {standing.by}; {behind}.)"


def _boxes(name: str, paragraphs: Iterator[str]) -> Iterator[Box]:
    pieces = list(_packed(list(paragraphs)))
    for number, text in enumerate(pieces, start=1):
        title = name if len(pieces) == 1 else f"{name}, piece {number} of {len(pieces)}"
        yield Box(title, text, len(text.split()))


def _packed(paragraphs: Sequence[str]) -> Iterator[str]:
    """The paragraphs in as few pieces of at most 500 words as their order allows."""
    held: list[str] = []
    for paragraph in (part for whole in paragraphs for part in _short(whole)):
        if held and _words(*held, paragraph) > MOST_WORDS:
            yield "\n\n".join(held)
            held = []
        held.append(paragraph)
    if held:
        yield "\n\n".join(held)


def _short(paragraph: str) -> Iterator[str]:
    """A paragraph of more than 500 words divided between its sentences, or between words where it must be."""
    if _words(paragraph) <= MOST_WORDS:
        yield paragraph
        return
    held: list[str] = []
    for sentence in re.split(r"(?<=[.!?])\s+", paragraph):
        whole = sentence.split()
        for piece in (whole[at : at + MOST_WORDS] for at in range(0, len(whole), MOST_WORDS)):
            if held and len(held) + len(piece) > MOST_WORDS:
                yield " ".join(held)
                held = []
            held += piece
    if held:
        yield " ".join(held)


def _words(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
