"""A page that a test opened: strict HTML, one heading that the title repeats, unique ids, labels."""

from collections.abc import Iterator
from html.parser import HTMLParser

import html5lib
from werkzeug.test import TestResponse

Attributes = dict[str, str | None]


class Page(HTMLParser):
    """Every element of a page, in order, and the words of its title and first heading."""

    def __init__(self, response: TestResponse) -> None:
        super().__init__()
        self.status = response.status_code
        self.text = response.get_data(as_text=True)
        self.elements: list[tuple[str, Attributes]] = []
        self.words = {"title": "", "h1": ""}
        self._inside = ""
        html5lib.HTMLParser(strict=True).parse(self.text)
        self.feed(self.text)
        self._check()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the element."""
        self.elements.append((tag, dict(attrs)))
        self._inside = tag if tag in self.words else self._inside

    def handle_endtag(self, tag: str) -> None:
        """Leave the title or the heading."""
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        """Collect the words of the title or the heading."""
        if self._inside:
            self.words[self._inside] += data

    def all(self, tag: str, **wanted: str) -> Iterator[Attributes]:
        """The attributes of every such element."""
        for name, attributes in self.elements:
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items()):
                yield attributes

    def value(self, name: str) -> str:
        """What a field of the page would send if nobody touched it."""
        return next((one.get("value") or "" for one in self.all("input", name=name)), "")

    def chosen(self, name: str = "answer") -> str | None:
        """The radio that is chosen."""
        return next((one["value"] for one in self.all("input", name=name) if "checked" in one), None)

    def answers(self) -> list[str]:
        """Every answer on offer, in order."""
        return [one["value"] or "" for one in self.all("input", name="answer")]

    def _check(self) -> None:
        ids = [attributes["id"] for _, attributes in self.elements if "id" in attributes]
        assert len(ids) == len(set(ids)), "an id is used twice"
        assert len(list(self.all("h1"))) == 1
        assert len(list(self.all("main"))) == 1
        assert self.words["h1"].strip() in self.words["title"]
        assert next(self.all("html"))["lang"]
        labelled = {one.get("for") for one in self.all("label")}
        for tag in ("input", "textarea", "select"):
            for one in self.all(tag):
                if one.get("type") not in {"hidden", "radio", "checkbox"}:
                    assert one.get("id") in labelled, f"{one} has no label"
        for one in self.all("a"):
            target = one.get("href") or ""
            assert not target.startswith("#") or target[1:] in ids, f"{target} leads nowhere"
