"""What nobody can ever be asked, though each condition could hold by itself."""

from collections.abc import Iterator

from surveys.asking import row_codes
from surveys.edition import compiled
from surveys.files.tree import Loc
from surveys.framework import Framework
from surveys.rules.condition_faults import condition_faults
from surveys.rules.finding import Finding, warning
from surveys.survey import Survey
from surveys.trying.tried import dead, every_way

UNREACHABLE = warning(
    "page-unreachable",
    "“{code}” can never be asked, whatever people answer.",
    "Look at its condition beside those of its section and of what it asks about.",
)


def unreachable(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """Everything that is on no way through a survey without errors.

    Where a condition can never be true this is not looked for: that is told
    already, and mending it may mend the rest.
    """
    shown = any(one.show_if for one in survey.questions) or any(one.show_if for one in survey.sections)
    if not shown or any(one.slug == "condition-never" for one in condition_faults(survey, framework)):
        return
    edition = compiled(framework, survey)
    for code in dead(edition, every_way(edition)):
        yield Finding(_place(survey, code), UNREACHABLE, {"code": code})


def _place(survey: Survey, code: str) -> Loc:
    """Where the file speaks of it: a question's own place, or for a statement its section's."""
    for place, question in enumerate(survey.questions):
        if code in row_codes(question):
            return ("questions", place, "show_if")
    for place, section in enumerate(survey.sections):
        if code in section.asks:
            return ("sections", place, "show_if")
    return ("sections",)
