"""The printed scorecard: two pages, tagged, quiet, the same every time, and without a hidden number."""

import io
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Pdf
from pypdf import PdfReader

from mir.reports.board import BoardPaper
from mir.reports.scorecard import print_to, scorecard_pdf
from mir.reports.typeset import OnlyOurTypeface
from scoring.card.scorecard import Scorecard
from tests.mir.reports import cards, flanked, tags

ALONE = (cards.rich, cards.three, cards.small, cards.suppressed, cards.empty, cards.scattered, cards.hostile)
BESIDE = (flanked.rich, flanked.full, flanked.scattered, flanked.hostile)
ALL = (*ALONE, *BESIDE)
Make = Callable[[], Scorecard]


@dataclass(frozen=True)
class Printed:
    """A scorecard on paper."""

    pdf: bytes
    said: tuple[str, ...]
    """What WeasyPrint had to say."""


class Listener(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words."""
        self.said.append(record.getMessage())


@cache
def heard(make: Make) -> Printed:
    """The scorecard printed, once, with everything that was logged meanwhile."""
    listener, logger = Listener(), logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        return Printed(scorecard_pdf(BoardPaper(make())), tuple(listener.said))
    finally:
        logger.removeHandler(listener)


def printed(make: Make) -> bytes:
    return heard(make).pdf


def opened(make: Make) -> Pdf:
    return Pdf.open(io.BytesIO(printed(make)))


@pytest.mark.parametrize("make", ALL)
def test_a_scorecard_is_two_pages_of_a4(make: Make) -> None:
    pdf = opened(make)
    assert len(pdf.pages) == 2
    for page in pdf.pages:
        # 210 mm x 297 mm in points: 595.28 x 841.89
        assert [round(float(edge)) for edge in page.mediabox] == [0, 0, 595, 842]


def test_the_document_says_what_it_is() -> None:
    pdf = opened(cards.rich)
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Rose House: Spring 2026, scorecard"
    with pdf.open_outline() as outline:
        assert outline.root[0].title == "Rose House"
        assert "What is strong" in [each.title for each in outline.root[0].children]


@pytest.mark.parametrize("make", ALL)
def test_every_chart_has_words_and_every_header_says_which_way_it_points(make: Make) -> None:
    root = tags.tree(opened(make))
    figures, headers = list(root.all("Figure")), list(root.all("TH"))
    assert len(figures) == 7
    assert all(len(figure.alt) > 20 for figure in figures)
    scopes = [header.scope for header in headers]
    voices = len(make().voices)
    assert scopes == ["/Column"] * (voices + 1) + ["/Row"] * 8
    assert {cell.headers for cell in root.all("TD")} == {2}  # its theme and its group


def test_the_tree_reads_in_the_order_a_board_reads() -> None:
    root = tags.tree(opened(cards.rich))
    headings = [element.text for element in root.all("H1", "H2")]
    assert headings == [
        "Rose House",
        "Who answered, and how they see it overall",
        "What is strong",
        "What to work on together",
        "The themes, group by group",
        "All the numbers",
        "Where views differ",
        "What is not shown, and why",
        "How it was counted",
    ]
    assert [theme.text for theme in root.all("H3")] == [name for _, name, _ in cards.THEMES]


def test_the_table_can_be_read_cell_by_cell() -> None:
    (table,) = tags.tables(opened(cards.rich))
    assert table[0] == ["Theme", "People", "Families", "Staff", "Leaders"]
    assert table[1] == [
        "Wellbeing and independence",
        "82 (74 to 90) 34 answered",
        "about 75 (55 to 95) 5 to 9 answered",
        "85 (79 to 91) 30 to 39 answered 5 to 9 left it out",
        "Fewer than 5 leaders answered.",
    ]
    assert table[8][0] == "Overall"


def test_running_heads_are_not_read_aloud() -> None:
    pdf = opened(cards.rich)
    words = tags.tree(pdf).text
    assert words.count("Rose House") == 1
    assert "Page 1 of 2" not in words
    for page in pdf.pages:
        begun = [list(each.operands) for each in pikepdf.parse_content_stream(page, "BDC")]
        artifacts = [operands for operands in begun if tags.number_of(operands) is None]
        assert len(artifacts) >= 4  # two words above, two below
        assert all(str(operands[0]) == "/Artifact" for operands in artifacts)


def seen(make: Make, page: int, folder: Path) -> str:
    """The text of one page as another program finds it, the drawn words of charts among it."""
    file = folder / "card.pdf"
    file.write_bytes(printed(make))
    return PdfReader(file).pages[page - 1].extract_text()


def test_each_foot_says_the_page_the_edition_and_that_it_is_no_rating(tmp_path: Path) -> None:
    for page in (1, 2):
        words = seen(cards.rich, page, tmp_path)
        assert f"Page {page} of 2" in words
        assert "This is not a rating by the regulator · Edition 3f9a0c12ab47" in words


def test_a_number_that_is_withheld_is_nowhere(tmp_path: Path) -> None:
    # Nobody may see a number for leaders: in the tree, in alternatives, on the page.
    pdf = opened(cards.suppressed)
    (table,) = tags.tables(pdf)
    for row in table[1:]:
        assert not re.search(r"\d", " ".join(row[1:]).replace("Fewer than 5", ""))
    for figure in tags.tree(pdf).all("Figure"):
        assert not re.search(r"\d", figure.alt.replace("Fewer than 5", ""))
    drawn = seen(cards.suppressed, 1, tmp_path).casefold()
    may_be_told = (
        "score from 0 to 100",
        "fewer than 5",
        "52 were asked",
        "2 march 2026",
        "29 march 2026",
        "spring 2026",
    )
    for known in (*may_be_told, "3f9a0c12ab47", "page 1 of 2"):
        drawn = drawn.replace(known, "")
    assert re.findall(r"\d+", drawn) == ["0", "25", "50", "75", "100"]  # the scale


def test_what_is_held_back_is_listed_with_its_reason() -> None:
    words = tags.tree(opened(cards.rich)).text
    assert "Leaders: every score. Fewer than 5 leaders answered. To protect them we show nothing." in words
    assert "Families: the overall score. One theme has fewer than 5 answers." in words
    assert "There are too few answers to compare the themes" in tags.tree(opened(cards.suppressed)).text


def test_only_our_typeface_is_used_and_it_is_embedded() -> None:
    pdf = opened(cards.rich)
    fonts = {str(font.BaseFont): font for page in pdf.pages for font in page.Resources.Font.values()}
    assert len(fonts) == 3
    for name, font in fonts.items():
        assert "Source-Sans" in name
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_hostile_names_stay_words() -> None:
    words = tags.tree(opened(cards.hostile)).text
    assert "<script>alert(1)</script> & “Ümlaut”" in words
    assert "7*7" in words
    assert "<b>Care</b>" in words


@pytest.mark.parametrize("make", ALL)
def test_printing_is_quiet(make: Make) -> None:
    assert heard(make).said == ()


def test_the_same_scorecard_gives_the_same_bytes_and_another_gives_others() -> None:
    assert scorecard_pdf(BoardPaper(cards.small())) == printed(cards.small)
    assert printed(cards.small) != printed(cards.three)


@pytest.mark.parametrize(
    "url", ["https://example.org/a.otf", "file:///etc/passwd", "font:../x.otf", "data:,a"]
)
def test_a_report_loads_nothing_but_its_typeface(url: str) -> None:
    with pytest.raises(ValueError, match="may not load"):
        OnlyOurTypeface().fetch(url)


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "reports" / "card.pdf"
    print_to(BoardPaper(cards.small()), file)
    assert file.read_bytes() == printed(cards.small)

    def broken(_card: Scorecard) -> bytes:
        raise OSError("the disk is full")

    monkeypatch.setattr("mir.reports.scorecard.scorecard_pdf", broken)
    with pytest.raises(OSError, match="full"):
        print_to(BoardPaper(cards.rich()), tmp_path / "reports" / "other.pdf")
    assert [path.name for path in file.parent.iterdir()] == ["card.pdf"]
