"""A survey is published in a language only where every sentence that it shows is there and up to date."""

from dataclasses import replace
from pathlib import Path

import pytest

from surveys.check import check_file, errors, warnings
from surveys.edition import publish
from surveys.faults import FaultyFileError
from surveys.framework import Presentation, Voice
from surveys.languages.overlay import Overlay, plurals, written
from surveys.load import load_edition, load_framework, load_survey, shipped_edition
from surveys.survey import Survey
from tests.surveys.small_languages import FRAMEWORK, SMALL, overlay_of, reworded, without

GOOD = SMALL.parent.parent
ARRIVALS = load_survey(GOOD / "arrivals.yaml")
LITTLE = load_survey(GOOD / "surveys" / "little.yaml")


def in_welsh(survey: Survey, *languages: str) -> Survey:
    return survey.model_copy(update={"languages": languages or ("en", "cy")})


def said(survey: Survey, *overlays: Overlay) -> list[str]:
    with pytest.raises(FaultyFileError) as caught:
        publish(FRAMEWORK, survey, overlays)
    return [fault.what for fault in caught.value.faults]


def test_a_language_with_every_sentence_is_published_in_it() -> None:
    edition = publish(FRAMEWORK, in_welsh(ARRIVALS), [overlay_of(FRAMEWORK), overlay_of(ARRIVALS)])
    assert edition.title["cy"] == "[cy] Coming here"
    assert edition.statements[0].wordings[Voice.PERSON][Presentation.STANDARD]["cy"].startswith("[cy] I am")
    question = edition.questions[0]
    assert {words[Presentation.STANDARD]["cy"] for words in question.wordings.values()} == {
        "[cy] How long have you known {service}?"
    }
    (days,) = (one for one in edition.questions if one.code == "days")
    assert days.unit is not None
    # Welsh has six forms of a number; the English has two.
    assert set(days.unit["cy"]) == {"zero", "one", "two", "few", "many", "other"}
    assert set(days.unit["en"]) == {"one", "other"}
    assert edition.sections[0].title[Presentation.STANDARD]["cy"] == "[cy] Living here"


def test_a_draft_is_published_and_says_so() -> None:
    welsh = [overlay_of(FRAMEWORK), overlay_of(LITTLE)]
    assert publish(FRAMEWORK, in_welsh(LITTLE), welsh).drafts == ("cy",)
    reviewed = [replace(one, status="reviewed", reviewed_by="Mair Rees") for one in welsh]
    assert publish(FRAMEWORK, in_welsh(LITTLE), reviewed).drafts == ()


def test_a_language_without_words_is_refused() -> None:
    first, *_ = said(in_welsh(LITTLE))
    # 3 answers, 2 themes with a name and a subtitle, 3 statements for 2 voices; each in 2 presentations.
    assert first == "There are no words of small in “cy”; 26 are wanted."
    assert said(in_welsh(LITTLE), overlay_of(FRAMEWORK)) == [
        "“about” is not in “cy”: “Everything in the small framework.”",
        "“title” is not in “cy”: “A little survey”",
    ]


