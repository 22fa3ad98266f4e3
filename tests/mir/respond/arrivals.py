"""A round that asks every kind of question, and somebody who answers it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mir import clock
from mir.db import Store
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists
from surveys.edition import Edition, publish
from surveys.framework import Voice
from surveys.load import load_framework, load_survey
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in

GOOD = Path(__file__).parents[2] / "surveys" / "good"


@dataclass(frozen=True)
class Arrivals:
    """A round that asks every kind of question, and somebody who answers it."""

    store: Store
    round_id: str
    edition: Edition
    somebody: Somebody
    code: str

    def kept(self) -> dict[str, object]:
        """The answers in the only draft."""
        return dict(drafts_in(self.store)[0].answers)

    def at(self, code: str) -> None:
        """Open a question."""
        self.somebody.get(f"/answer/question/{code}")
        assert self.somebody.path == f"/answer/question/{code}"

    def give(self, code: str, **fields: Any) -> None:  # noqa: ANN401 - a field may be given several times
        """Answer a question with Next and these fields, and see that it was taken."""
        self.at(code)
        self.press(**fields)
        assert self.somebody.page.status == 200, self.somebody.page.text

    def press(self, go: str = "next", **fields: Any) -> None:  # noqa: ANN401 - a field may be given several times
        """Press a button of the page that is open with exactly these fields."""
        page = self.somebody.page
        hidden = {name: page.value(name) for name in ("of", "seen", "seen_comment")}
        action = next(one for one in page.all("form"))["action"] or ""
        self.somebody.post(action, **{**hidden, "comment": "", **fields}, go=go)

    def path(self) -> str:
        """Where the browser is: the last part of the address."""
        return self.somebody.path.rpartition("/")[2]


def open_arrivals(store: Store, service_id: str) -> tuple[str, Edition]:
    """A new round that asks every kind of question: its id, and its edition."""
    framework = load_framework(GOOD / "frameworks" / "small.yaml")
    edition = publish(framework, load_survey(GOOD / "arrivals.yaml")).model_copy(
        update={"languages": ("en",)}
    )
    today = clock.today()
    return open_round(store, NewRound(service_id, edition, "Arrivals", today, today)), edition


def arrivals_in(store: Store, world: World, somebody: Somebody) -> Arrivals:
    """Somebody at the first question of such a round."""
    round_id, edition = open_arrivals(store, world.service_id)
    code = {codes.voice: codes.shared for codes in code_lists(store, round_id)}[Voice.PERSON]
    somebody.begin_answering(code)
    return Arrivals(store, round_id, edition, somebody, code)
