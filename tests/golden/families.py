"""Each family of golden vectors, and the project's own function that answers it: one table a subject."""

from collections.abc import Mapping

from tests.golden import (
    families_answers,
    families_change,
    families_compare,
    families_intervals,
    families_protection,
    families_quality,
)
from tests.golden.vector import Family

SUBJECTS = (
    families_answers,
    families_change,
    families_compare,
    families_intervals,
    families_protection,
    families_quality,
)

FAMILIES: Mapping[str, Family] = {
    name: answer for subject in SUBJECTS for name, answer in subject.FAMILIES.items()
}
