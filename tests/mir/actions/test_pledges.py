"""“You said, we did”: written in two ways, let out by a person, and read by those who said it."""

import io
import re

import pytest
from pikepdf import Pdf
from pypdf import PdfReader
from sqlalchemy import select

from mir.actions import queries
from mir.actions.operations import release
from mir.actions.poster import poster_of
from mir.audit.models import Deed
from mir.errors import RefusalError
from mir.pledges.models import ChangedPage
from mir.pledges.queries import NOTHING, Changed, Told, changed_at
from mir.reports.poster import poster_pdf
from tests.mir.actions.conftest import PLEDGE, House
from tests.mir.reports.tags import tree


def test_nobody_outside_reads_a_pledge_before_somebody_lets_it_out(house: House) -> None:
    pledge_id = house.pledge()
    assert changed_at(house.store, house.world.service_id, easy=True) == NOTHING
    assert PLEDGE["did_easy"] not in house.client.get(f"/a/{house.code()}").text
    assert house.client.post(f"/pledges/{pledge_id}/release").status_code == 302
    found = changed_at(house.store, house.world.service_id, easy=True)
    assert [(one.said, one.did) for one in found.told] == [(PLEDGE["said_easy"], PLEDGE["did_easy"])]
    page = house.client.get(f"/changed/{found.address}")
    assert PLEDGE["did_easy"] in page.text
    assert PLEDGE["did"] in house.client.get(f"/changed/{found.address}?read=standard").text
    assert f"/changed/{found.address}" in house.client.get(f"/a/{house.code()}").text
    with house.store.reading() as session:
        assert "released a pledge" in [row.what for row in session.scalars(select(Deed))]


def test_released_twice_it_is_released_once_and_taken_in_nobody_reads_it(house: House) -> None:
    pledge_id = house.pledge()
    for _ in range(2):
        house.client.post(f"/pledges/{pledge_id}/release")
    with house.store.reading() as session:
        assert [row.what for row in session.scalars(select(Deed))].count("released a pledge") == 1
        address = session.scalars(select(ChangedPage.address)).one()
    assert house.client.post(f"/pledges/{pledge_id}", data=PLEDGE | {"version": "1"}).status_code == 400
    house.client.post(f"/pledges/{pledge_id}/take-in")
    page = house.client.get(f"/changed/{address}")
    assert page.status_code == 200
    assert PLEDGE["did_easy"] not in page.text
    assert "There is nothing here yet." in page.text
    house.client.post(f"/pledges/{pledge_id}", data=PLEDGE | {"version": "1", "did": "Music on Fridays."})
    release(house.store, pledge_id, queries.action(house.store, house.action()).due)
    assert "Music on Fridays." in house.client.get(f"/changed/{address}?read=standard").text


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("said", "", "Write what people said."),
        ("did", "x" * 301, "Make this shorter: at most 300 letters."),
        ("did_easy", " ".join(["word"] * 16) + ".", "One sentence has 16 words. Use at most 15"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    house: House, field: str, typed: str, sentence: str
) -> None:
    page = house.client.post(
        f"/services/{house.world.service_id}/pledges/new",
        data={"round": house.world.round_id, **PLEDGE, field: typed},
    )
    assert page.status_code == 422
    assert sentence in page.text
    assert PLEDGE["said_easy"] in page.text
    assert queries.pledges(house.store, house.world.service_id) == ()


def test_an_action_begins_a_pledge_with_what_was_done(house: House) -> None:
    action_id = house.action()
    page = house.client.get(f"/services/{house.world.service_id}/pledges/new?action={action_id}").text
    assert "A music evening" in page
    house.pledge(action=action_id)
    (kept,) = queries.pledges(house.store, house.world.service_id)
    assert kept.action_id == action_id


def test_thanks_come_with_the_last_three_in_the_person_s_own_words(house: House) -> None:
    for number in range(4):
        release(
            house.store,
            house.pledge(did=f"Did {number}.", did_easy=f"Easy {number}."),
            queries.action(house.store, house.action()).due,
        )
    for presentation, words in (("easy_read", "Easy "), ("standard", "Did ")):
        person = house.client.application.test_client()
        code = house.code()
        person.post(f"/a/{code}", data={"presentation": presentation})
        of = re.search(r'name="of" value="(\w+)"', person.get("/answer/before").text)
        assert of
        person.post("/answer/help", data={"of": of[1], "help": "none", "go": "next"})
        person.post("/answer/question/aa1", data={"of": of[1], "answer": "agree", "go": "next"})
        person.post("/answer/send", data={"of": of[1]})
        thanks = person.get("/thanks").text
        assert len(re.findall(rf"{words}\d\.", thanks)) == 3
        assert "/changed/" in thanks


def test_markup_stays_words_on_the_public_page(house: House) -> None:
    release(
        house.store,
        house.pledge(did="<b>x</b>", did_easy="<img src=x>"),
        queries.action(house.store, house.action()).due,
    )
    address = changed_at(house.store, house.world.service_id, easy=True).address
    page = house.client.get(f"/changed/{address}").text
    assert "<img src=x>" not in page
    assert "&lt;img src=x&gt;" in page


def test_an_address_that_was_made_up_is_not_there(house: House) -> None:
    assert house.client.get("/changed/aaaaaaaaaaaa").status_code == 404
    assert house.client.get("/changed/" + "x" * 500).status_code == 404


def test_the_poster_is_tagged_says_what_was_let_out_and_leads_to_the_page(house: House) -> None:
    service = queries.service(house.store, house.world.service_id)
    with pytest.raises(RefusalError, match="Nothing is released yet"):
        poster_of(service, NOTHING, "", easy=True)
    release(house.store, house.pledge(), queries.action(house.store, house.action()).due)
    found = changed_at(house.store, house.world.service_id, easy=True)
    printed = poster_pdf(poster_of(service, found, "https://x.example/changed/abc", easy=True))
    assert printed == poster_pdf(poster_of(service, found, "https://x.example/changed/abc", easy=True))
    pages = PdfReader(io.BytesIO(printed)).pages
    read = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert len(pages) == 1
    for words in (
        "You said, we did",
        PLEDGE["said_easy"],
        PLEDGE["did_easy"],
        "https://x.example/changed/abc",
    ):
        assert words in read
    with Pdf.open(io.BytesIO(printed)) as pdf:
        whole = tree(pdf)
        assert len(list(whole.all("H1"))) == 1
        assert len(list(whole.all("LI"))) == 1
        (picture,) = whole.all("Figure")
    assert picture.alt == "QR picture of the address https://x.example/changed/abc"


def test_a_sign_without_a_letter_stops_the_poster_in_words(house: House) -> None:
    service = queries.service(house.store, house.world.service_id)
    told = Changed("abc", (Told("The \ue123 is dull.", "We painted it."),))
    with pytest.raises(RefusalError, match="a sign that cannot be printed, such as an emoji"):
        poster_pdf(poster_of(service, told, "https://x.example/changed/abc", easy=True))


def test_a_pledge_that_is_sent_twice_is_written_once(house: House) -> None:
    assert house.pledge() == house.pledge()
    assert len(queries.pledges(house.store, house.world.service_id)) == 1
