"""Somebody who makes a survey in a browser."""

from dataclasses import dataclass

from playwright.sync_api import Page

from mir.authoring.making import read
from mir.authoring.operations import start
from mir.db import Store
from mir.providers.register import services
from surveys.load import SHIPPED
from tests.browser import desk
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
    account_id = desk.signed_in(page, site, store)
    survey = read((SHIPPED / "surveys" / "core.yaml").read_text("utf-8") + own, "core").survey
    survey_id = start(store, account_id, organisation_id, survey)
    return Maker(page, account_id, organisation_id, f"{site.url}/surveys/{survey_id}")
