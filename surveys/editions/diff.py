"""From edition to edition: every change, and whether scores from before and after may be compared."""

from collections.abc import Iterator

from surveys.edition import Edition
from surveys.editions.changes import Change, Comparability, Effect, comparing_words
from surveys.editions.restated import said, statement_changes, unlisted, word_changes
from surveys.files.tree import Loc
from surveys.framework import Option, Theme, Voice

_SETTINGS = {
    "survey": "The survey has another name; nobody who answers sees it.",
    "title": "The title on the first page has changed.",
    "framework_version": "The framework has another version number; the changes themselves are listed.",
    "comments": "People may add comments on one side only; no score counts them.",
}
_ADDED_OR_NOT = {
    "presentations": "is a way of reading the same questions",
    "languages": "is a language of the same questions",
}


_QUESTION_WORDS = {"wordings", "hint", "reason", "stem", "proxy", "stem_proxy"}
_RULED = {
    *_SETTINGS,
    *_ADDED_OR_NOT,
    *("framework", "scale", "themes", "voices", "questions", "sections"),
}
"""The parts of an edition that a rule is made for."""
_ANSWER = {
    Effect.COSMETIC: "An answer is written otherwise and says the same.",
    Effect.SAME_MEANING: "An answer can be read in one more way.",
    Effect.CARE: "An answer can be read in one way fewer.",
    Effect.BREAK: "An answer says something else.",
}


def diff(old: Edition, new: Edition) -> tuple[Change, ...]:
    """Every change from one edition to another, in the order of the definition; nothing if they are equal."""
    finders = (
        _settings,
        _choices,
        _voices,
        _scale,
        _order_of_themes,
        _themes,
        _statements,
        _questions,
        _the_rest,
    )
    found = (change for finder in finders for change in finder(old, new))
    return tuple(dict.fromkeys(found))


def comparable(old: Edition, new: Edition) -> Comparability:
    """Whether scores of two editions may be compared, theme by theme and voice by voice."""
    both = {theme.code: theme for edition in (new, old) for theme in edition.themes}
    apart = tuple(code for code, theme in both.items() if theme.apart)
    return Comparability(diff(old, new), tuple(both), apart)


def _settings(old: Edition, new: Edition) -> Iterator[Change]:
    for name, sentence in _SETTINGS.items():
        before, after = said(getattr(old, name)), said(getattr(new, name))
        if before != after:
            cosmetic = comparing_words(str(before), str(after)) is Effect.COSMETIC
            effect = Effect.COSMETIC if cosmetic else Effect.SAME_MEANING
            yield Change(effect, (name,), before, after, sentence, ())
    if old.framework != new.framework:
        sentence = "The questions come from another framework."
        yield Change(Effect.BREAK, ("framework",), old.framework, new.framework, sentence)


def _choices(old: Edition, new: Edition) -> Iterator[Change]:
    """Presentations and languages on offer: more is no harm, fewer may keep some people from answering."""
    for name, what in _ADDED_OR_NOT.items():
        before, after = getattr(old, name), getattr(new, name)
        for one in (one for one in after if one not in before):
            sentence = f"“{one}” {what}; it is new."
            yield Change(Effect.SAME_MEANING, (name, one), None, one, sentence)
        for one in (one for one in before if one not in after):
            sentence = f"“{one}” {what}; it is gone, so other people may have answered."
            yield Change(Effect.CARE, (name, one), one, None, sentence)
        if set(before) == set(after) and before != after:
            sentence = "They are offered in another order."
            yield Change(Effect.SAME_MEANING, (name,), said(before), said(after), sentence, ())


def _voices(old: Edition, new: Edition) -> Iterator[Change]:
    for voice in (voice for voice in old.voices if voice not in new.voices):
        sentence = f"“{voice}” is asked no more, so nothing can be compared for this voice."
        yield Change(Effect.BREAK, ("voices", voice), voice, None, sentence, voices=(voice,))
    for voice in (voice for voice in new.voices if voice not in old.voices):
        sentence = f"“{voice}” is asked for the first time; the other voices are as they were."
        yield Change(Effect.BREAK, ("voices", voice), None, voice, sentence, voices=(voice,))
    if set(old.voices) == set(new.voices) and old.voices != new.voices:
        sentence = "The voices are listed in another order."
        yield Change(Effect.SAME_MEANING, ("voices",), said(old.voices), said(new.voices), sentence, ())


def _scale(old: Edition, new: Edition) -> Iterator[Change]:
    place: Loc = ("scale", "options")
    if len(old.scale.options) != len(new.scale.options):
        before, after = str(len(old.scale.options)), str(len(new.scale.options))
        yield Change(Effect.BREAK, place, before, after, "The scale has another number of answers.")
    if old.scale.positive_from != new.scale.positive_from:
        before, after = str(old.scale.positive_from), str(new.scale.positive_from)
        sentence = "Other answers count as favourable."
        yield Change(Effect.BREAK, ("scale", "positive_from"), before, after, sentence)
    for was, now in zip(old.scale.options, new.scale.options, strict=False):
        yield from _option(was, now, (*place, now.value))


