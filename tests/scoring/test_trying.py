"""A made-up person's scores are those that everybody's answers would be counted to."""

from fractions import Fraction

import numpy as np
import pytest

from scoring.count import tally
from scoring.measure import measure_of
from scoring.trying import differences, scores, told
from surveys.answers import pack
from surveys.load import SHIPPED, load_edition, shipped_edition, shipped_surveys
from surveys.trying.fitting import faults
from surveys.trying.load import PersonaFile, file_beside, load_personas
from surveys.trying.tried import tried

FILES = {name: SHIPPED / "surveys" / f"{name}.yaml" for name in shipped_surveys()}


def people(name: str) -> PersonaFile:
    return load_personas(file_beside(FILES[name]))


@pytest.mark.parametrize("name", FILES)
def test_the_people_we_ship_walk_as_expected_with_the_scores_worked_out_by_hand(name: str) -> None:
    edition, file = shipped_edition(name), people(name)
    assert faults(file.personas, edition, file.source) == ()
    found = tried(edition, file)
    assert len(found.walked) >= 4
    assert {one.walk.persona.voice for one in found.walked} == set(edition.voices)
    for one in found.walked:
        assert one.differences == ()
        assert one.walk.persona.expect.says_overall
        mine = scores(edition, one.walk)
        assert list(differences(one.walk, mine, ("personas", one.place), file.source)) == []
    assert (found.dead, found.dead_known) == ((), True)


@pytest.mark.parametrize("name", FILES)
def test_the_count_of_everybody_comes_to_the_same_for_one(name: str) -> None:
    edition, measure = shipped_edition(name), measure_of(shipped_edition(name))
    for one in tried(edition, people(name)).walked:
        row = pack(edition, one.walk.persona.voice, one.walk.answers, one.walk.persona.presentation)
        counted, mine = tally(np.frombuffer(row, np.uint8).reshape(1, -1), measure), scores(edition, one.walk)
        themes = [
            Fraction(theme.scores.total, measure.unit) if theme.scores.n else None for theme in counted.themes
        ]
        assert themes == list(mine.themes.values())
        overall = counted.overall
        assert (Fraction(overall.total, measure.overall_unit) if overall.n else None) == mine.overall


def test_a_score_must_be_right_to_two_decimals_or_to_more_where_more_are_written() -> None:
    edition, file = load_edition(FILES["core"]), people("core")
    (agnes, *_) = tried(edition, file).walked
    mine = scores(edition, agnes.walk)  # fi: (75 + 25 + 75) / 3 = 58.333…

    def said(score: str) -> list[str]:
        expect = agnes.walk.persona.expect.model_validate({"scores": {"fi": score}})
        persona = agnes.walk.persona.model_copy(update={"expect": expect})
        walk = type(agnes.walk)(persona, agnes.walk.answers, agnes.walk.path)
        return [fault.what for fault in differences(walk, mine, ("personas", 0), file.source)]

    assert said("58.33") == said("58.333") == []
    assert said("58.3") == ["Agnes gives “fi” 58.33; 58.3 is expected."]
    assert said("58.334") == ["Agnes gives “fi” 58.33; 58.334 is expected."]
    assert said("none") == ["Agnes gives “fi” 58.33; no score is expected."]


def test_a_score_is_told_without_needless_noughts() -> None:
    assert [told(score) for score in (Fraction(50), Fraction(125, 2), Fraction(200, 3), None)] == [
        *("50", "62.5", "66.67", "no score")
    ]
    assert told(Fraction(100)) == "100"
