"""Somebody at the desk who types in booklets, as a test drives it."""

import pytest
from flask.testing import FlaskClient

from tests.conftest import World
from tests.mir.respond.opened import Page

ALL = {"a-aa1": "1", "a-aa2": "5", "a-bb1": "8", "help": "3", "helper": "1"}
"""A whole booklet of the small edition, as keys: strongly disagree, strongly agree, does not apply."""


class Desk:
    """The page for typing in, with what stands on it."""

    def __init__(self, client: FlaskClient, round_id: str) -> None:
        self.client = client
        self.address = f"/rounds/{round_id}/paper"
        self.page: Page
        self.kind = {"voice": "person", "presentation": "standard", "language": "en"}

    def open(self, **kind: str) -> Page:
        """An empty page for one booklet."""
        self.kind |= kind
        self.page = Page(self.client.get(f"{self.address}/key", query_string=self.kind))
        return self.page

    def press(self, **typed: str) -> Page:
        """Press the button, with what the page holds and what was typed."""
        held = {
            one["name"]: one.get("value") or ""
            for one in self.page.all("input")
            if one.get("name") and (one.get("type") != "checkbox" or "checked" in one)
        }
        response = self.client.post(f"{self.address}/key", data={**held, **typed}, follow_redirects=True)
        self.page = Page(response)
        return self.page

    def type_in(self, **typed: str) -> Page:
        """Open a page and save one booklet, typed once."""
        self.open()
        return self.press(**({"twice": ""} | typed))


@pytest.fixture
def desk(lead: FlaskClient, world: World) -> Desk:
    return Desk(lead, world.round_id)
