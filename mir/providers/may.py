"""What each role may do: one table for every page of the desk."""

from collections.abc import Mapping
from enum import StrEnum

from mir.providers.models import Role


class May(StrEnum):
    """Something that is done at the desk."""

    SEE_ROUNDS = "see services and their rounds"
    START_PEOPLE = "hand out codes, and set up a tablet"
    TYPE_PAPER = "print booklets and type them in"
    OPEN_ROUNDS = "open a round, send its links by e-mail, and make it longer"
    CLOSE_ROUNDS = "close a round"
    READ_RESULTS = "read what people said"
    MAKE_SURVEYS = "make surveys"
    KEEP_ACTIONS = "say what is done about it"
    KEEP_PEOPLE = "invite colleagues and change their roles"
    KEEP_SERVICES = "add and change services"
    READ_RECORD = "read the record of who did what"
    KEEP_KEYS = "make keys for other programs"
    WRITE_RETURNS = "write the leaders’ return"
    READ_RETURNS = "read the leaders’ return"
    SHARE_RESULTS = "share results with commissioners"
    READ_SHARED = "read results that services share"


_SUPPORTER = frozenset({May.SEE_ROUNDS, May.START_PEOPLE, May.TYPE_PAPER})
_RETURNS = {May.WRITE_RETURNS, May.READ_RETURNS}
_MANAGER = (
    _SUPPORTER
    | {May.OPEN_ROUNDS, May.CLOSE_ROUNDS, May.READ_RESULTS, May.MAKE_SURVEYS, May.KEEP_ACTIONS}
    | _RETURNS
)

_LEAD = {May.KEEP_PEOPLE, May.KEEP_SERVICES, May.READ_RECORD, May.KEEP_KEYS, May.SHARE_RESULTS}

ROLES: Mapping[Role, frozenset[May]] = {
    Role.LEAD: _MANAGER | _LEAD,
    Role.MANAGER: _MANAGER,
    Role.SUPPORTER: _SUPPORTER,
    Role.BOARD: frozenset({May.SEE_ROUNDS, May.READ_RESULTS, May.READ_RETURNS}),
    Role.COMMISSIONER: frozenset({May.READ_SHARED}),
}
"""Somebody who looks after the whole site has no role by that: they read nobody's results."""

BY_SERVICE = frozenset({Role.MANAGER, Role.SUPPORTER})
"""Roles that can be held for some services only."""

REFUSED: Mapping[May, str] = {
    May.SEE_ROUNDS: "You read what services share with you. Their rounds are for the people who run them.",
    May.START_PEOPLE: "Codes are handed out by managers and supporters. Ask one of them.",
    May.TYPE_PAPER: "Booklets are printed and typed in by managers and supporters. Ask one of them.",
    May.OPEN_ROUNDS: "Rounds are opened by those who lead and manage the service. Ask one of them.",
    May.CLOSE_ROUNDS: "Rounds are closed by those who lead and manage the service. Ask one of them.",
    May.READ_RESULTS: "Results are for the people who lead and manage your organisation. Ask one of them.",
    May.MAKE_SURVEYS: "Surveys are made by those who lead and manage your organisation. Ask one of them.",
    May.KEEP_ACTIONS: "What is done about results is written by those who lead and manage. Ask one of them.",
    May.KEEP_PEOPLE: "The person who leads your organisation invites colleagues. Ask them.",
    May.KEEP_SERVICES: "The person who leads your organisation adds and changes services. Ask them.",
    May.READ_RECORD: "The record of who did what is for the person who leads your organisation.",
    May.KEEP_KEYS: "The person who leads your organisation makes keys for other programs. Ask them.",
    May.WRITE_RETURNS: "The leaders’ return is written by those who lead and manage. Ask one of them.",
    May.READ_RETURNS: "The leaders’ return is for those who lead and manage, and for the board.",
    May.SHARE_RESULTS: "The person who leads your organisation shares results with commissioners. Ask them.",
    May.READ_SHARED: "Shared results are for commissioners. You find your own results with each service.",
}
"""What somebody is told who belongs here and may not do this."""


def may(role: Role, what: May) -> bool:
    """Whether somebody in this role may do this."""
    return what in ROLES[role]


def who_may(what: May) -> tuple[Role, ...]:
    """The roles that may do this."""
    return tuple(role for role, things in ROLES.items() if what in things)
