"""A rating worked out from a scheme, with its whole sum: every step a sentence with its numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from scoring.card.words import FULL_NOUNS, sentence
from scoring.rating.bands import band_of, in_words, percent_of, published
from scoring.rating.evidence import Evidence, check
from scoring.rating.scheme import WHOLE, Band, Group, Limit, Rounding, Rule, Scale, Scheme, Statement

NOT_ENOUGH_VOICES = "Not enough voices"
NOT_CONFIRMED = "This rule is not confirmed."
NO_SCALE = Scale(least=0, most=0)


@dataclass(frozen=True)
class Step:
    """One step of the sum: of what, and the sentence."""

    part: str
    sentence: str


@dataclass(frozen=True)
class PartRating:
    """One group's own rating. `percent` is as published; None where it was judged."""

    code: str
    name: str
    level: str
    word: str
    percent: int | None


@dataclass(frozen=True)
class Rating:
    """A rating and all that must be printed with it."""

    scheme: Scheme
    """With its title, source, date and notice, and with what is uncertain about it."""
    level: str | None
    """A level's code; None where there are not enough voices."""
    word: str
    percent: int | None
    """As published, rounded up; None where there is no percentage of the whole."""
    parts: tuple[PartRating, ...]
    steps: tuple[Step, ...]

    @property
    def beside(self) -> tuple[str, ...]:
        """What must be printed with the rating: whose it is, from where, and what is uncertain."""
        scheme = self.scheme
        source = f"Source: {scheme.source} Date: {scheme.dated}"
        doubts = (f"Not certain: {doubt}" for doubt in scheme.uncertain)
        return (scheme.notice, scheme.about, source, *doubts)


def rate(scheme: Scheme, evidence: Evidence) -> Rating:
    """The rating, or “Not enough voices” where too few answered.

    Raises IncompleteError for a missing score or judgement and for a code the
    scheme does not know, OutOfRangeError for a score off the scale.
    """
    check(scheme, evidence)
    lacking = tuple(_lacking(scheme, evidence))
    if lacking:
        return Rating(scheme, None, NOT_ENOUGH_VOICES, None, (), lacking)
    desk = _Desk(scheme, evidence)
    if scheme.rules:
        parts, percent = tuple(desk.part(group) for group in scheme.groups), None
        level = desk.whole(parts)
    else:
        parts = ()
        level, percent = desk.scored(scheme.title, scheme.statements)
    level = desk.held(WHOLE, scheme.title, level)
    word = scheme.level(level).word
    desk.say(scheme.title, f"So the rating is: {word}.")
    return Rating(scheme, level, word, percent, parts, tuple(desk.steps))


def _lacking(scheme: Scheme, evidence: Evidence) -> Iterator[Step]:
    """What is missing where a scheme needs voices. It never says how many answered."""
    answered, scored = dict(evidence.voices), {code for code, _ in evidence.scores}
    for need in scheme.needs:
        if answered.get(need.voice, 0) < need.people:
            nouns = FULL_NOUNS[need.voice]
            yield Step(scheme.title, f"Fewer than {need.people} {nouns} answered, so there is no rating.")
    for statement in scheme.statements:
        if scheme.needs and statement.code not in scored:
            yield Step(statement.name, "This has no score that may be shown, so there is no rating.")


