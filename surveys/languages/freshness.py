"""What is wrong with a language: sentences that are missing, stale, unknown, empty or not really put over."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from surveys.faults import Fault, Kind, Severity, told
from surveys.files.tree import Loc
from surveys.framework import SOURCE_LANGUAGE, Framework
from surveys.languages.overlay import Overlay
from surveys.languages.passages import SHORTEST_MARK, Home, Passage, mark, passages
from surveys.languages.tags import fallbacks

OTHER_FRAMEWORK = Kind(
    "language-other-framework",
    "The sentences are made for “{overlay}”, not for “{home}”.",
    "Name the framework or survey that they belong to.",
)
SOURCE = Kind(
    "language-is-source",
    "English is the language of the framework itself.",
    "Change the English sentences there.",
)
REVIEWER = Kind(
    "reviewer-missing",
    "The file says that it is reviewed, but not by whom.",
    "Add a line “reviewed_by:”, or write draft.",
)
COVERS_UNKNOWN = Kind(
    "covers-unknown", "“{code}” is not a statement of {framework}.", "Check the code in the framework."
)
MISSING = Kind("translation-missing", "“{key}” is missing.", "Put it over: “{english}”")
STALE = Kind(
    "translation-stale",
    "The English of “{key}” has changed since. It is now: “{english}”",
    "Check the sentence, then write {mark} after “of”, in quotation marks.",
)
SAME = Kind(
    "translation-same",
    "“{key}” says the same as the English.",
    "Put it over, or waive it with a name and a reason.",
)
EMPTY = Kind("translation-empty", "“{key}” has no words.", "Write the sentence.")
HIDDEN = Kind(
    "translation-hidden-character", "“{key}” holds a character that nobody sees.", "Type the sentence again."
)
PLACES = Kind(
    "translation-places",
    "“{key}” does not fill in the same words as the English: {names}.",
    "Copy the braces from the English.",
)
UNKNOWN = Kind("translation-unknown", "There is no sentence “{key}”.", "{advice}")
HALF_SCALE = Kind(
    "scale-half-translated",
    "{shown} of the {all} answers in “{look}” can be shown in this language.",
    "Put all of them over, or none.",
)
SAME_ANSWER = Kind(
    "answer-same-words",
    "“{key}” has the same words as another answer.",
    "Give every answer words of its own.",
)
NEEDLESS = Kind(
    "waiver-needless",
    "“{key}” is waived, but there is nothing wrong with it.",
    "Take the line out.",
    Severity.WARNING,
)

_SLOT = re.compile(r"\{[^{}]*\}")
_HIDDEN = re.compile("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that nobody sees and that break a page, or turn the writing round on it."""


@dataclass(frozen=True)
class _Pair:
    """A framework or survey and a language of it, with the keys that are wanted, or all that it promises."""

    home: Home
    overlay: Overlay
    keys: Collection[str] | None
    known: dict[str, Passage] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {one.key: one for one in passages(self.home)})

    def wanted(self, passage: Passage) -> bool:
        if self.keys is None:
            return self.overlay.promises(passage)
        forms = passage.form is None or self.overlay.promises(passage)
        return passage.key in self.keys and forms

    def fault(self, kind: Kind, loc: Loc, **facts: object) -> Fault:
        source = self.overlay.source
        return told(kind, source.file, source.line_of(loc), **facts)


Rule = Callable[[_Pair], Iterator[Fault]]


def findings(home: Home, overlay: Overlay, keys: Collection[str] | None = None) -> tuple[Fault, ...]:
    """What is wrong with an overlay, with the lines of its file, in their order.

    Without `keys` every sentence is looked at, and those that it promises may not
    be missing; with them, these are, and nothing is said of any other sentence.
    """
    pair = _Pair(home, overlay, keys)
    if not overlay.belongs_to(home):
        ours = home.framework if isinstance(home, Framework) else home.survey
        facts = {"overlay": overlay.framework or overlay.survey, "home": ours}
        return (pair.fault(OTHER_FRAMEWORK, ("framework" if overlay.framework else "survey",), **facts),)
    return tuple(sorted({fault for rule in RULES for fault in rule(pair)}))


def flaws(passage: Passage, text: str) -> Iterator[tuple[Kind, dict[str, object]]]:
    """What is wrong with words for a sentence whatever stands beside them: the kind, and the facts for it."""
    facts: dict[str, object] = {"key": passage.key}
    if not text:
        yield EMPTY, facts
        return
    if _HIDDEN.search(text):
        yield HIDDEN, facts
    ours, theirs = Counter(_SLOT.findall(passage.words)), Counter(_SLOT.findall(text))
    if ours != theirs:
        yield PLACES, facts | {"names": ", ".join(sorted({*(ours - theirs), *(theirs - ours)}))}


