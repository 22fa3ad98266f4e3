"""Bring the catalogues up to date with the sentences of the pages: `make words`, `make words TONGUE=pl`."""

import argparse
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from mir.i18n import known, unreviewed
from mir.places import TRANSLATIONS
from surveys.framework import SOURCE_LANGUAGE
from tests.words.gather import gathered

HEADER = """\
# The sentences of the pages where people answer.
# DRAFT: for review by a fluent speaker; not yet reviewed.
# After the review write reviewed in place of draft below, and here by whom."""


def main() -> None:
    """Write every catalogue again, and say what is left to put over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", help="start a catalogue for this language too")
    wanted = parser.parse_args().language
    for language in sorted({*known(), *([wanted] if wanted else [])} - {SOURCE_LANGUAGE}):
        path = TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"
        catalogue = brought_up(path, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(catalogue, reviewed=not unreviewed(language)))
        left = [message for message in catalogue if message.id and (not message.string or message.fuzzy)]
        print(f"{path}: {len(catalogue)} sentences, {len(left)} to put over or to look at")  # noqa: T201
        for message in left:
            print(f"  {message.id}")  # noqa: T201


def brought_up(path: Path, language: str) -> Catalog:
    """The catalogue with today's sentences. A changed one keeps its old words, marked as unsure (fuzzy)."""
    catalogue = Catalog(locale=language, header_comment=HEADER, project="Making it Real", fuzzy=False)
    if path.exists():
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale=language)
    catalogue.update(
        gathered(), no_fuzzy_matching=False, update_header_comment=False, keep_user_comments=True
    )
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog, *, reviewed: bool) -> bytes:
    """The catalogue as its file: without dates, so that it changes only where the sentences do."""
    stream = BytesIO()
    write_po(stream, catalogue, width=100, omit_header=True, sort_output=False, include_previous=True)
    status = "reviewed" if reviewed else "draft"
    header = "\n".join(
        [
            catalogue.header_comment,
            'msgid ""',
            'msgstr ""',
            f'"Language: {catalogue.locale}\\n"',
            f'"X-Status: {status}\\n"',
            '"MIME-Version: 1.0\\n"',
            '"Content-Type: text/plain; charset=utf-8\\n"',
            '"Content-Transfer-Encoding: 8bit\\n"',
            f'"Plural-Forms: {catalogue.plural_forms}\\n"',
        ]
    )
    return f"{header}\n\n".encode() + stream.getvalue().lstrip()


if __name__ == "__main__":
    main()
