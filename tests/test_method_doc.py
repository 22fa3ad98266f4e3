"""The page on the method: its examples print what it says, its sections are those that the code cites."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "method.md").read_text("utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_every_example_prints_what_the_page_says() -> None:
    # The blocks follow one another as on the page, so they share their names.
    examples = doctest.DocTestParser().get_doctest("\n".join(BLOCKS), {}, "method.md", "docs/method.md", 0)
    said: list[str] = []
    failed, tried = doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert tried > 75
    assert not failed, "".join(said)


def test_every_block_of_code_is_one_that_is_run() -> None:
    assert PAGE.count("```") == 2 * len(BLOCKS)
    assert all(">>> " in block for block in BLOCKS)


@pytest.mark.parametrize("number", [f"2.{number}" for number in range(1, 13)])
def test_every_section_the_comments_may_cite_is_there(number: str) -> None:
    assert re.search(rf"^## {re.escape(number)} ", PAGE, re.MULTILINE)


def test_every_section_cited_in_the_code_is_on_the_page() -> None:
    sections = set(re.findall(r"^##? (\d+(?:\.\d+)?)", PAGE, re.MULTILINE))
    cited = {
        number
        for path in sorted((ROOT / "scoring").rglob("*.py"))
        for number in re.findall(r"METHOD (\d+\.\d+)", path.read_text("utf-8"))
    }
    assert cited
    assert cited <= sections
