"""What people answered to a survey's own questions stands on the results page, after the gate."""

from mir.db import Store
from mir.respond.sealing import Sent, add_sealed, close_round
from surveys.framework import Voice
from surveys.own.meant import Answer
from tests.conftest import World
from tests.mir.respond.arrivals import open_arrivals
from tests.mir.respond.opened import Page


def somebody(answers: dict[str, Answer], voice: Voice = Voice.PERSON) -> Sent:
    return Sent(voice, "standard", "en", "web", "none", None, answers, ())


def test_shares_stand_with_their_base_and_few_are_told_together(
    lead: object, store: Store, world: World
) -> None:
    round_id, edition = open_arrivals(store, world.service_id)
    people = [
        somebody(
            {"length": "years" if number < 12 else "weeks", "days": 2 + number % 2, "helped": ["family"]}
        )
        for number in range(20)
    ]
    staff = [somebody({"length": "years"}, Voice.STAFF) for _ in range(4)]
    with store.writing() as session:
        add_sealed(session, edition, round_id, [*people, *staff])
    close_round(store, round_id)
    page = Page(lead.get(f"/rounds/{round_id}/results"))  # type: ignore[attr-defined]  # a Flask client
    assert "How long have you known Rose House?" in page.text
    # Ten people are needed of each group that people belong to: 8 with 12 are everybody.
    assert "Too few people answered differently to tell the answers apart." in page.text
    # 10 said 2 days and 10 said 3: half said 2 or less.
    assert "Half of those who answered said 2 or less." in page.text
    assert "<span>Family</span> <strong>most people, perhaps everybody</strong>" in page.text
    assert "fewer than 10 answered" in page.text  # of staff, four were: no smaller number is told
    assert "Fewer than 10 people answered." in page.text
    assert "fewer than 5" not in page.text.partition("own questions")[2].partition("not shown, and why")[0]
    assert "years" not in page.text
