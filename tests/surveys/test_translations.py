"""The languages we ship are complete as promised, in step with the English and written as they should be."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest

from surveys.framework import Framework, Presentation
from surveys.languages.freshness import findings
from surveys.languages.offered import asked_keys
from surveys.languages.overlay import Overlay, overlays_beside, written
from surveys.languages.passages import passages
from surveys.languages.translating import translated, untranslated
from surveys.load import SHIPPED, load_framework, load_survey

FILE = SHIPPED / "frameworks" / "making-it-real.yaml"
FRAMEWORK = load_framework(FILE)
CORE = load_survey(SHIPPED / "surveys" / "core.yaml")
OVERLAYS = {overlay.language: overlay for overlay in overlays_beside(FILE)}
WELSH, URDU = OVERLAYS["cy"], OVERLAYS["ur"]
PASSAGES = {passage.key: passage for passage in passages(FRAMEWORK)}
NAMES = ("Making it Real", "Think Local Act Personal")
A_LITTLE = 1.2
"""How much longer than the standard words an Easy Read sentence may be."""

both = pytest.mark.parametrize("overlay", OVERLAYS.values(), ids=OVERLAYS)


def sentences(overlay: Overlay) -> Iterator[tuple[str, str]]:
    """What people are asked, by key."""
    for key, entry in overlay.texts.items():
        if PASSAGES[key].statement:
            yield key, entry.text


def bare(text: str) -> str:
    """The words without the names that stay in English."""
    for name in NAMES:
        text = text.replace(name, "")
    return text


@both
def test_a_shipped_language_has_no_findings_and_says_that_it_awaits_review(overlay: Overlay) -> None:
    assert findings(FRAMEWORK, overlay) == ()
    assert overlay.waived == {}
    assert overlay.status == "draft"
    assert overlay.note == "For review by a fluent speaker; not yet reviewed."


def test_welsh_has_every_sentence_and_urdu_the_short_survey() -> None:
    assert untranslated(translated(FRAMEWORK, [WELSH], ["cy"]), "cy") == ()
    assert WELSH.covers == "all"
    assert len(list(sentences(WELSH))) == 37 * 5 * 2  # four voices, and whoever answers for the person
    assert URDU.covers == CORE.statements
    assert findings(FRAMEWORK, URDU, asked_keys(CORE, FRAMEWORK)) == ()
    assert len(list(sentences(URDU))) == 18 * 5 * 2
    assert len(URDU.texts) == 18 * 5 * 2 + 7 * 4 + 5 * 2 + 2  # themes, options, title and about


@both
def test_a_shipped_file_is_as_we_would_write_it(overlay: Overlay) -> None:
    path = FILE.with_name(f"{FILE.stem}.{overlay.language}.yaml")
    assert path.read_text("utf-8") == written(overlay, FRAMEWORK)


@both
def test_no_sentence_is_left_in_english(overlay: Overlay) -> None:
    english = {passage.words.casefold() for passage in PASSAGES.values()}
    assert [key for key, entry in overlay.texts.items() if entry.text.casefold() in english] == []


@both
def test_letters_are_composed_and_quotes_typographic(overlay: Overlay) -> None:
    for key, entry in overlay.texts.items():
        assert unicodedata.is_normalized("NFC", entry.text), key
        assert not re.search(r"[\"'`\u00b4]|  ", entry.text), key


@both
def test_no_voice_reads_the_same_sentence_twice(overlay: Overlay) -> None:
    # where the English differs, the translation does too, within a voice and a presentation
    counts = Counter((key.partition(".")[2], text) for key, text in sentences(overlay))
    assert [sentence for sentence, times in counts.items() if times > 1] == []


@both
def test_the_two_presentations_of_a_sentence_differ_and_easy_read_is_hardly_longer(overlay: Overlay) -> None:
    for key, text in sentences(overlay):
        if key.endswith(".easy_read"):
            standard = overlay.texts[key.removesuffix("easy_read") + "standard"].text
            assert text != standard, key
            assert len(text) <= A_LITTLE * len(standard), key


@both
def test_each_presentation_has_five_different_answers(overlay: Overlay) -> None:
    for look in Presentation:
        words = [entry.text for key, entry in overlay.texts.items() if re.match(rf"option\..*\.{look}$", key)]
        assert len(words) == len(set(words)) == 5


def test_each_welsh_question_is_one_sentence_that_ends_with_a_full_stop() -> None:
    assert [found for found in sentences(WELSH) if not re.fullmatch(r"[A-Z][^.!?:;]*\.", found[1])] == []


def test_welsh_uses_only_the_letters_of_welsh() -> None:
    for key, entry in WELSH.texts.items():
        assert not re.search(r"[kqvxzKQVXZ]", bare(entry.text)), key
        assert re.fullmatch(r"[A-Za-zâêîôûŵŷÂÊÎÔÛŴŶáéíóúïöëÏ’.,() -]+", entry.text), key


WELSH_MISTAKES = r"""
    \bfy\ (?:[ptbd]|c(?!h)|g(?!ar))\w*|  # “fy” changes p, t, c, b, d and g: fy nhîm, fy mywyd
    \bpa\ (?:[ptcbgm]|d(?!d))\w*|  # “pa” softens: pa ddewisiadau
    \b(?:wrth|i|gan|ar|am)\ pobl\b|  # these soften too: wrth bobl
    \b(?:â|gyda|a)\ (?:[ptc](?!h))\w*|  # these take ph, th and ch: gyda phobl
    \bi\ (?!pan\b|pryd\b|mi\b)[ptcm]\w*|  # “i” softens: i dreulio, i fod
    \beu\ [aeio]\w*|  # “eu” puts an h before a vowel: eu hiechyd
    \bneu\ (?:[ptcbm]|d(?!d)|g(?!ymorth))\w*|  # “neu” softens: neu gymorth
    \b(?:ti|dy|dwyt)\b  # “chi” is the form of address
