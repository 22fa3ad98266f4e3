"""Every kind of own question made in a browser: kept as typed, refused in words, seen as people see it."""

import html

import pytest

from surveys.files.writing import survey_text
from surveys.framework import Presentation, Voice
from surveys.own.question import Kind
from tests.mir.authoring.conftest import Desk

HOSTILE = "<script>alert(1)</script> “&” '\"{{ 7*7 }} {service} : # - ! ؟"
COMMON: dict[str, object] = {"voice": ["person", "staff"], "go": "save"}
WORDS = {"words-all-standard-en": "How is the food?", "words-all-easy_read-en": "How is food?"}


def options(*words: str) -> dict[str, object]:
    """The fields of answers, their Easy Read words the same."""
    fields: dict[str, object] = {"option": [str(one) for one in range(1, len(words) + 1)]}
    for number, text in enumerate(words, start=1):
        fields |= {f"option-{number}-standard-en": text, f"option-{number}-easy_read-en": text}
    return fields


ROWS = {"row": ["1"], "row-1-standard-en": "The taste", "row-1-easy_read-en": "Taste"}
KINDS: dict[Kind, dict[str, object]] = {
    Kind.ONE_CHOICE: options("Good", "Bad"),
    Kind.SEVERAL_CHOICES: options("Tea", "Soup", "None of these") | {"alone": ["3"]},
    Kind.SCALE: options("Bad", "Good"),
    Kind.YES_NO_UNSURE: {},
    Kind.NUMBER: {"least": "1", "most": "7", "unit": "days"},
    Kind.SHORT_TEXT: {},
    Kind.LONG_TEXT: {},
    Kind.RANK_TOP: options("Walks", "Music", "Pets") | {"top": "2"},
    Kind.MONTH: {},
    Kind.GRID: options("Bad", "Good") | ROWS,
}


def test_every_kind_is_offered_with_an_example(desk: Desk) -> None:
    shown = desk.reads("/questions/new")
    assert all(f'value="{kind}"' in shown for kind in Kind)
    assert "Choose how the question is answered." in desk.reads("/questions/new?asked=yes")


@pytest.mark.parametrize("kind", list(Kind))
def test_a_question_of_each_kind_is_kept_as_it_was_typed(desk: Desk, kind: Kind) -> None:
    assert "New question" in desk.reads(f"/questions/new?kind={kind}")
    desk.sends("/questions/new", {"kind": kind.value}, COMMON, WORDS, KINDS[kind])
    (made,) = desk.now.survey.questions
    assert made.kind is kind
    assert made.code == "how_is_the_food"
    assert set(made.wordings) == {Voice.PERSON, Voice.STAFF}
    assert made.wordings[Voice.STAFF][Presentation.EASY_READ] == {"en": "How is food?"}
    assert [one.code for one in made.options] == [
        KINDS[kind][f"option-{number}-standard-en"].lower().replace(" ", "_")  # type: ignore[attr-defined]  # words
        for number in KINDS[kind].get("option", [])  # type: ignore[attr-defined]  # a list
    ]
    assert "How is the food?" in desk.reads()
    assert "How is the food?" in desk.reads(f"/questions/{made.code}")


def test_what_belongs_to_a_kind_is_kept(desk: Desk) -> None:
    for kind in (Kind.NUMBER, Kind.RANK_TOP, Kind.SEVERAL_CHOICES, Kind.GRID):
        desk.sends("/questions/new", {"kind": kind.value}, COMMON, WORDS, KINDS[kind])
    number, ranked, several, grid = desk.now.survey.questions
    assert (number.least, number.most, number.unit) == (1, 7, {"en": {"other": "{n} days"}})
    assert ranked.top == 2
    assert [one.alone for one in several.options] == [False, False, True]
    assert [one.code for one in grid.rows] == ["the_taste"]
    assert [one.code for one in desk.now.survey.questions] == [
        "how_is_the_food",
        "how_is_the_food_2",
        "how_is_the_food_3",
        "how_is_the_food_4",
    ]


def test_a_question_without_words_or_people_is_told_and_nothing_is_lost(desk: Desk) -> None:
    before = desk.kept
    lacking = {"kind": "one_choice", "go": "save", **options("Only this", "")}
    shown = desk.sends("/questions/new", lacking, status=422)
    assert "Write the question." in shown
    assert "Choose who is asked this question." in shown
    assert "Answer 2: write the words, or remove it." in shown
    assert "Only this" in shown
    shown = desk.sends("/questions/new", {"kind": "number", "least": "few"}, COMMON, WORDS, status=422)
    assert "Write the least number in digits, such as 10." in shown
    ranked = {"kind": "rank_top"} | COMMON | WORDS | KINDS[Kind.RANK_TOP] | {"top": "11"}
    assert "Write a number from 1 to 10." in desk.sends("/questions/new", ranked, status=422)
    assert desk.kept == before


