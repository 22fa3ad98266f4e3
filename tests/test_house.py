"""The house's own rules: plain first lines, small files and functions, a true map, no orphan templates."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("mir", "scoring", "surveys", "tests")
LONGEST_FILE, LONGEST_FUNCTION = 250, 40


def modules() -> Iterator[Path]:
    """Every module of ours; a migration is a record of its day and is left as it was made."""
    for room in ROOMS:
        yield from sorted(path for path in (ROOT / room).rglob("*.py") if "versions" not in path.parts)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", list(modules()), ids=name)
def test_a_module_opens_with_one_plain_line_and_stays_small(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    first = (ast.get_docstring(tree) or "").partition("\n")[0]
    assert first.endswith((".", "?")), "say in one sentence what the module is for"
    assert len(text.splitlines()) <= LONGEST_FILE
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


def test_the_readme_map_is_the_modules_own_first_lines() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    drawn = dict(re.findall(r"^\| `([\w/]+/?)` \| (.+?) \|$", readme, re.MULTILINE))
    real = {
        f"{path.parent.relative_to(ROOT).as_posix()}/": (
            ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        )
        for path in modules()
        if path.name == "__init__.py" and "tests" not in path.parts
    }
    assert drawn == real


def test_every_template_is_used_and_every_template_named_exists() -> None:
    folder = ROOT / "templates"
    have = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    texts = [path.read_text("utf-8") for path in folder.rglob("*.html")]
    texts += [path.read_text("utf-8") for path in modules() if "tests" not in path.parts]
    name_of = re.compile(r"[\"']([\w/-]+\.(?:html|svg|css|txt))[\"']")
    named = {found for text in texts for found in name_of.findall(text)}
    asked = {found for found in named if "/" in found or found in have}
    styles = {found.replace(".html", ".css") for found in asked}  # a report's style lies beside its page
    assert have - asked - styles - by_folder(texts) == set(), "these templates are never used"
    assert {found for found in asked if found.endswith(".html")} - have == set(), (
        "these are named but missing"
    )


def by_folder(texts: list[str]) -> set[str]:
    """Templates that are chosen by a name made up at run time: `"components/symbols/" ~ slug ~ ".svg"`."""
    folders = {found for text in texts for found in re.findall(r"[\"']([\w/-]+/)[\"'] ~", text)}
    return {
        path.relative_to(ROOT / "templates").as_posix()
        for folder in folders
        for path in (ROOT / "templates" / folder).glob("*")
    }


def test_the_project_names_no_private_place() -> None:
    # A lock file or a page must not send anybody to a machine of ours or to a package registry's host.
    forbidden = re.compile(r"pypi\.org|pythonhosted|/work/|/root/|registry\.npmjs")
    plain = {"Makefile", "LICENSE", ".gitignore"}
    files = [
        path for path in ROOT.iterdir() if path.suffix in {".md", ".toml", ".lock"} or path.name in plain
    ]
    files += [path for room in (*ROOMS, "docs", "templates", ".ci") for path in (ROOT / room).rglob("*")]
    here = Path(__file__)
    found = [
        name(path)
        for path in files
        if path.is_file()
        and path != here
        and path.suffix in {".py", ".md", ".toml", ".lock", ".html", ".yaml", ".css", ""}
        and forbidden.search(path.read_text("utf-8", errors="ignore"))
    ]
    assert not found
