"""On every route: a post without its token changes nothing, and no page may run what stands inside it."""

from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.access.conftest import Site
from tests.access.table import routes

SIGNS = "Please send that page again"
WITHOUT = {"tablet.take", "tablet.heard"}
"""Takes JSON with a lock of its own, which no form of another site can send (tests/mir/tablet)."""


def test_every_post_wants_the_token_of_its_page(site: Site) -> None:
    browser = site.browser("lead")
    site.app.config["WTF_CSRF_ENABLED"] = True
    walked = 0
    for route in routes(site.app):
        if route.method != "GET" and route.endpoint not in WITHOUT:
            answer = browser.open(site.address(route), method=route.method, data={"csrf_token": "forged"})
            assert (answer.status_code, SIGNS in answer.text) == (400, True), route.key
            walked += 1
    assert walked > 30


class _Inside(HTMLParser):
    """Finds what the content policy would stop: scripts and styles inside the page, and handlers."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        given = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in given):
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        self.found += [
            f"{tag} {value}"
            for name, value in attrs
            if name in {"src", "action", "href"}
            and (value or "").startswith(("javascript:", "data:"))
            and value != "data:,"  # nothing at all: the pages where people answer have no icon to fetch
        ]


def test_no_page_may_run_or_draw_what_stands_inside_it(site: Site) -> None:
    for who in ("nobody", "lead", "board"):
        browser: FlaskClient = site.browser(who)
        for route in routes(site.app):
            if route.method == "GET" and route.endpoint != "static":
                answer = browser.get(site.address(route))
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy, route.key
                assert "unsafe" not in policy, route.key
                assert answer.headers["Cache-Control"] == "no-store", route.key
                if answer.mimetype == "text/html":
                    page = _Inside()
                    page.feed(answer.text)
                    assert not page.found, route.key
                answer.close()


def test_no_page_believes_what_a_request_calls_the_site(site: Site) -> None:
    """Else somebody could have people type their four words, or a code, on a site of his own."""
    for who in ("nobody", "lead"):
        cookie = site.browser(who).get_cookie("mir")
        browser = site.app.test_client(use_cookies=False)  # else it keeps the cookie for the right name
        said = {"HTTP_HOST": "other.example", "HTTP_X_FORWARDED_HOST": "other.example"}
        said |= {"HTTP_COOKIE": f"mir={cookie.value}"} if cookie else {}
        assert (browser.get("/desk", environ_overrides=said).status_code == 200) is (who == "lead")
        for route in routes(site.app):
            if route.method == "GET":
                answer = browser.get(site.address(route), environ_overrides=said)
                assert b"other.example" not in answer.data, route.key
                assert "other.example" not in str(answer.headers), route.key
                answer.close()


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(site: Site) -> None:
    browser = site.browser("lead")
    (cookie,) = (browser._cookies or {}).values()  # noqa: SLF001 - there is no other way to its attributes
    assert cookie.http_only
    assert cookie.same_site == "Lax"


@pytest.mark.parametrize(("secure", "said"), [(True, "max-age=31536000"), (False, None)])
def test_over_https_a_browser_is_told_to_come_no_other_way(
    app: Flask, client: FlaskClient, said: str | None, *, secure: bool
) -> None:
    app.config["SESSION_COOKIE_SECURE"] = secure
    assert client.get("/sign-in").headers.get("Strict-Transport-Security") == said
