"""A lead with a return of Rose House, begun against the quality statements of 2024."""

import io
import re
from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from mir import clock
from mir.db import Store
from mir.returns import queries
from mir.returns.adding import Hand
from mir.returns.operations import start
from mir.returns.queries import Whole
from tests.conftest import World

LINE = "safe_learning_culture"


class Desk:
    """What the lead does to one return, and how it stands."""

    def __init__(self, client: FlaskClient, store: Store, world: World, scheme: str = "cqc-saf-2024") -> None:
        self.client, self.store, self.world = client, store, world
        self.id = start(store, Hand(world.lead_id, clock.now()), world.service_id, scheme)
        self.at = f"/returns/{self.id}"

    @property
    def now(self) -> Whole:
        """The return as it is kept."""
        return queries.whole(self.store, self.world.lead_id, self.id)

    def sends(
        self,
        fields: Mapping[str, object],
        file: tuple[str, bytes] | None = None,
        *,
        line: str = LINE,
        status: int = 302,
    ) -> str:
        """What comes back when the page of a line is sent, with the version that is kept now."""
        given: dict[str, object] = {"version": str(self.now.answer(line).version), "go": "stay", **fields}
        if file is not None:
            given["file"] = FileStorage(io.BytesIO(file[1]), file[0])
        # Encoded here: the client would leave a large body in a file of its own that nobody closes.
        boundary, body = encode_multipart(given)
        kind = f"multipart/form-data; boundary={boundary}"
        found = self.client.post(f"{self.at}/lines/{line}", data=body, content_type=kind)
        assert found.status_code == status, text_of(found.text)
        return found.text

    def reads(self, where: str = "", *, status: int = 200) -> str:
        """A page of this return."""
        found = self.client.get(f"{self.at}{where}")
        assert found.status_code == status, text_of(found.text)
        return found.text


EVIDENCE = {"about": "Minutes", "window": "practice_insight", "dated": "2026-03-31"}
"""What every piece of evidence needs beside itself."""


@pytest.fixture
def desk(lead: FlaskClient, store: Store, world: World) -> Desk:
    """The lead at one return."""
    return Desk(lead, store, world)


def text_of(page: str) -> str:
    """What somebody reads on a page."""
    main = page.partition("<main")[2] or page
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)).strip()
