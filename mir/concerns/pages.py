"""The page for somebody who is worried or not safe, made from where they are in a survey."""

from dataclasses import dataclass, replace

from flask import request, url_for

from mir import i18n
from mir.concerns import queries
from mir.concerns.national import Line, lines_for
from mir.concerns.operations import LONGEST_MESSAGE, LONGEST_REACH, Message
from mir.concerns.queries import OUTSIDE, Contact, Route
from mir.concerns.words import SafeWords, safe_words
from mir.db import new_id, store
from mir.errors import NotFoundError
from mir.i18n import Tongue
from mir.respond import browser, drafts
from mir.respond.answering import answering
from mir.respond.pages import other_known, switch_words
from mir.respond.shown import Frame, Problem, frame_in
from mir.rounds.codes import tidy
from mir.rounds.queries import Door, door
from surveys.framework import Presentation, Voice
from surveys.logic.tree import CODE

NOTHING = Message("")


@dataclass(frozen=True)
class Whereabouts:
    """What this browser was doing: the code it holds, if any, and how its pages are read."""

    door: Door | None
    presentation: Presentation
    language: str = "en"
    answering: bool = False

    @property
    def voice(self) -> Voice | None:
        """Who is asking, where that is known."""
        return self.door.voice if self.door else None


@dataclass(frozen=True)
class SafePage:
    """Whom to call, and the message that can be sent."""

    frame: Frame
    words: SafeWords
    contacts: tuple[Contact, ...]
    lines: tuple[Line, ...]
    council: bool
    """Whether the council's own number is among the contacts."""
    to: str
    """Who reads a message; empty where nobody does."""
    facts: tuple[str, ...]
    action: str
    numbers: str
    back: str
    back_words: str
    switch: str = ""
    tongues: tuple[Tongue, ...] = ()
    message: Message = NOTHING
    problems: tuple[Problem, ...] = ()


def whereabouts() -> Whereabouts:
    """What this browser holds. Never refuses: somebody who is not safe must get the numbers."""
    code, held, sent = asked_with(), browser.current(), browser.sent()
    try:
        if held and code in {"", held.code}:
            draft = drafts.load(store(), held.secret)
            if draft:
                return Whereabouts(
                    door(store(), held.code), draft.presentation, draft.language, answering=not draft.sent
                )
            # The round has closed meanwhile: whom to call at this service is still known.
            return Whereabouts(door(store(), held.code), Presentation.EASY_READ, i18n.here())
        if sent and code in {"", sent.code}:
            return Whereabouts(door(store(), sent.code), sent.presentation, sent.language)
        if code:
            return Whereabouts(door(store(), code), Presentation.EASY_READ, i18n.here())
    except NotFoundError:
        pass
    return Whereabouts(None, Presentation.EASY_READ, i18n.here())


def route(here: Whereabouts) -> Route | None:
    """Where a message from here goes, if anywhere."""
    if here.door is None:
        return None
    service_id = here.door.round.service.id
    return queries.route(queries.contacts(store(), service_id), service_id, here.door.voice)


def safe_page(here: Whereabouts) -> SafePage:
    """The page, as this person reads it."""
    service = here.door.round.service if here.door else None
    shown = frame_in(
        here.language,
        here.presentation,
        (service.name, service.organisation, "") if service else ("", "", ""),
    )
    words = i18n.translated(safe_words(here.presentation), here.language)
    found = queries.contacts(store(), service.id) if service else ()
    to, mine = route(here), answering() if here.answering else None
    return SafePage(
        frame=shown,
        words=words,
        contacts=queries.to_call(found, here.voice),
        lines=tuple(i18n.translated(line, here.language) for line in lines_for(here.voice)),
        council=queries.names_council(found),
        to=to.name if to else "",
        facts=_facts(here, words, to),
        action=_address("concerns.send", here),
        numbers=_address("concerns.safe", here),
        back=_back(here),
        back_words=words.back if here.answering else words.away,
        switch=switch_words(mine) if mine else "",
        tongues=mine.other_tongues if mine else other_known(),
        message=Message("", once=new_id()),
    )


def with_problems(page: SafePage, message: Message) -> SafePage:
    """The page with what was typed, and with what has to be put right."""
    words, length = page.words, len(message.text)
    problems = []
    if not message.text:
        problems.append(Problem("text", words.write_something))
    if length > LONGEST_MESSAGE:
        problems.append(Problem("text", _too_long(page, length, LONGEST_MESSAGE)))
    if len(message.reach) > LONGEST_REACH:
        problems.append(Problem("reach", _too_long(page, len(message.reach), LONGEST_REACH)))
    return replace(page, message=message, problems=tuple(problems))


def _too_long(page: SafePage, length: int, most: int) -> str:
    said = (i18n.number(one, page.frame.language) for one in (length, most))
    return page.words.too_long.format(**dict(zip(("length", "most"), said, strict=True)))


def _facts(here: Whereabouts, words: SafeWords, to: Route | None) -> tuple[str, ...]:
    if here.door is None:
        return ()
    service = here.door.round.service
    names = {"service": service.name, "organisation": service.organisation}
    if to is None:
        outside = here.voice in {Voice.STAFF, Voice.LEADER, Voice.PARTNER}
        return ((words.no_outside if outside else words.no_message).format(**names),)
    facts = words.outside_facts if to.use == OUTSIDE else words.message_facts
    return tuple(fact.format(name=to.name, about=to.about, **names) for fact in facts)


def asked_with() -> str:
    """The code of the page that somebody came from; empty where there were answers, or no code."""
    return tidy(request.args.get("code", ""))


def _at() -> str:
    at = request.args.get("at", "")
    return at if CODE.fullmatch(at) else ""


def _address(endpoint: str, here: Whereabouts) -> str:
    """With all that makes this page what it is, so that it comes back so when something is wrong with it."""
    code = asked_with()
    return url_for(endpoint, at=_at() or None, code=code or None, language=here.language if code else None)


def _back(here: Whereabouts) -> str:
    if here.answering:
        return url_for("respond.question", code=_at()) if _at() else url_for("respond.check")
    if here.door is None:
        return url_for("respond.front")
    sent, code = browser.sent(), here.door.code
    return (
        url_for("respond.thanks")
        if sent and sent.code == code
        else url_for("respond.welcome", code=code, language=here.language)
    )
