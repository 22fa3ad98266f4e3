"""Where people of each voice start in a round, and where an interviewer asks them."""

import click

from mir.commands.layout import table
from mir.db import Store
from mir.rounds.cards import VOICE_WORDS, interview_link, link
from mir.rounds.codes import spaced
from mir.rounds.queries import code_lists


def show(store: Store, round_id: str, url: str) -> None:
    """Print the shared code and address of each voice, then the addresses for interviewers."""
    lists = code_lists(store, round_id)
    rows = [(VOICE_WORDS[codes.voice], spaced(codes.shared), link(url, codes.shared)) for codes in lists]
    click.echo(f"Everybody of one voice can start with the same code:\n\n{table(rows)}")
    asked = [(VOICE_WORDS[codes.voice], interview_link(url, codes)) for codes in lists]
    asked = [row for row in asked if row[1]]
    if asked:
        click.echo("\nFor an interviewer who does not work for the service, by telephone or face to face:\n")
        click.echo(table(asked))
