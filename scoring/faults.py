"""What scoring refuses to do, and why."""


class ScoringError(ValueError):
    """Anything that cannot be scored as asked."""


class NoAnswersError(ScoringError):
    """A share, mean or interval of nobody: it has no value."""


class OutOfRangeError(ScoringError):
    """A number outside what the formula is for. The sentence names it."""


class UnreadableAnswersError(ScoringError):
    """Rows of answers that do not belong to this edition."""


class UnlikeTalliesError(ScoringError):
    """Two tallies of different editions, or of different shapes; they do not add."""


class UnknownVoiceError(ScoringError):
    """Answers from a voice that the edition does not ask, or twice from the same voice."""
