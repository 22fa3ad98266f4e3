"""How many have answered, as it may be told while a round is open. Pure: no clock and no store."""

WIDE = 10
"""Told in whole tens. Fewer than the first ten is one band, so that no few people are counted out loud."""
MARGIN = 5
"""No band is told that would leave fewer than this many of those asked who could still be missing."""
QUARTERS = ("", "about a quarter", "about half", "about three quarters", "nearly all")
ENOUGH = 20
"""A share is told of at least so many people asked."""


def band(number: int, asked: int | None) -> int:
    """At least so many have answered: whole tens, and never so near to everybody asked that it names one."""
    least = number // WIDE * WIDE
    return least if asked is None else min(least, highest(asked))


def highest(asked: int) -> int:
    """The last band that is told where so many were asked."""
    return max(0, (asked - MARGIN) // WIDE * WIDE)


def told(least: int, asked: int | None) -> str:
    """The band in words: “10 to 19”."""
    if asked is not None and highest(asked) == 0:
        return "Too few people to tell before it closes"
    if least == 0:
        return f"Fewer than {WIDE}"
    if asked is not None and least == highest(asked):
        return f"{least} or more"
    return f"{least} to {least + WIDE - 1}"


def share(least: int, asked: int | None) -> str:
    """The band beside those who were asked, in words; empty where it would say too much or nothing."""
    if asked is None or asked < ENOUGH or least in (0, highest(asked)):
        return ""
    middle = least + WIDE / 2
    return QUARTERS[round(4 * middle / asked)]
