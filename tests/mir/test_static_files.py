"""What browsers fetch beside a page comes compressed, and may be kept for as long as it stays the same."""

import gzip
from collections.abc import Iterable
from pathlib import Path

from flask import Flask
from werkzeug.test import TestResponse

from mir import static_files

RULE = ".answer { color: navy; }\n"


def fetched(folder: Path, **headers: str) -> TestResponse:
    app = Flask("tried", static_folder=None)
    static_files.attach(app, folder)
    with app.test_request_context():
        address = app.jinja_env.globals["static"]("some.css")  # type: ignore[operator]  # the function above
    answer = app.test_client().get(address, headers=headers)
    answer.get_data()
    answer.close()
    return answer


def folder_with(place: Path, rules: Iterable[str]) -> Path:
    place.mkdir()
    (place / "some.css").write_text("".join(rules), "utf-8")
    return place


def test_a_browser_that_can_unpack_gets_less(tmp_path: Path) -> None:
    sheet = RULE * 200
    answer = fetched(folder_with(tmp_path / "one", sheet), **{"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.data) < len(sheet) / 10
    assert gzip.decompress(answer.data).decode() == sheet


def test_a_browser_that_cannot_gets_it_plain(tmp_path: Path) -> None:
    answer = fetched(folder_with(tmp_path / "one", RULE * 200))
    assert "Content-Encoding" not in answer.headers
    assert answer.text == RULE * 200


def test_a_changed_file_has_another_address_and_nothing_old_is_sent(tmp_path: Path) -> None:
    first = fetched(folder_with(tmp_path / "one", RULE * 200), **{"Accept-Encoding": "gzip"})
    second = fetched(folder_with(tmp_path / "two", RULE * 300), **{"Accept-Encoding": "gzip"})
    assert first.request.url != second.request.url
    assert gzip.decompress(second.data).decode() == RULE * 300
    assert (
        "immutable" in first.headers["Cache-Control"] or "max-age=31536000" in first.headers["Cache-Control"]
    )


def test_the_folder_itself_is_left_as_it_was(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "one", RULE * 200)
    fetched(folder)
    assert [file.name for file in folder.iterdir()] == ["some.css"]
