"""The framework and surveys that we ship keep their promises: what is there, and what it rests on."""

import re

import pytest

from surveys.edition import publish
from surveys.framework import Framework, Presentation, Statement, Voice
from surveys.load import SHIPPED, load_framework, load_survey
from surveys.survey import Survey

FRAMEWORK_FILE = SHIPPED / "frameworks" / "making-it-real.yaml"

VOICES = (Voice.PERSON, Voice.FAMILY, Voice.STAFF, Voice.LEADER)
THEMES = (
    ("wi", "Wellbeing and independence"),
    ("ia", "Information and advice"),
    ("ac", "Active and supportive communities"),
    ("fi", "Flexible and integrated care and support"),
    ("cc", "When things need to change"),
    ("wf", "Workforce"),
    ("wl", "Well led"),
)
SYMBOL_LIST = """
    wellbeing information communities support change workforce well-led help listen language safe write talk
    calendar money home friends health staff boss
"""
SYMBOLS = set(SYMBOL_LIST.split())
MATTERS_MOST = {
    "wi1",  # living my life
    "wi2",  # respect
    "wi3",  # safety
    "wi5",  # home
    "ia1",  # information I can understand
    "ac1",  # people who matter to me
    "fi1",  # a say over my support
    "cc1",  # a plan for change
    "wf2",  # staff who listen
    "wl1",  # leaders who are seen
    "wl3",  # leaders who listen
}

CROSSWALK_LISTS = {
    "cqc-saf-2024": """
        safe_learning_culture safe_systems_pathways_and_transitions safe_safeguarding
        safe_involving_people_to_manage_risks safe_environments safe_and_effective_staffing
        safe_infection_prevention_and_control safe_medicines_optimisation effective_assessing_needs
        effective_delivering_evidence_based_care effective_teams_working_together
        effective_supporting_healthier_lives effective_monitoring_improving_outcomes
        effective_consent_to_care_and_treatment caring_kindness_compassion_and_dignity
        caring_treating_people_as_individuals caring_independence_choice_and_control
        caring_responding_to_immediate_needs caring_workforce_wellbeing_enablement
        responsive_person_centred_care responsive_integration_and_continuity
        responsive_providing_information responsive_listening_and_involving responsive_equity_in_access
        responsive_equity_in_experiences responsive_planning_for_the_future
        well_led_shared_direction_and_culture well_led_capable_compassionate_leaders
        well_led_freedom_to_speak_up well_led_workforce_equality well_led_governance_and_management
        well_led_partnerships_and_communities well_led_learning_improvement_innovation
        well_led_environmental_sustainability
    """,
    "cqc-asc-draft-2026": """
        safe_safety_culture safe_managing_risks safe_systems_pathways_and_transitions safe_safeguarding
        safe_environments_and_infection_control safe_staffing safe_medicines_and_treatments
        effective_assessing_needs effective_evidence_equitable_outcomes effective_supporting_healthier_lives
        effective_consent_to_care_and_treatment caring_kindness_compassion_and_dignity
        caring_person_centred_care caring_independence_choice_and_control
        responsive_integration_and_continuity responsive_listening_to_feedback
        responsive_timely_and_equitable_access responsive_equity_in_experiences well_led_strategic_direction
        well_led_workforce_equity_and_culture well_led_capable_compassionate_leaders
        well_led_governance_and_management well_led_partnerships_and_communities
        well_led_improvement_innovation_learning
    """,
    "cqc-local-authority": """
        assessing_needs supporting_healthier_lives equity_in_experience_and_outcomes
        care_provision_integration_continuity partnerships_and_communities safe_systems_pathways_transitions
        safeguarding governance_management_sustainability learning_improvement_innovation
    """,
}
CROSSWALK = {scheme: set(codes.split()) for scheme, codes in CROSSWALK_LISTS.items()}


@pytest.fixture(scope="module")
def framework() -> Framework:
    return load_framework(FRAMEWORK_FILE)


@pytest.fixture(scope="module")
def core() -> Survey:
    return load_survey(SHIPPED / "surveys" / "core.yaml")


@pytest.fixture(scope="module")
def full() -> Survey:
    return load_survey(SHIPPED / "surveys" / "full.yaml")


def _statements(framework: Framework) -> list[Statement]:
    return [statement for theme in framework.themes for statement in theme.statements]


def test_the_seven_themes_stand_in_order_under_their_names(framework: Framework) -> None:
    names = tuple((theme.code, theme.name[Presentation.STANDARD]["en"]) for theme in framework.themes)
    assert names == THEMES


