"""What can be done to a survey, each as a pure function: the survey before, and the survey after."""

from collections.abc import Iterable, Sequence

from surveys.asking import order
from surveys.files.tree import Loc
from surveys.framework import Framework, Voice
from surveys.languages.passages import passages
from surveys.own.question import Words
from surveys.own.written import OwnQuestion, OwnSection
from surveys.survey import Survey

FIRST_PART = "part_1"


def changed(survey: Survey, **parts: object) -> Survey:
    """The survey with these parts in place of its own."""
    return survey.model_copy(update=parts)


def with_statements(survey: Survey, framework: Framework, codes: Iterable[str]) -> Survey:
    """The survey asking these statements of the framework, in the framework's order."""
    chosen = set(codes)
    every = [one.code for theme in framework.themes for one in theme.statements]
    kept = tuple(code for code in every if code in chosen)
    found = changed(survey, statements="all" if len(kept) == len(every) else kept)
    return mended(found, framework)


def asked_of(survey: Survey, framework: Framework, voice: Voice) -> frozenset[str]:
    """The codes of the chosen statements that this voice is asked."""
    chosen = survey.statements
    only = survey.only.get(voice)
    return frozenset(
        one.code
        for theme in framework.themes
        for one in theme.statements
        if (chosen == "all" or one.code in chosen) and (only is None or {one.code, theme.code} & set(only))
    )


def with_only(survey: Survey, framework: Framework, voice: Voice, codes: Iterable[str]) -> Survey:
    """The survey asking this voice only these of its statements; all of them where none is left out."""
    chosen = set(codes)
    every = asked_of(changed(survey, only={}), framework, voice)
    only = {one: kept for one, kept in survey.only.items() if one != voice}
    if not every <= chosen:
        order_ = [one.code for theme in framework.themes for one in theme.statements]
        only[voice] = tuple(code for code in order_ if code in chosen & every)
    return changed(survey, only=only)


def with_voices(survey: Survey, voices: Sequence[Voice]) -> Survey:
    """The survey asking these voices."""
    only = {voice: codes for voice, codes in survey.only.items() if voice in voices}
    return changed(survey, voices=tuple(voices), **({"only": only} if only != survey.only else {}))


def with_question(survey: Survey, framework: Framework, question: OwnQuestion) -> Survey:
    """The survey with this question in the place of the one with its code, or after all others."""
    codes = [one.code for one in survey.questions]
    if question.code in codes:
        place = codes.index(question.code)
        questions = (*survey.questions[:place], question, *survey.questions[place + 1 :])
    else:
        questions = (*survey.questions, question)
    return mended(changed(survey, questions=questions), framework)


def without_question(survey: Survey, framework: Framework, code: str) -> Survey:
    """The survey without this question."""
    kept = tuple(one for one in survey.questions if one.code != code)
    return mended(changed(survey, questions=kept), framework)


def in_order(survey: Survey, codes: Sequence[str]) -> Survey:
    """The survey with its own questions in this order; those that are not named come last."""
    place = {code: number for number, code in enumerate(codes)}
    questions = sorted(survey.questions, key=lambda one: place.get(one.code, len(place)))
    return changed(survey, questions=tuple(questions))


def moved(codes: Sequence[str], code: str, by: int) -> tuple[str, ...]:
    """The codes with this one further up (-1) or down (1); as they were where it stands at the end."""
    kept = list(codes)
    if code in kept:
        here = kept.index(code)
        there = min(max(here + by, 0), len(kept) - 1)
        kept.insert(there, kept.pop(here))
    return tuple(kept)


def divided(survey: Survey, framework: Framework, more: Words) -> Survey:
    """The survey in parts: one for each theme, and one, called `more`, for its own questions."""
    chosen = asked_in(survey, framework)
    parts = [
        OwnSection(code=f"part_{number}", title=theme.name, asks=(theme.code,))
        for number, theme in enumerate(framework.themes, start=1)
        if any(one.code in chosen for one in theme.statements)
    ]
    own = tuple(one.code for one in survey.questions)
    if own:
        parts.append(OwnSection(code="part_own", title=more, asks=own))
    return changed(survey, sections=tuple(parts))


def asked_in(survey: Survey, framework: Framework) -> frozenset[str]:
    """The codes of every chosen statement."""
    every = (one.code for theme in framework.themes for one in theme.statements)
    return frozenset(code for code in every if survey.statements == "all" or code in survey.statements)


def in_parts(survey: Survey, parts: Iterable[tuple[OwnSection, Sequence[str]]]) -> Survey:
    """The survey in these parts, each with what is asked in it; a part in which nothing is left goes."""
    kept = tuple(part.model_copy(update={"asks": tuple(asks)}) for part, asks in parts if asks)
    return changed(survey, sections=kept)


def mended(survey: Survey, framework: Framework) -> Survey:
    """The survey with everything that is asked in one of its parts, and nothing there that is not."""
    if not survey.sections:
        return survey
    chosen = asked_in(survey, framework)
    known = {one.code for one in survey.questions} | chosen
    known |= {theme.code for theme in framework.themes if any(one.code in chosen for one in theme.statements)}
    parts = [(part, [code for code in part.asks if code in known]) for part in survey.sections]
    found = in_parts(survey, parts)
    if not found.sections:
        return found
    placed = {code for _, codes in order(found, framework) for code in codes}
    whole = [code for _, codes in order(changed(found, sections=()), framework) for code in codes]
    grids = {row: one.code for one in survey.questions for row in (f"{one.code}_{r.code}" for r in one.rows)}
    missing = tuple(dict.fromkeys(grids.get(code, code) for code in whole if code not in placed))
    last = found.sections[-1]
    return in_parts(
        found, [*((one, one.asks) for one in found.sections[:-1]), (last, (*last.asks, *missing))]
    )


def without_stale(before: Survey, after: Survey) -> Survey:
    """The survey after a change, without words in languages that are switched off and whose English changed.

    Nobody sees them while they change it, so they would come back saying what the survey no longer says.
    """
    said = {one.key: one.words for one in passages(before)}
    data: object = after.model_dump(mode="json", exclude_unset=True)
    found = False
    for one in passages(after):
        hidden = [language for language in one.inline if language not in after.languages]
        if hidden and said.get(one.key, one.words) != one.words:
            found = True
            for loc in (one.loc, *one.also):
                _forget(data, loc, hidden)
    return Survey.model_validate(data) if found else after


def _forget(data: object, loc: Loc, languages: Iterable[str]) -> None:
    for part in loc:
        data = data[part]  # type: ignore[index]  # what JSON holds is known by the place
    for language in languages:
        data.pop(language, None)  # type: ignore[attr-defined]  # the words of a sentence by language
