"""The paper twin: tagged, quiet, whole questions, every kind, and refused where letters are missing."""

import io
import logging
import re
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Pdf
from pypdf import PdfReader

from mir.errors import NotFoundError, RefusalError
from mir.paper.booklet import Choice, address_lines
from mir.reports.booklet import booklet_pdf
from mir.reports.typeset import OnlyOurDrawings
from surveys.framework import Voice
from surveys.load import shipped_edition
from tests.mir.reports import booklets
from tests.mir.reports.booklets import CODE, EASY, PERSON, STANDARD
from tests.mir.reports.tags import Element, tree

LOOKS = {
    "standard": PERSON,
    "large": replace(PERSON, large=True),
    "easy": Choice(Voice.PERSON, EASY, pictures=False),
    "pictures": Choice(Voice.PERSON, EASY),
    "easy large": Choice(Voice.PERSON, EASY, large=True),
    "staff": Choice(Voice.STAFF, STANDARD),
}
SIZES = {"standard": 12, "large": 18, "easy": 14, "pictures": 16, "easy large": 18, "staff": 12}


def pdf_of(name: str, choice: Choice = PERSON) -> Pdf:
    return Pdf.open(io.BytesIO(booklets.printed(name, choice).data))


def pages(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


def outline(found: Element) -> list[tuple[str, str]]:
    return [(one.tag, one.text) for one in found.all("H1", "H2", "H3")]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["core", "arrivals"])
def test_a_booklet_is_tagged_and_printed_without_a_complaint(
    name: str, look: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "weasyprint"):
        booklets.printed.cache_clear()
        pdf = pdf_of(name, LOOKS[look])
    assert not caplog.records
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.docinfo.get("/Title", True)
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
    document = tree(pdf)
    tags = [tag for tag, _ in outline(document)]
    assert tags.count("H1") == 1
    assert tags[0] == "H1"
    assert not list(document.all("Table"))
    assert all(figure.alt for figure in document.all("Figure"))
    assert f"https://answers.example.org/a/{CODE}" in next(
        one.alt for one in document.all("Figure") if "QR" in one.alt
    )


@pytest.mark.parametrize("look", LOOKS)
def test_only_our_typeface_is_in_it_and_most_words_are_as_large_as_promised(look: str) -> None:
    pdf = pdf_of("core", LOOKS[look])
    sizes: dict[float, int] = {}
    for page in pdf.pages[2:]:
        for font in page.Resources.Font.values():
            assert "Source-Sans" in str(font.BaseFont) or "SourceSans" in str(font.BaseFont)
            assert "/FontFile3" in font.DescendantFonts[0].FontDescriptor
        size = 0.0
        for instruction in pikepdf.parse_content_stream(page):
            if str(instruction.operator) == "Tf":
                size = float(instruction.operands[1])
            elif str(instruction.operator) == "TJ":
                letters = sum(
                    len(bytes(one)) for one in instruction.operands[0] if isinstance(one, pikepdf.String)
                )
                sizes[size] = sizes.get(size, 0) + letters
    assert max(sizes, key=lambda one: sizes[one]) == pytest.approx(SIZES[look] / 0.75, abs=0.01)


def test_every_question_stands_whole_on_one_page_in_order_with_its_boxes() -> None:
    for look in ("standard", "large", "pictures"):
        choice = LOOKS[look]
        book = booklets.booklet(booklets.core(), choice)
        found = pages(booklets.printed("core", choice).data)
        at = 0
        for item in book.asked.items:
            whole = [place for place, text in enumerate(found) if f"{item.number} {item.words.words}" in text]
            assert len(whole) == 1
            assert whole[0] >= at
            at = whole[0]
            after = found[at].split(f"{item.number} {item.words.words}")[1]
            for box in item.boxes:
                assert f"{box.key} {box.words.words}" in after, (look, item.number, box.key)


def test_each_kind_of_question_has_its_own_words_and_room() -> None:
    text = " ".join(pages(booklets.printed("arrivals").data))
    for words in (
        "1 How long have you known Rose House? Why we ask: People who are new may see other things.",
        (
            "4 Do you choose what to buy? Only answer this question if you ticked ‘Never’ or ‘Sometimes’ in "
            "question 2 and you ticked ‘Some years’ in question 1."
        ),
        "5 What would help? Only answer this question if you ticked ‘No’ or ‘I am not sure’ in question 4.",
        "6 Who helps you? Tick every box that fits. If you tick ‘Nobody’, tick nothing else.",
        "7 How many days a week? Write a number in the box. days Or tick one of these:",
        "8 When did you come? Write the month and the year. Month Year Or tick one of these:",
        (
            "How is the food? 9 The taste Only answer this question if you ticked ‘Family’ in question 6 or "
            "you wrote 5 or more in question 7."
        ),
        "11 What matters most? Choose up to 2. Write 1 in the box beside what matters most",
        "The end Only answer this part if you answered question 11.",
        "13 Anything else? Write on the lines.",
        "First about Rose House.",
    ):
        assert words in text, words
    easy = " ".join(pages(booklets.printed("arrivals", Choice(Voice.PERSON, EASY)).data))
    assert "Only answer this part" not in easy  # in Easy Read the part is asked of everybody


