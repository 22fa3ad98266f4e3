"""Every change from edition to edition is found, named for what it does, and obeyed by comparisons."""

from pathlib import Path
from typing import Any

import pytest

from surveys.edition import Edition, publish
from surveys.editions.changes import Effect
from surveys.editions.diff import comparable, diff
from surveys.framework import Presentation, Voice
from surveys.load import load_framework
from surveys.survey import Survey

FRAMEWORK = load_framework(Path(__file__).parent.parent / "bad" / "frameworks" / "tidy.yaml")
SURVEY = Survey(
    survey="tidy-survey",
    title={"en": "A tidy survey"},
    about={"en": "Four statements."},
    framework="tidy",
    voices=(Voice.PERSON, Voice.STAFF),
    presentations=(Presentation.STANDARD, Presentation.EASY_READ),
    statements="all",
)
OLD = publish(FRAMEWORK, SURVEY)
NONE, COSMETIC, SAME, CARE, BREAK = Effect
WI1 = ("themes", 0, "statements", 0)
DISAGREE, ANSWER = ("scale", "options", 0, "words"), "scale/options/1/words"
RESPECT = (*WI1, "wordings", "person", "standard", "en")
QUESTION = {"code": "age", "kind": "number", "wordings": {"person": {"standard": {"en": "How old are you?"}}}}


def changed(*edits: tuple[tuple[str | int, ...], Any], base: Edition = OLD) -> Edition:
    """The edition with these values set; None takes a name away."""
    document = base.model_dump(mode="json")
    for way, value in edits:
        *path, last = way
        here: Any = document
        for part in path:
            here = here[part]
        if value is None:
            del here[last]
        else:
            here[last] = value
    return Edition.model_validate(document)


def edited(*way: str | int, to: Any) -> Edition:  # noqa: ANN401 - any value of a document
    return changed((way, to))


def moved(edition: Edition, *way: str | int) -> Edition:
    """The edition with a list the other way round."""
    here: Any = edition.model_dump(mode="json")
    for part in way:
        here = here[part]
    return changed((way, here[::-1]), base=edition)


def effects(new: Edition, old: Edition = OLD) -> set[tuple[Effect, str]]:
    """Each change as its effect and its place."""
    return {(change.effect, "/".join(map(str, change.place))) for change in diff(old, new)}


