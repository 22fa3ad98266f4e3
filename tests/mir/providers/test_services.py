"""Services: added, changed, closed and merged without losing what was said, and many from a file or none."""

from datetime import timedelta
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.db import Store
from mir.errors import RefusalError
from mir.providers import importing, services
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.providers.services import About, kept_service, kept_services
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from surveys.edition import Edition
from surveys.faults import FaultyFileError
from tests.conftest import World

OAK = {
    "name": "Oak House",
    "kind": "care_home",
    "size": "1,200",
    "location": "1-123456789",
    "region": "London",
}
HEAD = "name,kind,size,region,location id,peer group\n"


@pytest.fixture
def at(world: World) -> str:
    return f"/organisations/{world.organisation_id}/services"


def test_a_service_is_added_and_changed(lead: FlaskClient, store: Store, world: World, at: str) -> None:
    assert lead.post(f"{at}/new", data=OAK | {"peers": "Small rural homes"}).location == at
    oak = next(one for one in kept_services(store, world.organisation_id) if one.about.name == "Oak House")
    assert oak.about == About("Oak House", Kind.CARE_HOME, 1200, "London", "1-123456789", "Small rural homes")
    page = lead.get(f"/services/{oak.id}").text
    assert 'value="1-123456789"' in page
    lead.post(f"/services/{oak.id}", data=OAK | {"name": "Oak Court", "size": ""})
    assert kept_service(store, oak.id).about == About(
        "Oak Court", Kind.CARE_HOME, None, "London", "1-123456789"
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"name": ""}, "Write the name"),
        ({"name": "x" * 201}, "at most 200"),
        ({"name": "rose house"}, "already a service called"),
        ({"kind": "castle"}, "Choose what the service does"),
        ({"size": "many"}, "how many people"),
        ({"size": "-3"}, "how many people"),
        ({"size": "٣"}, "how many people"),
        ({"size": "100001"}, "how many people"),
        ({"region": "Mars"}, "Choose one of the regions"),
        ({"location": "1-12"}, "looks like 1-123456789"),
        ({"location": "1-123456789; DROP TABLE"}, "looks like 1-123456789"),
        ({"peers": "😢" * 61}, "at most 60"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    lead: FlaskClient, at: str, typed: dict[str, str], says: str
) -> None:
    answer = lead.post(f"{at}/new", data=OAK | typed)
    assert (answer.status_code, says in answer.text) == (422, True)
    if "location" not in typed:
        assert 'value="1-123456789"' in answer.text


def test_a_closed_service_keeps_its_results_and_takes_no_new_round(
    lead: FlaskClient, store: Store, world: World, edition: Edition, at: str
) -> None:
    close_round(store, world.round_id)
    assert "stays" in lead.get(f"/services/{world.service_id}/close").text
    assert lead.post(f"/services/{world.service_id}/close").location == at
    assert lead.get(f"/rounds/{world.round_id}/results").status_code == 200
    assert "Rose House" in lead.get("/desk").text
    today = clock.today()
    new = NewRound(world.service_id, edition, "Next", today, today + timedelta(days=9))
    with pytest.raises(RefusalError, match="closed"):
        open_round(store, new)
    assert lead.post(f"/services/{world.service_id}/close").status_code == 400
    assert lead.post(f"/services/{world.service_id}", data=OAK).status_code == 422
    lead.post(f"/services/{world.service_id}/open-again")
    assert open_round(store, new)


def test_a_merged_service_points_to_the_one_it_went_into_also_through_a_second_merger(
    lead: FlaskClient, store: Store, world: World, at: str
) -> None:
    oak = add_service(store, world.organisation_id, "Oak House", Kind.CARE_HOME)
    elm = add_service(store, world.organisation_id, "Elm House", Kind.CARE_HOME)
    asked = lead.post(f"/services/{world.service_id}/close", data={"into": oak, "name": "Rose"})
    assert asked.status_code == 422
    assert "Type the name of the service that goes into another one: Rose House" in asked.text
    assert f'value="{oak}" selected' in asked.text
    assert kept_service(store, world.service_id).closed_on is None
    lead.post(f"/services/{world.service_id}/close", data={"into": oak, "name": "Rose House"})
    assert kept_service(store, world.service_id).into == "Oak House"
    lead.post(f"/services/{oak}/close", data={"into": elm, "name": "Oak House"})
    assert kept_service(store, world.service_id).into == "Elm House"
    assert "Went into Elm House" in lead.get(at).text
    assert lead.get(f"/rounds/{world.round_id}").status_code == 200
    assert lead.post(f"/services/{oak}/open-again").status_code == 404


def test_a_service_goes_into_no_stranger_no_closed_one_and_not_into_itself(
    store: Store, world: World
) -> None:
    today = clock.today()
    theirs = add_service(store, add_organisation(store, "Rowan Support"), "Elm House", Kind.CARE_HOME)
    shut = add_service(store, world.organisation_id, "Old House", Kind.CARE_HOME)
    services.close(store, shut, today)
    for into in (theirs, shut, world.service_id, "0" * 32, "'"):
        with pytest.raises(RefusalError, match="Choose another service"):
            services.merge(store, world.service_id, into, today)
    assert kept_service(store, world.service_id).closed_on is None


