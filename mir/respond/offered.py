"""What a page may bring: answers to what is asked, out of those on offer."""

from mir.errors import NotFoundError, RefusalError
from mir.respond.draft import DraftView, PageAnswer
from mir.respond.kinds.looks import apart
from mir.respond.refusals import NotAskedError
from surveys import journey
from surveys.edition import Edition, Step
from surveys.own.meant import Answer, meant

LONGEST_COMMENT = 4_000


def must_be_asked(edition: Edition, draft: DraftView, page: PageAnswer) -> None:
    """Raises NotFoundError or NotAskedError for what is not asked, RefusalError for what is not on offer."""
    voice = draft.voice
    step = next((step for step in journey.every(edition, voice) if step.code == page.code), None)
    if step is None:
        raise NotFoundError("That question is not part of this survey.")
    if edition.branches and step not in journey.path(edition, voice, draft.answers, draft.presentation):
        raise NotAskedError("Another answer has changed what is asked. Nothing is lost.")
    if page.answer is not None and not _on_offer(edition, step, page.answer):
        raise RefusalError("That answer is not one of the answers on offer. Go back and choose again.")
    if len(page.comment) > LONGEST_COMMENT:
        raise RefusalError(
            "Your comment is too long. Please use at most {most} characters.", most=LONGEST_COMMENT
        )


def _on_offer(edition: Edition, step: Step, answer: Answer) -> bool:
    return (isinstance(answer, str) and answer in apart(step)) or meant(
        step, edition.values, answer
    ) is not None
