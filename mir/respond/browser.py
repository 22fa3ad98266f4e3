"""What this browser holds: the secrets of the drafts begun in it, each under its code."""

import hashlib
from dataclasses import dataclass

from flask import session

from surveys.framework import SOURCE_LANGUAGE, Presentation

MOST_HELD = 20  # a shared tablet; the cookie stays under 2 kB


@dataclass(frozen=True)
class Held:
    """One draft begun in this browser, and the code it was begun with."""

    code: str
    secret: str

    @property
    def tag(self) -> str:
        """What a page carries to say whose it is: it opens nothing."""
        return hashlib.sha256(b"page:" + self.secret.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Thanked:
    """What the thank-you page needs to know: not which answers, not when."""

    code: str
    presentation: Presentation
    language: str = SOURCE_LANGUAGE
    words: tuple[str, ...] = ()
    """The four words with which the answers can be taken back; only the page shows them."""
    aloud: bool = False
    """Whether an interviewer asked, who reads that page out and then asks somebody else."""


def shared() -> str | None:
    """The secret of the link that made this a tablet which many people share; None on any other device."""
    secret: str | None = session.get("tablet")
    return secret


def device() -> str:
    """By what the desk knows this tablet; empty on one that it does not know."""
    found: str = session.get("device", "")
    return found


def share(secret: str, device_id: str) -> None:
    """From now on this is a shared tablet, and nothing else: nobody stays signed in on it."""
    session.clear()
    session["tablet"], session["device"] = secret, device_id
    session.permanent = True


def start_fresh() -> tuple[Held, ...]:
    """Remember nothing of the people before. The drafts they had begun here."""
    held = tuple(Held(code, secret) for code, secret in session.get("drafts", {}).items())
    for name in ("drafts", "code", "sent", "aloud", "language"):
        session.pop(name, None)
    return held


def current() -> Held | None:
    """The draft this browser worked on last."""
    return held_for(session.get("code", ""))


def held_for(code: str) -> Held | None:
    """The unsent draft begun here with this code."""
    secret = session.get("drafts", {}).get(code)
    return Held(code, secret) if secret else None


def tagged(tag: str) -> Held | None:
    """The draft that a page with this tag belongs to, if this browser still holds it."""
    held = (Held(code, secret) for code, secret in session.get("drafts", {}).items())
    return next((one for one in held if one.tag == tag), None)


def keep(held: Held) -> None:
    """Remember this draft and work on it from now on, after the browser is closed too."""
    others = {code: secret for code, secret in session.get("drafts", {}).items() if code != held.code}
    kept = [*others.items(), (held.code, held.secret)][-MOST_HELD:]
    session["drafts"], session["code"] = dict(kept), held.code
    session.permanent = True
    _forget_sent()


def forget(held: Held, thanked: Thanked) -> None:
    """The draft is sent: keep only what the thank-you page needs."""
    drop(held)
    thank(thanked)


def thank(thanked: Thanked) -> None:
    """Remember what the thank-you page shows, and how."""
    session["sent"] = [thanked.code, thanked.presentation.value, thanked.language, *thanked.words]
    session["aloud"] = thanked.aloud


def drop(held: Held) -> None:
    """Remember nothing of this draft."""
    session["drafts"] = {
        code: secret for code, secret in session.get("drafts", {}).items() if code != held.code
    }
    session.pop("code", None)


def put_away() -> None:
    """Show nothing of any answers here until a code is typed again. Nothing is lost."""
    session.pop("code", None)
    _forget_sent()


def next_person(code: str) -> None:
    """Remember nothing of whoever was asked with this code: neither their answers nor what they were told."""
    if held := held_for(code):
        drop(held)
    put_away()


def sent() -> Thanked | None:
    """What was sent last from this browser, until something else is begun."""
    kept = session.get("sent")
    if not kept:
        return None
    language = kept[2] if len(kept) > 2 else SOURCE_LANGUAGE  # noqa: PLR2004 - one of before languages has two parts
    aloud = session.get("aloud", False)
    return Thanked(kept[0], Presentation(kept[1]), language, tuple(kept[3:]), aloud)


def _forget_sent() -> None:
    session.pop("sent", None)
    session.pop("aloud", None)