def _option(was: Option, now: Option, place: Loc) -> Iterator[Change]:
    if was.code != now.code:
        sentence = "An answer is kept under another code, with the same value."
        yield Change(Effect.SAME_MEANING, (*place, "code"), was.code, now.code, sentence, ())
    if was.symbol != now.symbol:
        sentence = "An answer has another picture, and some people answer by the picture."
        yield Change(Effect.CARE, (*place, "symbol"), was.symbol, now.symbol, sentence)
    for key, old, new, effect in word_changes(was.words, now.words):
        both = old is not None and new is not None
        graver = Effect.BREAK if both and effect is Effect.CARE else effect
        yield Change(graver, (*place, "words", *key), old, new, _ANSWER[graver])
    yield from unlisted(was, now, {"code", "value", "symbol", "words"}, place, None)


def _order_of_themes(old: Edition, new: Edition) -> Iterator[Change]:
    before = [theme.code for theme in old.themes if theme.code in _codes(new)]
    after = [theme.code for theme in new.themes if theme.code in _codes(old)]
    if before != after:
        sentence = "The themes come in another order, and what is asked first colours what follows."
        yield Change(Effect.CARE, ("themes",), said(before), said(after), sentence)


def _themes(old: Edition, new: Edition) -> Iterator[Change]:
    for code in _codes(old) | _codes(new):
        place: Loc = ("themes", code)
        if code not in _codes(new) or code not in _codes(old):
            was, now = (code, None) if code in _codes(old) else (None, code)
            sentence = (
                f"The theme “{code}” is on one side only, so the overall score is made of other themes."
            )
            yield Change(Effect.BREAK, place, was, now, sentence, (code,))
            continue
        yield from _theme(_codes(old)[code], _codes(new)[code], place)


def _theme(was: Theme, now: Theme, place: Loc) -> Iterator[Change]:
    mine = (now.code,)
    if was.symbol != now.symbol:
        sentence = "The theme has another picture."
        yield Change(Effect.SAME_MEANING, (*place, "symbol"), was.symbol, now.symbol, sentence, mine)
    if was.apart != now.apart:
        sentence = "The theme is in the overall score on one side only."
        yield Change(Effect.BREAK, (*place, "apart"), None, None, sentence)
    for name in ("name", "subtitle"):
        for key, before, after, effect in word_changes(getattr(was, name), getattr(now, name)):
            sentence = "The heading above the questions has changed."
            yield Change(effect, (*place, name, *key), before, after, sentence, mine)
    known = {"code", "symbol", "apart", "name", "subtitle", "statements"}
    yield from unlisted(was, now, known, place, mine)
    first = [one.code for one in was.statements]
    then = [one.code for one in now.statements]
    if first != then and set(first) == set(then):
        sentence = "The statements of the theme come in another order."
        yield Change(Effect.CARE, (*place, "statements"), said(first), said(then), sentence, mine)


def _statements(old: Edition, new: Edition) -> Iterator[Change]:
    before = {one.code: one for one in old.statements}
    after = {one.code: one for one in new.statements}
    for code in before | after:
        theme = (new if code in after else old).theme_of[code].code
        place: Loc = ("themes", theme, code)
        if code not in before or code not in after:
            was, now = (code, None) if code in before else (None, code)
            sentence = f"The theme is made of other statements: “{code}” is on one side only."
            statement = before.get(code) or after[code]
            yield Change(Effect.BREAK, place, was, now, sentence, (theme,), tuple(statement.wordings))
            continue
        home = old.theme_of[code].code
        if home != theme:
            sentence = f"“{code}” is in another theme."
            yield Change(Effect.BREAK, place, home, theme, sentence, (home, theme))
        yield from statement_changes(before[code], after[code], theme, _both(old, new))


def _questions(old: Edition, new: Edition) -> Iterator[Change]:
    """Own questions are in no score, so what changes in one touches that one alone."""
    before = {one.code: one for one in old.questions}
    after = {one.code: one for one in new.questions}
    for code in before | after:
        place: Loc = ("questions", code)
        if code not in before or code not in after:
            was, now = (code, None) if code in before else (None, code)
            sentence = "The own question is asked on one side only; no score counts it."
            yield Change(Effect.SAME_MEANING, place, was, now, sentence, ())
        elif before[code] != after[code]:
            was_asked = before[code].model_dump(mode="json", exclude=_QUESTION_WORDS)
            same = was_asked == after[code].model_dump(mode="json", exclude=_QUESTION_WORDS)
            effect = Effect.CARE if same else Effect.BREAK
            sentence = f"The own question has other {'words' if same else 'answers'}; no score counts it."
            yield Change(effect, place, None, None, sentence, ())


def _the_rest(old: Edition, new: Edition) -> Iterator[Change]:
    if old.sections != new.sections:
        sentence = "The parts of the survey have changed: what comes first, or who is asked what."
        yield Change(Effect.CARE, ("sections",), None, None, sentence)
    yield from unlisted(old, new, _RULED, (), None)


def _codes(edition: Edition) -> dict[str, Theme]:
    return {theme.code: theme for theme in edition.themes}


def _both(old: Edition, new: Edition) -> tuple[Voice, ...]:
    return tuple(voice for voice in old.voices if voice in new.voices)
