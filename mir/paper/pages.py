"""The page for typing in a booklet, as values: the template only lays it out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mir.paper.asking import Form
from mir.paper.booklet import FOR_PERSON, Choice, foot
from mir.paper.fields import Field, Given, every_field, help_fields, item_field
from mir.paper.items import Asked, Sort
from mir.paper.keying import keys_of
from mir.paper.queries import Disagreement
from mir.respond.offered import LONGEST_COMMENT
from mir.respond.shown import Problem
from mir.rounds.cards import VOICE_WORDS
from mir.rounds.queries import RoundCard
from surveys.edition import Edition
from surveys.framework import Presentation, Voice

PRESENTATION_WORDS = {Presentation.STANDARD: "Standard words", Presentation.EASY_READ: "Easy Read"}
KINDS = {
    "standard": ("Standard words", Presentation.STANDARD),
    "standard-large": ("Standard words, large print", Presentation.STANDARD),
    "easy": ("Easy Read with pictures", Presentation.EASY_READ),
    "easy-plain": ("Easy Read without pictures", Presentation.EASY_READ),
    "easy-large": ("Easy Read, large print", Presentation.EASY_READ),
}
"""The booklets that the desk offers."""
FOR_PERSON_WORDS = "Somebody who answers for a person"
FIRST, SECOND, SETTLE = "first", "second", "settle"
ONE_KEY = 1


@dataclass(frozen=True)
class Row:
    """One field as the page shows it."""

    name: str
    label: str
    words: str
    language: str
    value: str
    keys: tuple[tuple[str, str], ...] = ()
    condition: str = ""
    error: str = ""
    most: int = 0
    """The most characters; 0 where there are lines to write on."""
    jumps: bool = False
    """Whether one key fills it, so that the script may go on to the next."""
    both: tuple[str, str] | None = None
    """What was typed the first and the second time, where they differ."""


@dataclass(frozen=True)
class Group:
    """The rows of one part of the booklet."""

    heading: str
    language: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class KeyPage:
    """The page for typing in one booklet, in one of its three steps."""

    round: RoundCard
    choice: Choice
    step: str
    who: str
    foot: str
    groups: tuple[Group, ...]
    hidden: tuple[tuple[str, str], ...]
    code: str
    code_error: str
    twice: bool
    tenth: bool
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Here:
    """Which booklets are being typed in."""

    card: RoundCard
    edition: Edition
    choice: Choice
    form: Form
    asked: Asked


@dataclass(frozen=True)
class PaperPage:
    """The page of a round's paper: what to print, what to type in, and how well that went."""

    round: RoundCard
    voices: tuple[tuple[str, str], ...]
    """Whose a booklet can be: each voice, and people for whom somebody answers."""
    kinds: tuple[tuple[str, str], ...]
    presentations: tuple[tuple[Presentation, str], ...]
    languages: tuple[tuple[str, str], ...]
    typed_twice: str
    problems: tuple[Problem, ...] = ()


def paper_page(card: RoundCard, edition: Edition, twice: Disagreement) -> PaperPage:
    """What can be printed and typed in for this round."""
    return PaperPage(
        round=card,
        voices=tuple(_whose(edition)),
        kinds=tuple((key, words) for key, (words, one) in KINDS.items() if one in edition.presentations),
        presentations=tuple((one, PRESENTATION_WORDS[one]) for one in edition.presentations),
        languages=tuple((tag, tag) for tag in edition.languages),
        typed_twice=twice.sentence,
    )


def _whose(edition: Edition) -> Iterator[tuple[str, str]]:
    for voice in edition.voices:
        yield voice, VOICE_WORDS[voice]
        if voice is Voice.PERSON:
            yield FOR_PERSON, FOR_PERSON_WORDS


def _who(choice: Choice) -> str:
    return FOR_PERSON_WORDS if choice.proxy else VOICE_WORDS[choice.voice]


def first_page(here: Here, given: Given, *, tenth: bool, problems: tuple[Problem, ...] = ()) -> KeyPage:
    """Everything the booklet asks."""
    errors = {problem.field: problem.sentence for problem in problems}
    groups = []
    helped = tuple(_row(field, given, errors) for field in help_fields(here.form))
    if helped:
        groups.append(Group("Who helps", "en", helped))
    for part in here.asked.parts:
        rows = tuple(_row(item_field(item), given, errors) for item in part.items)
        if part.comment:
            rows = (*rows, _comment(part.code, given, errors))
        groups.append(Group(part.heading.words, part.heading.language, rows))
    return _page(here, FIRST, tuple(groups), given, problems, tenth=tenth)


