"""Settings: read once, here, from the environment; a bad one names key, value and what was wanted."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

LEAST_SECRET = 32
_FEW = 8
"""A secret needs so many different characters. Sixteen random bytes in hexadecimal have hardly ever fewer."""
_PLACEHOLDERS = ("changeme", "yoursecret", "secretkey", "default", "example", "placeholder")
"""What stands in somebody else's instructions in place of a secret."""


class SettingError(Exception):
    """A setting that cannot be used. The message is a sentence for the operator."""


@dataclass(frozen=True)
class Elsewhere:
    """Where an organisation's own accounts are (OpenID Connect)."""

    issuer: str
    client_id: str
    client_secret: str
    name: str
    """What people call it: “your Hazel Care account”."""


@dataclass(frozen=True)
class Settings:
    """Everything the site is told from outside."""

    home: Path
    """Where the database and printed reports are kept."""
    database_url: str
    secret_key: str
    url: str
    """The address people type, without a slash at the end."""
    demo: bool = False
    tablet_minutes: int = 5
    """After how long without a touch a shared tablet asks whether anybody is there."""
    recordings: Path | None = None
    """Where questions lie that were read out or signed for people, if anywhere."""
    smtp_url: str = ""
    """Where letters go; without it they are written into the folder “outbox”."""
    mail_from: str = "mir@localhost"
    oidc: Elsewhere | None = None

    @property
    def host(self) -> str:
        """The name of the machine in the address."""
        return urlsplit(self.url).hostname or ""

    @property
    def secure(self) -> bool:
        """Whether people reach the site over https, so that cookies must travel only there."""
        return urlsplit(self.url).scheme == "https"


def read(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this environment. Raises SettingError for the first bad one."""
    env = os.environ if environment is None else environment  # noqa: TID251 - this is the settings' room
    home = Path(env.get("MIR_HOME", "instance")).absolute()
    url = _url(env.get("MIR_URL", "http://127.0.0.1:8000"))
    return Settings(
        home=home,
        database_url=_database(env, home),
        secret_key=env.get("MIR_SECRET_KEY", ""),
        url=url,
        demo=env.get("MIR_DEMO", "") == "1",
        recordings=_folder(env.get("MIR_RECORDINGS", "")),
        smtp_url=_smtp(env.get("MIR_SMTP_URL", "")),
        oidc=_oidc(env),
        mail_from=env.get("MIR_MAIL_FROM", f"mir@{urlsplit(url).hostname}"),
        tablet_minutes=_minutes(env.get("MIR_TABLET_MINUTES", "5")),
    )


def must_have_secret(settings: Settings) -> None:
    """Raises SettingError unless there is a secret that is fit to sign cookies with."""
    if problem := secret_problem(settings.secret_key):
        raise SettingError(
            f'{problem} Make one with: python3 -c "import secrets; print(secrets.token_hex(32))"'
        )


def secret_problem(secret: str) -> str:
    """What is wrong with a secret, or nothing. The secret itself is not repeated."""
    if len(secret) < LEAST_SECRET:
        return f"MIR_SECRET_KEY must be at least {LEAST_SECRET} characters."
    letters = "".join(one for one in secret.casefold() if one.isalnum())
    if len(set(letters)) < _FEW or any(word in letters for word in _PLACEHOLDERS):
        return "MIR_SECRET_KEY is one that anybody can guess."
    return ""


def _database(env: Mapping[str, str], home: Path) -> str:
    url = env.get("MIR_DATABASE_URL", f"sqlite:///{home / 'mir.db'}")
    if url.startswith("postgresql://"):
        url = "postgresql+psycopg://" + url.removeprefix("postgresql://")
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        # The address may hold a password, so only its beginning is repeated.
        raise SettingError(
            f"MIR_DATABASE_URL begins “{url.split(':', 1)[0]}”. It must begin sqlite:/// or postgresql://."
        )
    return url


def _folder(named: str) -> Path | None:
    if named and not Path(named).is_dir():
        raise SettingError(f"MIR_RECORDINGS is “{named}”. It must be a folder that is there.")
    return Path(named).resolve() if named else None


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 2 <= int(text) <= 60):  # noqa: PLR2004 - nobody is hurried
        raise SettingError(f"MIR_TABLET_MINUTES is “{text}”. It must be a whole number from 2 to 60.")
    return int(text)


def _url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingError(f"MIR_URL is “{url}”. It must be an address such as https://answers.example.org.")
    return url.rstrip("/")


def _smtp(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in {"smtp", "smtps"} or not parts.hostname):
        # The address may hold a password, so it is not repeated.
        raise SettingError(
            "MIR_SMTP_URL must be an address such as smtps://name:password@mail.example.org or smtp://localhost:25."
        )
    return url


def _oidc(env: Mapping[str, str]) -> Elsewhere | None:
    issuer, client_id, secret = (
        env.get(f"MIR_OIDC_{name}", "") for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET")
    )
    if not (issuer or client_id or secret):
        return None
    if not (client_id and secret) or urlsplit(issuer).scheme != "https":
        raise SettingError(
            "To let people sign in elsewhere, set MIR_OIDC_ISSUER (an https:// address), "
            "MIR_OIDC_CLIENT_ID and MIR_OIDC_CLIENT_SECRET, all three."
        )
    name = env.get("MIR_OIDC_NAME", "your organisation’s account")
    return Elsewhere(issuer.rstrip("/"), client_id, secret, name)
