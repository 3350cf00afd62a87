"""``peercoach export``: everything, in the open, for its owner."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.asking import sure
from peercoach.cli.setting import Setting, say_aside
from peercoach.words import carry
from peercoach.words import commands as words

if TYPE_CHECKING:
    from peercoach.workspace import Workspace


@click.command("export", help=words.EXPORT)
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="DIR",
    help=words.EXPORT_TO,
)
@click.option("--with-heal", is_flag=True, help=words.EXPORT_HEAL)
@click.option("--versions", is_flag=True, help=words.EXPORT_VERSIONS)
@click.option("--yes", is_flag=True, help=words.YES)
@options.as_json
@click.pass_obj
def command(
    setting: Setting, folder: Path, with_heal: bool, versions: bool, yes: bool, as_json: bool
) -> None:
    """Say what it means, ask, ask for the passphrase once more, and write."""
    from peercoach.carrier import refuse_unfit

    # Said before the passphrase is asked for, not after.
    refuse_unfit(folder, setting.vault)
    with setting.open() as work:
        if not yes:
            say_aside(carry.OPEN_MEANS.format(path=folder))
            say_aside(carry.OPEN_HEAL if with_heal else carry.HEAL_STAYS)
            if deleted := len(work.journal.deleted()):
                say_aside(carry.OPEN_DELETED.format(count=deleted))
            if not sure(carry.ASK_EXPORT):
                say(carry.NOT_EXPORTED)
                sys.exit(1)
        _ask_again(work)
        notes = work.carrier.export_to(folder, with_heal=with_heal, versions=versions)
    if as_json:
        say_json({"notes": notes})
    else:
        say(carry.EXPORTED.format(path=folder, notes=notes), carry.EXPORTED_OPEN)


def _ask_again(work: "Workspace") -> None:
    """On a terminal, whoever sits there has to know the passphrase, wherever it came from before.

    Raises:
        WrongPassphrase: it is another one.
    """
    from peercoach.plain.terminal import has_terminal, hidden

    if has_terminal():
        work.refuse_wrong(hidden(carry.ASK_AGAIN))
