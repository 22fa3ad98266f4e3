"""Every page behind the sign-in, as it is first opened, is valid HTML and its title has its heading."""

from tests.access.conftest import Site
from tests.access.table import routes, table
from tests.access.test_access import address_of
from tests.mir.respond.opened import Page


def test_every_page_of_the_desk_is_valid_html(site: Site) -> None:
    faults, looked = [], 0
    for who in ("lead", "owner"):
        browser = site.browser(who)
        for route in routes(site.app):
            behind = route.key in table().signed_in or who in table().roles.get(route.key, ())
            if route.method != "GET" or not behind:
                continue
            answer = browser.get(address_of(site, route), follow_redirects=True)
            if answer.status_code != 200 or answer.mimetype != "text/html":
                continue
            looked += 1
            try:
                Page(answer)
            except Exception as fault:  # noqa: BLE001 - a strict reader raises what it likes
                faults.append(f"{route.key}: {fault!r}")
    assert not faults, "\n".join(faults)
    assert looked > 50
