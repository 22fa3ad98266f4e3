"""What WeasyPrint leaves out for screen readers: which way a header points, and margins as artifacts."""

from collections.abc import Iterator
from typing import Any

import pydyf

Element = dict[str, Any]


def finish(_document: object, pdf: pydyf.PDF) -> None:
    """Complete the tags of a finished PDF. Meant as WeasyPrint's `finisher`."""
    elements = {each.reference: each for each in pdf.objects if _is_element(each)}
    for element in elements.values():
        if element["S"] == "/TH":
            group = elements[elements[element["P"]]["P"]]
            element["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
    _margins_are_artifacts(pdf, elements)


def _is_element(each: object) -> bool:
    return isinstance(each, pydyf.Dictionary) and each.get("Type") == "/StructElem"


def _margins_are_artifacts(pdf: pydyf.PDF, elements: Element) -> None:
    """Running heads and feet are marked as content but belong to no reading order: make them artifacts."""
    objects = {each.reference: each for each in pdf.objects}
    root = objects[objects[pdf.catalog["StructTreeRoot"]]["K"][0]]
    read = set(_content(root, elements))
    pages = [
        each for each in pdf.objects if isinstance(each, pydyf.Dictionary) and each.get("Type") == "/Page"
    ]
    numbers = objects[objects[pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
    for place, page in enumerate(pages):
        unread = _make_artifacts(
            objects[page["Contents"]].stream, {mcid for at, mcid in read if at == page.reference}
        )
        owners = numbers[2 * place + 1]
        owners[:] = ["null" if mcid in unread else owner for mcid, owner in enumerate(owners)]


def _content(element: Element, elements: Element) -> Iterator[tuple[bytes, int]]:
    """The marked content below an element: the page's reference, and the number on that page."""
    for kid in element["K"]:
        if isinstance(kid, int):
            yield element["Pg"], kid
        elif kid in elements:
            yield from _content(elements[kid], elements)


def _make_artifacts(stream: list[Any], read: set[int]) -> set[int]:
    """Turn the marked content of a page that nobody reads into artifacts; its numbers."""
    unread: set[int] = set()
    for place, operand in enumerate(stream):
        if isinstance(operand, pydyf.Dictionary) and "MCID" in operand and operand["MCID"] not in read:
            unread.add(operand["MCID"])
            stream[place - 1], stream[place] = "/Artifact", pydyf.Dictionary({"Type": "/Pagination"})
    return unread
