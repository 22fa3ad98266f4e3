"""Whoever reads what people said beside the leaders’ return stands in the record."""

from mir.audit.queries import deeds
from mir.db import Store
from tests.conftest import World
from tests.mir.results.test_returned import asked
from tests.mir.returns.conftest import Desk


def test_who_read_what_people_said_beside_a_return_is_in_the_record(
    desk: Desk, store: Store, world: World
) -> None:
    def read() -> list[str]:
        rows = reversed(deeds(store, world.organisation_id))
        return [row.what for row in rows if row.what.startswith(("read", "took out"))]

    asked(store, world, (12, 12), close=False)
    desk.reads("/beside")
    assert read() == []  # there was nothing to read yet
    asked(store, world, (12, 12))
    for page in ("/beside", "/information", "/information.txt"):
        desk.reads(page)
    assert read() == [
        "read results beside the leaders’ return",
        "read the text for the yearly return",
        "took out the text for the yearly return",
    ]
