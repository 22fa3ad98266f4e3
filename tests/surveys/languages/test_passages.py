"""Every sentence has a key that stays and a mark that changes with its words."""

import hashlib

from surveys.framework import Presentation
from surveys.languages.passages import mark, passages
from tests.surveys.small_languages import BY_KEY, FRAMEWORK

STANDARD = Presentation.STANDARD


def test_the_mark_is_the_hash_of_the_words_without_regard_to_spaces() -> None:
    assert mark("I feel safe.") == hashlib.sha256(b"I feel safe.").hexdigest()
    assert mark(" I  feel\nsafe. ") == mark("I feel safe.")
    assert mark("ê") == mark("e\u0302")
    assert mark("I feel safe!") != mark("I feel safe.")


def test_every_sentence_has_a_key_a_place_and_words_for_the_translator() -> None:
    # 2 + 3 options x 2 + 2 themes x 4 + 3 statements x 2 voices x 2 presentations
    assert len(BY_KEY) == 2 + 6 + 8 + 12
    passage = BY_KEY["wi2.staff.easy_read"]
    assert passage.loc == ("themes", 0, "statements", 1, "wordings", "staff", "easy_read")
    assert passage.where == "Question wi2, asked of: staff, Easy Read"
    assert passage.words == "People here are safe."
    assert passage.statement == "wi2"
    assert BY_KEY["option.never.standard"].where == "Answer 1, standard words"


def test_a_sentence_without_english_has_nothing_to_be_made_from() -> None:
    bare = FRAMEWORK.model_copy(update={"title": {"cy": "Fframwaith"}})
    scale = bare.scale.model_copy(
        update={
            "options": tuple(
                option.model_copy(update={"words": {STANDARD: {"cy": "Na"}}}) for option in bare.scale.options
            )
        }
    )
    keys = {passage.key for passage in passages(bare.model_copy(update={"scale": scale}))}
    assert set(BY_KEY) - keys == {"title"} | {key for key in BY_KEY if key.startswith("option.")}
