"""The proof of a translation as a tagged PDF: each sentence beside the English, for a translator to sign."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from mir.i18n import name_in
from mir.places import TEMPLATES
from mir.reports import tags
from mir.reports.letters import every_letter
from mir.reports.pdf import OnlyOurTypeface, pages_env
from surveys.exchange.bilingual import Row
from surveys.languages.tags import direction


@dataclass(frozen=True)
class Proof:
    """What is printed: whose sentences, in which language, with where each of them stands."""

    title: str
    language: str
    name: str
    """What the language is called in English."""
    direction: str
    status: str
    parts: tuple[tuple[str, tuple[Row, ...]], ...]
    """Rows that belong together under one heading."""


def proof_pdf(title: str, language: str, status: str, rows: Sequence[Row]) -> bytes:
    """The proof as PDF/UA-1, A4. Raises RefusalError where the machine lacks the letters of the language."""
    parts = tuple(
        (heading, tuple(found)) for heading, found in groupby(rows, lambda row: row.where.partition(",")[0])
    )
    proof = Proof(title, language, name_in(language, "en"), direction(language), status, parts)
    html = pages_env().get_template("report/proof.html").render(proof=proof)
    style, fonts = _style()
    with every_letter(language, "proof"):
        printed: bytes = (
            HTML(string=html, url_fetcher=OnlyOurTypeface())
            .render(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
            .write_pdf(
                finisher=tags.finish,
                pdf_variant="pdf/ua-1",
                pdf_identifier=hashlib.sha256(repr(proof).encode()).digest()[:16],
            )
        )
    return printed


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    text = (TEMPLATES / "report/proof.css").read_text("utf-8")
    return CSS(string=text, font_config=fonts, url_fetcher=OnlyOurTypeface()), fonts
