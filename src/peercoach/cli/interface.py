"""No verb: the interface. Only here, and only the one that was asked for, is imported."""

import sys
from functools import partial
from typing import TYPE_CHECKING

from peercoach import paths
from peercoach.cli.setting import Setting, say_aside
from peercoach.errors import PeercoachError, UsedWrongly
from peercoach.words import commands as words
from peercoach.words.running import named

if TYPE_CHECKING:
    from peercoach.settings import Settings


def start(setting: Setting) -> int:
    """Open the plain interface, or the full one; returns the exit code.

    Which one is remembered where it was said on a terminal, but with ``--portable``.

    Raises:
        UsedWrongly: the full one has no terminal to draw on.
        PeercoachError: the notebook can't be opened or made.
    """
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if setting.plain is None and not terminal:
        # What was chosen at a screen says nothing of a pipe.
        raise UsedWrongly(detail=named(words.NO_SCREEN))
    settings = setting.settings()
    if setting.plain is None and settings.plain:
        say_aside(named(words.PLAIN_AS_CHOSEN))
        return _plain(setting, settings)
    if setting.plain:
        return _plain(setting, _remembered(setting, settings) if terminal else settings)
    if not terminal:
        raise UsedWrongly(detail=named(words.NO_SCREEN))
    return _full(setting, settings)


def _remembered(setting: Setting, settings: "Settings") -> "Settings":
    """The settings with what was said of the interface, kept for the next time."""
    if setting.portable or setting.plain in (None, settings.plain):
        return settings
    import msgspec

    from peercoach.settings import save

    chosen = msgspec.structs.replace(settings, plain=setting.plain)
    try:
        save(chosen, paths.config_folder())
    except PeercoachError as refused:
        # Then it has to be said again next time, which does no harm.
        say_aside(str(refused))
    return chosen


def _plain(setting: Setting, settings: "Settings") -> int:
    from peercoach.plain.launch import Place, run
    from peercoach.settings import save

    shelves = setting.shelves()
    place = Place(setting.vault, shelves(), again=shelves, state=setting.state)
    passphrase = setting.given_passphrase()
    own = setting.supporting()
    if setting.portable:
        return run(place, settings, passphrase=passphrase, supporting=own)
    keep = partial(save, folder=paths.config_folder())
    return run(place, settings, passphrase=passphrase, keep=keep, supporting=own)


def _full(setting: Setting, settings: "Settings") -> int:
    from peercoach.tui.launch import run
    from peercoach.words import screens

    if setting.passphrase_file is not None:
        raise UsedWrongly(detail=words.FILE_WITH_SCREEN)
    settings = _remembered(setting, settings)
    if setting.portable:
        # Said each time, since remembering it would leave a file on this computer.
        say_aside(named(screens.SCREEN_READER))
    config = None if setting.portable else paths.config_folder()
    elsewhere = setting.vault != paths.default_vault(environ={})
    return run(
        *(setting.vault, setting.shelves(), settings, config),
        state=setting.state,
        named=elsewhere,
        supporting=setting.supporting(),
    )
