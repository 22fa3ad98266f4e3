"""What is written of a survey reads back as the same survey, whatever its words are."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveys.files.shape import shaped
from surveys.files.source import parse_source
from surveys.files.writing import survey_text
from surveys.framework import Presentation, Voice
from surveys.load import SHIPPED, load_survey, shipped_surveys
from surveys.own.question import Kind
from surveys.survey import WrittenSurvey

HERE = Path(__file__).parent.parent
LEAST = {
    "survey": "odd",
    "title": "Odd",
    "about": "Odd things.",
    "framework": "making-it-real",
    "voices": ["person"],
    "presentations": ["standard"],
    "statements": ["wi1"],
}
# Everything a file may hold: no control characters, no halves of surrogate pairs (`surveys.files.tree`).
SIGNS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n\x80\x85\u2028")
ODD = """yes|No|null|~|true|12|-3|0x1f
1e3|2026-11|---|...|- a|? b|: |a: b|a #b|#a|&a|*a|!a|%a|@a|`a|>|[a|{a}|'|"
\\|\\x41|<script>alert(1)</script>|=cmd'/c'!A1|{n} days|a, b|a ,b|a:|a -"""
HOSTILE = st.one_of(
    st.sampled_from([*ODD.replace("\n", "|").split("|"), "|", "a\nb", "a\tb", "\u202eabc", " a"]),
    st.text(SIGNS, min_size=1, max_size=60),
).filter(lambda text: bool(text.strip()))
LINES = st.dictionaries(st.sampled_from(["en", "cy", "no", "ur"]), HOSTILE, min_size=1)
WORDS = st.one_of(HOSTILE, st.dictionaries(st.sampled_from(list(Presentation)), LINES, min_size=1))
VOICED = st.one_of(WORDS, st.dictionaries(st.sampled_from(list(Voice)), WORDS, min_size=1))
CODES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True) | st.sampled_from(["yes", "no", "null", "on"])


def without_nothing(**parts: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional=parts)


OPTIONS = st.builds(
    lambda code, words, more: {"code": code, "words": words, **more},
    CODES,
    WORDS,
    without_nothing(alone=st.booleans(), symbol=st.just("help")),
)
QUESTIONS = st.builds(
    lambda code, kind, wordings, more: {"code": code, "kind": kind, "wordings": wordings, **more},
    CODES,
    st.sampled_from(list(Kind)),
    VOICED,
    without_nothing(
        hint=WORDS,
        reason=WORDS,
        about_you=st.booleans(),
        options=st.lists(OPTIONS, max_size=3),
        rows=st.lists(st.fixed_dictionaries({"code": CODES, "wordings": VOICED}), max_size=2),
        unit=st.one_of(HOSTILE, st.fixed_dictionaries({"en": st.fixed_dictionaries({"other": HOSTILE})})),
        least=st.integers(-50, 50),
        most=st.integers(-50, 50),
        show_if=HOSTILE,
    ),
)
SECTIONS = st.builds(
    lambda code, title, asks, more: {"code": code, "title": title, "asks": asks, **more},
    CODES,
    WORDS,
    st.lists(CODES, min_size=1, max_size=3),
    without_nothing(introduction=WORDS, show_if=HOSTILE),
)
SURVEYS = st.builds(
    lambda title, about, more: LEAST | {"title": title, "about": about} | more,
    HOSTILE | LINES,
    HOSTILE | LINES,
    without_nothing(
        comments=st.booleans(),
        languages=st.just(["en", "cy", "no"]),
        statements=st.sampled_from(["all", ["wi1", "wi2"], {"themes": ["wi"], "except": ["wi2"]}]),
        only=st.dictionaries(st.sampled_from(list(Voice)), st.lists(CODES, min_size=1, max_size=2)),
        questions=st.lists(QUESTIONS, max_size=3),
        sections=st.lists(SECTIONS, max_size=2),
    ),
)


def read(text: str) -> WrittenSurvey:
    return shaped(WrittenSurvey, parse_source(text.encode(), "odd.yaml"))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # no test measures the machine
@given(SURVEYS)
def test_a_survey_of_hostile_words_reads_back_as_it_was(data: dict[str, object]) -> None:
    survey = WrittenSurvey.model_validate(data)
    text = survey_text(survey)
    assert read(text) == survey
    assert survey_text(read(text)) == text


@pytest.mark.parametrize(
    "path",
    [*(SHIPPED / "surveys" / f"{name}.yaml" for name in shipped_surveys()), HERE / "good" / "arrivals.yaml"],
    ids=lambda path: path.stem,
)
def test_surveys_that_people_wrote_read_back_as_they_were(path: Path) -> None:
    written = read(path.read_text("utf-8"))
    assert read(survey_text(written)) == written
    settled = load_survey(path) if path.stem != "arrivals" else written
    assert read(survey_text(settled)).statements == settled.statements


AUTHORED = {
    "title": {"en": "How are you: today?"},
    "questions": [
        {
            "code": "days",
            "kind": "number",
            "wordings": "How many days?",
            "unit": "days",
            "least": 0,
            "hint": {"standard": {"en": "A guess will do."}, "easy_read": {"en": "You can guess."}},
        },
        {
            "code": "seen",
            "kind": "one_choice",
            "wordings": {"person": {"standard": {"en": "Did we see you?", "cy": "A welsom chi?"}}},
            "options": [{"code": "yes", "words": "Yes"}, {"code": "often", "words": "Often"}],
        },
    ],
}
AS_WRITTEN = """\
survey: odd
title: "How are you: today?"
about: Odd things.
framework: making-it-real
voices: [person]
presentations: [standard]
statements:
  - wi1
questions:
  - code: days
    kind: number
    wordings: How many days?
    hint:
      standard: A guess will do.
      easy_read: You can guess.
    least: 0
    unit: days
  - code: seen
    kind: one_choice
    wordings:
      person:
        standard:
          en: Did we see you?
          cy: A welsom chi?
    options:
      - code: "yes"
        words: "Yes"
      - code: often
        words: Often
"""


def test_an_author_would_have_written_it_so() -> None:
    assert survey_text(WrittenSurvey.model_validate(LEAST | AUTHORED)) == AS_WRITTEN
