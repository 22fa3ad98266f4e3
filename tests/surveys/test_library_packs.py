"""The other packs that we ship keep their promises: who is asked what, and what stands apart."""

from pathlib import Path

import pytest

from surveys.edition import Edition
from surveys.framework import Framework, Presentation, Voice
from surveys.load import SHIPPED, load_framework, shipped_edition
from surveys.rules.places import english

PACKS = ("working-together", "practice-windows")


@pytest.fixture(scope="module", params=PACKS)
def framework(request: pytest.FixtureRequest) -> Framework:
    return load_framework(SHIPPED / "frameworks" / f"{request.param}.yaml")


def asked(edition: Edition, voice: Voice) -> list[str]:
    return [statement.code for statement in edition.statements if voice in statement.wordings]


def test_the_easy_read_survey_asks_two_of_each_theme_in_easy_read_first() -> None:
    edition = shipped_edition("easy-read-short")
    assert [len(theme.statements) for theme in edition.themes] == [2] * 7
    assert edition.presentations == (Presentation.EASY_READ, Presentation.STANDARD)
    assert edition.voices == (Voice.PERSON, Voice.FAMILY, Voice.STAFF, Voice.LEADER)


def test_codes_are_numbered_from_one_within_a_theme(framework: Framework) -> None:
    for theme in framework.themes:
        codes = [statement.code for statement in theme.statements]
        assert codes == [f"{theme.code}{number}" for number in range(1, len(codes) + 1)]
        assert 4 <= len(codes) <= 6


def test_both_presentations_are_there_for_every_voice(framework: Framework) -> None:
    for theme in framework.themes:
        assert set(theme.name) == set(theme.subtitle) == set(Presentation)
        for statement in theme.statements:
            for wording in statement.wordings.values():
                assert set(wording) == set(Presentation), statement.code


def test_the_words_are_short_and_say_that_they_are_no_tested_scale(framework: Framework) -> None:
    assert "not a tested scale" in framework.about["en"]
    for source in framework.sources.values():
        assert "listed in" in source
    for one in english(framework):
        most = 15 if one.presentation is Presentation.EASY_READ else 20
        assert len(one.text.split()) <= most, one.text


def test_the_scale_is_that_of_making_it_real(framework: Framework) -> None:
    assert framework.scale == load_framework(SHIPPED / "frameworks" / "making-it-real.yaml").scale


def test_staff_leaders_and_partners_are_asked_all_about_working_together() -> None:
    edition = shipped_edition("working-together")
    assert edition.voices == (Voice.STAFF, Voice.LEADER, Voice.PARTNER)
    assert all(set(one.wordings) == set(edition.voices) for one in edition.statements)


def test_what_gets_in_the_way_is_scored_backwards_and_stands_apart() -> None:
    edition = shipped_edition("working-together")
    *ingredients, barriers = edition.themes
    assert barriers.apart
    assert [one.reverse for one in barriers.statements] == [True] * 6
    assert not any(theme.apart or any(one.reverse for one in theme.statements) for theme in ingredients)


def test_a_theme_that_does_not_stand_apart_says_nothing_of_it() -> None:
    # The names of editions that were published before stay as they were.
    assert "apart" not in shipped_edition("core").canonical()
    assert shipped_edition("working-together").canonical().count('"apart":true') == 1


def test_the_four_windows_are_there_and_people_are_asked_about_their_own() -> None:
    edition = shipped_edition("practice-windows")
    names = [theme.name[Presentation.STANDARD]["en"] for theme in edition.themes]
    assert names == ["A day in the life", "Time to learn", "Lived experience", "Looking closely"]
    assert asked(edition, Voice.PERSON) == ["le1", "le2", "le3", "le4"]
    assert len(asked(edition, Voice.STAFF)) == len(asked(edition, Voice.LEADER)) == 16


def test_each_framework_has_a_survey_of_its_own_name() -> None:
    for name in PACKS:
        assert shipped_edition(name).framework == name
        assert Path(SHIPPED / "frameworks" / f"{name}.yaml").is_file()
