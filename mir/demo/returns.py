"""A leaders' return that was begun: some lines with evidence, some without, and most still to do."""

from datetime import UTC, date, datetime, time, timedelta

from mir.db import Store
from mir.returns.adding import Hand, NewEvidence
from mir.returns.operations import NewAnswer, save, start

SCHEME = "cqc-saf-2024"
BEGUN_AGO = timedelta(days=5)

Shown = tuple[str, str, str, int]
"""A piece of evidence: kind, words, window, and from how many days ago it is."""

SAID: tuple[tuple[str, str, str, Shown | None], ...] = (
    (
        "safe_learning_culture",
        "3",
        "Every mistake is talked about within a week, without blame. What we changed hangs in the hall.",
        ("note", "Three sessions with the night team, and what came of each.", "reflective_learning", 40),
    ),
    (
        "safe_safeguarding",
        "3",
        "Everybody who works here knows whom to tell. New colleagues practise it in their first week.",
        ("note", "Audit of all safeguarding records of the last year.", "practice_insight", 430),
    ),
    (
        "caring_kindness_compassion_and_dignity",
        "4",
        "Staff knock and wait. People choose who helps them to wash, and when.",
        ("note", "A morning on the first floor, written down by the manager.", "day_in_the_life", 75),
    ),
    (
        "responsive_listening_and_involving",
        "4",
        "The residents’ meeting decides how the garden and the menus are. Its minutes are read out.",
        None,
    ),
    (
        "well_led_freedom_to_speak_up",
        "2",
        "We have a policy. Few colleagues have used it, and we want to know why.",
        None,
    ),
)


def begin_return(store: Store, account_id: str, service_id: str, today: date) -> None:
    """Write what this leader has said so far of this service."""
    hand = Hand(account_id, datetime.combine(today - BEGUN_AGO, time(10), UTC))
    return_id = start(store, hand, service_id, SCHEME)
    for line, view, what, shown in SAID:
        added = [_evidence(line, shown, today)] if shown else []
        save(store, hand, return_id, NewAnswer(line, 0, view, what), added)


def _evidence(line: str, shown: Shown, today: date) -> NewEvidence:
    kind, words, window, ago = shown
    return NewEvidence(line, kind, words, "", window, today - timedelta(days=ago))
