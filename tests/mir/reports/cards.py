"""Scorecards made by hand for the tests of drawing and printing: rich, small, empty, suppressed, hostile."""

from dataclasses import replace
from datetime import date

from scoring.card import notes, words
from scoring.card.scorecard import (
    Gap,
    HelpLine,
    Highlight,
    Percent,
    RoundFacts,
    Score,
    Scorecard,
    StatementResult,
    ThemeCard,
    VoiceCard,
    VoiceTheme,
    Withheld,
)
from scoring.protection.disclosure import Thresholds
from surveys.framework import Voice

PERSON, FAMILY, STAFF, LEADER = Voice.PERSON, Voice.FAMILY, Voice.STAFF, Voice.LEADER
THEMES = (
    ("wi", "Wellbeing and independence", "A good life on my own terms"),
    ("ia", "Information and advice", "Finding out what I need to know"),
    ("ac", "Active and supportive communities", "Being close to people, being part of things"),
    ("fi", "Flexible and integrated care and support", "Support that fits around my life"),
    ("cc", "When things need to change", "Ready for what comes next"),
    ("wf", "Workforce", "Good staff, who take time for me"),
    ("wl", "Well led", "The people in charge, working with us"),
)
FEWER = "fewer than 5"
Result = Score | Withheld


def score(voice: Voice, mean: int, half: int, answered: str = "34", left_out: str = "none") -> Score:
    """A score with a range of `mean` ± `half`, kept within 0 and 100."""
    low, high = max(mean - half, 0), min(mean + half, 100)
    coarse = answered == "5 to 9"
    reading = (
        words.truth_between(voice, answered, low, high) if coarse else words.scored(voice, mean, low, high)
    )
    return Score(mean, low, high, answered, left_out, coarse, True, reading)


def fewer(voice: Voice) -> Withheld:
    """Of one to four people."""
    return Withheld(FEWER, words.fewer(voice, 5))


def statements(voice: Voice, code: str) -> tuple[StatementResult, ...]:
    """Three statements: a share, words alone, and one withheld."""
    asked = (
        "Staff take time to listen to what I have to say." if voice is PERSON else "We take time to listen."
    )
    return (
        StatementResult(f"{code}1", asked, Percent(70, 55, 80, "about 70%", "34", "none")),
        StatementResult(f"{code}2", asked, Percent(None, None, None, "nearly everyone agreed", "29", "5")),
        StatementResult(f"{code}3", asked, Withheld("5 to 9", words.statement_withheld(10))),
    )


def card(voices: dict[Voice, tuple[Result, ...]], overall: dict[Voice, Result], service: str) -> Scorecard:
    """A scorecard of these results: a score for each voice and theme."""
    return Scorecard(
        facts=RoundFacts(
            service, "Hazel Care", "Care home", "Spring 2026", date(2026, 3, 2), date(2026, 3, 29)
        ),
        survey_title="Making it Real, all statements",
        edition_hash="3f9a0c12ab47" + "0" * 52,
        method="1.0",
        voices=tuple(_voice(voice, overall[voice]) for voice in voices),
        themes=tuple(_theme(place, voices) for place in range(len(THEMES))),
        strengths=(),
        together=(),
        gaps=(),
        notes=(
            notes.SCALE,
            notes.HALF,
            notes.RANGE,
            notes.protection(Thresholds()),
            notes.APART,
            notes.PROVISIONAL,
            notes.WORDING,
            notes.not_ranked(PERSON, STAFF, Thresholds()),
            notes.NOT_A_RATING,
        ),
    )


def _voice(voice: Voice, overall: Result) -> VoiceCard:
    told = isinstance(overall, Score)
    lines = (HelpLine("none", "20 people answered without help."),) if told and voice is PERSON else ()
    return VoiceCard(
        voice, overall.answered, 52, "about 65% of those asked" if told else None, overall, lines
    )


def _theme(place: int, voices: dict[Voice, tuple[Result, ...]]) -> ThemeCard:
    code, name, subtitle = THEMES[place]
    return ThemeCard(
        code,
        name,
        subtitle,
        "wellbeing",
        tuple(
            VoiceTheme(
                voice, results[place], statements(voice, code) if isinstance(results[place], Score) else ()
            )
            for voice, results in voices.items()
        ),
        (),
    )