def test_a_theme_has_four_to_six_statements_numbered_from_one(framework: Framework) -> None:
    for theme in framework.themes:
        codes = [statement.code for statement in theme.statements]
        assert 4 <= len(codes) <= 6
        assert codes == [f"{theme.code}{number}" for number in range(1, len(codes) + 1)]


def test_every_statement_is_worded_for_four_voices_in_two_presentations(framework: Framework) -> None:
    for statement in _statements(framework):
        assert set(statement.wordings) == set(VOICES), statement.code
        for wording in statement.wordings.values():
            assert set(wording) == set(Presentation), statement.code


def test_every_heading_and_option_has_both_presentations(framework: Framework) -> None:
    for theme in framework.themes:
        assert set(theme.name) == set(theme.subtitle) == set(Presentation)
    for option in framework.scale.options:
        assert set(option.words) == set(Presentation)


def test_every_statement_names_a_source_that_the_framework_lists(framework: Framework) -> None:
    named = {statement.source for statement in _statements(framework)}
    assert named == set(framework.sources)


def test_every_topic_is_told_once(framework: Framework) -> None:
    topics = [statement.topic for statement in _statements(framework)]
    assert len(set(topics)) == len(topics)


def test_crosswalk_codes_come_from_the_regulators_lists(framework: Framework) -> None:
    assert {scheme: len(codes) for scheme, codes in CROSSWALK.items()} == {
        "cqc-saf-2024": 34,  # Safe 8, Effective 6, Caring 5, Responsive 7, Well-led 8
        "cqc-asc-draft-2026": 24,  # 7, 4, 3, 4, 6
        "cqc-local-authority": 9,
    }
    for statement in _statements(framework):
        assert statement.crosswalk, statement.code
        for scheme, codes in statement.crosswalk.items():
            assert codes, (statement.code, scheme)
            assert len(set(codes)) == len(codes), (statement.code, scheme)
            assert set(codes) <= CROSSWALK[scheme], (statement.code, scheme)


@pytest.mark.parametrize("scheme", ["cqc-asc-draft-2026", "cqc-local-authority"])
def test_each_line_of_the_draft_and_of_the_councils_is_spoken_to(framework: Framework, scheme: str) -> None:
    reached = {code for statement in _statements(framework) for code in statement.crosswalk.get(scheme, ())}
    assert CROSSWALK[scheme] - reached == set()


def test_the_file_lists_each_crosswalk_code_for_its_readers() -> None:
    comments = re.findall(r"^#.* (\w+)$", FRAMEWORK_FILE.read_text("utf-8"), re.MULTILINE)
    assert set.union(*CROSSWALK.values()) <= set(comments)


def test_symbols_are_ones_that_are_drawn(framework: Framework) -> None:
    assert {theme.symbol for theme in framework.themes} <= SYMBOLS
    assert {statement.symbol for statement in _statements(framework) if statement.symbol} <= SYMBOLS


def test_the_scale_runs_from_disagree_to_agree(framework: Framework) -> None:
    codes = [option.code for option in framework.scale.options]
    assert codes == ["disagree_a_lot", "disagree", "in_the_middle", "agree", "agree_a_lot"]
    assert [option.symbol for option in framework.scale.options] == [f"answer-{n}" for n in range(1, 6)]
    assert framework.scale.positive_from == 4


@pytest.mark.parametrize("presentation", list(Presentation))
def test_each_presentation_has_five_different_answers(
    framework: Framework, presentation: Presentation
) -> None:
    assert len({option.words[presentation]["en"] for option in framework.scale.options}) == 5


def test_the_short_survey_has_about_eighteen_statements_and_two_of_every_theme(
    framework: Framework, core: Survey
) -> None:
    edition = publish(framework, core)
    assert 16 <= len(edition.statements) <= 20
    assert len(core.statements) == len(edition.statements)
    assert [theme.code for theme in edition.themes if len(theme.statements) < 2] == []
    assert len(edition.themes) == 7


def test_the_short_survey_asks_what_matters_most(core: Survey) -> None:
    assert MATTERS_MOST - set(core.statements) == set()


def test_the_full_survey_asks_every_statement(framework: Framework, full: Survey) -> None:
    edition = publish(framework, full)
    assert list(edition.statements) == _statements(framework)


def test_both_surveys_ask_four_voices_in_two_presentations_with_comments(core: Survey, full: Survey) -> None:
    for survey in (core, full):
        assert survey.voices == VOICES
        assert survey.presentations == (Presentation.STANDARD, Presentation.EASY_READ)
        assert survey.comments
