"""Editions are sound, frozen and named by what is in them."""

import hashlib
from pathlib import Path

import pytest

from surveys.answers import UnknownAnswerError, pack, unpack
from surveys.edition import publish
from surveys.faults import FaultyFileError
from surveys.framework import Voice
from surveys.journey import after, before, number, path
from surveys.load import load_edition, load_framework, load_survey

GOOD = Path(__file__).parent / "good"
EDITION = load_edition(GOOD / "surveys" / "little.yaml")


def test_an_edition_is_named_by_the_hash_of_its_text() -> None:
    assert EDITION.hash == hashlib.sha256(EDITION.canonical().encode()).hexdigest()
    assert load_edition(GOOD / "surveys" / "little.yaml").hash == EDITION.hash
    assert EDITION.model_copy(update={"comments": False}).hash != EDITION.hash


def test_an_edition_holds_only_what_was_chosen() -> None:
    survey = load_survey(GOOD / "surveys" / "little.yaml").model_copy(update={"statements": ("ia1",)})
    edition = publish(load_framework(GOOD / "frameworks" / "small.yaml"), survey)
    assert [theme.code for theme in edition.themes] == ["ia"]
    assert edition.theme_of["ia1"].code == "ia"


def test_publishing_refuses_what_could_not_be_kept_apart() -> None:
    framework = load_framework(GOOD.parent / "bad" / "statement-code-twice.yaml")
    survey = load_survey(GOOD / "surveys" / "little.yaml")
    with pytest.raises(FaultyFileError, match="small: “wi1” is the code of another statement"):
        publish(framework, survey)
    with pytest.raises(FaultyFileError, match="little: The survey is made for “tall”, not for “small”"):
        publish(
            load_framework(GOOD / "frameworks" / "small.yaml"),
            survey.model_copy(update={"framework": "tall"}),
        )


def test_answers_are_packed_a_byte_a_statement_and_come_back() -> None:
    row = pack(EDITION, Voice.PERSON, {"wi1": "always", "ia1": "does_not_apply"})
    assert row == bytes([3, 0, 254])
    assert unpack(EDITION, row) == {"wi1": "always", "wi2": "not_answered", "ia1": "does_not_apply"}
    # Nobody asks leaders anything in this edition.
    assert pack(EDITION, Voice.LEADER, {}) == bytes([255, 255, 255])


@pytest.mark.parametrize(
    ("voice", "answers"),
    [
        (Voice.PERSON, {"zz": "always"}),
        (Voice.PERSON, {"wi1": "often"}),
        (Voice.PERSON, {"wi1": "not_asked"}),
        (Voice.LEADER, {"wi1": "always"}),
    ],
)
def test_an_answer_that_is_not_on_offer_is_refused(voice: Voice, answers: dict[str, str]) -> None:
    with pytest.raises(UnknownAnswerError, match="is not an answer to"):
        pack(EDITION, voice, answers)


def test_the_path_goes_through_the_statements_in_order() -> None:
    steps = path(EDITION, Voice.STAFF)
    assert [step.code for step in steps] == ["wi1", "wi2", "ia1"]
    assert (before(steps, "wi1"), before(steps, "ia1")) == (None, "wi2")
    assert (after(steps, "wi1"), after(steps, "ia1")) == ("wi2", None)
    assert number(steps, "ia1") == 3
    assert path(EDITION, Voice.LEADER) == ()
