"""Every page for making a survey keeps what it should, and says what to do about what it cannot keep."""

from flask.testing import FlaskClient

from tests.conftest import World
from tests.mir.authoring.making import SCALE, TEXT, kept, send, version

ABOUT = {
    "title-en": "Our survey",
    "about-en": "About life here.",
    "voices": ["person", "staff"],
    "presentations": ["standard", "easy_read"],
}


def test_a_survey_starts_from_one_that_we_ship_under_a_name_of_its_own(
    lead: FlaskClient, world: World
) -> None:
    form = {"from": "working-together", "organisation": world.organisation_id}
    first = lead.post("/surveys/start", data=form).location
    second = lead.post("/surveys/start", data=form).location
    assert first != second
    assert kept(lead, first).startswith("survey: working-together-2\n")
    assert kept(lead, second).startswith("survey: working-together-3\n")
    assert lead.post("/surveys/start", data=form | {"from": "../core"}).status_code == 404


def test_what_a_survey_is_can_be_changed(lead: FlaskClient, at: str) -> None:
    assert send(lead, at, "/about", ABOUT).status_code == 302
    text = kept(lead, at)
    assert "title: Our survey\nabout: About life here.\n" in text
    assert "voices: [person, staff]" in text
    assert "comments: false" in text


def test_a_survey_needs_a_title_and_somebody_to_ask(lead: FlaskClient, at: str) -> None:
    page = send(lead, at, "/about", {"title-en": " ", "about-en": "x" * 601})
    assert page.status_code == 422
    for words in (
        "Write the title.",
        "Choose at least one group",
        "Choose at least one way",
        "Make this shorter",
    ):
        assert words in page.text
    assert "x" * 601 in page.text
    assert "short survey" in kept(lead, at)


def test_statements_are_switched_on_and_off(lead: FlaskClient, at: str) -> None:
    assert send(lead, at, "/statements", {"statement": ["wi3", "wi1", "ia1", "nonsense"]}).status_code == 302
    assert "statements:\n  - wi1\n  - wi3\n  - ia1\n" in kept(lead, at)
    nothing = send(lead, at, "/statements", {})
    assert nothing.status_code == 422
    assert "Choose at least one statement." in nothing.text


def test_one_voice_can_be_asked_fewer_statements(lead: FlaskClient, at: str) -> None:
    assert send(lead, at, "/statements/staff", {"statement": ["wi1", "wf2"]}).status_code == 302
    assert "only:\n  staff:\n    - wi1\n    - wf2\n" in kept(lead, at)
    assert "Staff are asked 2 of them." in lead.get(at).text
    # A statement that nobody is asked cannot be asked of staff alone.
    assert send(lead, at, "/statements/staff", {"statement": ["wi4"]}).status_code == 422
    assert lead.get(f"{at}/statements/partner").status_code == 404


def test_an_own_question_is_added_changed_and_removed(lead: FlaskClient, at: str) -> None:
    assert send(lead, at, "/questions/new", SCALE).status_code == 302
    assert "  - code: how_is_the_food_here\n    kind: scale\n" in kept(lead, at)
    path = "/questions/how_is_the_food_here"
    page = lead.get(f"{at}{path}").text
    assert 'name="option-1-code" value="poor"' in page
    codes = {"option-1-code": "poor", "option-2-code": "fair", "option-3-code": "good"}
    # The words and the order change; the codes, by which answers are kept, do not.
    other = {"option-1-standard-en": "Very poor", "option": ["3", "2", "1"]}
    assert send(lead, at, path, SCALE | codes | other).status_code == 302
    text = kept(lead, at)
    assert text.index("code: good") < text.index("code: fair") < text.index("code: poor")
    assert "standard: Very poor" in text
    assert send(lead, at, f"{path}/remove", {}).status_code == 302
    assert "questions:" not in kept(lead, at)
    assert lead.get(f"{at}{path}").status_code == 404


