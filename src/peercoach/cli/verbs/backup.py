"""``peercoach backup``: an encrypted, dated copy, read back."""

from pathlib import Path

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_copy
from peercoach.cli.setting import Setting
from peercoach.words import commands as words
from peercoach.words import keeping


@click.command("backup", help=words.BACKUP)
@click.option(
    "--to", type=click.Path(path_type=Path, readable=False), metavar="DIR", help=words.BACKUP_TO
)
@options.as_json
@click.pass_obj
def command(setting: Setting, to: Path | None, as_json: bool) -> int:
    """Make it; 1 where the notebook is damaged, and so its copy too."""
    with setting.open() as work:
        made = work.back_up(None if to is None else to.expanduser())
    if as_json:
        say_copy(made.path, made.report)
    else:
        said = keeping.BACKED_UP if made.report.ok else keeping.BACKED_UP_DAMAGED
        say(said.format(path=made.path))
    return 0 if made.report.ok else 1
