"""Somebody answering in a browser of their own, as a test drives it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from mir.db import Store
from mir.respond.models import Draft, Sheet
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.opened import Page


class Somebody:
    """One browser. It fills in each page from what the page itself holds, as a real one does."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.path = ""
        self.page: Page

    def get(self, path: str) -> Page:
        """Open a page, following where it leads."""
        response = self.client.get(path, follow_redirects=True)
        self.path, self.page = response.request.path, Page(response)
        return self.page

    def post(self, path: str, **fields: str) -> Page:
        """Send a form, following where it leads."""
        response = self.client.post(path, data=fields, follow_redirects=True)
        self.path, self.page = response.request.path, Page(response)
        return self.page

    def begin(self, code: str, presentation: str = "standard") -> Page:
        """From the welcome to the first page after saying yes."""
        page = self.post(f"/a/{code}", presentation=presentation)
        return self.post("/answer/before", of=page.value("of")) if self.path == "/answer/before" else page

    def begin_answering(self, code: str) -> Page:
        """From the welcome to the first question, without help."""
        self.begin(code)
        return self.press("next", help="none") if self.path == "/answer/help" else self.page

    def press(self, go: str, answer: str | None = None, **changed: str) -> Page:
        """Press a button of the page that is open, after choosing and typing."""
        fields = {name: self.page.value(name) for name in ("of", "seen", "seen_comment", "proxy")}
        fields["comment"] = fields["seen_comment"]
        chosen = answer or self.page.chosen()
        fields |= {"answer": chosen} if chosen else {}
        form = next(one for one in self.page.all("form"))
        return self.post(form["action"] or "", **(fields | changed), go=go)

    def send(self) -> Page:
        """Send from the page that checks the answers."""
        page = self.get("/answer/check")
        return self.post("/answer/send", of=page.value("of"))


@pytest.fixture
def somebody(client: FlaskClient) -> Somebody:
    return Somebody(client)


@pytest.fixture
def others(app: Flask) -> Iterator[Somebody]:
    """As many further browsers as a test asks for."""
    return (Somebody(app.test_client()) for _ in iter(int, 1))


@pytest.fixture
def person_code(world: World) -> str:
    return world.shared[Voice.PERSON]


def drafts_in(store: Store) -> list[Draft]:
    with store.reading() as session:
        return list(session.scalars(select(Draft)))


def sheets_in(store: Store) -> list[Sheet]:
    with store.reading() as session:
        return list(session.scalars(select(Sheet)))
