"""``peercoach list``: notes and ratings, newest first."""

import click

from peercoach.cli import options
from peercoach.cli.answering import list_all
from peercoach.cli.selecting import Selection, selection
from peercoach.cli.setting import Setting
from peercoach.errors import NothingFound
from peercoach.words import commands as words


@click.command("list", help=words.LIST)
@selection
@options.space
@options.as_json
@click.pass_obj
def command(
    setting: Setting,
    since: str | None,
    until: str | None,
    element: str | None,
    kind: str | None,
    as_json: bool,
) -> None:
    """Find them and list them; nothing found is an answer of its own."""
    selected = Selection.of(since, until, element, kind)
    with setting.open() as work:
        found = selected.notes(work.journal)
        if not found:
            raise NothingFound
        list_all(found, as_json=as_json)