def test_questions_move_change_and_go(desk: Desk) -> None:
    for text in ("Tea?", "Soup?", "Cake?"):
        words = {"words-all-standard-en": text, "words-all-easy_read-en": text}
        desk.sends("/questions/new", {"kind": "short_text"}, COMMON, words)
    desk.sends("/questions/move", {"go": "up:cake"})
    assert [one.code for one in desk.now.survey.questions] == ["tea", "cake", "soup"]
    desk.sends("/questions/move", {"go": "order", "entry": ["soup", "tea", "cake"]})
    assert [one.code for one in desk.now.survey.questions] == ["soup", "tea", "cake"]
    assert "“Tea?” is now 2 of 3." in desk.reads("?moved=tea&way=up")
    desk.sends("/questions/tea", COMMON, WORDS)
    assert desk.now.survey.questions[1].code == "tea"  # a code never changes: answers are kept under it
    desk.sends("/questions/tea/remove")
    assert [one.code for one in desk.now.survey.questions] == ["soup", "cake"]
    desk.sends("/questions/tea/remove", status=404)
    desk.reads("/questions/tea", status=404)


def test_a_condition_is_built_from_a_question_and_its_answers(desk: Desk) -> None:
    given: dict[str, object] = {"kind": "short_text", **COMMON, **WORDS, "show": "answer", "show_code": "wi1"}
    desk.sends("/questions/new", {"show_value": ["1", "2"]}, given)
    assert desk.now.survey.questions[0].show_if == "wi1 in [1, 2]"
    assert "only after some answers" in desk.reads()
    shown = desk.reads("/questions/how_is_the_food")
    assert 'name="show_value" value="2" checked' in shown
    missing = given | {"show_code": ""}
    assert "Choose the question whose answer decides" in desk.sends("/questions/new", missing, status=422)


def test_a_condition_of_an_expert_is_checked_beside_its_question(desk: Desk) -> None:
    given = {"kind": "short_text", "show": "text", "show_text": "wi1 <= and"}
    desk.sends("/questions/new", given, COMMON, WORDS)
    assert desk.now.survey.questions[0].show_if == "wi1 <= and"
    found = desk.now.at("how_is_the_food")
    assert found
    assert found[0].grave
    assert html.escape(found[0].what, quote=False) in desk.reads().replace("&#39;", "'").replace("&#34;", '"')
    assert desk.reads("/preview/page?code=how_is_the_food")  # it can be looked at all the same


def test_hostile_words_are_shown_as_words_everywhere(desk: Desk) -> None:
    words = {"words-all-standard-en": HOSTILE, "words-all-easy_read-en": HOSTILE}
    fields = options(HOSTILE, "Other") | {"hint-standard-en": HOSTILE, "hint-easy_read-en": HOSTILE}
    desk.sends("/questions/new", {"kind": "one_choice"}, COMMON, words, fields)
    about = {"title-en": HOSTILE, "about-en": HOSTILE, "voices": ["person"], "presentations": ["standard"]}
    desk.sends("/about", about)
    (made,) = desk.now.survey.questions
    assert made.wordings[Voice.PERSON][Presentation.STANDARD] == {"en": HOSTILE}
    assert desk.now.survey.title == {"en": HOSTILE}
    pages = ["", "/about", "/parts", f"/questions/{made.code}", "/earlier", "/file", "/publish", "/preview"]
    for page in [*pages, f"/preview/page?code={made.code}"]:
        shown = desk.reads(page)
        assert "<script>alert" not in shown, page
        assert "{{ 7*7 }}" in shown or "alert" not in shown, page
    assert "<script>alert" not in desk.client.get("/surveys").text


def test_a_preview_is_the_page_that_people_get(desk: Desk) -> None:
    for kind in Kind:
        words = {name: f"{text[:-1]} {kind}?" for name, text in WORDS.items()}
        desk.sends("/questions/new", {"kind": kind.value}, COMMON, words, KINDS[kind])
    for question in desk.now.survey.questions:
        for voice in ("person", "staff"):
            for look, lines in question.wordings[Voice(voice)].items():
                where = f"/preview/page?code={question.code}&see_voice={voice}&see_look={look}"
                assert lines["en"] in desk.reads(where), where
    assert "Show it as typed" in desk.reads(f"/questions/{question.code}")


def test_walking_through_a_preview_keeps_nothing(desk: Desk) -> None:
    before = desk.kept
    found = desk.client.post(f"{desk.at}/preview/page?code=wi1", data={"go": "next"})
    assert "code=wi2" in found.headers["Location"]
    found = desk.client.post(f"{desk.at}/preview/page?code=wi1", data={"go": "switch"})
    assert "see_look=easy_read" in found.headers["Location"]
    assert desk.kept == before


def test_choosing_goes_on_inside_the_survey_and_takes_nothing_that_cannot_be_read(desk: Desk) -> None:
    before = desk.kept
    given = {"version": "1", "text": before.text, "words": "x", "onward": "https://example.org/"}
    found = desk.client.post(f"{desk.at}/choose", data=given)
    assert found.headers["Location"] == desk.at
    broken = {"text": "][", "words": "x", "onward": ""}
    assert "make it once more" in desk.sends("/choose", broken, status=400)
    assert desk.kept == before


def test_what_is_in_no_part_is_told_once_and_one_button_puts_it_right(desk: Desk) -> None:
    desk.sends("/parts", {"go": "divide"})
    first = desk.now.survey.sections[0]
    text = desk.now.survey.model_copy(update={"sections": (first,)})
    desk.sends("/file", {"text": survey_text(text)})
    shown = desk.reads("/parts")
    assert shown.count("in no part, so nobody") == 1
    assert "14 things are in no part" in shown  # of 18 statements the first part has the 4 of its theme
    desk.sends("/parts", {"go": "mend"})
    assert "in no part" not in desk.reads("/parts")
    assert desk.reads("/publish").count("Publish this edition") == 1
