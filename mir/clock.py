"""The one place that knows what time it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """The moment, in UTC, with its zone."""
    return datetime.now(UTC)  # noqa: TID251 - this is the clock


def today() -> date:
    """The date people in the United Kingdom see on the wall."""
    return now().astimezone(LONDON).date()
