"""The schemes that travel with the package: complete, honest about themselves, and known to the crosswalk."""

import re

import pytest

from scoring.rating.load import schemes, shipped_scheme
from scoring.rating.scheme import Scheme
from surveys.framework import Presentation
from surveys.load import SHIPPED, load_framework

ALL = schemes()
FRAMEWORK = load_framework(SHIPPED / "frameworks" / "making-it-real.yaml")


def test_five_schemes_are_shipped_with_as_many_statements_as_published() -> None:
    assert {scheme.scheme: len(scheme.statements) for scheme in ALL} == {
        "cqc-asc-draft-2026": 24,
        "cqc-ics": 17,
        "cqc-local-authority": 9,
        "cqc-saf-2024": 34,
        "making-it-real": 7,
    }


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("cqc-saf-2024", [8, 6, 5, 7, 8]),
        ("cqc-asc-draft-2026", [7, 4, 3, 4, 6]),
        ("cqc-local-authority", [3, 2, 2, 2]),
        ("cqc-ics", [6, 4, 7]),
    ],
)
def test_each_key_question_has_its_number_of_statements(name: str, sizes: list[int]) -> None:
    assert [len(group.statements) for group in shipped_scheme(name).groups] == sizes


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.scheme)
def test_a_scheme_says_what_it_is_from_where_and_when_and_whose_it_is_not(scheme: Scheme) -> None:
    assert "This is not a rating by the regulator" in scheme.notice
    assert all(text.endswith(".") for text in (scheme.about, scheme.source, scheme.dated, *scheme.uncertain))
    assert re.search(r"20\d\d", scheme.dated)
    assert scheme.uncertain, "none of the schemes is certain in every part"


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.scheme)
def test_whatever_is_marked_uncertain_is_explained(scheme: Scheme) -> None:
    marked = [limit.uncertain for limit in scheme.limits]
    marked += [condition.uncertain for condition in scheme.conditions]
    marked += [rule.uncertain for rule in scheme.rules]
    assert scheme.uncertain or not any(marked)


def test_every_code_of_the_crosswalk_stands_in_its_scheme() -> None:
    known = {scheme.scheme: {statement.code for statement in scheme.statements} for scheme in ALL}
    unknown = [
        (statement.code, name, code)
        for theme in FRAMEWORK.themes
        for statement in theme.statements
        for name, codes in statement.crosswalk.items()
        for code in codes
        if code not in known.get(name, ())
    ]
    assert not unknown


def test_our_own_scheme_has_the_framework_s_themes() -> None:
    themes = [(theme.code, theme.name[Presentation.STANDARD]["en"]) for theme in FRAMEWORK.themes]
    assert [(each.code, each.name) for each in shipped_scheme("making-it-real").statements] == themes


def test_a_level_is_found_by_its_code_and_ranked_from_the_lowest() -> None:
    scheme = shipped_scheme("cqc-saf-2024")
    assert scheme.level("good").word == "Good"
    assert [scheme.rank(level.code) for level in scheme.levels] == [0, 1, 2, 3]
