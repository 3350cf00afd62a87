"""``peercoach restore``: a notebook from a backup, where none is."""

from pathlib import Path

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_copy
from peercoach.cli.setting import Setting, say_aside
from peercoach.words import commands as words
from peercoach.words import keeping
from peercoach.words.check import sentence
from peercoach.words.running import named


@click.command("restore", help=words.RESTORE)
@click.argument("backup", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="VAULT",
    help=words.RESTORE_TO,
)
@options.as_json
@click.pass_obj
def command(setting: Setting, backup: Path, to: Path, as_json: bool) -> int:
    """Copy it, and say what is whole; 1 where not all of it is."""
    from peercoach.vault.folder import refuse_taken
    from peercoach.vault.restoring import restore
    from peercoach.vault.standing import refuse_no_vault

    backup, to = backup.expanduser(), to.expanduser()
    # Said before the passphrase is asked for, not after.
    refuse_no_vault(backup)
    refuse_taken(to)
    report = restore(backup, to, setting.passphrase())
    for one in report.problems:
        say_aside(words.PROBLEM.format(where=one.where, message=sentence(one.kind)))
    if as_json:
        say_copy(to, report)
    else:
        said = keeping.RESTORED if report.ok else keeping.RESTORED_DAMAGED
        say(said.format(path=to, notes=report.notes))
        # From here on the notebook that is meant is the one that was made.
        Setting.of(vault=to, portable=setting.portable, frameworks=setting.frameworks)
        say(named(keeping.TO_OPEN))
    return 0 if report.ok else 1
