"""Organisations, services and memberships."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, String, true
from sqlalchemy.orm import Mapped, mapped_column

from mir.db import Base, new_id


class Role(StrEnum):
    """What a member may do."""

    LEAD = "lead"
    MANAGER = "manager"
    SUPPORTER = "supporter"
    BOARD = "board"
    COMMISSIONER = "commissioner"


ROLE_WORDS = {
    Role.LEAD: "Organisation lead",
    Role.MANAGER: "Service manager",
    Role.SUPPORTER: "Supporter",
    Role.BOARD: "Board member",
    Role.COMMISSIONER: "Commissioner",
}


class Kind(StrEnum):
    """What a service does. Services are compared with others of their kind."""

    CARE_HOME = "care_home"
    HOME_CARE = "home_care"
    SUPPORTED_LIVING = "supported_living"
    COUNCIL_TEAM = "council_team"


KIND_WORDS = {
    Kind.CARE_HOME: "Care home",
    Kind.HOME_CARE: "Home care",
    Kind.SUPPORTED_LIVING: "Supported living",
    Kind.COUNCIL_TEAM: "Council team",
}


class Organisation(Base):
    """A provider, council or system."""

    __tablename__ = "organisations"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(200), unique=True)


class Service(Base):
    """One place or team of an organisation: the unit that is scored."""

    __tablename__ = "services"
    __table_args__ = (CheckConstraint("size IS NULL OR size >= 0", name="size"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(40))
    size: Mapped[int | None]
    """How many people the service supports, where it is known."""
    region: Mapped[str | None] = mapped_column(String(40))
    location: Mapped[str | None] = mapped_column(String(20))
    """The number under which the regulator knows the place, where it has one."""
    peers: Mapped[str | None] = mapped_column(String(60))
    """Whom it wants to be compared with, in its own words."""
    closed_on: Mapped[date | None]


class Merged(Base):
    """That a closed service went into another one. Each keeps its own rounds and results."""

    __tablename__ = "merged_services"

    service_id: Mapped[str] = mapped_column(ForeignKey("services.id", ondelete="CASCADE"), primary_key=True)
    into_id: Mapped[str] = mapped_column(ForeignKey("services.id"))


class Membership(Base):
    """That an account belongs to an organisation, and in what role."""

    __tablename__ = "memberships"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    every_service: Mapped[bool] = mapped_column(default=True, server_default=true())
    """False for a manager or supporter of some services: those that `MemberService` names, or none."""
    called: Mapped[str | None] = mapped_column(String(120))
    """What whoever invited them called them. The name of an older account is told when they come."""


class MemberService(Base):
    """A service that a member works for who does not work for every one of the organisation."""

    __tablename__ = "member_services"
    __table_args__ = (
        ForeignKeyConstraint(
            ["account_id", "organisation_id"],
            ["memberships.account_id", "memberships.organisation_id"],
            ondelete="CASCADE",
        ),
    )

    account_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id", ondelete="CASCADE"), primary_key=True)
