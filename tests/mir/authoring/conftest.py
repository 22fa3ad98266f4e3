"""A lead with a survey of the organisation's own, begun as the short one that we ship."""

from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient

from mir.authoring import queries
from mir.authoring.making import Making, read, shipped_survey
from mir.authoring.operations import start
from mir.authoring.queries import Kept
from mir.db import Store
from tests.conftest import World


@pytest.fixture
def survey_id(store: Store, world: World) -> str:
    survey = shipped_survey("core")
    return start(store, world.lead_id, world.organisation_id, survey)


@pytest.fixture
def at(lead: FlaskClient, survey_id: str) -> str:
    """The address of the survey, in a browser in which the lead has signed in."""
    assert lead.get(f"/surveys/{survey_id}").status_code == 200
    return f"/surveys/{survey_id}"


class Desk:
    """What the lead does to one survey, and how it stands."""

    def __init__(self, client: FlaskClient, store: Store, world: World, at: str) -> None:
        self.client, self.store, self.world, self.at = client, store, world, at

    @property
    def kept(self) -> Kept:
        """The survey as it is stored."""
        return queries.survey_for(self.store, self.world.lead_id, self.at.rpartition("/")[2])

    @property
    def now(self) -> Making:
        """The survey as it is read."""
        return read(self.kept.text, self.kept.slug)

    def sends(self, where: str, *given: Mapping[str, object], status: int = 302) -> str:
        """What comes back after these fields are sent with the version that is on the page."""
        fields: dict[str, object] = {"version": str(self.kept.version)}
        for one in given:
            fields |= one
        found = self.client.post(f"{self.at}{where}", data=fields)
        assert found.status_code == status, found.text
        return found.text

    def reads(self, where: str = "", *, status: int = 200) -> str:
        """A page of this survey."""
        found = self.client.get(f"{self.at}{where}")
        assert found.status_code == status, found.text
        return found.text


@pytest.fixture
def desk(lead: FlaskClient, store: Store, world: World, at: str) -> Desk:
    """The lead at one survey."""
    return Desk(lead, store, world, at)
