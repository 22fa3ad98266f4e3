"""Each sentence of a language knows its source: what is missing, stale or wrong is told with its line."""

import hashlib
from dataclasses import replace
from pathlib import Path

from surveys.framework import Framework
from surveys.languages.freshness import findings
from surveys.languages.overlay import Overlay, Translation, load_overlay, written
from surveys.languages.passages import mark
from tests.surveys.small_languages import BY_KEY, FRAMEWORK, overlay, reworded, saved, without


def said(given: Overlay, framework: Framework = FRAMEWORK) -> list[str]:
    return [fault.what for fault in findings(framework, given)]


def test_a_language_that_fits_has_no_findings() -> None:
    assert findings(FRAMEWORK, overlay()) == ()


def test_a_changed_english_sentence_makes_its_translation_stale_with_its_line(tmp_path: Path) -> None:
    path = saved(tmp_path, written(overlay(), FRAMEWORK))
    line = (
        1
        + [
            number
            for number, text in enumerate(path.read_text("utf-8").splitlines())
            if text.startswith("  wi2.person.easy_read:")
        ].pop()
    )
    changed = reworded("I feel safe.", "I am safe.")
    (fault,) = findings(changed, load_overlay(path))
    assert (fault.file, fault.line) == (str(path), line)
    assert fault.what == "The English of “wi2.person.easy_read” has changed since. It is now: “I am safe.”"
    assert hashlib.sha256(b"I am safe.").hexdigest()[:8] in fault.fix
    waived = replace(load_overlay(path), waived={"wi2.person.easy_read": "Mair Rees: still right"})
    assert findings(changed, waived) == ()


def test_a_mark_shorter_than_eight_digits_is_no_mark() -> None:
    entry = overlay().texts["title"]
    short = {**overlay().texts, "title": Translation(of=entry.of[:7], text=entry.text)}
    assert said(replace(overlay(), texts=short))[0].startswith("The English of “title” has changed since")


def test_a_missing_sentence_is_told_with_its_english_unless_it_is_waived() -> None:
    lacking = without(overlay(), "wi1.staff.standard")
    (fault,) = findings(FRAMEWORK, lacking)
    assert fault.what == "“wi1.staff.standard” is missing."
    assert "We treat people with respect." in fault.fix
    assert findings(FRAMEWORK, replace(lacking, waived={"wi1.staff.standard": "Mair Rees: to come"})) == ()


def test_only_what_a_language_promises_or_a_survey_asks_is_missing() -> None:
    lacking = without(overlay(), *(key for key in BY_KEY if key.startswith("ia1.")))
    part = replace(lacking, covers=("wi1", "wi2"))
    assert len(said(lacking)) == 4
    assert said(part) == []
    wanted = {key for key in BY_KEY if not key.startswith("ia1.")}
    assert findings(FRAMEWORK, part, wanted) == ()
    assert len(findings(FRAMEWORK, part, BY_KEY)) == 4
    assert said(replace(part, covers=("wi1", "wi9"))) == ["“wi9” is not a statement of small."]


def test_what_is_wrong_with_the_words_is_told() -> None:
    assert said(overlay(title="")) == ["“title” has no words."]
    assert said(overlay(title="a small  FRAMEWORK")) == ["“title” says the same as the English."]
    assert said(overlay(title="Fframwaith\u202e")) == ["“title” holds a character that nobody sees."]
    assert said(overlay(title="{name}")) == [
        "“title” does not fill in the same words as the English: {name}."
    ]
    same = replace(overlay(title="A small framework"), waived={"title": "Mair Rees: it is a name"})
    assert said(same) == []


def test_a_place_to_fill_in_must_be_kept_as_often_as_it_stands() -> None:
    slots = FRAMEWORK.model_copy(update={"title": {"en": "{a} and {a} of {b}"}})
    entries = {**overlay().texts, "title": Translation(of=mark("{a} and {a} of {b}"), text="{b} ac {a}")}
    given = replace(overlay(), texts=entries)
    assert said(given, slots) == ["“title” does not fill in the same words as the English: {a}."]
    entries["title"] = Translation(of=mark("{a} and {a} of {b}"), text="{b}: {a} ac {a}")
    assert said(replace(given, texts=entries), slots) == []


def test_an_unknown_key_is_told_with_the_nearest_one() -> None:
    (fault,) = findings(FRAMEWORK, overlay(wi1__person__standrad="Geiriau"))
    assert fault.what == "There is no sentence “wi1.person.standrad”."
    assert fault.fix == "Did you mean “wi1.person.standard”?"
    (fault,) = findings(FRAMEWORK, replace(overlay(), waived={"zzz": "Mair Rees: gone"}))
    assert fault.fix == "Take it out."


def test_the_answers_are_all_in_the_language_or_none_of_them() -> None:
    keys = [key for key in BY_KEY if key.startswith("option.") and key.endswith(".standard")]
    waived = dict.fromkeys(keys, "Mair Rees: to come")
    assert said(replace(without(overlay(), *keys), waived=waived)) == []
    half = replace(without(overlay(), keys[0]), waived={keys[0]: "Mair Rees: to come"})
    assert said(half) == ["2 of the 3 answers in “standard” can be shown in this language."]


def test_no_two_answers_have_the_same_words() -> None:
    given = overlay(option__never__standard="Byth", option__always__standard="byth")
    assert said(given) == [
        "“option.always.standard” has the same words as another answer.",
        "“option.never.standard” has the same words as another answer.",
    ]


def test_a_waiver_that_is_not_needed_is_told() -> None:
    assert said(replace(overlay(), waived={"title": "Mair Rees: just so"})) == [
        "“title” is waived, but there is nothing wrong with it."
    ]


def test_a_language_for_another_framework_or_in_english_is_refused() -> None:
    assert said(replace(overlay(), framework="tall")) == [
        "The sentences are made for “tall”, not for “small”."
    ]
    assert said(overlay("en")) == ["English is the language of the framework itself."]


def test_a_review_names_the_reviewer() -> None:
    reviewed = replace(overlay(), status="reviewed")
    assert said(reviewed) == ["The file says that it is reviewed, but not by whom."]
    assert said(replace(reviewed, reviewed_by="Mair Rees, 2 December 2026")) == []
