"""Every route, every method, every role: who gets in is what the table says, and nothing tells more."""

import pytest
from flask import Flask
from sqlalchemy import event

from tests.access.conftest import Site, refused
from tests.access.table import Route, routes, table

NAMED = {
    *("round_id", "survey_id", "service_id", "organisation_id"),
    *("action_id", "pledge_id", "return_id", "share_id", "meeting_id"),
}
"""What in an address says where a thing belongs."""
CODES = {"authoring.part": "part_1", "authoring.save_part": "part_1"} | dict.fromkeys(
    ("authoring.question", "authoring.save_question", "authoring.remove_question"), "why"
)
BEYOND = {
    "supporter of no service": "supporter",
    "manager of another service": "manager",
}
"""Members who work for other services than the one that is looked for."""
HERE = ("lead", "manager", "supporter", "board", "commissioner")


def test_every_route_stands_in_the_table_and_the_table_names_no_other(app: Flask) -> None:
    real = sorted(route.key for route in routes(app))
    assert sorted(table().all) == sorted(set(real)), "write the route into tests/access/table.toml"


def test_nobody_gets_further_than_the_sign_in_page(site: Site) -> None:
    browser = site.browser("nobody")
    for route in routes(site.app):
        answer = browser.open(site.address(route), method=route.method)
        kept_out = refused(answer) == "sign in" and answer.location.partition("?")[0].endswith("/sign-in")
        assert kept_out is (route.key not in table().anyone), route.key
        answer.close()


@pytest.mark.parametrize("who", [*HERE, *BEYOND, "stranger", "owner", "nobody's colleague"])
def test_everybody_gets_in_where_the_table_says_and_nowhere_else(site: Site, who: str) -> None:
    browser, put_back = site.browser(who), site.untouched()
    for route in routes(site.app):
        if route.key not in table().roles:
            continue
        answer = browser.open(address_of(site, route), method=route.method, data=_form(site, route))
        assert refused(answer) == _expected(route, who), (route.key, answer.status_code)
        assert answer.status_code < 500, route.key
        if route.method == "POST" and not refused(answer):
            put_back()


@pytest.mark.parametrize("who", [*HERE, *BEYOND, "stranger", "owner", "nobody's colleague"])
def test_what_is_anothers_looks_like_what_is_not_there(site: Site, who: str) -> None:
    browser = site.browser(who)
    for route in routes(site.app):
        if not route.names & NAMED or route.key not in table().roles:
            continue
        theirs = browser.open(address_of(site, route), method=route.method)
        nothing = browser.open(site.address(route, nowhere=True), method=route.method)
        assert refused(nothing) == "nothing there", route.key
        if _expected(route, who) == "nothing there":
            assert (theirs.status_code, theirs.text) == (nothing.status_code, nothing.text), route.key


def test_what_is_anothers_costs_as_many_looks_as_what_is_not_there(site: Site) -> None:
    looks: list[str] = []
    event.listen(site.store.engine, "before_cursor_execute", lambda *given: looks.append(given[2]))
    browser = site.browser("stranger")

    def number(address: str, method: str) -> int:
        looks.clear()
        browser.open(address, method=method)
        return len(looks)

    for route in routes(site.app):
        if route.names & NAMED and route.key in table().roles and _expected(route, "stranger"):
            theirs = number(address_of(site, route), route.method)
            assert theirs == number(site.address(route, nowhere=True), route.method), route.key


def test_messages_are_for_their_reader_alone(site: Site) -> None:
    for who in ("manager", "board", "stranger"):
        browser = site.browser(who)
        for route in routes(site.app):
            if "concern_id" in route.names:
                theirs = browser.open(site.address(route), method=route.method)
                nothing = browser.open(site.address(route, nowhere=True), method=route.method)
                assert (theirs.status_code, theirs.text) == (nothing.status_code, nothing.text), route.key
                assert theirs.status_code == 404


def _expected(route: Route, who: str) -> str:
    may = table().roles[route.key]
    if who in may:
        return ""
    if route.key == "POST authoring.start" and who == "stranger":
        return "nothing there"  # its form names the organisation
    names = route.names & NAMED
    if not names:
        # A page that names no place is for whoever holds the role anywhere: of a strange organisation too.
        return "" if {"stranger": "lead"}.get(who, BEYOND.get(who, who)) in may else "refused"
    if who in HERE:
        return "refused"
    if who in BEYOND and names & {"survey_id", "organisation_id", "share_id"}:
        return "refused"  # of this organisation, whatever their services
    return "nothing there"


def address_of(site: Site, route: Route) -> str:
    """The address of the thing that a route is about, with what it must be asked."""
    if route.endpoint in CODES:
        return site.address(route).replace(site.things["code"], CODES[route.endpoint])
    query = {"paper.key": "?voice=person&presentation=standard&language=en"}
    query["reports.booklet_pdf"] = "?voice=person&kind=standard&language=en"
    query["reports.handout_pdf"] = "?what=poster"
    query["sharing.ask"] = f"?reader={site.things['organisation_id']}"
    return site.address(route) + query.get(route.endpoint, "")


def _form(site: Site, route: Route) -> dict[str, str]:
    if route.method == "GET":
        return {}
    kind = {"what": "poster", "voice": "person", "presentation": "standard", "language": "en"}
    making = {"from": "core", "organisation": site.things["organisation_id"], "version": "1"}
    making["kind"] = "scale"
    making |= {"reader": site.things["organisation_id"], "from_now": "yes"}
    return kind | making
