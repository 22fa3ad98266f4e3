"""A question of every kind is made on its page, kept in the file, seen in the preview and published."""

from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient

from mir.authoring.asking import coded
from mir.authoring.conditions import Asking, built, written
from surveys.own.question import Kind
from tests.mir.authoring.making import SCALE, TEXT, kept, send

CHOICES = {name: value for name, value in SCALE.items() if name.startswith("option")}
ROWS = {
    "row": ["1", "2"],
    "row-1-standard-en": "The garden",
    "row-1-easy_read-en": "Garden",
    "row-2-standard-en": "The rooms",
    "row-2-easy_read-en": "Rooms",
}
MORE: Mapping[Kind, Mapping[str, object]] = {
    Kind.ONE_CHOICE: CHOICES,
    Kind.SEVERAL_CHOICES: CHOICES | {"alone": ["3"]},
    Kind.SCALE: CHOICES,
    Kind.YES_NO_UNSURE: {},
    Kind.NUMBER: {"least": "0", "most": "7", "unit": "days"},
    Kind.SHORT_TEXT: {},
    Kind.LONG_TEXT: {},
    Kind.RANK_TOP: CHOICES | {"top": "2"},
    Kind.MONTH: {},
    Kind.GRID: CHOICES | ROWS,
}
SAID = {
    Kind.SEVERAL_CHOICES: "        alone: true\n",
    Kind.NUMBER: "    least: 0\n    most: 7\n    unit: days\n",
    Kind.RANK_TOP: "    top: 2\n",
    Kind.GRID: "    rows:\n      - code: the_garden\n",
}
NOTE = {"people": "1", "way": "Aloud.", "changed": "Nothing."}
CODE = "what_would_make_the"


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_made_shown_and_published(lead: FlaskClient, at: str, kind: Kind) -> None:
    form = {**TEXT, "kind": kind, **MORE[kind]}
    typed = lead.post(f"{at}/preview/typed", data={"version": "1", **form})
    assert "What would make the food better?" in typed.text
    assert send(lead, at, "/questions/new", form).status_code == 302
    text = kept(lead, at)
    assert f"  - code: {CODE}\n    kind: {kind}\n" in text
    assert SAID.get(kind, "") in text
    page = lead.get(f"{at}/questions/{CODE}")
    assert page.status_code == 200
    seen = CODE + ("_the_garden" if kind is Kind.GRID else "")
    assert "What would make the food better?" in lead.get(f"{at}/preview/page?code={seen}").text
    assert send(lead, at, "/publish", NOTE).status_code == 302


def test_a_number_is_written_in_digits(lead: FlaskClient, at: str) -> None:
    form = {**TEXT, "kind": "number", "least": "none", "most": "99999999999999999999"}
    page = send(lead, at, "/questions/new", form)
    assert page.status_code == 422
    assert "Write the least number in digits" in page.text
    assert "Write the greatest number in digits" in page.text


def test_a_question_about_the_person_needs_its_reason(lead: FlaskClient, at: str) -> None:
    about = {**TEXT, "kind": "yes_no_unsure", "about_you": "yes"}
    send(lead, at, "/questions/new", about)
    assert "does not say why it is asked" in lead.get(f"{at}/questions/{CODE}").text
    reason = {"reason-standard-en": "To hear everybody.", "reason-easy_read-en": "To hear all."}
    send(lead, at, f"/questions/{CODE}", {**about, **reason})
    assert "does not say why" not in lead.get(f"{at}/questions/{CODE}").text
    assert "    about_you: true\n    reason:\n      standard: To hear everybody.\n" in kept(lead, at)


def test_words_in_other_languages_stand_where_the_survey_has_them(lead: FlaskClient, at: str) -> None:
    about = {
        "title-en": "Ours", "about-en": "About us.", "voices": ["person"], "languages": ["cy", "ur"],
        "presentations": ["standard", "easy_read"],
    }  # fmt: skip
    send(lead, at, "/about", about)
    page = lead.get(f"{at}/questions/new?kind=long_text").text
    assert 'lang="cy" dir="ltr"' in page
    assert 'lang="ur" dir="rtl"' in page
    send(lead, at, "/questions/new", TEXT | {"words-all-standard-cy": "Beth fyddai’n gwella’r bwyd?"})
    assert "cy: Beth fyddai’n gwella’r bwyd?" in kept(lead, at)
    # Taking a language off the survey loses none of its words, until their English says something else.
    send(lead, at, "/about", about | {"languages": []})
    send(lead, at, f"/questions/{CODE}", TEXT | {"hint-standard-en": "Say what you like."})
    assert "cy: Beth fyddai’n gwella’r bwyd?" in kept(lead, at)
    send(lead, at, f"/questions/{CODE}", TEXT | {"words-all-standard-en": "What would help?"})
    text = kept(lead, at)
    assert "standard: What would help?" in text
    assert "bwyd" not in text


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("How is the food here?", "how_is_the_food_here"),
        ("65 or more", "q_65_or_more"),
        ("Élan", "elan"),
        ("کھانا", "q"),
        ("Yes", "yes"),
        ("Voice", "voice_2"),
        ("Antidisestablishmentarianism", "antidisestablishmentar"),
        ("taken", "taken_2"),
    ],
)
def test_a_code_is_made_of_the_first_words(words: str, code: str) -> None:
    assert coded(words, {"taken"}, 22) == code


@pytest.mark.parametrize(
    ("values", "numbered", "listed", "condition"),
    [
        (("1",), True, False, "food == 1"),
        (("2", "1"), True, False, "food in [1, 2]"),
        (("a",), False, False, 'food == "a"'),
        (("a", "b"), False, True, 'any_of(food, ["a", "b"])'),
        (("answered", "a"), False, False, "answered(food)"),
        ((), False, False, "answered(food)"),
    ],
)
def test_a_built_condition_is_the_line_an_author_would_write(
    values: tuple[str, ...], condition: str, *, numbered: bool, listed: bool
) -> None:
    answers = tuple((one, one) for one in (("1", "2", "3") if numbered else ("a", "b", "c")))
    asking = Asking("food", "Food?", answers, numbered, listed)
    assert written(asking, values) == condition
    again = built(condition)
    assert again is not None
    assert written(asking, again[1]) == condition


@pytest.mark.parametrize(
    "condition", ["food == 1 and why == 2", "not answered(food)", "food >", "food < 2", None]
)
def test_what_was_not_built_is_left_to_the_one_who_wrote_it(condition: str | None) -> None:
    assert built(condition) is None
