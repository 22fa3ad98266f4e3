"""What can go wrong for a person, each with its page's status, heading and plain sentence."""

from datetime import date


def _english(fact: object) -> str:
    if isinstance(fact, date):
        return f"{fact.day} {fact:%B %Y}"
    return f"{fact:,}" if isinstance(fact, int) else str(fact)


class RefusalError(Exception):
    """Something the site will not do. Carries the words of its own page."""

    status = 400
    heading = "We could not do that"
    sentence = "Go back and try again."

    def __init__(self, sentence: str | None = None, **facts: object) -> None:
        """`facts` fill the places of the sentence: `{most}`. A page says it in its own language."""
        self.said, self.facts = sentence or type(self).sentence, facts
        shown = {name: _english(fact) for name, fact in facts.items()}
        self.sentence = self.said.format(**shown) if facts else self.said
        super().__init__(self.sentence)


class NotFoundError(RefusalError):
    """There is no such thing, or it is not this person's to see: both look alike."""

    status = 404
    heading = "We cannot find that page"
    sentence = "Check the address. If you typed a code, check each letter and number."


class NotAllowedError(RefusalError):
    """Signed in, but this is not theirs to do."""

    status = 403
    heading = "You cannot do this"
    sentence = "Ask the person who leads your organisation."


class GoneError(RefusalError):
    """It was here, and is over."""

    status = 410
    heading = "This has ended"
    sentence = "It is no longer open."


class ConflictError(RefusalError):
    """Somebody else changed it first."""

    status = 409
    heading = "This was changed somewhere else"
    sentence = "Open the page again to see what is there now."
