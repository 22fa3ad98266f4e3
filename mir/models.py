"""Every table, so that the metadata is whole."""

from mir.accounts.models import Account, Passkey, RecoveryCode, SecondStep, SignedIn, SignInLink, Tries
from mir.actions.models import Action, ActionStep
from mir.audit.models import Deed
from mir.authoring.models import EarlierText, MadeEdition, MadeSurvey
from mir.concerns.models import Concern, SafetyContact
from mir.db import Base
from mir.mail.models import Letter
from mir.paper.models import KeyedPage, KeyedTwice
from mir.pledges.models import ChangedPage, Pledge
from mir.providers.models import MemberService, Membership, Merged, Organisation, Service
from mir.respond.models import BroughtFile, Comment, Draft, Sheet, WayBack
from mir.results.models import KeptTally
from mir.rounds.models import Code, Invited, Round, StoredEdition

__all__ = [
    "Account", "Action", "ActionStep", "Base", "BroughtFile", "ChangedPage", "Code", "Comment",
    "Concern", "Deed", "Draft", "EarlierText", "Invited", "KeptTally", "KeyedPage", "KeyedTwice",
    "Letter", "MadeEdition", "MadeSurvey", "MemberService", "Membership", "Merged", "Organisation",
    "Passkey", "Pledge", "RecoveryCode", "Round", "SafetyContact", "SecondStep", "Service", "Sheet",
    "SignInLink", "SignedIn", "StoredEdition", "Tries", "WayBack",
]  # fmt: skip
