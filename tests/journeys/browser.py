"""A very small browser that is not put off when the server dies: it tries again, as a person would."""

import re
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_TRIES = 400


@dataclass
class SmallBrowser:
    """Cookies and the last page. `lost` counts the requests that were never answered."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    lost: int = 0
    _open: HTTPConnection | None = None

    def get(self, path: str) -> str:
        """The page at this address."""
        return self._ask("GET", path, None)[1]

    def post(self, path: str, **form: str) -> str:
        """Where this form leads. It is sent again and again until it is answered."""
        status, where = self._ask("POST", path, urlencode(form))
        assert status == 302, (status, path, where)
        return where

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        for _ in range(_TRIES):
            try:
                return self._once(method, path, body)
            except (HTTPException, OSError):
                self.lost += 1
                self.close()
                time.sleep(0.05)
        raise AssertionError(f"Nobody answers {path}.")

    def _once(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        self._open = self._open or HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._open.request(method, path, body, headers)
        answer = self._open.getresponse()
        text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, answer.headers.get("Location") or text

    def close(self) -> None:
        """Hang up."""
        if self._open:
            self._open.close()
        self._open = None


def token(page: str) -> str:
    """The token that a page's forms carry."""
    found = _TOKEN.search(page)
    assert found, page
    return found[1]
