"""What changes between two editions do to a comparison of their scores."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from surveys.files.tree import Loc
from surveys.framework import Voice


class Effect(StrEnum):
    """What a change does to a comparison of answers from before and after, the mildest first."""

    NONE = "none"
    """Nothing has changed."""
    COSMETIC = "cosmetic"
    """Case, punctuation, spaces: the same words."""
    SAME_MEANING = "same_meaning"
    """More ways to read the same, or something that those who answer do not see."""
    CARE = "comparable_with_care"
    """Other words for the same idea: a difference may come from the words."""
    BREAK = "break"
    """Something else was asked or counted: a difference would say nothing about the service."""


_ORDER = tuple(Effect)

EVERY: None = None
"""In a change: all themes, or all voices."""


@dataclass(frozen=True)
class Change:
    """One thing that differs between two editions."""

    effect: Effect
    place: Loc
    """Where: names and codes, as in ("themes", "wi", "wi1", "wordings", "person", "standard", "en")."""
    old: str | None
    """What was there; None for nothing."""
    new: str | None
    sentence: str
    """What it means for a comparison, in words."""
    themes: tuple[str, ...] | None = EVERY
    """The themes whose scores it touches; none for what is in no score, EVERY for all."""
    voices: tuple[Voice, ...] | None = EVERY
    """The voices whose scores it touches."""

    def touches(self, theme: str | None, voice: Voice | None) -> bool:
        """Whether it touches this theme (None: any) as this voice (None: any) answers it."""
        in_theme = self.themes is EVERY or (bool(self.themes) if theme is None else theme in self.themes)
        return in_theme and (voice is None or self.voices is EVERY or voice in self.voices)


@dataclass(frozen=True)
class Comparability:
    """How far scores from before and after may be compared. `apart` themes are in no overall score."""

    changes: tuple[Change, ...]
    themes: tuple[str, ...]
    """Every theme of either edition."""
    apart: tuple[str, ...] = ()

    def theme(self, code: str, voice: Voice | None = None) -> Effect:
        """The worst that happened to one theme; for one voice, or for any."""
        return worst(change.effect for change in self.changes if change.touches(code, voice))

    def overall(self, voice: Voice | None = None) -> Effect:
        """The worst that happened to any theme that is in the overall score."""
        counted = (code for code in self.themes if code not in self.apart)
        return worst(self.theme(code, voice) for code in counted)


def worst(effects: Iterable[Effect]) -> Effect:
    """The gravest of them; NONE if there is none."""
    return max(effects, key=_ORDER.index, default=Effect.NONE)


def comparing_words(old: str, new: str) -> Effect:
    """NONE, COSMETIC or CARE: whether two texts are equal, equal but for signs and case, or neither."""
    if old == new:
        return Effect.NONE
    return Effect.COSMETIC if _bare(old) == _bare(new) else Effect.CARE


def _bare(text: str) -> str:
    """The letters, marks and digits of a text, in small letters, with single spaces between words."""
    kept = (
        char if unicodedata.category(char)[0] in "LMN" else " " if char.isspace() or char in "-–—/" else ""
        for char in unicodedata.normalize("NFKC", text).casefold()
    )
    return " ".join("".join(kept).split())
