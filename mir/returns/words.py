"""What the pages of a return call things."""

from collections.abc import Mapping

NOT_A_RATING = "This is not a rating by the regulator, and it promises none."

OTHER = "other"
WINDOWS: Mapping[str, str] = {
    "day_in_the_life": "A day in the life",
    "reflective_learning": "Reflective learning",
    "lived_experience": "Lived experience",
    "practice_insight": "Practice insight",
}
"""The four windows of a practice study, in their order."""
WINDOW_HINTS: Mapping[str, str] = {
    "day_in_the_life": "time spent alongside somebody at work",
    "reflective_learning": "staff looking back on their work together",
    "lived_experience": "people who draw on support, and families, saying how it is",
    "practice_insight": "records, audits and figures",
    OTHER: "a policy, a certificate, a letter",
}
EVERY_WINDOW: Mapping[str, str] = {**WINDOWS, OTHER: "None of these"}

KIND_WORDS: Mapping[str, str] = {"link": "Link", "file": "File", "note": "Note"}

OLD_AFTER = 12
"""Months after which evidence is called old."""
RULE = (
    "A line is answered when it has your view, where one is asked, and what you do. It has evidence when "
    "something is added to it that is not removed. Evidence is old when it is from more than 12 months ago. "
    "Nobody types any of this in: it is counted each time you open the page."
)

STATE_WORDS: Mapping[str, str] = {
    "none": "Not begun",
    "begun": "Begun",
    "answered": "Answered, no evidence",
    "old": "Answered, old evidence",
    "backed": "Answered, with evidence",
}
