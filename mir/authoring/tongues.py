"""What check says of a survey’s languages, for somebody who has no file of a language before them."""

from collections.abc import Iterable, Iterator

from mir.authoring.words import LANGUAGE_WORDS
from surveys.faults import Fault, Kind, Severity
from surveys.languages.offered import DRAFT, NOT_THERE, Asked, language_faults
from surveys.languages.overlay import Overlay

LACKING = Kind(
    "language-lacking",
    "{sentences} of the statements {have} no words in {language} yet.",
    "Switch those statements off, or take {language} out.",
)
UNSPOKEN = Kind(
    "language-unspoken",
    "The statements of this survey are not in {language}.",
    "Take {language} out under “What it is”.",
)
UNREVIEWED = Kind(
    "language-unreviewed",
    "The {language} words of the statements are a draft, and people are told so.",
    "Ask somebody who speaks {language} to go through them.",
    Severity.WARNING,
)


def spoken_faults(asked: Asked, overlays: Iterable[Overlay]) -> tuple[Fault, ...]:
    """Faults of the languages, each at its place in the survey; those of one framework's file told as one."""
    every = tuple(overlays)
    return tuple(_told(asked, every, language_faults(asked, every)))


def _told(asked: Asked, overlays: Iterable[Overlay], faults: Iterable[Fault]) -> Iterator[Fault]:
    lacking: dict[str, int] = {}
    files = {one.source.file: one.language for one in overlays}
    for fault in faults:
        if fault.file in files:
            if fault.severity is Severity.ERROR:
                lacking[files[fault.file]] = lacking.get(files[fault.file], 0) + 1
        elif fault.kind not in (DRAFT.slug, NOT_THERE.slug):
            yield fault
    for place, language in enumerate(asked.survey.languages):
        yield from _of_language(asked, overlays, (place, language), lacking.get(language, 0))


def _of_language(
    asked: Asked, overlays: Iterable[Overlay], at: tuple[int, str], lacking: int
) -> Iterator[Fault]:
    place, language = at
    if language == asked.survey.languages[0]:
        return
    loc, name = ("languages", place), LANGUAGE_WORDS.get(language, language)
    found = next((one for one in overlays if one.language == language), None)
    if found is None:
        yield asked.survey_source.told(UNSPOKEN, loc, language=name)
    elif lacking:
        sentences = "1 sentence" if lacking == 1 else f"{lacking} sentences"
        have = "has" if lacking == 1 else "have"
        facts = {"sentences": sentences, "have": have, "language": name}
        yield asked.survey_source.told(LACKING, loc, **facts)
    elif found.status == "draft":
        yield asked.survey_source.told(UNREVIEWED, loc, language=name)
