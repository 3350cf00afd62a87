"""``peercoach edit``: a note written again."""

import sys

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json, text_of
from peercoach.cli.asking import text_from
from peercoach.cli.setting import STDIN, Setting, say_aside
from peercoach.errors import NoSuchNote, UsedWrongly
from peercoach.journal.text import clean
from peercoach.words import commands as words
from peercoach.words.running import named


@click.command("edit", help=words.EDIT)
@click.argument("id")
@click.argument("source", required=False, metavar="[-]")
@options.as_json
@click.pass_obj
def command(setting: Setting, id: str, source: str | None, as_json: bool) -> None:
    """Find it, ask for the new words, and keep them beside the old."""
    from peercoach.journal import ids
    from peercoach.journal.records import Entry, Rating

    if source not in (None, STDIN):
        raise UsedWrongly(detail=words.EDIT_FROM)
    number = ids.from_text(id)
    with setting.open() as work:
        found = work.journal.get(number)
        if isinstance(found.record, Rating):
            raise UsedWrongly(detail=named(words.RATING_STAYS))
        if not isinstance(found.record, Entry):
            raise NoSuchNote(id=id)
        if source is None and sys.stdin.isatty():
            say_aside(clean(text_of(found)))
        text = text_from([STDIN] if source else [], words.ASK_EDIT)
        if not text.strip():
            raise UsedWrongly(detail=words.NOT_TAKEN)
        written = work.journal.edit(number, text)
    answer = {"id": ids.to_text(written.id)}
    if as_json:
        say_json(answer)
    else:
        say(words.KEPT.format(**answer))
