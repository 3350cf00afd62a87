"""``peercoach spare-key``: a new one, shown once and asked back; and opening with it."""

import sys
from typing import TYPE_CHECKING

import click

from peercoach.cli.answering import say
from peercoach.cli.choosing import new_passphrase
from peercoach.cli.setting import Setting
from peercoach.errors import NoTerminal, SpareKeyMisread, WrongPassphrase, WrongSpareKey
from peercoach.words import commands as words
from peercoach.words import keeping
from peercoach.words import plain_rooms as here
from peercoach.words.running import named

if TYPE_CHECKING:
    from peercoach.rehearsal import Rehearsal


@click.group("spare-key", invoke_without_command=True, help=words.SPARE_KEY)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Say whether there is one."""
    if ctx.invoked_subcommand is None:
        with ctx.obj.open() as work:
            said = keeping.HAS_SPARE if work.has_spare_key else keeping.NO_SPARE
        say(named(said))


@command.command("new", help=words.SPARE_KEY_NEW)
@click.pass_obj
def new(setting: Setting) -> int:
    """Show it, take it from the screen again, ask two groups back, and only then keep it."""
    from peercoach.rehearsal import Rehearsal

    # Shown to a person's eyes: never into a pipe or a file.
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal(need=words.NEED_SEEN)
    with setting.open_asking() as (work, typed):
        say(here.SPARE_REPLACES if work.has_spare_key else here.SPARE_WHY)
        written = work.offer_spare_key(typed)
        rehearsal = Rehearsal(written)
        _show(rehearsal.groups)
        say(here.SPARE_CHECK, here.SPARE_STOP)
        if not all(_asked_back(rehearsal, place) for place in rehearsal.asked):
            say(here.SPARE_NONE_MADE)
            return 1
        work.keep_spare_key(written)
    say(here.SPARE_MADE, here.SPARE_USE)
    return 0


@command.command("use", help=words.SPARE_KEY_USE)
@click.pass_obj
def use(setting: Setting) -> None:
    """Open with it in the place of a passphrase that was forgotten, and choose another."""
    from peercoach.plain.terminal import hidden
    from peercoach.vault.recovery import is_one
    from peercoach.vault.standing import refuse_no_vault

    refuse_no_vault(setting.vault)
    typed = hidden(words.HIDDEN_SPARE)
    if not is_one(typed):
        raise SpareKeyMisread
    try:
        with setting.open(typed) as work:
            work.change_passphrase(typed, new_passphrase())
    except WrongPassphrase:
        raise WrongSpareKey from None
    say(keeping.CHANGED, named(keeping.CHANGED_COPIES))


def _show(groups: tuple[str, ...]) -> None:
    """The key, group by group, until it is on paper; then nothing of it stays on the screen."""
    from peercoach.plain.terminal import CLEAR

    say(here.SPARE_LOOK)
    for number, group in enumerate(groups, 1):
        # Letter by letter: a voice would make words of them.
        say(here.SPARE_GROUP.format(number=number, group=" ".join(group)))
    say(here.SPARE_WRITTEN)
    sys.stdout.flush()
    try:
        sys.stdin.readline()
    finally:
        sys.stdout.write(CLEAR)
        sys.stdout.flush()


def _asked_back(rehearsal: "Rehearsal", place: int) -> bool:
    """Ask for one group until it is right; False where the person stops."""
    say(here.SPARE_ASK.format(number=place))
    while True:
        sys.stdout.flush()
        typed = sys.stdin.readline().strip()
        if not typed:
            return False
        if rehearsal.right(place, typed):
            return True
        say(here.SPARE_NOT_RIGHT.format(number=place))
