"""Files become values, or are refused whole with plain sentences."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import load
from surveys.faults import FaultyFileError, Severity
from surveys.files import tree
from surveys.files.shape import shaped
from surveys.files.source import Source, parse_source, read_source
from surveys.framework import Framework, Voice
from surveys.load import load_edition, load_framework, load_survey, shipped_edition, shipped_surveys
from surveys.rules import unsound
from surveys.survey import Survey

HERE = Path(__file__).parent
FRAMEWORK = HERE / "good" / "frameworks" / "small.yaml"
SURVEY = HERE / "good" / "surveys" / "little.yaml"
MARKS = st.text(alphabet="ab:-?#&*!|>'\"%@`{}[],\n\t \\uU0~<é\x01\ud800", max_size=60)


def refusal(path: Path) -> str:
    with pytest.raises(FaultyFileError) as caught:
        load_framework(path)
    (fault,) = caught.value.faults
    assert fault.file == str(path)
    return f"{fault.line}: {fault.what}"


def test_a_framework_is_read_with_its_wordings() -> None:
    framework = load_framework(FRAMEWORK)
    statement = framework.themes[0].statements[1]
    assert statement.code == "wi2"
    assert statement.wordings[Voice.STAFF] == {
        "standard": {"en": "People here are safe, day and night."},
        "easy_read": {"en": "People here are safe."},
    }


def test_a_survey_is_read() -> None:
    survey = load_survey(SURVEY)
    assert (survey.survey, survey.statements, survey.comments) == ("little", "all", True)


def test_an_edition_finds_its_framework_in_the_folder_next_door() -> None:
    assert list(load_edition(SURVEY).place) == ["wi1", "wi2", "ia1"]


def test_an_edition_finds_its_framework_beside_the_survey_but_never_takes_the_survey_for_it(
    tmp_path: Path,
) -> None:
    survey = tmp_path / "small.yaml"
    survey.write_text(SURVEY.read_text())
    with pytest.raises(FaultyFileError, match="There is no framework “small”"):
        load_edition(survey)
    beside = survey.rename(tmp_path / "little.yaml")
    (tmp_path / "small.yaml").write_text(FRAMEWORK.read_text())
    assert load_edition(beside).framework == "small"


def test_an_edition_is_refused_with_the_lines_of_both_files(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(FRAMEWORK.read_text().replace("code: always", "code: never"))
    survey = tmp_path / "little.yaml"
    survey.write_text(SURVEY.read_text().replace("statements: all", "statements: [wi9]"))
    with pytest.raises(FaultyFileError) as caught:
        load_edition(survey)
    # “statements” stands on line 11 of the survey, “code: always” on line 22 of the framework.
    places = {(Path(fault.file).stem, fault.line) for fault in caught.value.faults}
    assert {("little", 11), ("small", 22)} <= places
    assert all(fault.severity is Severity.ERROR for fault in caught.value.faults)


def test_shipped_surveys_are_found_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "SHIPPED", HERE / "good")
    shipped_edition.cache_clear()
    assert shipped_surveys() == ("little",)
    assert shipped_edition("little").title == {"en": "A little survey"}
    assert shipped_edition("little") is shipped_edition("little")
    with pytest.raises(FaultyFileError, match=r"no survey called “large”. Choose one of these: little\."):
        shipped_edition("large")
    shipped_edition.cache_clear()


def test_every_survey_we_ship_makes_an_edition() -> None:
    for name in shipped_surveys():
        assert shipped_edition(name).survey == name


def test_a_missing_file_a_folder_and_an_odd_name_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.yaml") == "0: There is no such file."
    assert refusal(tmp_path / "nul\0.yaml") == "0: There is no such file."
    assert refusal(tmp_path) == "0: This is a folder."


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_self: Path, _mode: str) -> None:
        raise PermissionError

    path = tmp_path / "locked.yaml"
    path.write_text("framework: a")
    monkeypatch.setattr(Path, "open", closed)
    assert refusal(path) == "0: The file cannot be opened."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"#" * 1_000_001, "0: The file is larger than 1 MB."),
        (b"a: 1\nb: \xe9\n", "2: This line is not text in UTF-8."),
        ("a: 1".encode("utf-16"), "1: This line is not text in UTF-8."),
        (b"a: 1\nb: \x07\n", "2: This line holds a character that cannot be read."),
    ],
    ids=["large", "latin-1", "utf-16", "bell"],
)
def test_a_file_that_is_not_small_plain_text_is_refused(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "junk.yaml"
    path.write_bytes(data)
    assert refusal(path) == said


def test_a_file_of_very_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_VALUES", 3)
    with pytest.raises(FaultyFileError, match="line 3: The file holds more than 40,000 values"):
        parse_source(b"- a\n" * 9, "f")


def test_a_mark_at_the_start_that_some_editors_write_is_passed_over() -> None:
    assert parse_source(b"\xef\xbb\xbfa: 1\n", "f").data == {"a": 1}


def test_only_plain_numbers_and_true_false_nothing_are_more_than_text() -> None:
    text = b"a: [7, -7, '7', true, no, ~, null, 1.5, 2026-11-22, 0x1f, 1234567890123456]\nb:\n"
    said = [7, -7, "7", True, "no", None, None, "1.5", "2026-11-22", "0x1f", "1234567890123456"]
    assert parse_source(text, "f").data == {"a": said, "b": None}


def test_lines_are_those_of_the_names_and_the_dashes() -> None:
    source = read_source(FRAMEWORK)
    assert source.line_of(("version",)) == 2
    assert source.line_of(("themes", 1, "code")) == 58
    assert source.line_of(("themes", 1, "statements", 0, "nowhere")) == 67
    assert Source("f").line_of(("themes",)) == 0


def test_an_unfamiliar_refusal_still_gets_a_sentence() -> None:
    source = parse_source(b"survey: a\nvoices: {person: 1}\n", "f")
    with pytest.raises(FaultyFileError, match="“voices” should be a list"):
        shaped(Survey, source)
    float_value = Source("f", {**read_source(FRAMEWORK).data, "version": 1.5}, {(): 1, ("version",): 2})
    with pytest.raises(FaultyFileError, match=r"line 2: “version” cannot be read\. Compare it"):
        shaped(Framework, float_value)
    with pytest.raises(FaultyFileError, match="The file should hold names and values"):
        shaped(Framework, Source("f", ["a"]))  # type: ignore[arg-type]  # a caller's mistake


def test_a_name_that_looks_like_the_checkers_own_is_still_told() -> None:
    with pytest.raises(FaultyFileError, match="“literal\\[” is not a name we know here"):
        shaped(Survey, parse_source(b"'literal[': 1\n", "f"))


def test_a_sound_pair_has_nothing_unsound() -> None:
    assert unsound(load_survey(SURVEY), load_framework(FRAMEWORK), Source("s"), Source("f")) == ()


@given(st.binary(max_size=200) | MARKS.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_at_all_raise_anything_but_a_refusal(data: bytes) -> None:
    with pytest.raises(FaultyFileError) as caught:
        shaped(Framework, parse_source(data, "f"))
    assert caught.value.faults
    assert str(caught.value).encode()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["themes", "statements", "code", "wordings", "person", "scale", "options", "x"]
                ),
                inner,
                max_size=4,
            )
        ),
    )
)
def test_no_values_at_all_raise_anything_but_a_refusal(value: object) -> None:
    source = Source("f", {"framework": "a", "themes": value, "scale": value, "title": value}, {(): 1})
    with pytest.raises(FaultyFileError):
        shaped(Framework, source)
