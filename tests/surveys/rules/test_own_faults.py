"""Every fault of own questions, sections, conditions and their words is told at its line."""

from pathlib import Path

import pytest

from surveys.asking import settled
from surveys.edition import publish
from surveys.faults import Fault, FaultyFileError, Severity
from surveys.files.shape import shaped
from surveys.files.source import Source, parse_source
from surveys.framework import Voice
from surveys.load import load_edition, load_framework, load_survey
from surveys.rules.own_faults import own_faults, unsound_own
from surveys.survey import Survey, WrittenSurvey

HERE = Path(__file__).parent.parent
FRAMEWORK = load_framework(HERE / "good" / "frameworks" / "small.yaml")
TEXT = (HERE / "good" / "arrivals.yaml").read_text()
WEEKS = "      - code: weeks\n        words: {standard: Some weeks, easy_read: Weeks}\n"
POOR = "      - code: poor\n        words: {standard: Poor, easy_read: Bad}\n"
ROWS = TEXT[TEXT.index("    rows:") : TEXT.index("    options:\n      - code: poor")]
MONEY = 'show_if: wi1 <= 2 and length == "years"'
GRID = "show_if: '\"family\" in helped or days >= 5'"
SECTIONS = TEXT[TEXT.index("sections:") :]


def survey_of(text: str) -> tuple[Survey, Source]:
    source = parse_source(text.encode(), "f")
    return settled(shaped(WrittenSurvey, source)), source


def faults_of(*changes: tuple[str, str]) -> tuple[Fault, ...]:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    survey, source = survey_of(text)
    return own_faults(survey, FRAMEWORK, source)


def line_of(start: str) -> int:
    """The line of the first survey line that starts so, counted from 1."""
    return next(place for place, line in enumerate(TEXT.splitlines(), 1) if line.strip().startswith(start))


def test_the_survey_of_every_kind_has_no_fault() -> None:
    assert faults_of() == ()


@pytest.mark.parametrize(
    ("old", "new", "slugs"),
    [
        ("code: more", "code: wi2", ["own-code-taken", "section-unknown"]),
        ("code: more", "code: voice", ["own-code-taken", "section-missing", "section-unknown"]),
        ("code: taste", "code: " + "t" * 38, ["own-code-long"]),
        ("code: choice", "code: taste", ["own-code-twice", "section-twice"]),
        ("code: weeks", "code: years", ["own-code-twice"]),
        ("code: weeks", "code: prefer_not", ["own-code-taken"]),
        (WEEKS, "", ["own-incomplete"]),
        (ROWS, "", ["own-incomplete"]),
        (POOR, POOR * 8, ["own-code-twice", "own-incomplete"]),
        ("    top: 2", "    top: 4", ["own-incomplete"]),
        ("    least: 1", "    least: 8", ["condition-always", "own-incomplete"]),
        ("kind: several_choices", "kind: one_choice", ["condition-wrong-kind", "own-incomplete"]),
        ("kind: month", "kind: month\n    top: 2", ["own-not-of-this-kind"]),
        ("kind: month", "kind: month\n    least: 2", ["own-not-of-this-kind"]),
        ("kind: month", "kind: month\n    about_you: true", ["own-without-reason"]),
        (
            "kind: short_text",
            "kind: short_text\n    about_you: true\n    reason: {standard: So, easy_read: So}",
            ["own-text-about-you"],
        ),
        ("code: end", "code: rest", ["own-code-twice"]),
        ("asks: [ia1, more]", "asks: [ia1, mor]", ["section-missing", "section-unknown"]),
        ("asks: [ia1, more]", "asks: [ia, wi1, more]", ["section-twice"]),
        ("asks: [ia1, more]", "asks: [more]", ["section-missing"]),
        ("staff: [wi]", "staff: [wi, zzzz]", ["only-unknown"]),
        ("person: {standard: Do you choose", "leader: {standard: Do you choose", ["own-asks-nobody"]),
        (MONEY, "show_if: wi1 <", ["condition-unreadable"]),
        (MONEY, "show_if: ia1 <= 2", ["condition-looks-ahead"]),
        (MONEY, 'show_if: money == "yes"', ["condition-looks-ahead"]),
        (MONEY, "show_if: wi9 <= 2", ["condition-unknown-name"]),
        (MONEY, "show_if: wi1 <= 3", ["condition-always"]),
        (MONEY, "show_if: wi1 > 3", ["condition-never"]),
        (MONEY, 'show_if: wi1 == "never"', ["condition-wrong-kind"]),
        (MONEY, 'show_if: length == "months"', ["condition-no-such-option"]),
        (MONEY, 'show_if: voice == "leader"', ["condition-no-such-option"]),
        (GRID, "show_if: food_taste == 1", ["condition-looks-ahead"]),
        (GRID, 'show_if: moved >= "2026-01" and answered(why)', []),
        ("answered(first)", "food_taste == 1", []),
        ("answered(first)", "answered(ia1)", ["condition-looks-ahead"]),
        ("answered(first)", "answered(more)", ["condition-looks-ahead"]),
        ("{standard: The taste, easy_read: The taste}", "The taste", ["own-not-worded"]),
        (
            "{standard: The taste, easy_read: The taste}",
            "{standard: {cy: Y blas}, easy_read: A}",
            ["own-no-english"],
        ),
        ("known {service}?", "known {place}?", ["own-unknown-place"]),
        ("First about {service}.", "First about {days}.", ["own-unknown-place"]),
        ('other: "{n} days"', 'many: "{n} days"', ["own-unit-form"]),
        ('other: "{n} days"', 'other: "{x} days"', ["own-unknown-place"]),
    ],
)
def test_a_fault_is_told_by_its_kind(old: str, new: str, slugs: list[str]) -> None:
    assert sorted({fault.kind for fault in faults_of((old, new))}) == slugs


