"""Every table, so that the metadata is whole."""

from mir.accounts.models import Account, SignInLink
from mir.authoring.models import EarlierText, MadeEdition, MadeSurvey
from mir.concerns.models import Concern, SafetyContact
from mir.db import Base
from mir.paper.models import KeyedPage, KeyedTwice
from mir.providers.models import Membership, Organisation, Service
from mir.respond.models import BroughtFile, Comment, Draft, Sheet, Tablet, Taken, WayBack
from mir.results.models import KeptTally
from mir.rounds.models import Code, Invited, Round, StoredEdition

__all__ = [
    "Account", "Base", "BroughtFile", "Code", "Comment", "Concern", "Draft", "EarlierText", "Invited",
    "KeptTally", "KeyedPage", "KeyedTwice", "MadeEdition", "MadeSurvey", "Membership", "Organisation",
    "Round", "SafetyContact", "Service", "Sheet", "SignInLink", "StoredEdition",
    "Tablet", "Taken", "WayBack",
]  # fmt: skip
