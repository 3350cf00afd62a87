"""``peercoach search``: notes that hold all of some words."""

import click

from peercoach.cli import options
from peercoach.cli.answering import list_all
from peercoach.cli.asking import words_from
from peercoach.cli.setting import Setting
from peercoach.errors import NothingFound
from peercoach.words import commands as words


@click.command("search", help=words.SEARCH)
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@options.space
@options.as_json
@click.pass_obj
def command(setting: Setting, words: tuple[str, ...], as_json: bool) -> None:
    """Open the notebook, ask for the words if none were given, and look."""
    with setting.open() as work:
        found = work.journal.search(words_from(words))
        if not found:
            raise NothingFound
        list_all(found, as_json=as_json, text=True)
