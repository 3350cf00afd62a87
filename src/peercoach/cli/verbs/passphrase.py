"""``peercoach passphrase``: another one, and every key another if the old one may be known."""

import click

from peercoach.cli.answering import say
from peercoach.cli.choosing import new_passphrase
from peercoach.cli.setting import Setting, say_aside
from peercoach.words import commands as words
from peercoach.words import keeping, notices
from peercoach.words.running import named


@click.command("passphrase", help=words.PASSPHRASE)
@click.option("--may-be-known", is_flag=True, help=words.MAY_BE_KNOWN)
@click.pass_obj
def command(setting: Setting, may_be_known: bool) -> None:
    """Ask for the one of now, then for the new one, twice."""
    with setting.open_asking() as (work, current):
        had_spare = work.has_spare_key
        done = work.change_passphrase(current, new_passphrase(), may_be_known=may_be_known)
    say(keeping.CHANGED)
    if not may_be_known:
        say(named(keeping.CHANGED_COPIES))
        return
    if done:
        say(keeping.CHANGED_KNOWN, keeping.CHANGED_BACKUPS)
    else:
        say_aside(notices.sentence("keys-change-unfinished", {}))
    say(keeping.CHANGED_ELSEWHERE)
    if had_spare:
        say(named(keeping.CHANGED_SPARE))