def test_a_question_without_words_is_not_kept_and_nothing_typed_is_lost(lead: FlaskClient, at: str) -> None:
    form = SCALE | {"words-all-standard-en": "", "option-2-standard-en": "", "voice": []}
    page = send(lead, at, "/questions/new", form)
    assert page.status_code == 422
    for words in ("Write the question.", "Answer 2: write the words, or remove it.", "Choose who is asked"):
        assert words in page.text
    assert "Not bad" in page.text
    assert "questions:" not in kept(lead, at)


def test_the_buttons_of_a_question_change_its_page_and_keep_nothing(lead: FlaskClient, at: str) -> None:
    def order(go: str) -> list[str]:
        page = send(lead, at, "/questions/new", SCALE | {"go": go}).text
        words = ("Poor", "Fair", "Good")
        return sorted((one for one in words if f"\n{one}<" in page), key=lambda one: page.index(f"\n{one}<"))

    assert order("option-up:2") == ["Fair", "Poor", "Good"]
    assert order("option-down:1") == ["Fair", "Poor", "Good"]
    assert order("option-up:1") == ["Poor", "Fair", "Good"]
    assert order("option-drop:1") == ["Fair", "Good"]
    added = send(lead, at, "/questions/new", SCALE | {"go": "option-add"}).text
    assert 'id="option-4-standard-en"' in added
    assert "questions:" not in kept(lead, at)


def test_each_voice_may_read_words_of_its_own(lead: FlaskClient, at: str) -> None:
    page = send(
        lead, at, "/questions/new", TEXT | {"each": "yes", "go": "voices", "voice": ["person", "staff"]}
    )
    assert 'id="words-staff-easy_read-en"' in page.text
    words = {
        f"words-{who}-{look}-en": f"What would help {who}?"
        for who in ("person", "staff")
        for look in ("standard", "easy_read")
    }
    form = TEXT | words | {"each": "yes", "voice": ["person", "staff"]}
    assert send(lead, at, "/questions/new", form).status_code == 302
    text = kept(lead, at)
    assert "      staff:\n        standard: What would help staff?\n" in text
    assert "      family:" not in text


def test_a_condition_is_built_from_a_question_and_its_answers(lead: FlaskClient, at: str) -> None:
    send(lead, at, "/questions/new", SCALE)
    built = {"show": "answer", "show_code": "how_is_the_food_here"}
    page = send(lead, at, "/questions/new", TEXT | built | {"go": "answers"}).text
    assert "Ask it after any of these answers" in page
    assert send(lead, at, "/questions/new", TEXT | built | {"show_value": ["1", "2"]}).status_code == 302
    assert 'show_if: "how_is_the_food_here in [1, 2]"' in kept(lead, at)
    again = lead.get(f"{at}/questions/what_would_make_the").text
    assert 'value="1" checked' in again
    assert 'value="3" checked' not in again


def test_what_check_finds_stands_beside_its_place(lead: FlaskClient, at: str) -> None:
    form = TEXT | {"show": "text", "show_text": "nobody == 1"}
    send(lead, at, "/questions/new", form)
    for path in ("", "/questions/what_would_make_the", "/publish"):
        assert "which is no question" in lead.get(f"{at}{path}").text, path
    assert "1 thing to put right" in lead.get(at).text


def test_questions_move_up_and_down_and_say_where_they_are(lead: FlaskClient, at: str) -> None:
    send(lead, at, "/questions/new", SCALE)
    send(lead, at, "/questions/new", TEXT)
    moved = send(lead, at, "/questions/move", {"go": "up:what_would_make_the"})
    page = lead.get(moved.location).text
    assert "“What would make the food better?” is now 1 of 2." in page
    assert 'value="up:what_would_make_the" autofocus' in page
    text = kept(lead, at)
    assert text.index("code: what_would") < text.index("code: how_is")
    send(
        lead, at, "/questions/move", {"go": "order", "entry": ["how_is_the_food_here", "what_would_make_the"]}
    )
    text = kept(lead, at)
    assert text.index("code: how_is") < text.index("code: what_would")


