"""Every table, so that the metadata is whole."""

from mir.accounts.models import Account, SignInLink
from mir.authoring.models import EarlierText, MadeEdition, MadeSurvey
from mir.concerns.models import Concern, SafetyContact
from mir.db import Base
from mir.paper.models import KeyedPage, KeyedTwice
from mir.providers.models import MemberService, Membership, Organisation, Service
from mir.respond.models import BroughtFile, Comment, Draft, Sheet, WayBack
from mir.results.models import KeptTally
from mir.rounds.models import Code, Invitation, Invited, Mailing, Round, StoredEdition, ToldBand

__all__ = [
    "Account", "Base", "BroughtFile", "Code", "Comment", "Concern", "Draft", "EarlierText",
    "Invitation", "Invited",
    "KeptTally", "KeyedPage", "KeyedTwice", "MadeEdition", "MadeSurvey", "Mailing", "MemberService",
    "Membership", "Organisation", "Round", "SafetyContact", "Service", "Sheet", "SignInLink", "StoredEdition",
    "ToldBand", "WayBack",
]  # fmt: skip
