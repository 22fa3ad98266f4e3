"""The proof of a translation as a tagged PDF: each sentence beside the English, for a translator to sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from mir.i18n import name_in
from mir.reports.letters import every_letter
from mir.reports.typeset import laid_out, tagged
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
    with every_letter(language, "proof"):
        return tagged(laid_out("report/proof.html", {}, proof=proof), proof)
