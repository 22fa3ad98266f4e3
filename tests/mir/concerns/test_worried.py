"""Somebody who is worried gets the numbers everywhere, and a message reaches one named person only."""

import pytest
from sqlalchemy import inspect, text

from mir.concerns.operations import NewContact, name_contact
from mir.concerns.queries import COUNCIL, OUTSIDE
from mir.errors import RefusalError
from mir.respond.sealing import close_round
from surveys.framework import Voice
from tests.mir.concerns.conftest import Place
from tests.mir.respond.conftest import drafts_in

ODD = "She hit me\x00 <script>alert(1)</script> \u202e 😢 =cmd()"


def test_anybody_gets_the_national_lines_without_a_code(place: Place) -> None:
    page = place.somebody.get("/safe")
    assert "tel:999" in page.text
    for number in ("0808 808 8141", "0808 808 1111", "03000 616161", "020 3117 2520", "116 123"):
        assert number in page.text


def test_people_see_their_own_service_and_not_the_lines_for_workers(place: Place) -> None:
    place.name_outside()
    council = NewContact(COUNCIL, "Hazelshire Council", "day and night", "01632 960003")
    name_contact(place.store, place.world.service_id, council)
    place.somebody.begin_answering(place.code())
    page = place.somebody.get("/safe")
    assert "01632 960001" in page.text
    assert "01632 960003" in page.text
    assert "Ade Cole" not in page.text
    assert "Protect" not in page.text
    assert "Hourglass" in page.text


