"""Made-up people answer as the model says."""

import numpy as np
import pytest

from mir.demo.people import NOTHING, Standing, draw, said, standing, tones
from mir.demo.plan import comments, organisations
from surveys.edition import Edition
from surveys.framework import Voice
from surveys.load import shipped_edition


def levels(level: float) -> dict[str, float]:
    return dict.fromkeys(("aa", "bb"), level)


def answered(edition: Edition, place: Standing) -> np.ndarray[tuple[int, ...], np.dtype[np.int_]]:
    rows = draw(np.random.default_rng(7), edition, Voice.LEADER, place, 4_000)
    return rows[rows > NOTHING]


def test_at_level_nought_answers_fall_as_the_thresholds_cut_them(edition: Edition) -> None:
    rows = answered(edition, Standing(levels(0.0), polarised=False, skips={}))
    shares = [float(np.mean(rows == value)) for value in range(1, 6)]
    # Standard normal areas below -1.75, -1.08, -0.47 and 0.58: 0.0401, 0.1401, 0.3192, 0.7190.
    assert shares == pytest.approx([0.040, 0.100, 0.179, 0.400, 0.281], abs=0.015)


def test_half_of_a_polarised_service_is_at_each_end(edition: Edition) -> None:
    rows = draw(
        np.random.default_rng(7), edition, Voice.LEADER, Standing(levels(0.0), polarised=True, skips={}), 400
    )
    means = [np.mean(row[row > NOTHING]) for row in rows if (row > NOTHING).any()]
    assert 0.4 < np.mean([mean > 4 for mean in means]) < 0.55
    assert 0.35 < np.mean([mean < 3 for mean in means]) < 0.55


def test_a_theme_can_be_passed_over_by_many(edition: Edition) -> None:
    rows = draw(
        np.random.default_rng(7),
        edition,
        Voice.PERSON,
        Standing(levels(0.0), polarised=False, skips={"bb": 0.5}),
        1_000,
    )
    empty = np.mean(rows == NOTHING, axis=0)
    # 0.5 of the people, 0.85 of their answers, and the few that anybody forgets.
    assert empty[edition.place["bb1"]] == pytest.approx(0.43, abs=0.05)
    assert empty[edition.place["aa1"]] < 0.08


def test_only_what_a_voice_is_asked_is_said(edition: Edition) -> None:
    row = np.array([4, -1, 5])
    assert said(edition, Voice.LEADER, row) == {"aa1": "agree", "aa2": "does_not_apply"}
    assert said(edition, Voice.STAFF, np.array([0, -2, 1])) == {"aa2": "prefer_not", "bb1": "disagree_a_lot"}


def test_how_somebody_finds_a_theme_is_the_mean_of_what_they_answered(edition: Edition) -> None:
    assert tones(edition, np.array([2, 5, 0])) == {"aa": 3.5}


def test_a_service_stands_where_the_plan_says() -> None:
    south = next(one for one in organisations()[0].services if one.name.endswith("South"))
    # Level -0.3, staff 0.2 rosier everywhere and 0.6 here; “fi” -0.05 everywhere, -0.25 here, a whim of 0.1.
    assert standing(south, Voice.STAFF, 0, {"fi": 0.1}).themes["fi"] == pytest.approx(0.3)


def test_there_are_comments_for_every_theme_voice_and_tone() -> None:
    themes = {theme.code for theme in shipped_edition("core").themes}
    assert set(comments()) == themes
    for voices in comments().values():
        assert set(voices) == {Voice.PERSON, Voice.FAMILY, Voice.STAFF}
        assert all(
            set(tones_) == {"good", "mixed", "poor"} and all(tones_.values()) for tones_ in voices.values()
        )