def test_a_missing_and_a_stale_sentence_are_refused_with_file_line_and_sentence(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(
        SMALL.read_text("utf-8").replace("I feel safe,", "I am safe,"), "utf-8"
    )
    survey = tmp_path / "little.yaml"
    text = (GOOD / "surveys" / "little.yaml").read_text("utf-8")
    survey.write_text(text + "languages: [en, cy]\n", "utf-8")
    lacking = without(overlay_of(FRAMEWORK), "ia1.person.standard")
    (tmp_path / "small.cy.yaml").write_text(written(lacking, FRAMEWORK), "utf-8")
    (tmp_path / "little.cy.yaml").write_text(written(overlay_of(LITTLE), LITTLE), "utf-8")
    with pytest.raises(FaultyFileError) as caught:
        load_edition(survey)
    missing, stale = caught.value.faults
    assert missing.what == "“ia1.person.standard” is missing."
    assert missing.fix == "Put it over: “I can find the information I need.”"
    lines = (tmp_path / "small.cy.yaml").read_text("utf-8").splitlines()
    assert stale.file == str(tmp_path / "small.cy.yaml")
    assert lines[stale.line - 1].startswith("  wi2.person.standard:")
    assert "It is now: “I am safe, day and night.”" in stale.what
    assert errors(check_file(survey)) == caught.value.faults
    assert [fault.kind for fault in warnings(check_file(survey)) if "draft" in fault.kind] == [
        "language-draft",
        "language-draft",
    ]


def test_a_waived_sentence_is_published_in_what_words_there_are() -> None:
    changed = reworded("I feel safe, day and night.", "I am safe, day and night.")
    welsh = overlay_of(FRAMEWORK)
    with pytest.raises(FaultyFileError, match="has changed since"):
        publish(changed, in_welsh(LITTLE), [welsh, overlay_of(LITTLE)])
    waived = replace(welsh, waived={"wi2.person.standard": "Mair Rees: still right"})
    edition = publish(changed, in_welsh(LITTLE), [waived, overlay_of(LITTLE)])
    words = edition.statements[1].wordings[Voice.PERSON][Presentation.STANDARD]
    assert words == {"en": "I am safe, day and night.", "cy": "[cy] I feel safe, day and night."}


def test_what_nobody_is_asked_may_be_missing_and_stale() -> None:
    survey = in_welsh(LITTLE).model_copy(update={"statements": ("wi1", "wi2")})
    welsh = without(overlay_of(FRAMEWORK), "ia1.person.standard", "theme.ia.name.standard", "title")
    with pytest.raises(FaultyFileError, match="is missing"):
        publish(FRAMEWORK, in_welsh(LITTLE), [welsh, overlay_of(LITTLE)])
    faults = check_only_languages(survey, welsh)
    assert faults == ()


def check_only_languages(survey: Survey, welsh: Overlay) -> tuple[object, ...]:
    try:
        publish(FRAMEWORK, survey, [welsh, overlay_of(survey)])
    except FaultyFileError as error:
        return tuple(fault for fault in error.faults if "translation" in fault.kind)
    return ()


def test_words_in_the_survey_itself_need_no_file_and_stay_as_they_are() -> None:
    inline = ARRIVALS.model_copy(
        update={
            "languages": ("en", "cy"),
            "title": {"en": "Coming here", "cy": "Dod yma"},
            "about": {"en": "For tests.", "cy": "Ar gyfer profion."},
            "questions": (),
            "sections": (),
            "only": {},
        }
    )
    edition = publish(FRAMEWORK, inline, [overlay_of(FRAMEWORK)])
    assert edition.title == {"en": "Coming here", "cy": "Dod yma"}
    both = publish(FRAMEWORK, inline, [overlay_of(FRAMEWORK), overlay_of(inline)])
    assert both.title == {"en": "Coming here", "cy": "Dod yma"}


def test_an_own_question_without_words_in_the_language_is_refused_by_its_key() -> None:
    lacking = without(overlay_of(ARRIVALS), "question.days.unit.two", "question.length.standard")
    assert said(in_welsh(ARRIVALS), overlay_of(FRAMEWORK), lacking) == [
        "“question.days.unit.two” is missing.",
        "“question.length.standard” is missing.",
    ]


def test_the_forms_of_a_unit_follow_the_language() -> None:
    assert plurals("cy") == {"zero", "one", "two", "few", "many", "other"}
    assert plurals("ur") == {"one", "other"}
    assert plurals("zh") == plurals("xx-unknown") == {"other"}


def test_a_language_named_twice_is_refused() -> None:
    welsh = [overlay_of(FRAMEWORK), overlay_of(LITTLE)]
    assert said(in_welsh(LITTLE, "en", "cy", "cy"), *welsh) == ["“cy” is there twice."]


def test_the_language_of_a_region_takes_the_words_of_the_language() -> None:
    edition = publish(
        FRAMEWORK, in_welsh(LITTLE, "en-GB", "cy-GB"), [overlay_of(FRAMEWORK), overlay_of(LITTLE)]
    )
    assert edition.title["cy-GB"] == "[cy] A little survey"
    assert edition.drafts == ("cy-GB",)


def test_a_file_of_a_language_is_checked_against_what_lies_beside_it() -> None:
    shipped = Path(load_framework.__code__.co_filename).parent / "library"
    files = sorted(shipped.rglob("*.[a-z][a-z].yaml"))
    assert len(files) == 6
    assert [check_file(file) for file in files] == [()] * 6


def test_the_shipped_surveys_are_asked_in_the_languages_that_they_have() -> None:
    assert shipped_edition("core", ("en", "cy", "ur")).drafts == ("cy", "ur")
    assert shipped_edition("full", ("en", "cy")).languages == ("en", "cy")
    assert shipped_edition("easy-read-short", ("en", "cy")).languages == ("en", "cy")
    with pytest.raises(FaultyFileError, match="wf4"):
        shipped_edition("easy-read-short", ("en", "ur"))


@pytest.mark.parametrize("both", [True, False])
def test_a_file_says_whose_sentences_it_holds(tmp_path: Path, both: bool) -> None:  # noqa: FBT001 - a parameter
    line = "framework: small\nsurvey: little\n" if both else ""
    (tmp_path / "small.cy.yaml").write_text(f"language: cy\n{line}status: draft\ntexts: {{}}\n", "utf-8")
    (fault,) = check_file(tmp_path / "small.cy.yaml")
    assert fault.what == "The file does not say whose sentences it holds."