def test_the_page_that_is_open_is_kept_before_the_numbers_are_shown(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    place.somebody.press("worried", "agree", comment="I am not sure")
    assert place.somebody.path == "/safe"
    (draft,) = drafts_in(place.store)
    assert draft.answers == {"aa1": "agree"}
    assert draft.comments == {"aa1": "I am not sure"}
    assert 'href="/answer/question/aa1"' in place.somebody.page.text


def test_somebody_who_wrote_too_much_is_not_kept_from_the_numbers(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    page = place.somebody.press("worried", "agree", comment="a" * 4_001)
    assert place.somebody.path == "/safe"
    assert "01632 960001" in page.text
    (draft,) = drafts_in(place.store)
    assert draft.answers == {"aa1": "agree"}
    assert draft.comments == {"aa1": "a" * 4_000}


@pytest.mark.parametrize(
    ("path", "status"), [("/nowhere", 404), ("/a/ABCD2345", 404), ("/answer/check", 404), ("/safe\0", 404)]
)
def test_a_page_that_says_what_went_wrong_leads_to_the_numbers_and_away(
    place: Place, path: str, status: int
) -> None:
    page = place.somebody.get(path)
    assert page.status == status
    assert {"/safe", "/leave"} <= {one["href"] for one in page.all("a")}


def test_somebody_whose_survey_closed_meanwhile_is_led_to_the_numbers(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    close_round(place.store, place.world.round_id)
    page = place.somebody.press("worried", "agree")
    assert page.status == 410
    assert "/safe" in {one["href"] for one in page.all("a")}
    assert "01632 960001" in place.somebody.get("/safe").text


def test_the_desk_does_not_offer_what_is_for_those_who_answer(place: Place) -> None:
    page = place.signed_in(place.world.lead_id).get("/rounds/nothing")
    assert page.status_code == 404
    assert "/leave" not in page.get_data(as_text=True)


def test_a_message_reaches_the_named_person_and_nobody_else(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    page = place.somebody.post("/safe", text=ODD, reach="Rosa, room bell")
    assert "Priya Shah will read it" in page.text
    (concern,) = place.concerns()
    assert concern.box == {"text": ODD.replace("\x00", ""), "reach": "Rosa, room bell"}
    reader = place.signed_in(place.priya)
    assert "1 new" in reader.get("/messages").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in reader.get(f"/messages/{concern.id}").text
    lead = place.signed_in(place.world.lead_id)
    assert lead.get(f"/messages/{concern.id}").status_code == 404
    assert lead.post(f"/messages/{concern.id}/done").status_code == 404
    assert "There are none for you" in lead.get("/messages").text
    assert "Messages about safety" not in lead.get("/desk").text


def test_a_message_sent_again_from_the_same_page_is_one_message(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    once = place.somebody.get("/safe").value("once")
    assert once
    for said in ("I am scared", "I am scared", "I am scared at night"):
        page = place.somebody.post("/safe", text=said, once=once)
        assert "Priya Shah will read it" in page.text
    assert sorted(one.box["text"] for one in place.concerns() if one.box) == [
        "I am scared",
        "I am scared at night",
    ]
    place.somebody.post("/safe", text="I am scared", once=place.somebody.get("/safe").value("once"))
    assert len(place.concerns()) == 3


def test_a_message_that_has_to_be_mended_keeps_the_mark_of_its_page(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    once = place.somebody.get("/safe").value("once")
    assert place.somebody.post("/safe", text="", once=once).value("once") == once
    assert place.somebody.post("/safe", text="a", once=once, go="look-large").value("once") == once


def test_it_is_deleted_here_once_it_stands_in_the_services_own_record(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    place.somebody.post("/safe", text="I am scared at night")
    (concern,) = place.concerns()
    reader = place.signed_in(place.priya)
    reader.post(f"/messages/{concern.id}/read")
    for name in ("", "Oak House", "🌹", "x" * 5_000):
        again = reader.post(f"/messages/{concern.id}/done", data={"name": name})
        assert again.status_code == 422
        assert "Type the name of the service to delete the message: Rose House" in again.text
        assert "I am scared at night" in again.text
    reader.post(f"/messages/{concern.id}/done", data={"name": " rose  HOUSE "})
    reader.post(f"/messages/{concern.id}/read")  # pressing an old page again brings nothing back
    (concern,) = place.concerns()
    assert (concern.state, concern.box) == ("done", None)
    assert "deleted here" in reader.get(f"/messages/{concern.id}").text


def test_what_staff_write_goes_outside_their_management_or_nowhere(place: Place) -> None:
    place.somebody.begin(place.code(Voice.STAFF))
    page = place.somebody.get("/safe")
    assert "has not named anybody outside its management" in page.text
    assert "<textarea" not in page.text
    assert place.somebody.post("/safe", text="Nobody writes the falls down").status == 400
    assert place.concerns() == []


def test_what_staff_write_is_read_by_the_outside_contact_alone(place: Place) -> None:
    trustee = place.name_outside()
    place.somebody.begin(place.code(Voice.STAFF))
    page = place.somebody.post("/safe", text="Nobody writes the falls down")
    assert "Ade Cole will read it" in page.text
    (concern,) = place.concerns()
    assert concern.reader_id == trustee


def test_a_message_that_cannot_be_taken_is_kept_on_the_page(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    page = place.somebody.post("/safe", text="", reach="Rosa")
    assert page.status == 422
    assert "Write what you are worried about" in page.text
    assert page.value("reach") == "Rosa"
    long = "a" * 4_001
    page = place.somebody.post("/safe", text=long, reach="b" * 201)
    assert page.status == 422
    assert long in page.text
    assert "4,001" in page.text
    assert "201" in page.text
    assert place.concerns() == []


def test_a_message_cannot_be_joined_to_answers_and_lies_encrypted(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    place.somebody.post("/safe", text="I am scared at night")
    foreign = {key["referred_table"] for key in inspect(place.store.engine).get_foreign_keys("concerns")}
    assert foreign == {"services", "accounts"}
    with place.store.engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM concerns")).one()
    assert not any(b"scared" in value for value in row if isinstance(value, bytes))


def test_leaving_quickly_shows_nothing_on_the_way_back_and_loses_nothing(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    place.somebody.press("next", "agree")
    left = place.somebody.client.get("/leave")
    assert left.status_code == 302
    assert left.location.startswith("https://www.bbc.co.uk/")
    assert place.somebody.client.get("/answer/check").status_code == 404
    page = place.somebody.get(f"/a/{place.code()}")
    assert "Somebody has started here already" in page.text
    place.somebody.post(f"/a/{place.code()}/carry-on")
    assert place.somebody.path == "/answer/question/aa2"


def test_a_council_is_a_number_and_reads_nothing_here(place: Place) -> None:
    with pytest.raises(RefusalError, match="Only the safeguarding contact"):
        name_contact(
            place.store, place.world.service_id, NewContact(COUNCIL, "Hazelshire", "team", "1", place.priya)
        )


def test_an_outside_contact_without_an_account_is_a_number_only(place: Place) -> None:
    name_contact(
        place.store, place.world.service_id, NewContact(OUTSIDE, "Ade Cole", "trustee", "01632 960002")
    )
    place.somebody.begin(place.code(Voice.STAFF))
    page = place.somebody.get("/safe")
    assert "01632 960002" in page.text
    assert "<textarea" not in page.text
