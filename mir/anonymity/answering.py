"""One known person answering over HTTP, page by page, as a browser would."""

import re

from flask import Flask
from werkzeug.test import Client, TestResponse

from mir.anonymity.people import Person
from mir.respond.hiding import PICTURES
from surveys.framework import Voice

_WORD = re.compile(r"<li[^>]*>([a-z]+)</li>")
_FIELD = re.compile(r'<input type="hidden" name="(of|csrf_token|seen|seen_comment)" value="([^"]*)"')


class Visit:
    """A browser of one person's own, with an address of its own, and what a web log would note of it."""

    def __init__(self, app: Flask, person: Person, log: list[str]) -> None:
        self.person, self._log = person, log
        self._app = app
        self._client: Client = app.test_client()
        self._address = f"10.0.{person.started // 250}.{person.started % 250 + 1}"

    def answer(self) -> None:
        """Begin and answer every question, with a pause half way, and send nothing yet."""
        person = self.person
        page = self._open(f"/a/{person.code}")
        page = self._send(f"/a/{person.code}", page, presentation=person.presentation)
        if person.voice in {Voice.PERSON, Voice.FAMILY}:
            page = self._send("/answer/help", page, go="next", help="none")
        for place, (code, answer) in enumerate(person.answers.items()):
            if place == len(person.answers) // 2:
                page = self._half_way(page)
            comment = person.comment if code == person.written_at else ""
            page = self._send(f"/answer/question/{code}", page, go="next", answer=answer, comment=comment)

    def _half_way(self, page: str) -> str:
        # Each leaves its own traces: four words that lead back, answers that are hidden, and neither.
        match self.person.number % 3:
            case 0:
                words = _WORD.findall(self._send("/answer/stop", self._open("/answer/stop")))
                self._client = self._app.test_client()
                return self._send("/back", self._open("/back"), words=" ".join(words))
            case 1:
                return self._send("/answer/alone", self._open("/answer/alone"), picture=min(PICTURES))
            case _:
                return page

    def send(self) -> None:
        """Send from the page that checks the answers."""
        self._send("/answer/send", self._open("/answer/check"))

    def _open(self, path: str) -> str:
        return self._told("GET", path, self._client.get(path, environ_base={"REMOTE_ADDR": self._address}))

    def _send(self, path: str, page: str, **fields: str) -> str:
        base = {"REMOTE_ADDR": self._address}
        data = dict(_FIELD.findall(page)) | fields
        response = self._client.post(path, data=data, environ_base=base, follow_redirects=True)
        return self._told("POST", path, response)

    def _told(self, verb: str, path: str, response: TestResponse) -> str:
        self._log.append(f"{self._address} {verb} {path} {response.status_code}")
        if response.status_code != 200:  # noqa: PLR2004 - OK
            raise RuntimeError(f"{verb} {path}: {response.status}")
        return response.get_data(as_text=True)
