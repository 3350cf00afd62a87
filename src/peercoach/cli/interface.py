"""No verb: the interface. Only here, and only the one that was asked for, is imported."""

import sys
from functools import partial

from peercoach import paths
from peercoach.cli.setting import Setting, say_aside
from peercoach.errors import UsedWrongly
from peercoach.words import commands as words


def start(setting: Setting) -> int:
    """Open the plain interface, or the full one; returns the exit code.

    Raises:
        UsedWrongly: the full one has no terminal to draw on.
        PeercoachError: the notebook can't be opened or made.
    """
    if setting.plain:
        return _plain(setting)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsedWrongly(detail=words.NO_SCREEN)
    return _full(setting)


def _plain(setting: Setting) -> int:
    from peercoach.plain.launch import Place, run
    from peercoach.settings import save

    shelves = setting.shelves()
    place = Place(setting.vault, shelves(), again=shelves, state=setting.state)
    settings, passphrase = setting.settings(), setting.given_passphrase()
    if setting.portable:
        return run(place, settings, passphrase=passphrase)
    keep = partial(save, folder=paths.config_folder())
    return run(place, settings, passphrase=passphrase, keep=keep)


def _full(setting: Setting) -> int:
    import msgspec

    from peercoach.tui.launch import run
    from peercoach.words import screens

    if setting.passphrase_file is not None:
        raise UsedWrongly(detail=words.FILE_WITH_SCREEN)
    settings = setting.settings()
    if setting.portable:
        # Said each time, since remembering it would leave a file on this computer.
        say_aside(screens.SCREEN_READER)
        settings = msgspec.structs.replace(settings, screen_reader_hint_shown=True)
    shelves, config = setting.shelves(), paths.config_folder()
    named = setting.vault != paths.default_vault(environ={})
    return run(setting.vault, shelves, settings, config, state=setting.state, named=named)