def rich(service: str = "Rose House") -> Scorecard:
    """Four voices, every kind of result, strengths, things to work on and differences in view."""
    people = [score(PERSON, mean, 8) for mean in (82, 64, 58, 74, 61, 88, 69)]
    family = [score(FAMILY, mean, 20, "5 to 9", "none or a few") for mean in (75, 60, 55, 70)]
    staff = [score(STAFF, mean, 6, "30 to 39", "5 to 9") for mean in (85, 79, 71, 80, 77, 86, 62)]
    leaders: list[Result] = [fewer(LEADER)] * 7
    voices: dict[Voice, tuple[Result, ...]] = {
        PERSON: tuple(people),
        FAMILY: (*family, fewer(FAMILY), Withheld("none", words.NO_SCORE), score(FAMILY, 100, 25, "5 to 9")),
        STAFF: tuple(staff),
        LEADER: tuple(leaders),
    }
    overall: dict[Voice, Result] = {
        PERSON: score(PERSON, 71, 6),
        FAMILY: Withheld("5 to 9", words.part_withheld(5)),
        STAFF: score(STAFF, 77, 5, "30 to 39"),
        LEADER: fewer(LEADER),
    }
    return _with_lists(card(voices, overall, service))


def _with_lists(bare: Scorecard) -> Scorecard:
    named = {code: name for code, name, _ in THEMES}
    gap = Gap(
        "ia",
        named["ia"],
        PERSON,
        STAFF,
        -15,
        -25,
        -5,
        True,
        words.difference_in_view((PERSON, 64), (STAFF, 79), (-25, -5)),
    )
    more = (
        replace(gap, theme=code, theme_name=named[code], sentence=words.difference_in_view(*told))
        for code, told in (
            ("cc", ((PERSON, 61), (STAFF, 77), (-26, -6))),
            ("ac", ((PERSON, 58), (STAFF, 71), (-23, -3))),
        )
    )
    return replace(
        bare,
        strengths=tuple(
            Highlight(code, named[code], PERSON, words.strength(PERSON, named[code], mean, bounds))
            for code, mean, bounds in (("wf", 88, (80, 96)), ("wi", 82, (74, 90)), ("fi", 74, (66, 82)))
        ),
        together=tuple(
            Highlight(code, named[code], PERSON, words.to_work_on(PERSON, named[code], mean, bounds))
            for code, mean, bounds in (("ac", 58, (50, 66)), ("cc", 61, (53, 69)), ("ia", 64, (56, 72)))
        ),
        gaps=(gap, *more),
    )


def three(service: str = "Rose House") -> Scorecard:
    """As `rich`, without leaders."""
    whole = rich(service)
    return replace(
        whole,
        voices=whole.voices[:3],
        themes=tuple(replace(theme, voices=theme.voices[:3]) for theme in whole.themes),
    )


def small() -> Scorecard:
    """Seven people answered, and nobody else."""
    voices: dict[Voice, tuple[Result, ...]] = {
        PERSON: tuple(score(PERSON, mean, 20, "5 to 9") for mean in (80, 65, 60, 75, 60, 90, 70)),
        STAFF: (Withheld("none", words.not_heard_from(STAFF)),) * 7,
    }
    overall: dict[Voice, Result] = {PERSON: score(PERSON, 70, 15, "5 to 9"), STAFF: voices[STAFF][0]}
    return card(voices, overall, "Rose House")


def suppressed() -> Scorecard:
    """One to four people of each voice: no number at all."""
    everyone = (PERSON, FAMILY, STAFF, LEADER)
    return card(
        {voice: (fewer(voice),) * 7 for voice in everyone},
        {voice: fewer(voice) for voice in everyone},
        "Rose House",
    )


def empty() -> Scorecard:
    """Nobody answered."""
    nobody = Withheld("none", words.NOBODY_YET)
    everyone = (PERSON, FAMILY, STAFF, LEADER)
    return card(dict.fromkeys(everyone, (nobody,) * 7), dict.fromkeys(everyone, nobody), "Rose House")


def scattered() -> Scorecard:
    """Every voice has results that are withheld for many different reasons: the longest ledger there is."""
    whole = rich("The Reverend Bartholomew Featherstonehaugh Memorial Home")
    reasons = (
        fewer(FAMILY),
        Withheld("none", words.NO_SCORE),
        Withheld("none", words.did_not_apply(95)),
        Withheld("none", words.NO_ONE_FELT_IT_APPLIED),
    )
    themes = tuple(
        replace(
            theme,
            voices=tuple(
                replace(voice, score=reasons[(place + at) % 4], statements=()) if (place + at) % 3 else voice
                for at, voice in enumerate(theme.voices)
            ),
        )
        for place, theme in enumerate(whole.themes)
    )
    return replace(whole, themes=themes)


def hostile() -> Scorecard:
    """Names that try to break out of the page."""
    whole = rich("<script>alert(1)</script> & “Ümlaut” " + "W" * 120)
    facts = replace(
        whole.facts, title="😀 בית ורדים {{ 7*7 }}", organisation="a" * 200, kind="<b>Care</b> دار الرعاية"
    )
    return replace(whole, facts=facts)
