"""A lead with a survey of the organisation's own, begun as the short one that we ship."""

import pytest
from flask.testing import FlaskClient

from mir.authoring.making import read
from mir.authoring.operations import start
from mir.authoring.pages import shipped_text
from mir.db import Store
from tests.conftest import World


@pytest.fixture
def survey_id(store: Store, world: World) -> str:
    survey = read(shipped_text("core"), "core").survey
    return start(store, world.lead_id, world.organisation_id, survey)


@pytest.fixture
def at(lead: FlaskClient, survey_id: str) -> str:
    """The address of the survey, in a browser in which the lead has signed in."""
    assert lead.get(f"/surveys/{survey_id}").status_code == 200
    return f"/surveys/{survey_id}"
