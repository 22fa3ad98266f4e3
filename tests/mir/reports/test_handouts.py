"""Cards, letters and posters as PDFs: tagged, on the right number of pages, with an empty address window."""

import io
import logging
import re
from datetime import date
from functools import cache

import pikepdf
import pytest
from pypdf import PdfReader

from mir.providers.models import Kind
from mir.providers.queries import ServiceCard
from mir.reports.handouts import handout_pdf, pictures
from mir.reports.typeset import OnlyOurDrawings, Printed
from mir.rounds.models import RoundState
from mir.rounds.queries import RoundCard
from mir.running.handouts import Choice, Handout, What, handout
from surveys.framework import Presentation, Voice
from surveys.load import shipped_edition
from tests.mir.reports.tags import tree

LANGUAGES = ("en", "cy", "ur")
LONG = "The Very Long Name of a Supported Living Scheme Beside the Old Railway Station and the Canal"


def of(
    what: What, presentation: Presentation, language: str, number: int = 9, name: str = "Rose House"
) -> Handout:
    service = ServiceCard("s", name, Kind.CARE_HOME, "Hazel Care", "o", 24)
    card = RoundCard(
        "r" * 32, "Autumn", service, "h", date(2026, 11, 28), date(2026, 12, 18), RoundState.OPEN
    )
    codes = tuple(f"ABCD23{place:02}" for place in range(number))
    if what is What.POSTER:
        codes = codes[:1]
    edition = shipped_edition("core", LANGUAGES)
    choice = Choice(Voice.PERSON, presentation, language)
    return handout(card, edition, what, choice, ("https://answers.example.org", codes))


@cache
def printed(what: What, presentation: Presentation, language: str, name: str = "Rose House") -> Printed:
    return handout_pdf(of(what, presentation, language, name=name))


def words(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


PAGES = {What.CARDS: 2, What.LETTERS: 9, What.POSTER: 1}
"""Nine codes: eight cards on the first page and one on the second, a letter each, one poster."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("presentation", list(Presentation))
@pytest.mark.parametrize("what", list(What))
def test_it_takes_as_many_pages_as_it_should_and_is_tagged(
    what: What, presentation: Presentation, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "weasyprint"):
        made = printed(what, presentation, language)
    assert not caplog.records
    assert made.pages == PAGES[what]
    pdf = pikepdf.Pdf.open(io.BytesIO(made.data))
    assert str(pdf.Root.Lang) == language
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
    document = tree(pdf)
    assert list(document.all("H1"))
    assert all(figure.alt for figure in document.all("Figure"))
    pictures = [one for one in document.all("Figure") if "/a/ABCD23" in one.alt]
    assert len(pictures) == (1 if what is What.POSTER else 9)


def test_every_code_stands_there_once_with_its_own_picture() -> None:
    text = " ".join(words(printed(What.CARDS, Presentation.STANDARD, "en").data))
    assert sorted(re.findall(r"ABCD 23\d\d", text)) == [f"ABCD 23{place:02}" for place in range(9)]
    fetcher = OnlyOurDrawings(pictures(of(What.CARDS, Presentation.STANDARD, "en")))
    assert fetcher.fetch("qr:0").read() != fetcher.fetch("qr:1").read()
    for address in ("https://example.org/x.png", "file:///etc/passwd", "qr:9", "qr:x"):
        with pytest.raises(ValueError, match="may not load"):
            fetcher.fetch(address)


def test_a_long_name_still_fits_on_its_page() -> None:
    for what in What:
        for presentation in Presentation:
            assert printed(what, presentation, "en", LONG).pages == PAGES[what]


@pytest.mark.parametrize("name", ["Rose House", LONG])
@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("presentation", list(Presentation))
def test_nothing_stands_in_the_window_of_the_envelope(
    presentation: Presentation, language: str, name: str
) -> None:
    # 20 to 110 mm from the left and 45 to 80 mm from the top of A4, which is 297 mm high.
    places: list[tuple[float, float]] = []

    def look(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        across, up = (tm[4] * cm[0 + n] + tm[5] * cm[2 + n] + cm[4 + n] for n in (0, 1))
        if text.strip():
            places.append((across / 72 * 25.4, 297 - up / 72 * 25.4))

    page = PdfReader(io.BytesIO(printed(What.LETTERS, presentation, language, name).data)).pages[0]
    page.extract_text(visitor_text=look)
    assert len(places) > 8
    assert min(top for _, top in places) < 45  # the name of the service stands beside it
    assert [(left, top) for left, top in places if 20 <= left <= 110 and 45 <= top <= 80] == []


def test_the_same_gives_the_same_bytes() -> None:
    one, other = (handout_pdf(of(What.POSTER, Presentation.STANDARD, "en")).data for _ in range(2))
    assert one == other
