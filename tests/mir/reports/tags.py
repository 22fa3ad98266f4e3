"""Reads a tagged PDF as a screen reader does: the structure tree with the text of its marked content."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

Text = dict[tuple[int, int], str]
"""The text of each marked content: the page's object number, and the number on that page."""


@dataclass
class Element:
    """One element of the structure tree."""

    tag: str
    alt: str = ""
    """What a picture says."""
    scope: str = ""
    """Which way a header points."""
    headers: int = 0
    """How many headers a cell names."""
    own: str = ""
    kids: list["Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of this element and all below it, with single spaces."""
        return " ".join(" ".join([self.own, *(kid.text for kid in self.kids)]).split())

    def all(self, *tags: str) -> Iterator["Element"]:
        """Every element below with one of these tags, in reading order."""
        for kid in self.kids:
            if kid.tag in tags:
                yield kid
            yield from kid.all(*tags)


def tree(pdf: Pdf) -> Element:
    """The document element with everything below it."""
    texts: Text = {}
    for page in pdf.pages:
        texts |= {(page.obj.objgen[0], mcid): text for mcid, text in _marked(page).items()}
    return _element(pdf.Root.StructTreeRoot.K[0], texts, 0)


def tables(pdf: Pdf) -> list[list[list[str]]]:
    """The text of every table: tables, rows, cells."""
    return [
        [[cell.text for cell in row.all("TH", "TD")] for row in table.all("TR")]
        for table in tree(pdf).all("Table")
    ]


def _element(node: Object, texts: Text, page: int) -> Element:
    page = node.Pg.objgen[0] if "/Pg" in node else page
    found = Element(str(node.S)[1:], alt=str(node.get("/Alt", "")))
    attributes = node.get("/A")
    if isinstance(attributes, Dictionary):
        found.scope = str(attributes.get("/Scope", ""))
        found.headers = len(list(attributes.get("/Headers", [])))
    for kid in list(node.get("/K", [])):
        if not isinstance(kid, Dictionary):
            found.own += texts.get((page, int(kid)), "")
        elif kid.get("/Type") != Name.OBJR:
            found.kids.append(_element(kid, texts, page))
    return found


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each numbered marked content of a page."""
    fonts = {name: _unicode(font) for name, font in page.Resources.Font.items()}
    texts: dict[int, str] = {}
    open_: list[int | None] = []
    letters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = list(instruction.operands)
        match str(instruction.operator):
            case "BDC" | "BMC":
                open_.append(number_of(operands))
            case "EMC":
                open_.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj" | "TJ":
                for number in [each for each in open_ if each is not None][-1:]:
                    texts[number] = texts.get(number, "") + "".join(_spelt(operands[0], letters))
    return texts


def number_of(operands: Sequence[object]) -> int | None:
    """The number of the marked content that these operands begin, if it has one."""
    properties = operands[-1]
    if isinstance(properties, Dictionary) and "/MCID" in properties:
        return int(properties.MCID)
    return None


def _spelt(shown: Object, letters: dict[int, str]) -> Iterator[str]:
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            codes = bytes(part)
            for at in range(0, len(codes), 2):
                yield letters.get(int.from_bytes(codes[at : at + 2], "big"), "\N{REPLACEMENT CHARACTER}")


def _unicode(font: Object) -> dict[int, str]:
    """Code to letters, from the font's ToUnicode map."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", table.partition("beginbfchar")[2])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
