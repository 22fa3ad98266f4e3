"""What stands on a question's page: chosen and typed, understood or not, so that nothing is ever lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from mir.errors import RefusalError
from mir.respond.kinds.forms import QuestionForm
from mir.respond.kinds.looks import Look, apart, look
from surveys.edition import Step
from surveys.own.meant import Answer

NOT_OURS = "That answer is not one of the answers on this page. Go back and choose again."


@dataclass(frozen=True)
class Typed:
    """`chosen` holds codes: one, several, or the ranked ones with "" for an empty place."""

    chosen: tuple[str, ...] = ()
    text: str = ""
    month: str = ""
    """From "01" to "12", or empty; its year is the text."""

    @property
    def one(self) -> str | None:
        """The only code that is chosen."""
        return self.chosen[0] if self.chosen else None

    @property
    def nothing(self) -> bool:
        """Whether nothing is chosen and nothing typed."""
        return not (any(self.chosen) or self.text or self.month)


def typed(step: Step, form: QuestionForm) -> Typed:
    """What the page of this step brought. Raises RefusalError for a choice that is not on it."""
    fields = [field for field in form if field.name in {"answer", "state", "month"} or _is_place(field.name)]
    for field in fields:
        if field.data and not field.validate(form):
            raise RefusalError(NOT_OURS)
    shown, data = look(step), {field.name: field.data for field in fields}
    state = tuple(data.get("state") or ())
    if shown is Look.CHOICE:
        return Typed((data["answer"],) if data["answer"] else ())
    if shown is Look.SEVERAL:
        return Typed(tuple(dict.fromkeys(data["answer"] or ())))
    if shown is Look.RANKING:
        places = tuple(data[name] or "" for name in sorted(data, key=_place) if _is_place(name))
        return Typed((*places, *state)) if any(places) or state else Typed()
    return Typed(state, data["answer"] or "", data.get("month") or "")


def standing(step: Step, answer: Answer | None) -> Typed:
    """A kept answer as it stands on the page of its step."""
    if answer is None:
        return Typed()
    shown = look(step)
    if isinstance(answer, str) and answer in apart(step):
        return Typed((answer,))
    if shown in {Look.CHOICE, Look.SEVERAL, Look.RANKING}:
        return Typed((answer,) if isinstance(answer, str) else tuple(_texts(answer)))
    if shown is Look.MONTH:
        year, _, month = str(answer).partition("-")
        return Typed((), year, month)
    return Typed((), str(answer))


def _texts(answer: Answer) -> Iterator[str]:
    if not isinstance(answer, int):
        yield from answer


def _is_place(name: str) -> bool:
    return name.startswith("place")


def _place(name: str) -> int:
    return int(name.removeprefix("place")) if _is_place(name) else 0
