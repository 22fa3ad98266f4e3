"""How one statement, or the words of one heading, changed from edition to edition."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from surveys.editions.changes import Change, Effect, comparing_words
from surveys.files.tree import Loc
from surveys.framework import SOURCE_LANGUAGE, Presentation, Statement, Text, Voice, Wording

Key = tuple[Presentation, str]
"""A presentation and a language."""

_HIDDEN = {
    "topic": "The topic, which nobody who answers sees, is told otherwise.",
    "source": "The statement names another source.",
    "crosswalk": "The statement speaks to other lines of a regulator’s list.",
    "symbol": "The statement has another picture beside the same words.",
}
"""What a statement holds that is in no score."""


def statement_changes(
    was: Statement, now: Statement, theme: str, both: tuple[Voice, ...]
) -> Iterator[Change]:
    """What changed in one statement of a theme. `both` are the voices that either edition asks."""
    place: Loc = ("themes", theme, now.code)
    if was.reverse != now.reverse:
        sentence = f"“{now.code}” is scored the other way round."
        turned = (str(was.reverse).lower(), str(now.reverse).lower())
        yield Change(Effect.BREAK, (*place, "reverse"), *turned, sentence, (theme,))
    if _reused(was, now):
        sentence = f"The code “{now.code}” is used for another idea: give that one a code of its own."
        yield Change(Effect.BREAK, place, was.topic, now.topic, sentence, (theme,))
    for name, sentence in _HIDDEN.items():
        before, after = said(getattr(was, name)), said(getattr(now, name))
        if before != after:
            yield Change(Effect.SAME_MEANING, (*place, name), before, after, sentence, (theme,))
    for voice in Voice:
        if voice in both:
            yield from _voice_changes(was, now, voice, theme)
        elif was.wordings.get(voice) != now.wordings.get(voice):
            sentence = f"The words for “{voice}” have changed, whom one of the surveys does not ask."
            yield Change(Effect.SAME_MEANING, (*place, "wordings", voice), None, None, sentence, ())
    yield from _proxy_changes(was, now, place, theme)
    known = {*_HIDDEN, "code", "reverse", "wordings", "proxy"}
    yield from unlisted(was, now, known, place, (theme,))


def word_changes(was: Wording, now: Wording) -> Iterator[tuple[Key, str | None, str | None, Effect]]:
    """Each text that differs, by presentation and language, with what that does to a comparison."""
    before, after = _flat(was), _flat(now)
    for key in before | after:
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            yield key, old, new, Effect.SAME_MEANING if old is None else Effect.CARE
        elif old != new:
            yield key, old, new, comparing_words(old, new)


def unlisted(
    was: BaseModel, now: BaseModel, known: set[str], place: Loc, themes: tuple[str, ...] | None
) -> Iterator[Change]:
    """What differs in parts that no rule is made for: with care, until there is one."""
    for name in type(now).model_fields:
        if name not in known and getattr(was, name) != getattr(now, name):
            sentence = f"“{name}” has changed, and we have no rule for it."
            yield Change(Effect.CARE, (*place, name), None, None, sentence, themes)


def said(value: object) -> str | None:
    """A value as an author would write it."""
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {said(part)}" for name, part in sorted(value.items()))
    return ", ".join(map(str, value)) if isinstance(value, tuple) else None if value is None else str(value)


def _voice_changes(was: Statement, now: Statement, voice: Voice, theme: str) -> Iterator[Change]:
    place: Loc = ("themes", theme, now.code, "wordings", voice)
    if (voice in was.wordings) != (voice in now.wordings):
        before, after = (voice, None) if voice in was.wordings else (None, voice)
        sentence = (
            f"“{now.code}” is put to “{voice}” on one side only, so the theme is made of other statements."
        )
        yield Change(Effect.BREAK, place, before, after, sentence, (theme,), (voice,))
    elif voice in now.wordings:
        for key, old, new, effect in word_changes(was.wordings[voice], now.wordings[voice]):
            yield Change(effect, (*place, *key), old, new, _WORDS[effect], (theme,), (voice,))


def _proxy_changes(was: Statement, now: Statement, place: Loc, theme: str) -> Iterator[Change]:
    for key, old, new, effect in word_changes(was.proxy or {}, now.proxy or {}):
        yield Change(effect, (*place, "proxy", *key), old, new, _PROXY, (theme,), (Voice.PERSON,))


_PROXY = "Those who answer for the person read other words. They are counted apart from the person."
_WORDS = {
    Effect.COSMETIC: "The same words, written otherwise.",
    Effect.SAME_MEANING: "There is one more way to read the statement.",
    Effect.CARE: "The statement has other words, or can be read in one way fewer.",
}


def _reused(was: Statement, now: Statement) -> bool:
    """Whether a code was taken for another idea: another topic, and no voice kept its sentence."""
    if comparing_words(was.topic, now.topic) is not Effect.CARE:
        return False
    kept = (
        comparing_words(_standard(was.wordings[voice]), _standard(now.wordings[voice]))
        for voice in was.wordings
        if voice in now.wordings
    )
    return all(effect is Effect.CARE for effect in kept)


def _standard(wording: Wording) -> str:
    text: Text = wording.get(Presentation.STANDARD) or next(iter(wording.values()))
    return text.get(SOURCE_LANGUAGE, "")


def _flat(wording: Wording) -> dict[Key, str]:
    return {(look, language): line for look, text in wording.items() for language, line in text.items()}
