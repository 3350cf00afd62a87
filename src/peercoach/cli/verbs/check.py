"""``peercoach check``: reads every byte and says what is whole; changes nothing."""

import sys

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.setting import Setting, say_aside
from peercoach.words import commands as words
from peercoach.words.check import sentence


@click.command("check", help=words.CHECK)
@click.option("--deep", is_flag=True, help=words.CHECK_DEEP)
@options.as_json
@click.pass_obj
def command(setting: Setting, deep: bool, as_json: bool) -> int:
    """Look at the shape of the files, and with a passphrase at what is in them."""
    from peercoach.vault.check import check

    passphrase = setting.passphrase() if deep else setting.given_passphrase()
    report = check(setting.vault, passphrase)
    if as_json:
        problems = [
            {"kind": one.kind, "where": one.where, "message": sentence(one.kind)}
            for one in report.problems
        ]
        say_json({"ok": report.ok, "problems": problems, "notes": report.notes})
    else:
        for one in report.problems:
            say(words.PROBLEM.format(where=one.where, message=sentence(one.kind)))
        if report.ok:
            known = report.notes is not None
            say(words.WHOLE_NOTES.format(notes=report.notes) if known else words.WHOLE)
        if passphrase is None and sys.stderr.isatty():
            say_aside(words.SHALLOW)
    return 0 if report.ok else 1
