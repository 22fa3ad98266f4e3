"""An action is made, moved on, kept from being overwritten, and measured by the next round."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from mir import clock
from mir.actions import queries
from mir.actions.models import ActionStep, State
from mir.actions.moved import moved
from mir.actions.operations import Hand, NewAction, change_action, move_on
from mir.audit.models import Deed
from mir.errors import ConflictError, RefusalError
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.rounds.operations import NewRound, open_round
from tests.mir.actions.conftest import House


def test_the_empty_page_says_what_to_do_first(house: House) -> None:
    page = house.client.get(house.at).text
    assert "There are no actions yet." in page
    assert f"/rounds/{house.world.round_id}/results" in page


def test_reading_whether_an_action_helped_is_in_the_record_once_a_day(house: House) -> None:
    made = house.action()
    house.client.get(f"/actions/{made}")  # nothing is told yet
    house.next_round([(4, 4, 4)] * 12)
    for _ in range(3):
        assert "Has it helped?" in house.client.get(f"/actions/{made}").text
    with house.store.reading() as session:
        read = [row.about for row in session.scalars(select(Deed).where(Deed.what.contains("helped")))]
    assert read == ["Rose House: A music evening"]


def test_before_a_round_is_closed_there_is_nothing_to_act_on(house: House) -> None:
    oak = add_service(house.store, house.world.organisation_id, "Oak House", Kind.CARE_HOME)
    page = house.client.get(f"/services/{oak}/actions").text
    assert "open a round of this service, and close it" in page
    assert house.client.get(f"/services/{oak}/actions/new").status_code == 400


def test_an_action_is_made_with_an_owner_a_day_and_a_measure(house: House) -> None:
    form = house.client.get(f"{house.at}/new?round={house.world.round_id}&measure=aa2").text
    assert re.search(r'value="aa2" selected', form)
    made = house.client.post(f"{house.at}/new", data=house.fields(measure="aa2"))
    assert made.status_code == 302
    page = house.client.get(made.location).text
    for words in ("A music evening every week", "Team leader", "Planned", "Made it.", "Lee Lead"):
        assert words in page
    assert "That cannot be told yet." in page
    assert "A music evening every week" in house.client.get(house.at).text
    with house.store.reading() as session:
        deeds = [(row.what, row.about) for row in session.scalars(select(Deed))]
    assert ("made an action", "Rose House: A music evening every week") in deeds


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("what", "", "Write what will be done."),
        ("what", "x" * 301, "Make this shorter: at most 300 letters."),
        ("owner", "", "Write who sees to it: a name or a role."),
        ("due", "soon", "Choose a day, such as 2027-03-31."),
        ("due", "2020-01-01", "That day has passed. Choose a later one."),
        ("due", "9999-12-31", "That is more than five years away."),
        ("measure", "zz9", "Choose what shows next time whether it helped."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    house: House, field: str, typed: str, sentence: str
) -> None:
    page = house.client.post(f"{house.at}/new", data=house.fields(**{field: typed}))
    assert page.status_code == 422
    assert sentence in page.text
    kept = "Team leader" if field != "owner" else "A music evening every week"
    assert kept in page.text
    assert queries.actions(house.store, house.world.service_id) == ()


def test_markup_stays_words(house: House) -> None:
    made = house.client.post(f"{house.at}/new", data=house.fields(what="<script>alert(1)</script> 🙂 \u202e"))
    for page in (house.client.get(made.location).text, house.client.get(house.at).text):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_a_late_action_stands_first(house: House) -> None:
    house.action(due=clock.today() - timedelta(days=1))
    page = house.client.get(house.at).text
    assert '<h2 id="part-1">Late</h2>' in page


def test_the_history_is_added_to_and_says_who(house: House) -> None:
    action_id = house.action()
    at = f"/actions/{action_id}/state"
    house.client.post(at, data={"state": "under_way", "why": "The piano is tuned."})
    house.client.post(at, data={"state": "under_way", "why": ""})  # pressed again: nothing new
    assert house.client.post(at, data={"state": "stopped", "why": ""}).status_code == 400
    house.client.post(at, data={"state": "stopped", "why": "The piano was sold."})
    assert house.client.post(at, data={"state": "finished"}).status_code == 400
    assert [one.words for one in queries.steps(house.store, action_id)] == [
        "Stopped. The piano was sold.",
        "Under way. The piano is tuned.",
        "Made it.",
    ]
    assert queries.action(house.store, action_id).state is State.STOPPED


def test_two_windows_cannot_overwrite_each_other(house: House) -> None:
    action_id = house.action()
    kept = queries.action(house.store, action_id)
    new = NewAction(kept.round.id, "aa", "Music twice a week", "Team leader", kept.due)
    change_action(house.store, action_id, kept.version, new, Hand("Lee Lead", clock.today()))
    fields = house.fields(what="Music on Fridays", version=str(kept.version))
    page = house.client.post(f"/actions/{action_id}/change", data=fields)
    assert page.status_code == 409
    assert "Music twice a week" in page.text
    assert "Music on Fridays" in page.text
    version = re.search(r'name="version" value="(\d+)"', page.text)
    assert version
    again = house.client.post(f"/actions/{action_id}/change", data=fields | {"version": version[1]})
    assert again.status_code == 302
    assert queries.action(house.store, action_id).what == "Music on Fridays"
    assert "“Music twice a week” became “Music on Fridays”." in house.client.get(again.location).text
    with pytest.raises(ConflictError):
        change_action(house.store, action_id, 1, new, Hand("Lee Lead", clock.today()))


def test_the_next_round_says_whether_it_moved_with_its_range(house: House) -> None:
    theme, statement = house.action("aa"), house.action("aa1")
    house.next_round([(5, 4, 3), (4, 5, 3)] * 6)
    page = house.client.get(f"/actions/{theme}").text
    assert "What Autumn says about" in page
    found = moved(house.store, queries.action(house.store, theme))
    (line,) = [one for one in found.lines if one.voice == "person"]
    # By hand: answers 4 and 5 of 5 are 75 and 100, so the mean of each person is 87.5; before 2 and 3: 37.5.
    said = "Now 88 of 100. 50 points higher than last time, when it was 38 (range "
    assert line.sentence.startswith(said)
    lines = moved(house.store, queries.action(house.store, statement)).lines
    (share,) = [one for one in lines if one.voice == "person"]
    # Six of twelve neither agreed nor disagreed and six disagreed; then six agreed and six agreed strongly.
    assert share.sentence == "Spring: nearly no one agreed. Now: nearly everyone agreed."


def test_a_number_that_may_not_be_told_is_not_told_here_either(house: House) -> None:
    action_id = house.action("aa")
    house.next_round([(5, 5, 5)] * 4)
    found = moved(house.store, queries.action(house.store, action_id))
    assert all("of 100" not in one.sentence for one in found.lines)
    assert "100" not in " ".join(one.sentence for one in found.lines)


def test_what_is_anothers_is_not_there(house: House) -> None:
    rowan = add_organisation(house.store, "Rowan Support")
    theirs = add_service(house.store, rowan, "Elm House", Kind.CARE_HOME)
    assert house.client.get(f"/services/{theirs}/actions").status_code == 404
    nowhere = house.client.get(f"/services/{'0' * 32}/actions")
    assert house.client.get(f"/services/{theirs}/actions").text == nowhere.text
    today = clock.today()
    other = open_round(house.store, NewRound(theirs, house.edition, "Spring", today, today))
    made = house.client.post(f"{house.at}/new", data=house.fields(round=other))
    assert made.status_code == 404
    assert queries.actions(house.store, house.world.service_id) == ()


def test_a_history_is_never_too_long_to_be_kept(house: House) -> None:
    action_id = house.action()
    with pytest.raises(RefusalError, match="at most 400"):
        move_on(house.store, action_id, State.DONE, "x" * 401, Hand("Lee", clock.today()))
    with house.store.reading() as session:
        assert len(session.scalars(select(ActionStep)).all()) == 1


def test_a_button_that_is_pressed_twice_makes_one_action(house: House) -> None:
    for _ in range(2):
        assert house.client.post(f"{house.at}/new", data=house.fields()).status_code == 302
    (kept,) = queries.actions(house.store, house.world.service_id)
    assert [one.words for one in queries.steps(house.store, kept.id)] == ["Made it."]


def test_saving_a_state_twice_adds_one_line(house: House) -> None:
    action_id = house.action()
    for _ in range(2):
        house.client.post(f"/actions/{action_id}/state", data={"state": "done", "why": "It is every week."})
    assert [one.words for one in queries.steps(house.store, action_id)] == [
        "Done. It is every week.",
        "Made it.",
    ]


def test_signs_that_a_database_breaks_off_at_lead_nowhere(house: House) -> None:
    for path in ("/actions/%00", "/pledges/%00", "/services/%00/actions", "/changed/%00"):
        assert house.client.get(path).status_code == 404