def test_a_survey_is_divided_into_parts_moved_and_joined(lead: FlaskClient, at: str) -> None:
    send(lead, at, "/questions/new", SCALE)
    send(lead, at, "/parts", {"go": "divide"})
    assert "code: part_own" in kept(lead, at)
    send(lead, at, "/parts", {"go": "up:part:part_own"})
    text = kept(lead, at)
    assert text.index("code: part_own") < text.index("code: part_7")
    send(lead, at, "/parts", {"go": "merge:part:part_own"})
    assert "asks:\n      - wf\n      - how_is_the_food_here\n" in kept(lead, at)
    send(lead, at, "/parts", {"go": "split:how_is_the_food_here"})
    assert "title:\n      standard: Part 7\n" in kept(lead, at)
    send(lead, at, "/questions/new", TEXT)
    assert "which nobody" not in lead.get(at).text
    assert "to put right" not in lead.get(at).text
    send(lead, at, "/parts", {"go": "join"})
    assert "sections:" not in kept(lead, at)


def test_a_part_has_words_of_its_own(lead: FlaskClient, at: str) -> None:
    send(lead, at, "/parts", {"go": "divide"})
    form = {
        "title-standard-en": "Your days",
        "title-easy_read-en": "Days",
        "introduction-standard-en": "First.",
    }
    assert send(lead, at, "/parts/part_1", form).status_code == 302
    assert "standard: Your days" in kept(lead, at)
    assert send(lead, at, "/parts/part_1", {"title-standard-en": ""}).status_code == 422
    assert lead.get(f"{at}/parts/nowhere").status_code == 404


def test_every_step_can_be_undone_even_undoing(lead: FlaskClient, at: str) -> None:
    before = kept(lead, at)
    send(lead, at, "/about", ABOUT)
    after = kept(lead, at)
    lead.post(f"{at}/earlier/1", data={"step": "Changed what the survey is"})
    assert kept(lead, at) == before
    lead.post(f"{at}/earlier/2", data={"step": "Undid"})
    assert kept(lead, at) == after
    assert "Undid: Changed what the survey is" in lead.get(f"{at}/earlier").text
    assert lead.post(f"{at}/earlier/99").status_code == 404


def test_the_last_fifty_versions_are_kept(lead: FlaskClient, at: str) -> None:
    for number in range(55):
        send(lead, at, "/about", ABOUT | {"title-en": f"Title {number}"})
    assert lead.get(f"{at}/earlier").text.count("Go back to before this") == 50


def test_a_removed_survey_can_be_brought_back(lead: FlaskClient, at: str) -> None:
    assert "bring it back at any time" in lead.get(f"{at}/remove").text
    lead.post(f"{at}/remove")
    assert "Removed surveys (1)" in lead.get("/surveys").text
    lead.post(f"{at}/bring-back")
    assert "Removed surveys" not in lead.get("/surveys").text


def test_two_windows_are_shown_both_and_the_person_chooses(lead: FlaskClient, at: str) -> None:
    old = version(lead, at)
    send(lead, at, "/about", ABOUT | {"title-en": "First window"})
    second = lead.post(f"{at}/about", data=ABOUT | {"title-en": "Second window", "version": old})
    assert second.status_code == 409
    assert "<td>First window</td><td>Second window</td>" in second.text
    assert "First window" in kept(lead, at)
    assert second.text.count("<tr>") == 2  # the headings, and the title: nothing else differs
    text = second.text.partition('name="text"')[2].partition(">\n")[2].partition("</textarea>")[0]
    chosen = {"text": text.replace("&#34;", '"'), "words": "Changed", "onward": "https://example.org/"}
    assert send(lead, at, "/choose", chosen).location == at
    assert "Second window" in kept(lead, at)
