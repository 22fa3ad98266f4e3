"""A survey comes and goes as a file, whole or not at all, and no words of anybody become a page's own."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient

from tests.conftest import World
from tests.mir.authoring.making import SCALE, kept, send

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}&amp;\u202e"


def test_what_is_downloaded_can_be_brought_in_again(lead: FlaskClient, world: World, at: str) -> None:
    send(lead, at, "/questions/new", SCALE)
    text = kept(lead, at)
    form = {"organisation": world.organisation_id, "file": (BytesIO(text.encode()), "mine.yaml")}
    brought = lead.post("/surveys/bring", data=form)
    assert brought.status_code == 302
    assert kept(lead, brought.location) == text.replace("survey: core-2\n", "survey: core-2-2\n")
    download = lead.get(f"{at}/survey.yaml")
    assert download.headers["Content-Disposition"] == 'attachment; filename="core-2.yaml"'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("survey: x\nsurvey: y\n", "Line 2: “survey” is written twice"),
        ("a: &b c\n", "“&amp;” and “*” marks are not read here."),
        ("", "The file is empty."),
        ("survey: x\ntitle: T\nfoo: 1\n", "Line 3: “foo” is not a name we know here."),
        ("survey: a\x01b\n", "character that cannot be"),
        ("[" * 5_000, "steps deep"),
        ("survey:\tx", "Line 1:"),
    ],
)
def test_a_faulty_file_is_told_by_line_and_nothing_of_it_is_loaded(
    lead: FlaskClient, world: World, at: str, text: str, told: str
) -> None:
    before = kept(lead, at)
    for path, form in (
        ("/surveys/bring", {"organisation": world.organisation_id}),
        (f"{at}/file", {"version": "1"}),
    ):
        page = lead.post(path, data=form | {"text": text})
        assert page.status_code == 422
        assert told in page.text
        assert text[:9].strip() in page.text.replace("&amp;", "&")
    assert kept(lead, at) == before


def test_a_file_that_is_not_text_is_refused(lead: FlaskClient, world: World) -> None:
    form = {"organisation": world.organisation_id, "file": (BytesIO(b"PK\x03\x04\xff\xfe" * 50), "x.yaml")}
    page = lead.post("/surveys/bring", data=form)
    assert page.status_code == 422
    assert "This file is not text in UTF-8." in page.text


def test_a_file_that_is_far_too_large_is_refused(lead: FlaskClient, world: World) -> None:
    form = {"organisation": world.organisation_id, "file": (BytesIO(b"# x\n" * 100_000), "x.yaml")}
    assert lead.post("/surveys/bring", data=form).status_code == 413


def test_a_file_of_another_framework_is_refused_with_those_there_are(lead: FlaskClient, at: str) -> None:
    text = kept(lead, at).replace("framework: making-it-real", "framework: elsewhere")
    page = send(lead, at, "/file", {"text": text})
    assert page.status_code == 422
    assert "There is no framework “elsewhere” here." in page.text


def test_the_file_can_be_changed_as_text_and_keeps_its_name(lead: FlaskClient, at: str) -> None:
    text = kept(lead, at).replace("survey: core-2", "survey: other").replace("the short survey", "ours")
    assert send(lead, at, "/file", {"text": text}).status_code == 302
    assert kept(lead, at).startswith('survey: core-2\ntitle: "Making it Real: ours"\n')


def test_hostile_words_stay_words_on_every_page(lead: FlaskClient, at: str) -> None:
    send(lead, at, "/about", {
        "title-en": HOSTILE, "about-en": HOSTILE, "voices": ["person"], "presentations": ["standard"],
    })  # fmt: skip
    words = {name: HOSTILE for name in SCALE if name.endswith("-en")}
    send(
        lead,
        at,
        "/questions/new",
        SCALE | words | {"hint-standard-en": HOSTILE, "reason-standard-en": HOSTILE},
    )
    send(lead, at, "/parts", {"go": "divide"})
    code = "script_alert_1_script"
    assert f"code: {code}" in kept(lead, at)
    paths = (
        *(
            "",
            "/about",
            "/statements",
            f"/questions/{code}",
            "/parts",
            "/parts/part_own",
            "/preview",
            "/publish",
        ),
        *("/earlier", "/file", "/remove", f"/preview/page?code={code}"),
    )
    for path in ("/surveys", *(f"{at}{path}" for path in paths)):
        page = lead.get(path)
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text, path
        assert "<img src=x" not in page.text, path
        assert "{{ 7*7 }}" in page.text or "7*7" not in page.text, path
    typed = lead.post(f"{at}/preview/typed", data=SCALE | words)
    assert "<script>alert" not in typed.text
