"""The statements of a framework as a page shows them: by theme, each to be switched on or off."""

from dataclasses import dataclass

from mir.authoring.changes import asked_in
from mir.authoring.making import STATEMENTS, Found
from mir.authoring.pages import Here, plainly
from mir.rounds.cards import VOICE_WORDS
from surveys.framework import Statement, Voice


@dataclass(frozen=True)
class StatementRow:
    """One statement."""

    code: str
    words: str
    topic: str
    on: bool


@dataclass(frozen=True)
class ThemeGroup:
    """One theme with its statements."""

    code: str
    name: str
    subtitle: str
    symbol: str
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True)
class StatementsPage:
    """All of them, or those one voice may be asked."""

    here: Here
    voice: str
    voice_words: str
    groups: tuple[ThemeGroup, ...]
    voices: tuple[tuple[str, str], ...]
    found: tuple[Found, ...]


def statements_page(here: Here, voice: Voice | None, chosen: frozenset[str]) -> StatementsPage:
    """The page for all voices, or for one, with these statements on."""
    making = here.making
    offered = asked_in(making.survey, making.framework) if voice else None
    groups = (
        ThemeGroup(
            theme.code,
            plainly(theme.name),
            plainly(theme.subtitle),
            theme.symbol,
            tuple(
                StatementRow(one.code, _words(one, voice), one.topic, one.code in chosen)
                for one in theme.statements
                if (offered is None or one.code in offered) and (voice is None or voice in one.wordings)
            ),
        )
        for theme in making.framework.themes
    )
    return StatementsPage(
        here,
        voice or "",
        VOICE_WORDS[voice] if voice else "",
        tuple(group for group in groups if group.rows),
        tuple((one, VOICE_WORDS[one]) for one in making.survey.voices),
        making.at(STATEMENTS),
    )


def _words(statement: Statement, voice: Voice | None) -> str:
    wordings = statement.wordings
    first = voice or (Voice.PERSON if Voice.PERSON in wordings else next(iter(wordings)))
    return plainly(wordings[first])
