"""What each answering page shows, as values: the templates only lay them out."""

from dataclasses import dataclass, field

from mir import i18n
from mir.i18n import Tongue
from mir.respond.kinds.looks import Look
from mir.respond.kinds.typed import Typed
from mir.respond.recordings import Recorded
from mir.respond.words import STANDARD, Words, words_for
from surveys.framework import Presentation
from surveys.languages.tags import direction

NOT_RECORDED = Recorded()


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field: the id to go to, and the sentence."""

    field: str
    sentence: str

    @property
    def pair(self) -> tuple[str, str]:
        """The field and the sentence, for looking one up by the other."""
        return self.field, self.sentence


@dataclass(frozen=True)
class Choice:
    """One answer on offer. `apart` stands under a line of its own."""

    value: str
    words: str
    symbol: str = ""
    apart: bool = False
    key: str = ""
    """The number that an interviewer presses for it."""


@dataclass(frozen=True)
class Beside:
    """What an interviewer is told on a page, and what they read aloud there."""

    heading: str
    told: tuple[str, ...]
    aloud_heading: str = ""
    aloud: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    """What is read aloud once the four words were."""
    next_person: str = ""
    """What the button is called that begins with the next person; empty where there is none."""
    onward: str = ""
    """Where that button leads."""
    next_code: str = ""
    """What to do where the code counts once."""


@dataclass(frozen=True)
class Frame:
    """What every answering page has around it."""

    words: Words = STANDARD
    language: str = "en"
    easy: bool = True
    service: str = ""
    organisation: str = ""
    card: str = ""
    """Where the page is that says what is kept."""
    tongues: tuple[Tongue, ...] = ()
    """The languages on offer, where a link leads to the page in them; nothing where there is only one."""
    aloud: bool = False
    """Whether an interviewer reads the page aloud and presses number keys."""
    code: str = ""
    """With what code it was opened, where there are no answers to tell whose service it is."""

    @property
    def direction(self) -> str:
        """Which way the language is written."""
        return direction(self.language)


def frame_in(language: str, presentation: Presentation, about: tuple[str, str, str]) -> Frame:
    """The frame of a page in this language: of a service, its organisation and the page of what is kept."""
    spoken = i18n.interface(language)
    service, organisation, card = about
    return Frame(
        words_for(language, presentation),
        spoken,
        presentation == Presentation.EASY_READ,
        i18n.isolated(service, spoken),
        i18n.isolated(organisation, spoken),
        card,
    )


@dataclass(frozen=True)
class FrontPage:
    """The start: a place for a code."""

    typed: str = ""
    problems: tuple[Problem, ...] = ()
    frame: Frame = field(default_factory=Frame)
    action: str = ""


@dataclass(frozen=True)
class WelcomePage:
    """What this survey is, and the ways to read it."""

    frame: Frame
    code: str
    action: str
    heading: str
    language: str
    """The language of the questions."""
    notes: tuple[str, ...]
    """What is to be known of that language: that it is a draft, that the pages do not speak it."""
    wants: str
    facts: tuple[tuple[str, str], ...]
    """Each with the name of its drawing."""
    ways: tuple[Choice, ...]
    about_ways: tuple[str, ...]
    promises: tuple[str, ...]
    held: bool
    changed: str = ""
    """Where people read what changed since last time; empty where nothing was let out."""


@dataclass(frozen=True)
class KeptPage:
    """What is kept, and who sees it."""

    frame: Frame
    level: str
    parts: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Heading, a sentence before the list or nothing, and the list."""
    in_other_words: str
    other: str
    back: str


@dataclass(frozen=True)
class ConsentPage:
    """What taking part means, and whether this person wants to."""

    frame: Frame
    action: str
    of: str
    facts: tuple[str, ...]
    helped: bool
    """Whether somebody may be helping, so that there is a word to them too."""
    switch: str = ""
    tongues: tuple[Tongue, ...] = ()


@dataclass(frozen=True)
class HelpPage:
    """Who helps, if anybody."""

    frame: Frame
    action: str
    of: str
    help_choices: tuple[Choice, ...]
    helper_choices: tuple[Choice, ...]
    chosen: str | None
    helper: str | None
    switch: str
    tongues: tuple[Tongue, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Given:
    """What stands on a page or in the store: chosen, typed, and the comment."""

    typed: Typed
    comment: str


@dataclass(frozen=True)
class Asked:
    """One question as somebody reads it, whatever they answer."""

    look: Look
    heading: str
    """Of its section, or its theme."""
    introduction: str
    symbol: str
    question: str
    stem: str
    """The sentence above a question that was the row of a grid."""
    hint: str
    reason: str
    choices: tuple[Choice, ...]
    own: bool
    """Whether it is the survey's own, and not a statement of the framework."""
    places: tuple[str, ...] = ()
    """Of a ranking: what each place is called."""
    months: tuple[tuple[str, str], ...] = ()
    """Of a month: how each is kept, and its name."""
    view: str = ""
    """Whose view is wanted, where somebody answers for the person."""


@dataclass(frozen=True)
class QuestionPage:
    """One question."""

    frame: Frame
    action: str
    of: str
    progress: str
    asked: Asked
    given: Given
    seen: str
    """A mark of the answer that stood here when the page was made."""
    seen_comment: str
    switch: str
    tongues: tuple[Tongue, ...]
    comments: bool
    problems: tuple[Problem, ...] = ()
    differ: tuple[str, ...] = ()
    """Where two windows disagree: what each of them says."""
    comment_there: str = ""
    recorded: Recorded = NOT_RECORDED
    beside: Beside | None = None
    may_hide: bool = False
    """Whether this person can ask to answer by themselves."""
    show: str = ""
    """Where hidden answers are shown again; nothing where none are hidden."""
    hidden_answer: bool = False
    """Whether this question was answered and the answer is hidden."""
    by_proxy: bool = False
    """Whether it asks somebody who answers for the person."""
