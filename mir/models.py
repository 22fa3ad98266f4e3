"""Every table, so that the metadata is whole."""

from mir.accounts.models import Account, SignedIn, SignInLink, Tries
from mir.api.models import ProgramKey
from mir.audit.models import Deed
from mir.authoring.models import EarlierText, MadeEdition, MadeSurvey
from mir.concerns.models import Concern, SafetyContact
from mir.db import Base
from mir.mail.models import Letter
from mir.paper.models import KeyedPage, KeyedTwice
from mir.providers.models import MemberService, Membership, Organisation, Service
from mir.respond.models import BroughtFile, Comment, Draft, Sheet, WayBack
from mir.results.models import KeptTally
from mir.rounds.models import Code, Invited, Round, StoredEdition

__all__ = [
    "Account", "Base", "BroughtFile", "Code", "Comment", "Concern", "Deed", "Draft", "EarlierText", "Invited",
    "KeptTally", "KeyedPage", "KeyedTwice", "Letter", "MadeEdition", "MadeSurvey", "MemberService",
    "Membership", "Organisation", "ProgramKey", "Round", "SafetyContact", "Service", "Sheet", "SignInLink",
    "SignedIn", "StoredEdition", "Tries", "WayBack",
]  # fmt: skip
