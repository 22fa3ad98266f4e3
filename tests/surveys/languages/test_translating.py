"""A language is written its own way, falls back to the nearest, and shows no sentence that is stale."""

from dataclasses import replace

import pytest

from surveys.framework import Presentation, Voice
from surveys.languages.translating import direction, fallbacks, overlay_for, spoken, translated, untranslated
from tests.surveys.small_languages import BY_KEY, FRAMEWORK, overlay, reworded, without

STANDARD = Presentation.STANDARD


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("ur", "rtl"),
        ("ar-EG", "rtl"),
        ("he", "rtl"),
        ("fa_IR", "rtl"),
        ("ckb", "rtl"),
        ("en", "ltr"),
        ("cy-GB", "ltr"),
        ("pa", "ltr"),
        ("pa-PK", "rtl"),
        ("pa-Arab", "rtl"),
        ("pa-Guru-PK", "ltr"),
        ("ur-Latn", "ltr"),
        ("sl-1994", "ltr"),
        ("fa-1994", "rtl"),  # four digits are a spelling reform, not a script
    ],
)
def test_the_way_of_writing_comes_from_the_tag(language: str, way: str) -> None:
    assert direction(language) == way


def test_a_language_falls_back_to_its_base_and_then_to_english() -> None:
    assert fallbacks("cy-GB") == ("cy-gb", "cy", "en")
    assert fallbacks("en-GB") == ("en-gb", "en")
    assert fallbacks("ur-Latn") == ("ur-latn", "en")  # never the other script


def test_words_are_spoken_with_the_language_they_are_really_in() -> None:
    text = {"en": "Yes", "cy": "Ydw"}
    assert (spoken(text, "cy-GB").words, spoken(text, "cy-GB").language) == ("Ydw", "cy")
    assert (spoken(text, "ur").words, spoken(text, "ur").language) == ("Yes", "en")
    assert spoken({"fr": "Oui"}, "ur").language == "fr"


def test_a_framework_is_put_into_the_languages_that_are_asked_for() -> None:
    framework = translated(FRAMEWORK, [overlay("cy"), overlay("ur")], ["en", "cy", "fr"])
    assert framework.title == {"en": "A small framework", "cy": "[cy] A small framework"}
    wording = framework.themes[0].statements[0].wordings[Voice.STAFF]
    assert wording[STANDARD]["cy"] == "[cy] We treat people with respect."
    assert untranslated(framework, "cy") == ()
    assert untranslated(framework, "ur") == tuple(BY_KEY)
    assert translated(FRAMEWORK, [], ["cy"]) == FRAMEWORK


def test_a_country_is_served_by_the_base_of_its_language() -> None:
    welsh = overlay("cy")
    assert overlay_for("cy-GB", [overlay("ur"), welsh]) is welsh
    assert overlay_for("en", [overlay("en")]) is None
    assert translated(FRAMEWORK, [welsh], ["cy-GB"]).title["cy-GB"] == "[cy] A small framework"


def test_what_is_missing_or_stale_stays_in_english_unless_somebody_vouches_for_it() -> None:
    changed = reworded("I feel safe.", "I am safe.")
    welsh = without(overlay(), "title")
    assert untranslated(translated(changed, [welsh], ["cy"]), "cy") == ("title", "wi2.person.easy_read")
    waived = replace(welsh, waived={"wi2.person.easy_read": "Mair Rees: it means the same"})
    assert untranslated(translated(changed, [waived], ["cy"]), "cy") == ("title",)
