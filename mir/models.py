"""Every table, so that the metadata is whole."""

from mir.accounts.models import Account, SignInLink
from mir.authoring.models import EarlierText, MadeEdition, MadeSurvey
from mir.concerns.models import Concern, SafetyContact
from mir.db import Base
from mir.paper.models import KeyedPage, KeyedTwice
from mir.providers.models import MemberService, Membership, Organisation, Service
from mir.respond.models import BroughtFile, Comment, Draft, Sheet, WayBack
from mir.results.models import KeptTally
from mir.returns.models import EarlierReturnAnswer, Evidence, EvidenceFile, Return, ReturnAnswer
from mir.rounds.models import Code, Invited, Round, StoredEdition

__all__ = [
    "Account", "Base", "BroughtFile", "Code", "Comment", "Concern", "Draft", "EarlierReturnAnswer",
    "EarlierText", "Evidence", "EvidenceFile", "Invited", "KeptTally", "KeyedPage", "KeyedTwice",
    "MadeEdition", "MadeSurvey", "MemberService", "Membership", "Organisation", "Return", "ReturnAnswer",
    "Round", "SafetyContact", "Service", "Sheet", "SignInLink", "StoredEdition", "WayBack",
]  # fmt: skip