@pytest.mark.parametrize(
    ("new", "effect", "place"),
    [
        (edited("title", "en", to="A tidy survey!"), COSMETIC, "title"),
        (edited("title", "en", to="Another survey"), SAME, "title"),
        (edited("survey", to="renamed"), SAME, "survey"),
        (edited("framework_version", to=2), SAME, "framework_version"),
        (edited("comments", to=False), SAME, "comments"),
        (edited("framework", to="other"), BREAK, "framework"),
        (edited("presentations", to=["standard"]), CARE, "presentations/easy_read"),
        (edited("presentations", to=["easy_read", "standard"]), SAME, "presentations"),
        (edited("languages", to=["en", "cy"]), SAME, "languages/cy"),
        (edited("voices", to=["staff"]), BREAK, "voices/person"),
        (edited("voices", to=["staff", "person"]), SAME, "voices"),
        (edited("voices", to=["person", "staff", "leader"]), BREAK, "voices/leader"),
        (edited("scale", "positive_from", to=2), BREAK, "scale/positive_from"),
        (edited("scale", "options", 0, "code", to="no"), SAME, "scale/options/1/code"),
        (edited("scale", "options", 0, "symbol", to="home"), CARE, "scale/options/1/symbol"),
        (edited(*DISAGREE, "standard", "en", to="I disagree a lot"), BREAK, ANSWER + "/standard/en"),
        (edited(*DISAGREE, "standard", "en", to="disagree"), COSMETIC, ANSWER + "/standard/en"),
        (edited(*DISAGREE, "standard", "cy", to="Anghytuno"), SAME, ANSWER + "/standard/cy"),
        (edited(*DISAGREE, "easy_read", to=None), CARE, ANSWER + "/easy_read/en"),
        (moved(OLD, "themes"), CARE, "themes"),
        (edited("themes", 0, "symbol", to="home"), SAME, "themes/wi/symbol"),
        (edited("themes", 0, "apart", to=True), BREAK, "themes/wi/apart"),
        (edited("themes", 0, "name", "standard", "en", to="Life"), CARE, "themes/wi/name/standard/en"),
        (moved(OLD, "themes", 0, "statements"), CARE, "themes/wi/statements"),
        (edited(*WI1, "reverse", to=True), BREAK, "themes/wi/wi1/reverse"),
        (edited(*WI1, "topic", to="Kindness"), SAME, "themes/wi/wi1/topic"),
        (edited(*WI1, "crosswalk", to={"scheme": ["a"]}), SAME, "themes/wi/wi1/crosswalk"),
        (edited(*WI1, "symbol", to="home"), SAME, "themes/wi/wi1/symbol"),
        (
            edited(*RESPECT, to="Staff treat me – with Respect!"),
            COSMETIC,
            "themes/wi/wi1/wordings/person/standard/en",
        ),
        (edited(*RESPECT, to="Staff respect me."), CARE, "themes/wi/wi1/wordings/person/standard/en"),
        (edited(*RESPECT[:-1], "cy", to="x"), SAME, "themes/wi/wi1/wordings/person/standard/cy"),
        (edited(*RESPECT[:-2], to=None), BREAK, "themes/wi/wi1/wordings/person"),
        (edited("questions", to=[QUESTION]), SAME, "questions/age"),
        (
            edited("sections", to=[{"code": "a", "title": "A", "asks": ["wi1", "wi2", "ia1", "ia2"]}]),
            CARE,
            "sections",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_change_is_found_and_named_for_what_it_does(new: Edition, effect: Effect, place: str) -> None:
    assert effects(new) == {(effect, place)}
    (change,) = diff(OLD, new)
    assert change.sentence.endswith(".")


def test_an_edition_and_itself_have_no_change() -> None:
    again = Edition.model_validate(OLD.model_dump(mode="json"))
    assert diff(OLD, again) == ()
    assert comparable(OLD, again).overall() is NONE


def test_texts_are_told_as_they_were_and_as_they_are() -> None:
    (change,) = diff(OLD, edited(*RESPECT, to="Staff respect me."))
    assert (change.old, change.new) == ("Staff treat me with respect.", "Staff respect me.")
    assert (change.themes, change.voices) == (("wi",), (Voice.PERSON,))


def test_other_words_for_one_voice_leave_the_others_comparable() -> None:
    result = comparable(OLD, edited(*RESPECT, to="Staff respect me."))
    assert [result.theme("wi", voice) for voice in (Voice.PERSON, Voice.STAFF)] == [CARE, NONE]
    assert [result.theme(code) for code in result.themes] == [CARE, NONE]
    assert [result.overall(), result.overall(Voice.STAFF)] == [CARE, NONE]


def test_a_voice_that_is_asked_no_more_breaks_only_itself() -> None:
    result = comparable(OLD, edited("voices", to=["staff"]))
    assert [result.overall(voice) for voice in (Voice.PERSON, Voice.STAFF)] == [BREAK, NONE]
    assert result.theme("ia", Voice.PERSON) is BREAK


def test_words_for_a_voice_that_is_asked_on_one_side_only_change_no_score() -> None:
    new = changed((("voices",), ["staff"]), (RESPECT, "Staff respect me."))
    assert effects(new) == {(BREAK, "voices/person"), (SAME, "themes/wi/wi1/wordings/person")}
    assert comparable(OLD, new).theme("wi", Voice.STAFF) is NONE


def test_a_voice_that_loses_one_statement_breaks_for_that_theme_alone() -> None:
    result = comparable(OLD, edited(*WI1, "wordings", "person", to=None))
    assert [result.theme("wi", voice) for voice in (Voice.PERSON, Voice.STAFF)] == [BREAK, NONE]
    assert result.theme("ia") is NONE


def test_another_title_changes_no_score_and_a_language_that_is_gone_calls_for_care() -> None:
    assert effects(OLD, edited("languages", to=["en", "cy"])) == {(CARE, "languages/cy")}
    assert comparable(OLD, edited("title", "en", to="Another survey")).overall() is NONE


def test_a_statement_on_one_side_only_breaks_its_theme_and_the_overall_score() -> None:
    shorter = changed((("themes", 0, "statements", 1), None))
    for old, new in ((OLD, shorter), (shorter, OLD)):
        assert effects(new, old) == {(BREAK, "themes/wi/wi2")}
        result = comparable(old, new)
        assert [result.theme("wi"), result.theme("ia"), result.overall()] == [BREAK, NONE, BREAK]


def test_a_theme_on_one_side_only_breaks_the_overall_score_and_no_other_theme() -> None:
    fewer = changed((("themes", 1), None))
    for old, new in ((OLD, fewer), (fewer, OLD)):
        result = comparable(old, new)
        assert result.themes == ("wi", "ia")
        assert [result.theme("wi"), result.theme("ia"), result.overall()] == [NONE, BREAK, BREAK]


def test_a_statement_that_moves_breaks_both_themes() -> None:
    document = OLD.model_dump(mode="json")
    statement = document["themes"][0]["statements"].pop()
    document["themes"][1]["statements"].append(statement)
    new = Edition.model_validate(document)
    assert effects(new) == {(BREAK, "themes/ia/wi2")}
    assert comparable(OLD, new).theme("wi") is comparable(OLD, new).theme("ia") is BREAK


def test_another_number_of_answers_breaks_everything() -> None:
    document = OLD.model_dump(mode="json")
    document["scale"] |= {"options": document["scale"]["options"][:2], "positive_from": 2}
    result = comparable(OLD, Edition.model_validate(document))
    assert {result.theme("wi"), result.theme("ia"), result.overall(Voice.STAFF)} == {BREAK}
    places = {(change.effect, change.place[-1]) for change in result.changes}
    assert places == {(BREAK, "options"), (BREAK, "positive_from")}


def test_a_code_that_is_used_for_another_idea_is_a_break() -> None:
    reused = changed(
        ((*WI1, "topic"), "Food"),
        (RESPECT, "I like the meals I get."),
        ((*WI1, "wordings", "staff", "standard", "en"), "We cook what people like."),
    )
    (change,) = [change for change in diff(OLD, reused) if change.effect is BREAK]
    assert change.place == ("themes", "wi", "wi1")
    assert (change.old, change.new) == ("Respect", "Food")
    assert "a code of its own" in change.sentence


def test_a_code_is_not_used_for_another_idea_while_one_voice_keeps_its_sentence() -> None:
    new = changed(((*WI1, "topic"), "Food"), (RESPECT, "I like the meals I get."))
    assert comparable(OLD, new).theme("wi") is CARE


def test_a_theme_that_stands_apart_is_in_no_overall_comparison() -> None:
    apart = changed((("themes", 1, "apart"), True))
    result = comparable(apart, changed((("themes", 1, "statements", 0, "reverse"), True), base=apart))
    assert [result.theme("ia"), result.overall(), result.apart] == [BREAK, NONE, ("ia",)]


@pytest.mark.parametrize(
    ("edit", "effect"),
    [
        ((("questions", 0, "most"), 120), BREAK),
        ((("questions", 0, "wordings", "person", "standard", "en"), "What is your age?"), CARE),
        ((("questions", 0), None), SAME),
    ],
)
def test_an_own_question_changes_no_score(edit: tuple[tuple[str | int, ...], Any], effect: Effect) -> None:
    old = edited("questions", to=[QUESTION])
    new = changed(edit, base=old)
    assert effects(new, old) == {(effect, "questions/age")}
    assert comparable(old, new).overall() is NONE


def test_an_own_question_that_stays_as_it_was_is_not_told() -> None:
    old = edited("questions", to=[QUESTION, QUESTION | {"code": "years"}])
    assert effects(changed((("questions", 1, "most"), 120), base=old), old) == {(BREAK, "questions/years")}


def test_a_voice_that_a_statement_never_spoke_to_is_passed_over() -> None:
    without = edited(*WI1, "wordings", "person", to=None)
    new = changed(((*WI1, "wordings", "staff", "standard", "en"), "We respect people."), base=without)
    assert effects(new, without) == {(CARE, "themes/wi/wi1/wordings/staff/standard/en")}


def test_a_part_without_a_rule_calls_for_care() -> None:
    class Later(Edition):
        colour: str = "blue"

    document = OLD.model_dump(mode="json")
    old, new = (Later.model_validate(document | {"colour": colour}) for colour in ("blue", "green"))
    assert effects(new, old) == {(CARE, "colour")}