"""


def test_welsh_changes_its_first_letters_where_it_must() -> None:
    rule = re.compile(WELSH_MISTAKES, re.VERBOSE | re.IGNORECASE)
    assert [(key, found[0]) for key, text in sentences(WELSH) if (found := rule.search(text))] == []
    wrong = "fy tîm, pa dewisiadau, wrth pobl, gyda pobl, eu iechyd, neu cymorth, dy fywyd, i treulio"
    assert len(rule.findall(wrong)) == 8


def test_each_urdu_question_ends_with_its_own_full_stop() -> None:
    assert [found for found in sentences(URDU) if not re.fullmatch(r"[^۔؟]+[۔؟]", found[1])] == []


def test_urdu_uses_the_letters_and_marks_of_urdu() -> None:
    # Arabic ya, kaf and ha look alike and are other letters; Latin commas and full stops stand the wrong way.
    for key, entry in URDU.texts.items():
        text = bare(entry.text)
        assert not re.search(r"[A-Za-z0-9]", text), key
        assert not re.search("[يىكهة]", text), key
        assert re.fullmatch(r"[\u0600-\u06ff ()]+", text), key
        assert not re.search(r"[.,;?:!]|\s[۔،؟]|[،۔](?=\S)", text), key


def test_urdu_never_makes_the_speaker_a_man_or_a_woman() -> None:
    # “میں … ہوں” takes a verb that tells the sex of the speaker.
    gendered = re.compile(r"(?:تا|تی|سکتا|سکتی) ہوں|رہا ہوں|رہی ہوں")
    assert [found for found in sentences(URDU) if gendered.search(found[1])] == []


@both
def test_each_voice_speaks_as_itself(overlay: Overlay) -> None:
    team = {"cy": r"Yn fy nhîm, |Os bydd fy nhîm ", "ur": r"میری ٹیم میں |.*میری ٹیم "}[overlay.language]
    lead = {"cy": r"Fel arweinwyr, ", "ur": r"سربراہ ہونے کے ناتے ہم "}[overlay.language]
    loved = {"cy": r".*person rwy’n gofalu amdano", "ur": r".*میرے عزیز"}[overlay.language]
    openings = {"staff.standard": team, "leader.standard": lead, "family": loved}
    for key, text in sentences(overlay):
        for part, opening in openings.items():
            if f".{part}" in key:
                assert re.match(opening, text), (key, text)


TERMS = {
    "cy": {
        r"\b[Ss]taff\b": r"\bstaff\b",
        r"people in charge": r"bobl sy’n rhedeg y gwasanaeth",
        r"make sure": r"gwneud yn siŵr",
        r"\bchoices\b": r"(?:d|dd|n)ewisiadau",
        r"\ba say\b": r"\bl?lais\b",
        r"each person": r"pob person|bob person",
        r"\binformation\b": r"g?wybodaeth",
    },
    "ur": {
        r"\b[Ss]taff\b": r"عمل[ہے]",
        r"people in charge": r"چلانے والے لوگ",
        r"make sure": r"یقینی بناتے ہیں",
        r"\bchoices\b": r"راستے",
        r"\ba say\b": r"رائے",
        r"each person": r"ہر شخص",
        r"\binformation\b": r"معلومات",
    },
}


@both
def test_one_word_of_english_is_one_word_throughout(overlay: Overlay) -> None:
    for key, text in sentences(overlay):
        for english, word in TERMS[overlay.language].items():
            if re.search(english, PASSAGES[key].words):
                assert re.search(word, text), (key, text)


def test_a_changed_english_sentence_is_noticed_in_both_languages_with_its_line() -> None:
    changed = Framework.model_validate_json(
        FRAMEWORK.model_dump_json().replace("I feel safe every day.", "I feel safe at home.")
    )
    for overlay in OVERLAYS.values():
        (fault,) = findings(changed, overlay)
        path = FILE.with_name(f"{FILE.stem}.{overlay.language}.yaml")
        assert fault.file == str(path)
        lines = path.read_text("utf-8").splitlines()
        assert lines[fault.line - 1].startswith("  wi3.person.easy_read:")
        assert fault.what.startswith("The English of “wi3.person.easy_read” has changed since.")
