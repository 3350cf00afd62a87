"""``peercoach delete``: a note taken out, for thirty days or for good."""

import sys

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.asking import sure
from peercoach.cli.setting import Setting, say_aside
from peercoach.words import commands as words
from peercoach.words.running import named


@click.command("delete", help=words.DELETE)
@click.argument("id")
@click.option("--shred", is_flag=True, help=words.SHRED)
@click.option("--yes", is_flag=True, help=words.YES)
@options.as_json
@click.pass_obj
def command(setting: Setting, id: str, shred: bool, yes: bool, as_json: bool) -> None:
    """Find it, ask where there is no way back, and take it out."""
    from peercoach.journal import ids

    number = ids.from_text(id)
    with setting.open() as work:
        if shred:
            if not work.journal.is_removed(number):
                work.journal.get(number)
            if not (yes or sure(words.ASK_SHRED)):
                say(words.NOT_DELETED)
                sys.exit(1)
            work.journal.shred(number)
            for sentence in work.still_in_backups:
                say_aside(sentence)
        else:
            work.journal.delete(number)
    answer = {"id": ids.to_text(number)}
    if as_json:
        say_json(answer)
    else:
        said = words.DELETED_FOR_GOOD if shred else words.DELETED
        say(named(said, **answer))
