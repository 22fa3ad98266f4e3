"""What a test types on the pages where a survey is made."""

import re
from collections.abc import Mapping

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

SCALE = {
    "kind": "scale",
    "words-all-standard-en": "How is the food here?",
    "words-all-easy_read-en": "How is the food?",
    "voice": ["person", "family", "staff", "leader"],
    "option": ["1", "2", "3"],
    "option-1-standard-en": "Poor",
    "option-1-easy_read-en": "Bad",
    "option-2-standard-en": "Fair",
    "option-2-easy_read-en": "Not bad",
    "option-3-standard-en": "Good",
    "option-3-easy_read-en": "Good",
    "show": "always",
}
TEXT = {
    "kind": "long_text",
    "words-all-standard-en": "What would make the food better?",
    "words-all-easy_read-en": "How can the food be better?",
    "voice": ["person", "family", "staff", "leader"],
    "show": "always",
}


def version(client: FlaskClient, at: str) -> str:
    """The version that a page opened now would send back."""
    found = re.search(r'name="version" value="(\d+)"', client.get(f"{at}/about").text)
    assert found
    return found[1]


def send(client: FlaskClient, at: str, path: str, form: Mapping[str, object]) -> TestResponse:
    """Post a page that was opened now."""
    return client.post(f"{at}{path}", data={"version": version(client, at), **form})


def kept(client: FlaskClient, at: str) -> str:
    """The survey's file as it is kept."""
    return client.get(f"{at}/survey.yaml").text
