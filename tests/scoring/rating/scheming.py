"""A small rating scheme as text, and its pieces changed one at a time."""

from pathlib import Path

SMALL = """\
scheme: small
version: 1
title: A small scheme
about: Two statements and two words.
source: Ours.
dated: Today.
notice: This is not a rating by the regulator.
levels:
  - {code: low, word: Low}
  - {code: high, word: High}
scale:
  least: 1
  most: 4
bands:
  - {level: low, over: 0, up_to: 50}
  - {level: high, over: 50, up_to: 100}
limits:
  - {level: high, score: 1, becomes: low}
conditions:
  - {code: late, words: It came late., at_best: low}
statement_count: 2
groups:
  - code: one
    name: One
    statements:
      - {code: a, name: First}
      - {code: b, name: Second}
"""

JUDGED = """\
scheme: judged
version: 1
title: A judged scheme
about: Two groups and three words.
source: Ours.
dated: Today.
notice: This is not a rating by the regulator.
levels:
  - {code: low, word: Low}
  - {code: middle, word: Middle}
  - {code: high, word: High}
conditions:
  - {code: late, words: It came late., group: one, at_best: low, uncertain: true}
rules:
  - {level: high, at_least: 1, of: [high], others: [middle], words: One is High and none is Low.}
  - {level: low, words: It is none of the better ones., uncertain: true}
statement_count: 2
groups:
  - code: one
    name: One
    statements:
      - {code: a, name: First}
  - code: two
    name: Two
    statements:
      - {code: b, name: Second}
"""


def written(folder: Path, text: str, name: str = "small") -> Path:
    """The text as a file in the folder."""
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def changed(text: str, before: str, after: str) -> str:
    """The text with one piece changed, which must be there once."""
    assert text.count(before) == 1
    return text.replace(before, after)