def test_a_fault_stands_at_its_line_and_says_what_to_do() -> None:
    (fault,) = faults_of((MONEY, "show_if: wi9 <= 2"))
    assert (fault.line, fault.file) == (line_of(MONEY), "f")
    assert str(fault).endswith("The condition asks about “wi9”, which is no question. Did you mean “wi2”?")
    (row,) = faults_of(("{standard: The taste, easy_read: The taste}", "The taste"))
    assert row.line == line_of("- code: taste") + 1


def test_every_fault_is_whole_sentences() -> None:
    for old, new in ((WEEKS, ""), (MONEY, "show_if: wi1 <"), ("asks: [ia1, more]", "asks: [more]")):
        for fault in faults_of((old, new)):
            assert fault.what[-1] in ".…!?”"
            assert fault.fix[-1] in ".?"


def test_a_warning_does_not_keep_a_survey_from_being_published() -> None:
    survey, source = survey_of(TEXT.replace(MONEY, "show_if: wi1 > 3"))
    (fault,) = own_faults(survey, FRAMEWORK, source)
    assert fault.severity is Severity.WARNING
    assert unsound_own(survey, FRAMEWORK, source) == ()
    assert len(publish(FRAMEWORK, survey).questions) == 10


def test_a_survey_that_could_not_be_asked_is_not_published() -> None:
    survey, _ = survey_of(TEXT.replace(MONEY, "show_if: wi9 == 1"))
    with pytest.raises(FaultyFileError, match="which is no question"):
        publish(FRAMEWORK, survey)


def test_without_sections_statements_come_first_and_then_own_questions() -> None:
    survey, source = survey_of(TEXT.replace(SECTIONS, "").replace("staff: [wi]", "staff: [wi1]"))
    assert own_faults(survey, FRAMEWORK, source) == ()
    edition = publish(FRAMEWORK, survey)
    assert [step.code for step, _ in edition.order][:4] == ["wi1", "wi2", "ia1", "length"]
    assert set(edition.statements[1].wordings) == {Voice.PERSON}
    nobody, _ = survey_of(
        TEXT.replace(SECTIONS, "").replace("  staff: [wi]", "  staff: [wi]\n  person: [wi]")
    )
    assert [statement.code for statement in publish(FRAMEWORK, nobody).statements] == ["wi1", "wi2"]


def test_a_file_that_could_not_be_asked_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text((HERE / "good" / "frameworks" / "small.yaml").read_text())
    path = tmp_path / "arrivals.yaml"
    path.write_text(TEXT.replace(MONEY, "show_if: wi9 == 1"))
    with pytest.raises(FaultyFileError, match=f"line {line_of(MONEY)}: The condition asks about “wi9”"):
        load_edition(path)


def chosen(tmp_path: Path, statements: str) -> list[str]:
    text = (HERE / "good" / "surveys" / "little.yaml").read_text()
    (tmp_path / "small.yaml").write_text((HERE / "good" / "frameworks" / "small.yaml").read_text())
    path = tmp_path / "little.yaml"
    path.write_text(text.replace("statements: all", f"statements: {statements}"))
    return list(load_edition(path).place)


def test_statements_may_be_chosen_by_theme(tmp_path: Path) -> None:
    assert chosen(tmp_path, "{themes: [wi], except: [wi1]}") == ["wi2"]
    assert chosen(tmp_path, "{except: [wi1]}") == ["wi2", "ia1"]
    assert load_survey(tmp_path / "little.yaml").statements == ("wi2", "ia1")
    assert chosen(tmp_path, "[ia1, wi1]") == ["wi1", "ia1"]


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ("{thems: [wi]}", "line 11: “thems” is not a name we know here"),
        ("{themes: [wx]}", "line 11: “wx” is not in small. Write one of these: wi, ia."),
        ("{except: [wi]}", "line 11: “wi” is not in small. Write one of these: wi1"),
        ("{themes: [ia], except: [ia1]}", "line 11: Nothing is left to ask."),
        ("{themes: wi}", "line 11: “themes” should be a list."),
    ],
)
def test_a_choice_by_theme_that_chooses_nothing_known_is_refused(
    tmp_path: Path, statements: str, said: str
) -> None:
    with pytest.raises(FaultyFileError) as caught:
        chosen(tmp_path, statements)
    assert any(said in str(fault) for fault in caught.value.faults)