def sent(lead: FlaskClient, at: str, text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    answer = lead.post(f"{at}/bring", data={"file": (BytesIO(data), "services.csv")})
    return answer.text if answer.status_code == 422 else str(answer.status_code)


def test_a_whole_file_comes_in(lead: FlaskClient, store: Store, world: World, at: str) -> None:
    text = (
        "\ufeffName;Kind;Size;Location_ID\r\nOak House;care home;20;1-123456789\r\n\r\n"
        '"Elm; Court";Home care;;\r\n'
    )
    assert sent(lead, at, text) == "302"
    found = {one.about.name: one.about for one in kept_services(store, world.organisation_id)}
    assert found["Oak House"] == About("Oak House", Kind.CARE_HOME, 20, "", "1-123456789")
    assert found["Elm; Court"] == About("Elm; Court", Kind.HOME_CARE)


def test_the_example_comes_in_as_it_is(lead: FlaskClient, at: str) -> None:
    example = lead.get(f"{at}/example.csv").data.replace(b"Rose House", b"Oak House")
    assert sent(lead, at, example) == "302"


def test_every_fault_is_named_with_its_line_and_column_and_nothing_comes_in(
    lead: FlaskClient, store: Store, world: World, at: str
) -> None:
    page = sent(
        lead,
        at,
        HEAD
        + "Oak House,Care home,20,South West,1-123456789,\n"
        + "oak house,Care home,20,South West,1-123456789,\n"
        + "Elm House,Castle,lots,Mars,12,\n"
        + "Rose House,Care home,,,,\n"
        + ",Care home,,,,\n",
    )
    for fault in (
        "Line 3: Column “name”: It is the same as on line 2.",
        "Line 3: Column “location id”: It is the same as on line 2.",
        "Line 4: Column “kind”: “Castle” is not a kind.",
        "Line 4: Column “size”: “lots” is not a number.",
        "Line 4: Column “region”: Choose one of the regions",
        "Line 4: Column “location id”: A location id looks like 1-123456789.",
        "Line 6: Column “name”: Write the name",
    ):
        assert fault in page, fault
    assert len(kept_services(store, world.organisation_id)) == 1
    assert "Line 2: Column “name”: “Rose House” is there already." in sent(
        lead, at, HEAD + "Rose House,Care home,,,,\n"
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not empty"),
        ("\n\n", "empty"),
        (HEAD, "names no service"),
        ("name,price\nOak,3\n", "“price” is not one that we know"),
        ("size\n3\n", "There is no column “name”"),
        ("name,kind,name\nOak,Care home,Oak\n", "stands there twice"),
        ('name,kind\n"Oak House,Care home\n', "quotation mark"),
        (b"PK\x03\x04rest", "Excel workbook"),
        (b"name,kind\nOak\xff,Care home\n", "not readable text"),
        ("name,kind\n" + "x" * 200_001, "larger than 200 kB"),
        ("name,kind\n" + "".join(f"House {n},Care home\n" for n in range(2_001)), "more than 2,000"),
    ],
)
def test_a_file_that_is_no_list_of_services_is_refused_in_a_sentence(
    lead: FlaskClient, at: str, text: str | bytes, says: str
) -> None:
    assert says in sent(lead, at, text)


def test_what_is_far_too_large_is_not_even_read(lead: FlaskClient, at: str) -> None:
    answer = lead.post(f"{at}/bring", data={"file": (BytesIO(b"x" * 300_000), "services.csv")})
    assert (answer.status_code, "That file is too large" in answer.text) == (413, True)


def test_of_a_file_with_thousands_of_faults_the_first_are_told(lead: FlaskClient, at: str) -> None:
    # Each of 700 lines has no kind, no number and a name that stands there already, but for the first.
    page = sent(lead, at, "name,kind,size\n" + "Elm,Castle,many\n" * 700)
    assert page.count('<li><a href="#file">') == 31
    assert "And 2,069 more. Put these right first." in page  # 3 x 700 - 1 - 30


def test_a_name_with_signs_that_are_not_seen_is_the_name_without_them() -> None:
    ((_, about),) = importing.read("f", (HEAD + "\u202eElm\u200b House,Care home,,,,\n").encode())
    assert about.name == "Elm House"
    with pytest.raises(FaultyFileError, match="same as on line 2"):
        importing.read("f", (HEAD + "Elm House,Care home,,,,\nElm\u200b House,Care home,,,,\n").encode())


def test_cells_are_words_and_never_anything_else() -> None:
    ((line, about),) = importing.read("f", (HEAD + "=cmd(),Care home,,,,<b>\n").encode())
    assert (line, about.name, about.peers) == (2, "=cmd()", "<b>")
    with pytest.raises(FaultyFileError):
        importing.read("f", (HEAD + "A\x00B,Care home,,,,\n").encode())
