"""``peercoach demo``: a notebook of invented people to look around in, gone at the end."""

import shutil
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peercoach import paths
from peercoach.cli.answering import say
from peercoach.cli.setting import Setting
from peercoach.errors import UsedWrongly
from peercoach.words import commands
from peercoach.words import demo as words

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library
    from peercoach.settings import Settings


@click.command("demo", help=commands.DEMO)
@click.option("--plain", is_flag=True, help=commands.PLAIN)
@click.pass_obj
def command(setting: Setting, plain: bool) -> int:
    """Make it, open it, and take it away; the notebook of ``--vault`` is never looked at."""
    from peercoach.demo.folder import thrown_away

    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if not plain:
        chosen = setting.settings().plain if setting.plain is None and terminal else setting.plain
        plain = bool(chosen)
    if not plain and not terminal:
        raise UsedWrongly(detail=words.NO_SCREEN)
    say(words.TOLD)
    sys.stdout.flush()
    with thrown_away() as folder:
        code = (_plain if plain else _full)(folder, _library(), _settings(setting, folder))
    if code == 0:
        say(words.GONE)
    return code


def _plain(folder: Path, library: "Library", settings: "Settings") -> int:
    from peercoach.demo.build import made
    from peercoach.journal.moment import now
    from peercoach.plain.launch import Place, run
    from peercoach.settings import save

    place = Place(folder / paths.VAULT_NAME, library, told=words.AT_DOOR)
    made(place.vault, library, now).lock()
    keep = partial(save, folder=folder)
    return run(place, settings, passphrase=words.PASSPHRASE, keep=keep)


def _full(folder: Path, library: "Library", settings: "Settings") -> int:
    from peercoach.demo.build import made
    from peercoach.journal.moment import now
    from peercoach.tui.launch import run

    vault = folder / paths.VAULT_NAME
    work = made(vault, library, now)
    try:
        return run(
            vault,
            lambda: library,
            settings,
            folder,
            opened=work,
            told=(words.TOLD,),
            at_door=words.AT_DOOR,
        )
    finally:
        work.lock()


def _library() -> "Library":
    """What ships and nothing else: it is what the year was written to."""
    from peercoach.frameworks.library import open_library

    return open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)


def _settings(setting: Setting, folder: Path) -> "Settings":
    """A copy of what the person chose, in the demo's folder: what is changed in it goes with it."""
    from peercoach import settings

    if not setting.portable:
        with suppress(OSError):
            shutil.copyfile(paths.config_folder() / settings.FILE, folder / settings.FILE)
    return settings.load(folder)
