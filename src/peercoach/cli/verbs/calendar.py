"""``peercoach calendar``: protected time and days to look at a goal, as a calendar file."""

import sys
from pathlib import Path

import click

from peercoach.cli.answering import say
from peercoach.cli.asking import sure
from peercoach.cli.setting import Setting
from peercoach.errors import FileTaken
from peercoach.words import commands as words


@click.command("calendar", help=words.CALENDAR)
@click.option(
    "--to",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE.ics",
    help=words.CALENDAR_TO,
)
@click.option("--neutral", is_flag=True, help=words.CALENDAR_NEUTRAL)
@click.option("--yes", is_flag=True, help=words.CALENDAR_YES)
@click.pass_obj
def command(setting: Setting, to: Path | None, neutral: bool, yes: bool) -> None:
    """Write it where it was asked for; over something else only after a typed yes."""
    with setting.open() as work:
        if to is None:
            content = work.hours.calendar(neutral=neutral)
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
            return
        to = to.expanduser()
        try:
            work.hours.write_calendar(to, neutral=neutral, over=yes)
        except FileTaken:
            # Where nobody can be asked, what stands there stays.
            if not (to.is_file() and sys.stdin.isatty() and sure(words.ASK_OVER.format(path=to))):
                raise
            work.hours.write_calendar(to, neutral=neutral, over=True)
    say(words.CALENDAR_WRITTEN.format(path=to))
