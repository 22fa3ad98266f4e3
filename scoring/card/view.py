"""One voice's view of the whole round, from its tally, through the gate."""

from dataclasses import dataclass

from scoring.card import words
from scoring.card.gate import Cell, Gate, Shown, show, show_statement, skipped_by_most
from scoring.card.help import help_lines, on_behalf_line
from scoring.card.scorecard import StatementResult, VoiceCard, VoiceTheme, Withheld
from scoring.faults import UnlikeTalliesError
from scoring.measure import Measure, measure_of
from scoring.protection.disclosure import Counts, Thresholds, Told, counts_of, response, told, told_overall
from scoring.rounding import nearest
from scoring.scores import positive_percent
from scoring.spread import VoiceSpread
from scoring.tally import StatementTally, Tally
from surveys.edition import Edition
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice, Wording

NEARLY_ALL = 90
"""Percent of the answers."""


@dataclass(frozen=True)
class VoiceInput:
    """What the site hands over for one voice of one round."""

    voice: Voice
    tally: Tally
    invited: int | None = None
    """How many were asked, where known."""
    help: tuple[tuple[str, int], ...] = ()
    """How many answered with each kind of help, by a code of `words.HELP`."""
    helpers: tuple[tuple[str, int], ...] = ()
    """Of those who had help, how many had whose, by a code of `words.HELPERS`."""
    on_behalf: int = 0
    """How many sheets somebody else filled in for a person. They are not in the tally."""


@dataclass(frozen=True)
class View:
    """One voice after the gate: its card, and for each theme of the edition its score and statements."""

    card: VoiceCard
    themes: tuple[Shown, ...]
    overall: Shown
    statements: tuple[tuple[StatementResult, ...], ...]

    @property
    def shown(self) -> tuple[Shown, ...]:
        """Each theme's score, then that of all themes together."""
        return (*self.themes, self.overall)

    def theme(self, place: int) -> VoiceTheme:
        """What this voice says of one theme."""
        return VoiceTheme(self.card.voice, self.themes[place].score, self.statements[place])


def plain(wording: Wording) -> str:
    """A wording as printed: standard words in the source language, or the nearest there is."""
    text = wording.get(Presentation.STANDARD) or next(iter(wording.values()))
    return text.get(SOURCE_LANGUAGE) or next(iter(text.values()))


@dataclass(frozen=True)
class Round:
    """What is the same for all voices of a round."""

    edition: Edition
    thresholds: Thresholds
    heard: bool
    """Whether anybody of any voice answered."""


def view_of(given: VoiceInput, spread: VoiceSpread, about: Round) -> View:
    """One voice through the gate. Raises UnlikeTalliesError when the tally is not of this edition."""
    measure = measure_of(about.edition)
    if not given.tally.like(Tally.zero(measure)):
        raise UnlikeTalliesError(f"The tally of {given.voice} does not belong to this edition.")
    counts = counts_of(given.tally.people, given.invited, _left_out(given.tally), about.thresholds)
    desk = _Desk(given, spread, about, measure, Gate(given.voice, counts, measure.positive_from))
    whole = desk.whole()
    if whole is not None:
        shown: tuple[Shown, ...] = tuple(Shown(whole) for _ in measure.themes)
        overall = Shown(whole)
        statements: tuple[tuple[StatementResult, ...], ...] = tuple(() for _ in measure.themes)
    else:
        places = range(len(measure.themes))
        shown, overall = tuple(desk.theme(place) for place in places), desk.overall()
        statements = tuple(desk.statements(place) for place in places)
    return View(_card(given, overall, counts), shown, overall, statements)


def _left_out(tally: Tally) -> list[int]:
    """The numbers of people left out of each base."""
    bases = [tally.overall.n, *(theme.scores.n for theme in tally.themes)]
    bases += [statement.base for statement in tally.statements if statement.asked]
    return [tally.people - base for base in bases]


def _card(given: VoiceInput, overall: Shown, counts: Counts) -> VoiceCard:
    people = given.tally.people
    lines = help_lines(given.voice, people, given.help, given.helpers, counts)
    proxy = on_behalf_line(given.on_behalf, counts)
    return VoiceCard(
        voice=given.voice,
        answered=counts.words(people),
        invited=given.invited,
        response=response(people, given.invited, counts),
        overall=overall.score,
        help=lines if proxy is None else (*lines, proxy),
    )