def test_the_warning_comes_once_and_before_the_first_lines_to_write_on() -> None:
    for name, choice in (("core", PERSON), ("arrivals", Choice(Voice.PERSON, EASY))):
        text = " ".join(pages(booklets.printed(name, choice).data))
        words = booklets.booklet(booklets.core(), choice).words
        assert text.count(words.warning_heading + " ") == 1
        assert text.index(words.danger_heading) < text.index(words.remember)
        assert "999" in text


def test_the_cover_says_what_people_need_to_know_and_the_foot_what_the_typist_needs() -> None:
    found = pages(booklets.printed("core").data)
    cover = found[0]
    for words in (
        "Tell us about your support from Rose House",
        "Hazel Care asks you to take part.",
        "There are 18 questions. They take about 10 minutes.",
        "You do not have to do this.",
        "Somebody can help you.",
        "Please give it back by 12 December 2026.",
        f"https://answers.example.org/a/{CODE}",
        "ABCD 234E",
    ):
        assert words in cover
    for number, text in enumerate(found, start=1):
        assert f"{booklets.core().hash[:12]} · person · standard · en" in text
        assert f"{number} / {len(found)}" in text
        assert "Rose House · Spring" in text
    assert "They may know your handwriting" in found[1]
    assert "After that nobody can tell which answers are yours." in found[1]


def test_staff_are_not_asked_about_help_and_the_address_is_printed() -> None:
    choice = Choice(Voice.STAFF, STANDARD, address=address_lines("Hazel Care\\nFreepost 12"))
    data = booklet_pdf([booklets.booklet(booklets.core(), choice)]).data
    text = " ".join(pages(data))
    assert "Who helps you" not in text
    assert "Hazel Care Freepost 12" in text
    with pytest.raises(RefusalError, match="at most 6 lines"):
        address_lines("a\n" * 7)


@pytest.mark.parametrize(
    ("look", "there", "away"),
    [
        ("standard", ("Call 999", "Priya Shah", "01632 960001", "Hourglass"), ("Ade Cole", "Protect")),
        ("pictures", ("Call 999", "01632 960001", "0808 808 1111", "council"), ("Ade Cole",)),
        ("staff", ("01632 960001", "Ade Cole", "01632 960002", "Protect"), ("Hourglass",)),
    ],
)
def test_somebody_who_is_worried_finds_whom_to_call_at_the_end(
    look: str, there: tuple[str, ...], away: tuple[str, ...]
) -> None:
    last = pages(booklets.printed("core", LOOKS[look]).data)[-1]
    assert "Are you worried, or not safe?" in last
    assert [one for one in there if one not in last] == []
    assert [one for one in away if one in last] == []


def test_booklets_with_a_code_each_differ_in_their_covers_only() -> None:
    codes = ("2222222A", "3333333B", "4444444C")
    made = booklet_pdf([booklets.booklet(booklets.core(), PERSON, code, single=True) for code in codes])
    found = pages(made.data)
    one = made.pages // 3
    assert len(found) == made.pages == 3 * one
    for place, code in enumerate(codes):
        own = found[place * one : (place + 1) * one]
        assert f"{code[:4]} {code[4:]}" in own[0]
        assert "The code works once" in own[0]
        assert f"1 / {one}" in own[0]
        assert own[1:] == found[1:one]
    assert len(list(tree(Pdf.open(io.BytesIO(made.data))).all("H1"))) == 3
    assert booklet_pdf([booklets.booklet(booklets.core())]).data == booklets.printed("core").data


def test_a_language_without_a_typeface_is_refused_in_words() -> None:
    # Made-up signs of the private use area have no typeface on any machine.
    book = booklets.booklet(booklets.core())
    with pytest.raises(RefusalError, match="no typeface with all the letters of “en”"):
        booklet_pdf([replace(book, title="\ue123\ue124")])


def test_urdu_is_laid_out_from_right_to_left_in_its_own_words() -> None:
    book = booklets.booklet(booklets.urdu(), Choice(Voice.PERSON, EASY, "ur"))
    assert (book.direction, book.words_language) == ("rtl", "ur")
    assert book.asked.items[0].words.language == "ur"
    assert re.search("[\u0600-\u06ff]", book.asked.items[0].words.words)
    assert re.search("[\u0600-\u06ff]", book.title)


def test_a_welsh_booklet_is_in_welsh_from_its_cover_to_its_last_page() -> None:
    book = booklets.booklet(shipped_edition("core", ("en", "cy")), Choice(Voice.PERSON, EASY, "cy"))
    read = " ".join(pages(booklet_pdf([book]).data))
    assert "Rhowch ef yn ôl erbyn 12 Rhagfyr 2026" in read
    assert "Pwy sy’n eich helpu?" in read
    assert not re.search(r"\b(the|you|people|write|Page)\b", read)


def test_what_the_survey_does_not_offer_is_refused() -> None:
    for choice in (Choice(Voice.PARTNER, STANDARD), replace(PERSON, language="cy")):
        with pytest.raises(NotFoundError, match="This survey"):
            booklets.booklet(booklets.core(), choice)


def test_nothing_but_our_own_drawings_and_typeface_is_loaded() -> None:
    with pytest.raises(ValueError, match="may not load"):
        OnlyOurDrawings({}).fetch("file:///etc/passwd")
    with pytest.raises(ValueError, match="may not load"):
        OnlyOurDrawings({}).fetch("symbol:../../secret")
