"""Somebody who makes a survey in a browser."""

from dataclasses import dataclass

from playwright.sync_api import Page

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.authoring.making import read
from mir.authoring.operations import start
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member
from mir.providers.register import services
from surveys.load import SHIPPED
from tests.browser.conftest import Site

OWN = """
questions:
  - code: food
    kind: scale
    wordings: {standard: How is the food here?, easy_read: How is the food?}
    options:
      - {code: poor, words: {standard: Poor, easy_read: Bad}}
      - {code: good, words: {standard: Good, easy_read: Good}}
  - code: why
    kind: long_text
    wordings: {standard: What would make it better?, easy_read: What would be better?}
    show_if: food == 1
"""


@dataclass(frozen=True)
class Maker:
    """A lead who has signed in, and a survey with two own questions."""

    page: Page
    account_id: str
    organisation_id: str
    at: str
    """The address of the survey."""


def signed_in(page: Page, site: Site, store: Store, own: str = OWN) -> Maker:
    """The lead of the site's organisation, in this browser."""
    organisation_id = services(store)[0].organisation_id
    account_id = add_account(store, "lead@example.org", "Lee Lead")
    add_member(store, account_id, organisation_id, Role.LEAD)
    page.goto(f"{site.url}/sign-in/{make_sign_in_link(store, account_id, clock.now())}")
    page.locator("main button").click()
    page.wait_for_url("**/desk")
    survey = read((SHIPPED / "surveys" / "core.yaml").read_text("utf-8") + own, "core").survey
    survey_id = start(store, account_id, organisation_id, survey)
    return Maker(page, account_id, organisation_id, f"{site.url}/surveys/{survey_id}")
