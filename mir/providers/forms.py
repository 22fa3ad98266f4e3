"""What is typed about colleagues and services."""

from dataclasses import dataclass

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice

from mir.accounts.forms import Problem, address_problem, line, name_problem
from mir.providers.may import BY_SERVICE
from mir.providers.models import KIND_WORDS, ROLE_WORDS, Kind, Role
from mir.providers.people import Post
from mir.providers.services import REGIONS, About, Kept, wrong

EVERY, SOME = "every", "some"
ROLE_DOES = {
    Role.LEAD: "Does everything here, invites colleagues and reads the record of who did what.",
    Role.MANAGER: "Opens and closes rounds, reads results and makes surveys.",
    Role.SUPPORTER: "Types in booklets and sets up the tablet. Sees no results.",
    Role.BOARD: "Reads results and reports.",
    Role.COMMISSIONER: "Reads results that services share with your organisation, and nothing else.",
}


@dataclass(frozen=True)
class Choice:
    """One thing to choose, with what it means."""

    value: str
    words: str
    about: str = ""


ROLES = tuple(Choice(role, ROLE_WORDS[role], ROLE_DOES[role]) for role in Role)
KINDS = tuple(Choice(kind, words) for kind, words in KIND_WORDS.items())


class PostForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """What somebody does in an organisation, and for which of its services."""

    role = RadioField(choices=[SelectChoice(one.value, one.words) for one in ROLES], validate_choice=False)
    reach = RadioField(
        choices=[SelectChoice(EVERY, "Every service"), SelectChoice(SOME, "Only these")],
        validate_choice=False,
    )
    services = SelectMultipleField(choices=[], validate_choice=False)

    def problems(self) -> list[Problem]:
        """What has to be put right."""
        if self.role.data not in set(Role):
            return [Problem("role", "Choose what they do.")]
        if Role(self.role.data) in BY_SERVICE and self.reach.data not in {EVERY, SOME}:
            return [Problem("reach", "Choose whether they work for every service.")]
        return []

    def post(self) -> Post:
        """What was chosen, once there are no problems."""
        role = Role(self.role.data)
        every = role not in BY_SERVICE or self.reach.data == EVERY
        return Post(role, None if every else tuple(self.services.data or ()))


class InviteForm(PostForm):
    """Somebody to invite."""

    name = StringField(filters=[line])
    email = StringField(filters=[line])

    def problems(self) -> list[Problem]:
        """What has to be put right."""
        own = [("name", name_problem(self.name.data)), ("email", address_problem(self.email.data))]
        found = [Problem(field, sentence) for field, sentence in own if sentence] + super().problems()
        if self.role.data in BY_SERVICE and self.reach.data == SOME and not self.services.data:
            # Somebody who came to an empty desk would think that it is broken.
            found.append(Problem("reach", "Choose at least one service, or “Every service”."))
        return found


class ServiceForm(FlaskForm):  # type: ignore[misc]  # as above
    """What is known of a service."""

    name = StringField(filters=[line])
    kind = SelectField(choices=[SelectChoice(one.value, one.words) for one in KINDS], validate_choice=False)
    size = StringField(filters=[line])
    region = SelectField(choices=[SelectChoice(one, one) for one in REGIONS], validate_choice=False)
    location = StringField(filters=[line])
    peers = StringField(filters=[line])

    def show(self, kept: Kept) -> None:
        """Fill the form with what is kept."""
        about = kept.about
        self.name.data, self.kind.data, self.region.data = about.name, about.kind, about.region
        self.size.data = "" if about.size is None else str(about.size)
        self.location.data, self.peers.data = about.location, about.peers

    def about(self) -> About:
        """What was typed. A size that is no number is a size that is wrong."""
        typed = (self.size.data or "").replace(",", "")
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1  # noqa: PLR2004
        return About(
            self.name.data or "",
            Kind(self.kind.data) if self.kind.data in set(Kind) else Kind.CARE_HOME,
            number if typed else None,
            self.region.data or "",
            self.location.data or "",
            self.peers.data or "",
        )

    def problems(self) -> list[Problem]:
        """What has to be put right."""
        found = [Problem(field, sentence) for field, sentence in wrong(self.about())]
        if self.kind.data not in set(Kind):
            found.insert(0, Problem("kind", "Choose what the service does."))
        return found
