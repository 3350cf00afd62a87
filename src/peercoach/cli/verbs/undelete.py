"""``peercoach undelete``: a deleted note put back."""

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.setting import Setting
from peercoach.words import commands as words


@click.command("undelete", help=words.UNDELETE)
@click.argument("id")
@options.as_json
@click.pass_obj
def command(setting: Setting, id: str, as_json: bool) -> None:
    """Put it back as it was."""
    from peercoach.journal import ids

    with setting.open() as work:
        written = work.journal.undelete(ids.from_text(id))
    answer = {"id": ids.to_text(written.id)}
    if as_json:
        say_json(answer)
    else:
        say(words.KEPT.format(**answer))
