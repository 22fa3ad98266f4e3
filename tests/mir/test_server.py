"""The server starts, answers, keeps quiet about who asked, and stops when told."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from mir import migrate
from mir.config import SettingError, Settings, secret_problem
from mir.db import Store
from mir.errors import RefusalError
from mir.server import Place, TakenPortError, application, cores, must_be_free, serve

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with closing(socket.socket()) as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which something listens."""
    with closing(socket.socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@dataclass(frozen=True)
class Running:
    """A server of its own."""

    process: subprocess.Popen[str]
    port: int

    def status(self, path: str) -> int:
        """The status of a page, once the server answers."""
        request = Request(f"http://127.0.0.1:{self.port}{path}", headers={"User-Agent": "told-nobody"})
        for _ in range(200):
            try:
                with urlopen(request, timeout=10) as answer:  # noqa: S310 - our own address
                    status: int = answer.status
                    return status
            except HTTPError as refused:
                refused.close()
                return refused.code
            except URLError:
                assert self.process.poll() is None, self.process.communicate()
                time.sleep(0.1)
        raise AssertionError("The server does not answer.")

    def stop(self, how: signal.Signals) -> tuple[int, str]:
        """Tell it to stop; how it ended and everything it wrote."""
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out + err

    def end(self) -> None:
        """End it with all its workers, whatever they are doing."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.communicate()


def start(home: Path, *typed: str) -> Running:
    port = free_port()
    environment = {**os.environ, "MIR_HOME": str(home), "MIR_SECRET_KEY": "only-for-tests-" * 3}  # noqa: TID251
    process = subprocess.Popen(
        [sys.executable, "-m", "mir.cli", *typed, "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    return Running(process, port)


@pytest.fixture
def running(settings: Settings) -> Iterator[Running]:
    store = Store(settings.database_url, settings.secret_key)
    migrate.upgrade(store)
    store.close()
    running = start(settings.home, "serve", "--workers", "2")
    yield running
    running.end()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_and_stops_when_told(running: Running, how: signal.Signals) -> None:
    assert running.status("/sign-in") == 200
    assert running.status("/a/NOTACODE") in {404, 400}
    status, written = running.stop(how)
    assert status == 0
    assert "Traceback" not in written


def test_it_writes_nothing_of_who_asked_for_what(running: Running) -> None:
    running.status("/sign-in")
    _, written = running.stop(signal.SIGTERM)
    assert written.splitlines() == [
        f"Serving at http://127.0.0.1:{running.port} with 2 workers. Press Ctrl-C to stop."
    ]


def test_the_demo_serves_itself(tmp_path: Path) -> None:
    running = start(tmp_path, "demo")
    try:
        assert running.status("/sign-in") == 200
        status, written = running.stop(signal.SIGTERM)
    finally:
        running.end()
    assert status == 0
    assert f"http://127.0.0.1:{running.port}/sign-in/" in written


def test_it_stops_while_it_is_still_starting(running: Running) -> None:
    assert running.process.stdout is not None
    assert "Serving at" in running.process.stdout.readline()
    time.sleep(0.2)
    status, _ = running.stop(signal.SIGTERM)
    assert status in {0, -signal.SIGTERM}


@pytest.mark.parametrize(
    "secret",
    ["", "a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d", "x" * 64, "0123" * 12, "Change-me, please! Change-me, please!"],
)
def test_without_a_secret_that_nobody_can_guess_it_does_not_start(settings: Settings, secret: str) -> None:
    with pytest.raises(SettingError, match="MIR_SECRET_KEY") as refused:
        serve(replace(settings, secret_key=secret), Place(port=free_port()))
    assert not secret or secret not in str(refused.value)


def test_a_secret_made_as_the_sentence_says_is_good() -> None:
    assert all(secret_problem(secrets.token_hex(32)) == "" for _ in range(200))


def test_a_taken_port_is_told_with_the_next_free_one(taken: int, settings: Settings) -> None:
    with pytest.raises(TakenPortError) as refused:
        must_be_free(Place(port=taken))
    assert refused.value.free is not None
    assert refused.value.free > taken
    must_be_free(Place(port=refused.value.free))
    with pytest.raises(TakenPortError):
        serve(settings, Place(port=taken))
    assert f"--port {refused.value.free}" in refused.value.sentence


def test_an_address_of_another_computer_is_refused() -> None:
    with pytest.raises(RefusalError, match="not an address of this computer"):
        must_be_free(Place(host="192.0.2.1", port=free_port()))


def test_a_port_for_administrators_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mir.server._refused", lambda *_: PermissionError(13, "no"))
    with pytest.raises(RefusalError, match="administrator"):
        must_be_free(Place(port=80))


def test_the_command_says_so_too(taken: int, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "mir.cli", "demo", "--port", str(taken), "--home", str(tmp_path / "home")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"Port {taken} is in use" in ran.stderr
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("url", "scheme"), [("https://a.example.org", "https"), ("http://a.example.org", "http")]
)
def test_only_behind_https_the_proxy_is_believed(settings: Settings, url: str, scheme: str) -> None:
    environ = {
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_X_FORWARDED_FOR": "203.0.113.9",
        "HTTP_X_FORWARDED_PROTO": "https",
    }
    site = application(replace(settings, url=url))
    seen = dict(environ) | {"wsgi.url_scheme": "http", "REQUEST_METHOD": "GET", "PATH_INFO": "/static/none"}
    with suppress(KeyError):  # the rest of a request is not there; who asks has been decided before that
        site(seen, lambda *_: None)
    assert seen["wsgi.url_scheme"] == scheme


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