def second_page(here: Here, given: Given, problems: tuple[Problem, ...] = ()) -> KeyPage:
    """The same fields once more, empty, without the words; what was typed first is carried along unseen."""
    errors = {problem.field: problem.sentence for problem in problems}
    fields = [field for field in every_field(here.form, here.asked) if field.typed_twice]
    rows = tuple(_row(field, given if problems else {}, errors) for field in fields)
    hidden = tuple((f"first-{field.name}", _first(given, field.name)) for field in fields)
    group = Group("The same booklet once more", "en", rows)
    return _page(here, SECOND, (group,), given, problems, hidden=(*hidden, *_written(here, given)))


def settle_page(
    here: Here, given: Given, different: Iterable[str], problems: tuple[Problem, ...] = ()
) -> KeyPage:
    """Only what differs, with both typings; the person looks at the booklet and decides."""
    errors = {problem.field: problem.sentence for problem in problems}
    apart, rows, hidden = set(different), [], []
    for field in every_field(here.form, here.asked):
        if not field.typed_twice:
            continue
        once, again = given.get(f"first-{field.name}", ""), _second(given, field.name)
        hidden += [(f"first-{field.name}", once), (f"second-{field.name}", again)]
        if field.name in apart:
            rows.append(_row(field, given if problems else {}, errors, (once, again)))
        else:
            hidden.append((field.name, once))
    group = Group("Where the two differ", "en", tuple(rows))
    return _page(here, SETTLE, (group,), given, problems, hidden=(*hidden, *_written(here, given)))


def _page(  # noqa: PLR0913 - the three pages differ in these
    here: Here,
    step: str,
    groups: tuple[Group, ...],
    given: Given,
    problems: tuple[Problem, ...],
    *,
    hidden: tuple[tuple[str, str], ...] = (),
    tenth: bool = False,
) -> KeyPage:
    errors = {problem.field: problem.sentence for problem in problems}
    return KeyPage(
        round=here.card,
        choice=here.choice,
        step=step,
        who=f"{_who(here.choice)}, {PRESENTATION_WORDS[here.choice.presentation]}",
        foot=foot(here.edition, here.choice),
        groups=groups,
        hidden=(("step", step), ("token", given.get("token", "")), *hidden),
        code=given.get("code", ""),
        code_error=errors.get("code", ""),
        twice=tenth or bool(given.get("twice")),
        tenth=tenth,
        problems=problems,
    )


def _row(field: Field, given: Given, errors: dict[str, str], both: tuple[str, str] | None = None) -> Row:
    item = field.item
    text = item.sort is Sort.TEXT
    most = item.width if item.sort is Sort.ONE else 0 if text else 80
    stem = f"{item.stem.words} " if item.stem else ""
    return Row(
        field.name,
        field.label,
        stem + item.words.words,
        item.words.language,
        given.get(field.name, ""),
        keys=keys_of(item),
        condition=item.condition,
        error=errors.get(field.name, ""),
        most=most,
        jumps=item.sort is Sort.ONE,
        both=both,
    )


def _comment(code: str, given: Given, errors: dict[str, str]) -> Row:
    name = f"c-{code}"
    words = f"What they say more, word for word. At most {LONGEST_COMMENT:,} characters."
    return Row(name, "+", words, "en", given.get(name, ""), error=errors.get(name, ""))


def _written(here: Here, given: Given) -> Iterable[tuple[str, str]]:
    """What is typed once and carried along: the words, the comments and the code."""
    names = [field.name for field in every_field(here.form, here.asked) if not field.typed_twice]
    names += [f"c-{part.code}" for part in here.asked.parts if part.comment]
    return [(name, given.get(name, "")) for name in (*names, "code")]


def _first(given: Given, name: str) -> str:
    return given.get(f"first-{name}", given.get(name, ""))


def _second(given: Given, name: str) -> str:
    return given.get(f"second-{name}", given.get(name, ""))
