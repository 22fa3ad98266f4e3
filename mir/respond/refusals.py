"""What the answering pages refuse, each with its own words."""

from mir.errors import ConflictError, GoneError, RefusalError
from surveys.own.meant import Answer


class ClosedError(GoneError):
    """The round takes no more answers."""

    heading = "This survey has closed"
    sentence = "Thank you for wanting to take part."


class NotYetError(RefusalError):
    """The round has not begun."""

    status = 403
    heading = "This survey is not open yet"


class UsedError(GoneError):
    """A single-use code that has sent its answers."""

    heading = "This code has been used"
    sentence = "Each code works once. Ask for a new one if you need it."


class AlreadySentError(GoneError):
    """The answers are sent and out of reach."""

    heading = "Your answers have been sent"
    sentence = "They are with other people’s answers now, so they cannot be seen or changed."


class LetGoError(GoneError):
    """Answers that were deleted before they were sent, in another window or by four words elsewhere."""

    heading = "These answers are not here any more"
    sentence = "They were deleted before they were sent. You can start again with your code."


class NotAskedError(ConflictError):
    """A question that another answer has taken off the path."""

    heading = "That question is not asked now"


class WhoAnswersError(ConflictError):
    """The page asked the person, and by now somebody answers for them; or the other way."""


class HiddenAnswersError(ConflictError):
    """Hidden answers are the person's own: nobody else may take their place."""


class StartAgainError(ConflictError):
    """Answers of the person cannot become a proxy's, nor the other way. `version` is of the draft now."""

    def __init__(self, version: int, number: int) -> None:
        super().__init__()
        self.version, self.number = version, number


class DifferentAnswerError(ConflictError):
    """Another window gave another answer to this page. `stored` is what is kept now."""

    def __init__(self, stored: Answer | None, stored_comment: str) -> None:
        super().__init__("You gave a different answer to this question in another window. Choose one.")
        self.stored, self.stored_comment = stored, stored_comment