def advice(key: str, known: Collection[str]) -> str:
    """What to do about a key that is not known."""
    near = get_close_matches(key[:80], known, 1)
    return f"Did you mean “{near[0]}”?" if near else "Take it out."


def inline(passage: Passage, language: str) -> bool:
    """Whether the framework or survey itself has the sentence in this language or one near it."""
    return bool(set(fallbacks(language)) & set(passage.inline))


def _heading(pair: _Pair) -> Iterator[Fault]:
    if pair.overlay.language == SOURCE_LANGUAGE:
        yield pair.fault(SOURCE, ("language",))
    if pair.overlay.status == "reviewed" and pair.overlay.reviewed_by is None:
        yield pair.fault(REVIEWER, ("status",))
    statements = {one.statement for one in pair.known.values()}
    for place, code in enumerate(() if pair.overlay.covers == "all" else pair.overlay.covers):
        if code not in statements:
            facts = {"code": code, "framework": pair.overlay.framework or pair.overlay.survey}
            yield pair.fault(COVERS_UNKNOWN, ("covers", place), **facts)


def _missing(pair: _Pair) -> Iterator[Fault]:
    for key, passage in pair.known.items():
        said = key in pair.overlay.texts or key in pair.overlay.waived
        if pair.wanted(passage) and not said and not inline(passage, pair.overlay.language):
            yield pair.fault(MISSING, ("texts",), key=key, english=passage.words)


def _stale(pair: _Pair) -> Iterator[Fault]:
    for key, passage, text in _entries(pair):
        if text and not pair.overlay.current(passage) and key not in pair.overlay.waived:
            facts = {"key": key, "english": passage.words, "mark": mark(passage.words)[:SHORTEST_MARK]}
            yield pair.fault(STALE, ("texts", key), **facts)


def _same(pair: _Pair) -> Iterator[Fault]:
    for key, passage, text in _entries(pair):
        if _alike(text) == _alike(passage.words) and key not in pair.overlay.waived:
            yield pair.fault(SAME, ("texts", key), key=key)


def _flawed(pair: _Pair) -> Iterator[Fault]:
    for key, passage, text in _entries(pair):
        for kind, facts in flaws(passage, text):
            yield pair.fault(kind, ("texts", key), **facts)


def _unknown(pair: _Pair) -> Iterator[Fault]:
    for part, keys in (("texts", pair.overlay.texts), ("waived", pair.overlay.waived)):
        for key in keys:
            if key not in pair.known:
                yield pair.fault(UNKNOWN, (part, key), key=key, advice=advice(key, pair.known))


def _options(pair: _Pair) -> Iterator[Fault]:
    """A scale that is half in another language, or that has two answers with the same words."""
    for look in sorted({key.rpartition(".")[2] for key in pair.known if key.startswith("option.")}):
        keys = [key for key in pair.known if key.startswith("option.") and key.endswith(f".{look}")]
        if pair.keys is not None and not set(keys) <= set(pair.keys):
            continue
        shown = {key: words for key in keys if (words := pair.overlay.words(pair.known[key]))}
        if 0 < len(shown) < len(keys):
            facts = {"shown": len(shown), "all": len(keys), "look": look}
            yield pair.fault(HALF_SCALE, ("texts", next(iter(shown))), **facts)
        used = Counter(map(_alike, shown.values()))
        for key, words in shown.items():
            if used[_alike(words)] > 1:
                yield pair.fault(SAME_ANSWER, ("texts", key), key=key)


def _needless(pair: _Pair) -> Iterator[Fault]:
    for key, passage, text in _entries(pair):
        fine = pair.overlay.current(passage) and _alike(text) != _alike(passage.words)
        if fine and key in pair.overlay.waived:
            yield pair.fault(NEEDLESS, ("waived", key), key=key)


RULES: tuple[Rule, ...] = (_heading, _missing, _stale, _same, _flawed, _unknown, _options, _needless)
"""Everything that is looked for in a language."""


def _entries(pair: _Pair) -> Iterator[tuple[str, Passage, str]]:
    """Each sentence of the overlay that the framework knows: its key, its source and its words."""
    for key, entry in pair.overlay.texts.items():
        if key in pair.known and (pair.keys is None or key in pair.keys):
            yield key, pair.known[key], entry.text


def _alike(text: str) -> str:
    return " ".join(text.casefold().split())
