"""Somebody’s form as a survey: whole, with a note for every construct that has no place here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from surveys.asking import settled
from surveys.exchange.xlsforms.assembling import assembled
from surveys.exchange.xlsforms.conditions_in import Conditions
from surveys.exchange.xlsforms.fields import Field, Sort
from surveys.exchange.xlsforms.incoming import Form, Note, languages_of, read_form
from surveys.exchange.xlsforms.layout import SURVEY
from surveys.exchange.xlsforms.walking import Walk
from surveys.faults import Fault, FaultyFileError
from surveys.files.shape import shaped
from surveys.files.source import Source
from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation, Voice
from surveys.languages.overlay import overlays_beside
from surveys.languages.translating import translated
from surveys.load import SHIPPED, load_framework
from surveys.rules import unsound
from surveys.rules.own_faults import unsound_own
from surveys.survey import Survey, WrittenSurvey


@dataclass(frozen=True)
class Terms:
    """What a form of somebody else does not say: the framework, and whom the survey asks."""

    framework: str = "making-it-real"
    voices: tuple[Voice, ...] = (Voice.PERSON,)


@dataclass(frozen=True)
class Incoming:
    """A survey out of a form. `notes` tell by sheet and row what was left out or became something else."""

    survey: Survey
    framework: Framework
    notes: tuple[Note, ...]


def shipped_framework(name: str) -> Framework:
    """A framework that travels with the package, in all its languages.

    Raises FaultyFileError for a name that it lacks.
    """
    path = SHIPPED / "frameworks" / f"{name}.yaml"
    framework, overlays = load_framework(path), overlays_beside(path)
    return translated(framework, overlays, [one.language for one in overlays])


def from_form(
    data: bytes,
    file: str,
    terms: Terms | None = None,
    find: Callable[[str], Framework] = shipped_framework,
) -> Incoming:
    """The survey in a form. Raises FaultyFileError for a file that is no form, or makes no survey."""
    terms = terms or Terms()
    form = read_form(data, file)
    framework = find(form.ours.get("framework", terms.framework))
    if SOURCE_LANGUAGE not in (*languages_of(form.rows), *form.ours.get("languages", "").split()):
        what = "No column “label” is in English, in which every survey is written first."
        raise FaultyFileError((Fault(form.place(SURVEY), 1, what, "Add “label::English (en)”."),))
    conditions = Conditions(form, _known(form))
    walk = Walk(form, framework, conditions)
    walk.everything()
    if not walk.questions and not walk.statements:
        raise FaultyFileError(tuple(_nothing(form)))
    said = assembled(form, framework, walk, terms.voices)
    source = Source(form.place(SURVEY), said, dict(walk.places()))
    survey = settled(shaped(WrittenSurvey, source))
    faults = unsound(survey, framework, source, Source(framework.framework))
    if faults := faults or unsound_own(survey, framework, source):
        raise FaultyFileError(faults)
    return Incoming(survey, framework, tuple(sorted(dict.fromkeys(form.notes))))


def _nothing(form: Form) -> Iterator[Fault]:
    """Why there is nothing to ask, with everything that was left out."""
    yield Fault(form.file, 0, "Nothing in the form can be asked here.", "Look at what is said of each row.")
    for note in form.notes:
        yield Fault(form.place(note.sheet), note.row, note.what, note.fix)


def _known(form: Form) -> dict[str, Field]:
    """The voice and the presentation, which a form of ours works out and no other has."""
    return {field.name: field for field in _always(form)} if form.ours else {}


def _always(form: Form) -> Iterator[Field]:
    voices = form.ours.get("voices", "").split()
    for name, codes in (("voice", voices), ("presentation", [one.value for one in Presentation])):
        yield Field(name, name, Sort.CODE, dict(zip(codes, codes, strict=True)), always=True)