@dataclass(frozen=True)
class _Desk:
    """One voice's tally beside everything needed to show it."""

    given: VoiceInput
    spread: VoiceSpread
    about: Round
    measure: Measure
    gate: Gate

    def whole(self) -> Withheld | None:
        """What stands everywhere when the whole voice is nobody, or too few."""
        voice, people, least = self.given.voice, self.given.tally.people, self.about.thresholds.nothing_below
        level = told(people, self.about.thresholds)
        if level is Told.NOBODY:
            why = words.not_heard_from(voice) if self.about.heard else words.NOBODY_YET
            return Withheld(self.gate.counts.words(0), why)
        if level is Told.NOTHING:
            return Withheld(self.gate.counts.words(people), words.fewer(voice, least))
        return None

    def overall(self) -> Shown:
        """The overall score: withheld whenever a part of it is."""
        tally, thresholds = self.given.tally, self.about.thresholds
        n, least, inside = tally.overall.n, thresholds.nothing_below, self.measure.inside
        level = told_overall(n, [tally.themes[place].scores.n for place in inside], thresholds)
        answered = self.gate.counts.words(n)
        if level is Told.NOBODY:
            return Shown(Withheld(answered, words.NO_SCORE))
        if level is Told.NOTHING:
            small = n < thresholds.nothing_below
            why = words.fewer(self.given.voice, least) if small else words.part_withheld(least)
            return Shown(Withheld(answered, why))
        options = self._options(tuple(column for place in inside for column in self.measure.themes[place]))
        cell = Cell(tally.overall, tally.overall_unit, tally.people, self.spread.overall, options)
        return show(cell, level, self.gate)

    def theme(self, place: int) -> Shown:
        """One theme's score."""
        n = self.given.tally.themes[place].scores.n
        level = told(n, self.about.thresholds)
        if level is Told.NOBODY:
            return Shown(Withheld(self.gate.counts.words(0), self._why_none(place)))
        if level is Told.NOTHING:
            why = words.fewer(self.given.voice, self.about.thresholds.nothing_below)
            return Shown(Withheld(self.gate.counts.words(n), why))
        return show(self._cell(place), level, self.gate)

    def statements(self, place: int) -> tuple[StatementResult, ...]:
        """One theme's statements: none where the theme is of too few, or skipped by most."""
        n = self.given.tally.themes[place].scores.n
        if n < self.about.thresholds.statements_from or skipped_by_most(self._cell(place)):
            return ()
        voice = self.given.voice
        return tuple(
            StatementResult(
                statement.code,
                plain(statement.wordings[voice]),
                show_statement(self._statement(statement.code), n, self.gate, backwards=statement.reverse),
            )
            for statement in self.about.edition.themes[place].statements
            if voice in statement.wordings
        )

    def _statement(self, code: str) -> StatementTally:
        return self.given.tally.statements[self.about.edition.place[code]]

    def _cell(self, place: int) -> Cell:
        theme = self.given.tally.themes[place]
        options = self._options(self.measure.themes[place])
        return Cell(theme.scores, self.measure.unit, theme.asked, self.spread.themes[place], options)

    def _options(self, columns: tuple[int, ...]) -> tuple[int, ...]:
        """How often each option was chosen in these columns, the least favourable first."""
        rows = []
        for column in columns:
            row = self.given.tally.statements[column].options
            rows.append(row[::-1] if self.measure.backwards[column] else row)
        return tuple(sum(chosen) for chosen in zip(*rows, strict=True))

    def _why_none(self, place: int) -> str:
        """Why nobody has a score on this theme."""
        rows = [self.given.tally.statements[column] for column in self.measure.themes[place]]
        asked, apart = sum(row.asked for row in rows), sum(row.does_not_apply for row in rows)
        if not asked:
            return words.not_asked(self.given.voice)
        if not apart or any(row.base for row in rows):
            return words.NO_SCORE
        if self.given.tally.people < self.about.thresholds.statements_from:
            return words.NO_ONE_FELT_IT_APPLIED
        share = positive_percent((apart, asked - apart), (0,))
        return words.did_not_apply(100 if share >= NEARLY_ALL else max(nearest(share, 5), 5))
