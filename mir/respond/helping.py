"""What help somebody has. Answers of the person and of somebody who answers for them never come together."""

from mir.db import Store
from mir.errors import RefusalError
from mir.respond.draft import Helped, by_proxy
from mir.respond.drafts import mine
from mir.respond.models import HELP, HELPERS
from mir.respond.refusals import HiddenAnswersError, StartAgainError


def save_help(store: Store, secret: str, helped: Helped, again: str = "") -> None:
    """Keep what help the person has.

    Where the person answered before and somebody answers for them from now on, or
    the other way, the answers so far are deleted: only if `again` is the version of
    the draft that was shown beside the question whether to. Raises StartAgainError
    where it is not, HiddenAnswersError while the answers are hidden, and
    RefusalError for help that is not on offer: nothing is changed then.
    """
    if helped.help not in HELP or helped.helper not in HELPERS:
        raise RefusalError("That answer is not one of the answers on this page. Go back and choose again.")
    with store.writing() as session:
        row = mine(session, secret)
        if by_proxy(row.voice, row.help) != by_proxy(row.voice, helped.help):
            given = {*row.answers, *row.comments}
            if row.alone:
                raise HiddenAnswersError
            if given and again != str(row.version):
                raise StartAgainError(row.version, len(given))
            row.answers, row.comments = {}, {}
        row.help = helped.help
        row.helper = None if helped.help == "none" else helped.helper
        row.version += 1
