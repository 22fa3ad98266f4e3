"""Run a file of golden vectors against the project: `python -m tests.golden FILE`."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.golden.check import failure


def main(arguments: Sequence[str]) -> int:
    """Print each failure, then a line "N passed, N failed". Returns 1 if any failed."""
    if len(arguments) != 1:
        sys.stderr.write("Say which file: python -m tests.golden FILE\n")
        return 2
    content = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    vectors = content["vectors"] if isinstance(content, dict) else content
    failed = 0
    for vector in vectors:
        words = failure(vector)
        if words:
            failed += 1
            sys.stdout.write(f"{vector.get('id', '?')}: {words}\n")
    sys.stdout.write(f"{len(vectors) - failed} passed, {failed} failed\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
