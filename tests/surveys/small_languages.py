"""A small framework, and any survey, in a made-up Welsh, for the tests of languages."""

from dataclasses import replace
from pathlib import Path

from surveys.framework import Framework
from surveys.languages.overlay import Overlay, Translation, blank
from surveys.languages.passages import Home, mark, passages
from surveys.load import load_framework

SMALL = Path(__file__).parent / "good" / "frameworks" / "small.yaml"
FRAMEWORK = load_framework(SMALL)
BY_KEY = {passage.key: passage for passage in passages(FRAMEWORK)}


def overlay(language: str = "cy", **texts: str) -> Overlay:
    """Every sentence of the small framework as “[cy] …”, but for those that are given (__ for a dot)."""
    words = {key: f"[{language}] {passage.words}" for key, passage in BY_KEY.items()}
    words |= {key.replace("__", "."): text for key, text in texts.items()}
    entries = {
        key: Translation(of=mark(BY_KEY[key].words)[:8] if key in BY_KEY else "0" * 8, text=text)
        for key, text in words.items()
    }
    return Overlay(language, "small", "draft", entries)


def overlay_of(home: Home, language: str = "cy") -> Overlay:
    """Every sentence that this language wants of a framework or survey, as “[cy] …”."""
    empty = blank(home, language)
    return replace(
        empty,
        texts={
            one.key: Translation(of=mark(one.words)[:8], text=f"[{language}] {one.words}")
            for one in passages(home)
            if empty.promises(one)
        },
    )


def without(given: Overlay, *keys: str) -> Overlay:
    return replace(given, texts={key: entry for key, entry in given.texts.items() if key not in keys})


def saved(tmp_path: Path, text: str, name: str = "small.cy.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def reworded(old: str, new: str) -> Framework:
    text = SMALL.read_text("utf-8")
    assert old in text
    return Framework.model_validate_json(FRAMEWORK.model_dump_json().replace(old, new))
