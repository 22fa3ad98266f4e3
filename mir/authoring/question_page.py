"""The page of one own question, with the words of every field."""

from dataclasses import dataclass

from mir.authoring.asking import Place
from mir.authoring.conditions import ANSWERED, Asking, earlier
from mir.authoring.making import Found
from mir.authoring.pages import Here
from mir.authoring.preview import Look
from mir.authoring.typed import ALL, Typed
from mir.authoring.words import KIND_WORDS, LANGUAGE_WORDS, LOOK_WORDS
from mir.errors import NotFoundError
from mir.respond.shown import Problem
from mir.rounds.cards import VOICE_WORDS
from surveys.framework import SOURCE_LANGUAGE
from surveys.languages.translating import direction
from surveys.own.question import WITH_OPTIONS, Kind
from surveys.own.written import OwnQuestion
from surveys.survey import Survey


@dataclass(frozen=True)
class Field:
    """One field for words: its name, label, language and direction."""

    name: str
    label: str
    language: str
    direction: str


@dataclass(frozen=True)
class Block:
    """The fields of one sentence: side by side in English, and below in other languages."""

    legend: str
    fields: tuple[Field, ...]
    more: tuple[Field, ...]


@dataclass(frozen=True)
class Part:
    """An answer or a row: its number, its fields, and whether it rules out the others."""

    number: str
    block: Block


@dataclass(frozen=True)
class QuestionEditor:
    """One own question on its page."""

    here: Here
    typed: Typed
    kind_words: str
    blocks: tuple[Block, ...]
    hint: Block
    proxy: Block
    reason: Block
    options: tuple[Part, ...]
    rows: tuple[Part, ...]
    voices: tuple[tuple[str, str], ...]
    askings: tuple[Asking, ...]
    asking: Asking | None
    """The question whose answers decide, where one is chosen."""
    look: Look
    looks: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    found: tuple[Found, ...]
    problems: tuple[Problem, ...]
    goal: str
    """The id of the field to go to when the page opens; empty for the top."""

    @property
    def has_options(self) -> bool:
        """Whether answers are chosen from a list."""
        return self.typed.kind in WITH_OPTIONS

    @property
    def any_answer(self) -> str:
        """The value that stands for any answer."""
        return ANSWERED

    def error(self, name: str) -> str:
        """What is wrong with this field; nothing where it is well."""
        return next((one.sentence for one in self.problems if one.field == name), "")


def place_of(here: Here, code: str) -> Place:
    """Where the question with this code belongs. Raises NotFoundError; without a code it is a new one."""
    survey, framework = here.making.survey, here.making.framework
    if not code:
        return Place(survey, framework)
    before = question_of(survey, code)
    return Place(survey, framework, before)


def question_of(survey: Survey, code: str) -> OwnQuestion:
    """The own question with this code. Raises NotFoundError."""
    found = next((one for one in survey.questions if one.code == code), None)
    if found is None:
        raise NotFoundError
    return found


def editor(
    here: Here, typed: Typed, look: Look, problems: tuple[Problem, ...] = (), goal: str = ""
) -> QuestionEditor:
    """The page with what is typed on it."""
    survey = here.making.survey
    askings = earlier(survey, here.making.framework, typed.code)
    legends = {ALL: "What do you ask?"} | {
        voice: f"What do you ask {words.lower()}?" for voice, words in VOICE_WORDS.items()
    }
    return QuestionEditor(
        here=here,
        typed=typed,
        kind_words=KIND_WORDS[typed.kind][0],
        blocks=tuple(_block(survey, f"words-{who}", legends[who]) for who in typed.whos),
        hint=_block(survey, "hint", "A hint under the question, if it needs one"),
        proxy=_block(survey, "proxy", "What does somebody read who answers for the person?"),
        reason=_block(survey, "reason", "Why do you ask? People read this"),
        options=tuple(_part(survey, "option", "Answer", *one) for one in enumerate(typed.options, 1)),
        rows=tuple(_part(survey, "row", "Row", *one) for one in enumerate(typed.rows, 1)),
        voices=tuple((voice, VOICE_WORDS[voice]) for voice in survey.voices),
        askings=askings,
        asking=next((one for one in askings if one.code == typed.show_code), None),
        look=look,
        looks=tuple((one, LOOK_WORDS[one]) for one in survey.presentations),
        languages=tuple((one, LANGUAGE_WORDS.get(one, one)) for one in survey.languages),
        found=here.making.at(typed.code) if typed.code else (),
        problems=problems,
        goal=goal,
    )


def kinds() -> tuple[tuple[Kind, str, str], ...]:
    """Every way of answering: its name and an example."""
    return tuple((kind, *words) for kind, words in KIND_WORDS.items())


def words_block(survey: Survey, name: str, legend: str) -> Block:
    """The fields of one sentence of this survey."""
    return _block(survey, name, legend)


def _block(survey: Survey, name: str, legend: str) -> Block:
    fields = tuple(
        Field(
            f"{name}-{look}-{language}",
            LOOK_WORDS[look] if language == SOURCE_LANGUAGE else _other(LOOK_WORDS[look], language),
            language,
            direction(language),
        )
        for language in survey.languages
        for look in survey.presentations
    )
    return Block(
        legend,
        tuple(one for one in fields if one.language == SOURCE_LANGUAGE),
        tuple(one for one in fields if one.language != SOURCE_LANGUAGE),
    )


def _other(look: str, language: str) -> str:
    return f"{look}, in {LANGUAGE_WORDS.get(language, language)}"


def _part(survey: Survey, kind: str, what: str, place: int, number: str) -> Part:
    return Part(number, _block(survey, f"{kind}-{number}", f"{what} {place}"))
