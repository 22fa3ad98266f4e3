"""Recorded questions: offered with the very words they were made for, and nothing else is ever served."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mir.app import create_app
from mir.config import SettingError, Settings, read
from mir.respond.recordings import folder_of, listed
from surveys.edition import Edition
from tests.mir.respond.conftest import Somebody

MP3 = b"ID3\x04" + b"\0" * 60
MP4 = b"\0\0\0\x20ftypisom" + b"\0" * 60
OTHER_DAY = "0123456789ab"

Put = Callable[[str, bytes], str]


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    folder = tmp_path / "recordings"
    folder.mkdir()
    return replace(settings, recordings=folder.resolve())


@pytest.fixture
def put(settings: Settings, edition: Edition) -> Put:
    """Lays a file into the folder of the small edition; the address it is served at."""

    def lay(name: str, content: bytes) -> str:
        assert settings.recordings
        path = settings.recordings / folder_of(edition) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return f"/recordings/{folder_of(edition)}/{name}"

    return lay


@pytest.fixture
def at_first(somebody: Somebody, person_code: str) -> Somebody:
    somebody.begin_answering(person_code)
    return somebody


def sound(somebody: Somebody) -> str | None:
    """The recording that the Listen button of the open page plays."""
    page = somebody.get(somebody.path)
    return next(one for one in page.all("button", type="button")).get("data-sound")


def policy(somebody: Somebody) -> str:
    """What the open page may load."""
    return somebody.client.get(somebody.path).headers["Content-Security-Policy"]


def test_a_recording_is_offered_with_its_own_words_only(at_first: Somebody, put: Put) -> None:
    put("staff/aa1.standard.en.mp3", MP3)  # another voice
    put("person/aa2.standard.en.mp3", MP3)  # another question
    put("person/aa1.easy_read.en.mp3", MP3)  # other words
    put("person/aa1.standard.cy.mp3", MP3)  # another language
    assert sound(at_first) is None
    assert "media-src" not in policy(at_first)
    address = put("person/aa1.standard.en.mp3", MP3)
    assert sound(at_first) == address
    assert policy(at_first).endswith("script-src 'self'; media-src 'self'")
    at_first.press("switch")
    assert sound(at_first) == address.replace("standard", "easy_read")


def test_a_film_in_sign_language_is_fetched_only_when_somebody_plays_it(at_first: Somebody, put: Put) -> None:
    assert not list(at_first.page.all("video"))
    address = put("person/aa1.bsl.mp4", MP4)
    page = at_first.get(at_first.path)
    assert next(page.all("video")) == {"controls": None, "preload": "none", "playsinline": None}
    assert next(page.all("source")) == {"src": address, "type": "video/mp4"}
    assert "Watch in British Sign Language" in page.text
    assert "media-src 'self'" in policy(at_first)
    assert not list(at_first.press("next", "agree").all("video"))
    assert "media-src" not in policy(at_first)


def test_a_recording_is_served_as_what_it_is_and_in_parts(at_first: Somebody, put: Put) -> None:
    address = put("person/aa1.bsl.mp4", MP4)
    with at_first.client.get(address) as whole:
        assert (whole.status_code, whole.data) == (200, MP4)
        assert whole.headers["Content-Type"] == "video/mp4"
        assert whole.headers["X-Content-Type-Options"] == "nosniff"
    with at_first.client.get(address, headers={"Range": "bytes=4-7"}) as part:
        assert (part.status_code, part.data) == (206, b"ftyp")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("person/aa1.standard.en.mp3", b"<script>alert(1)</script>"),
        ("person/aa1.standard.en.mp3", b""),
        ("person/aa1.bsl.mp4", MP3),
        ("person/aa1.standard.en.html", b"<h1>Hello</h1>"),
        ("person/aa1.standard.en.svg", b"<svg/>"),
    ],
)
def test_what_is_not_what_its_name_says_is_neither_offered_nor_served(
    at_first: Somebody, put: Put, name: str, content: bytes
) -> None:
    assert at_first.client.get(put(name, content)).status_code == 404
    assert sound(at_first) is None
    assert not list(at_first.page.all("video"))


def test_nothing_outside_the_folder_is_served(
    at_first: Somebody, put: Put, settings: Settings, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.mp3"
    secret.write_bytes(MP3)
    put("person/aa1.bsl.mp4", MP4)
    assert settings.recordings
    link = next(settings.recordings.iterdir()) / "person" / "aa2.standard.en.mp3"
    link.symlink_to(secret)
    for path in (
        f"{link.parent.parent.name}/person/aa2.standard.en.mp3",
        "../../secret.mp3",
        "..%2f..%2f/secret.mp3",
        "a/%2e%2e/secret.mp3",
        "a/b/\0.mp3",
        "a/b/" + "x" * 400 + ".mp3",
    ):
        answer = at_first.client.get(f"/recordings/{path}", follow_redirects=True)
        assert answer.status_code == 404, path


def test_without_a_folder_there_is_nothing(edition: Edition, tmp_path: Path) -> None:
    settings = Settings(
        tmp_path, f"sqlite:///{tmp_path / 'bare.db'}", "only-for-tests-" * 3, "http://localhost"
    )
    app = create_app(settings)
    assert app.test_client().get(f"/recordings/{OTHER_DAY}/person/aa1.bsl.mp4").status_code == 404
    app.extensions["mir_store"].close()
    assert {ending for _, ending in listed(None, edition)} == {""}


def test_the_list_names_every_file_and_what_is_there(edition: Edition, settings: Settings, put: Put) -> None:
    put("person/aa1.bsl.mp4", MP4)
    found = dict(listed(settings.recordings, edition))
    here = folder_of(edition)
    # Three questions of three voices and two of leaders: 11; each in two presentations, and signed.
    assert len(found) == 33
    assert found[f"{here}/person/aa1.bsl"] == "mp4"
    assert found[f"{here}/leader/aa2.easy_read.en"] == ""
    assert f"{here}/leader/bb1.bsl" not in found


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"MIR_RECORDINGS is “.*nowhere”"):
        read({"MIR_RECORDINGS": str(tmp_path / "nowhere")})
    assert read({"MIR_RECORDINGS": str(tmp_path)}).recordings == tmp_path.resolve()
    assert read({}).recordings is None
