"""The languages that a survey offers: which sentences it shows in them, and which of those are not there."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from surveys.asking import themes_asked
from surveys.faults import Fault, Kind, Severity
from surveys.files.source import Source
from surveys.framework import SOURCE_LANGUAGE, Framework
from surveys.languages.freshness import findings, inline
from surveys.languages.overlay import Overlay, plurals
from surveys.languages.passages import Home, Passage, passages
from surveys.languages.tags import fallbacks, parts
from surveys.languages.translating import overlay_for
from surveys.survey import Survey

NOT_THERE = Kind(
    "language-not-there",
    "There are no words of {home} in “{language}”; {number} are wanted.",
    "Add the file {home}.{language}.yaml, or take the language out.",
)
OWN_MISSING = Kind(
    "own-not-translated",
    "“{key}” is not in “{language}”: “{english}”",
    "Add a line “{language}:” with the words, or put it over in {home}.{language}.yaml.",
)
DRAFT = Kind(
    "language-draft",
    "“{language}” is a draft: nobody who speaks it has reviewed {home}.",
    "Have it reviewed, then write “status: reviewed” and “reviewed_by:”. Until then people are told.",
    Severity.WARNING,
)
TWICE = Kind("language-twice", "“{language}” is there twice.", "Name each language once.")


@dataclass(frozen=True)
class Asked:
    """A survey with its framework, each with the file it came from."""

    survey: Survey
    survey_source: Source
    framework: Framework
    framework_source: Source


def others(languages: Iterable[str]) -> tuple[str, ...]:
    """Those that are not the source language, or it as it is spoken somewhere."""
    return tuple(language for language in languages if parts(language)[0] != SOURCE_LANGUAGE)


def asked_keys(survey: Survey, framework: Framework) -> frozenset[str]:
    """The keys of the framework's sentences that somebody who is asked can see."""
    asked = {
        (statement.code, voice)
        for theme in themes_asked(survey, framework)
        for statement in theme.statements
        for voice in statement.wordings
        if voice in survey.voices
    }
    themes = {f"theme.{theme.code}." for theme in themes_asked(survey, framework)}
    return frozenset(
        one.key
        for one in passages(framework)
        if one.look in survey.presentations
        and (one.key.startswith(("option.", *themes)) or (one.statement, one.voice) in asked)
    )


def own_keys(survey: Survey) -> frozenset[str]:
    """The keys of the survey's own sentences that somebody who is asked can see."""
    return frozenset(one.key for one in passages(survey) if _shown(survey, one))


def language_faults(asked: Asked, overlays: Sequence[Overlay]) -> tuple[Fault, ...]:
    """What is wrong with the languages of a survey, warnings of drafts among them, by file and line."""
    return tuple(sorted(set(_faults(asked, overlays))))


def drafts(framework: Framework, survey: Survey, overlays: Sequence[Overlay]) -> tuple[str, ...]:
    """The languages of the survey in which something that people see was reviewed by nobody."""
    return tuple(
        language
        for language in others(survey.languages)
        if any(
            (found := _overlay(home, language, overlays)) and found.status == "draft"
            for home in (framework, survey)
        )
    )


def _faults(asked: Asked, overlays: Sequence[Overlay]) -> Iterator[Fault]:
    languages, source = asked.survey.languages, asked.survey_source
    tags = ["-".join(parts(language)) for language in languages]
    for place, language in enumerate(languages):
        if tags[place] in tags[:place]:
            yield source.told(TWICE, ("languages", place), language=language)
    for language in others(languages):
        for home in (asked.framework, asked.survey):
            overlay = _overlay(home, language, overlays)
            if overlay is None:
                yield from _not_there(asked, home, language)
                continue
            yield from findings(home, overlay, _keys(asked, home))
            if overlay.status == "draft":
                at = ("languages", languages.index(language))
                yield source.told(DRAFT, at, language=language, home=_name(home))


def _keys(asked: Asked, home: Home) -> frozenset[str]:
    if home is asked.framework:
        return asked_keys(asked.survey, asked.framework)
    return own_keys(asked.survey)


def _not_there(asked: Asked, home: Home, language: str) -> Iterator[Fault]:
    """What a home that has no overlay would have to have in its own words."""
    source = asked.survey_source
    lacking = _lacking(home, language, _keys(asked, home))
    if home is asked.framework and lacking:
        at = ("languages", asked.survey.languages.index(language))
        yield source.told(NOT_THERE, at, language=language, home=_name(home), number=len(lacking))
        return
    for one in lacking:
        facts = {"key": one.key, "language": language, "english": one.words, "home": _name(home)}
        yield source.told(OWN_MISSING, one.loc, **facts)


def _lacking(home: Home, language: str, keys: Collection[str]) -> tuple[Passage, ...]:
    """The sentences that are wanted and that the home itself does not have."""
    return tuple(
        one
        for one in passages(home)
        if one.key in keys
        and (one.form is None or one.form in plurals(language))
        and not inline(one, language)
    )


def _shown(survey: Survey, passage: Passage) -> bool:
    voice = passage.voice is None or passage.voice in survey.voices
    look = passage.look is None or passage.look in survey.presentations
    return voice and look


def _overlay(home: Home, language: str, overlays: Iterable[Overlay]) -> Overlay | None:
    return overlay_for(language, (one for one in overlays if one.belongs_to(home)))


def _name(home: Home) -> str:
    return home.framework if isinstance(home, Framework) else home.survey


def wanted_tags(languages: Iterable[str]) -> tuple[str, ...]:
    """The languages whose files may hold words for these: cy-gb also takes those of cy."""
    tags = (tag for language in others(languages) for tag in fallbacks(language))
    return tuple(dict.fromkeys(tag for tag in tags if tag != SOURCE_LANGUAGE))