@dataclass(frozen=True)
class _Desk:
    """A scheme beside its evidence; the steps are written down as they are made."""

    scheme: Scheme
    evidence: Evidence
    steps: list[Step] = field(default_factory=list)

    def say(self, part: str, words: str, *, uncertain: bool = False) -> None:
        self.steps.append(Step(part, f"{words} {NOT_CONFIRMED}" if uncertain else words))

    def part(self, group: Group) -> PartRating:
        """One group, scored or judged, and then held down where a fact does so."""
        judged = dict(self.evidence.judgements).get(group.code)
        if judged is None:
            level, percent = self.scored(group.name, group.statements)
        else:
            level, percent = judged, None
            looked = "; ".join(statement.name for statement in group.statements)
            self.say(group.name, f"Judged {self._word(judged)}, having looked at: {looked}.")
        level = self.held(group.code, group.name, level)
        return PartRating(group.code, group.name, level, self._word(level), percent)

    def scored(self, part: str, statements: Sequence[Statement]) -> tuple[str, int]:
        """The level and the printed percentage of these statements."""
        scale = self.scheme.scale or NO_SCALE
        given = dict(self.evidence.scores)
        scores = [given[statement.code] for statement in statements]
        names = (f"{each.name} {score}" for each, score in zip(statements, scores, strict=True))
        self.say(part, f"Scores: {'; '.join(names)}.")
        percent = percent_of(scores, scale.most)
        self._divide(part, scores, percent, scale)
        band = band_of(self.scheme.bands, percent)
        self.say(part, self._banded(band))
        return self._limited(part, band.level, min(scores)), published(percent, scale.rounding)

    def _divide(self, part: str, scores: Sequence[int], percent: Fraction, scale: Scale) -> None:
        """The sum, and what it is divided by: a percentage, or an average where the scale ends at 100."""
        total, count = sum(scores), len(scores)
        average, most = scale.most == 100, count * scale.most  # noqa: PLR2004 - the end of a percentage
        sign = "" if average else "%"
        printed = f"{published(percent, scale.rounding)}{sign}"
        how = "always rounded up" if scale.rounding is Rounding.UP else "to the nearest whole number"
        as_printed = "" if percent.denominator == 1 else f", printed as {printed} ({how})"
        if average:
            self.say(part, f"They add up to {total}.")
            self.say(part, f"{total} ÷ {count} = {in_words(percent)} out of 100{as_printed}.")
        else:
            self.say(
                part, f"They add up to {total}. The most there could be is {count} × {scale.most} = {most}."
            )
            self.say(part, f"{total} ÷ {most} × 100 = {in_words(percent)}%{as_printed}.")

    def _banded(self, band: Band) -> str:
        start = f"more than {band.over}" if band.over else "0"
        joint = "and up to" if band.over else "to"
        return sentence(f"{start} {joint} {band.up_to}, before rounding, is {self._word(band.level)}.")

    def _limited(self, part: str, level: str, lowest: int) -> str:
        """The level after the first limit that applies; one that is not applied is only told."""
        for limit in self.scheme.limits:
            if limit.level == level and lowest <= limit.score:
                if limit.applied:
                    self.say(part, self._limit(limit, "is"), uncertain=limit.uncertain)
                    return limit.becomes
                self.say(part, f"{self._limit(limit, 'would be')} We have not applied this.", uncertain=True)
        return level

    def _limit(self, limit: Limit, verb: str) -> str:
        before, after = self._word(limit.level), self._word(limit.becomes)
        return f"With any score of {limit.score} or less, {before} {verb} held at {after}."

    def held(self, group: str, part: str, level: str) -> str:
        """The level after the conditions that hold for this group, or for the whole."""
        for condition in self.scheme.conditions:
            if condition.group != group or condition.code not in self.evidence.facts:
                continue
            best = condition.at_best
            words = f"{condition.words} So this can be {self._word(best)} at best."
            self.say(part, words, uncertain=condition.uncertain)
            if self.scheme.rank(level) > self.scheme.rank(best):
                level = best
        return level

    def whole(self, parts: Sequence[PartRating]) -> str:
        """The first rule that fits the groups' levels; the last rule fits always."""
        title, levels = self.scheme.title, [part.level for part in parts]
        self.say(title, "; ".join(f"{part.name}: {part.word}" for part in parts) + ".")
        rule = next(rule for rule in self.scheme.rules if _fits(rule, levels))
        self.say(title, rule.words, uncertain=rule.uncertain)
        return rule.level

    def _word(self, level: str) -> str:
        return self.scheme.level(level).word


def _fits(rule: Rule, levels: Sequence[str]) -> bool:
    others = [level for level in levels if level not in rule.of]
    enough = len(levels) - len(others) >= rule.at_least
    return enough and (not rule.others or all(level in rule.others for level in others))
