"""Starting the full interface. Textual is first imported here, after the environment is cleaned."""

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from peercoach.errors import PeercoachError
from peercoach.hardening import clean_environment
from peercoach.journal.moment import Clock, now
from peercoach.settings import Settings, save
from peercoach.supporting import Supporting
from peercoach.vault.standing import vault_exists
from peercoach.words import screens as words
from peercoach.words.running import named

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library
    from peercoach.tui.app import PeercoachApp
    from peercoach.workspace import Workspace


def run(
    vault: Path,
    library: "Callable[[], Library]",
    settings: Settings,
    config_folder: Path | None,
    *,
    clock: Clock = now,
    opened: "Workspace | None" = None,
    told: tuple[str, ...] = (),
    at_door: str = "",
    state: Path | None = None,
    named: bool = False,
    supporting: Supporting | None = None,
) -> int:
    """Run the full interface until one leaves it.

    ``library`` gives what can be asked. It is called for every room, and so has to be quick unless
    something changed; and it is not called before the door is drawn.

    ``opened`` is the notebook at this path, open already: no door is seen before a lock. ``told``
    is said in the first room then, and ``at_door`` at each door. ``state`` is the folder in which
    this computer remembers how far the notebook had come. ``named`` says that a person named this
    path: where nothing is there, the first screen says so. ``supporting`` has the support lines of
    one's own; without it there are none but for as long as this runs.

    Before it first draws, one ordinary line tells people with a screen reader where to go; that
    it was said is remembered in the settings. Without a ``config_folder`` nothing is remembered.

    Raises:
        NotAVault, NotPermitted: there is no notebook at this path, nor can one be made.

    Returns:
        The exit code: 0, 1 after an error of our own, 128 + n when ended by signal n.
    """
    vault_exists(vault)
    if config_folder is not None:
        settings = _tell_once(settings, config_folder)
    clean_environment()

    from peercoach.tui.app import PeercoachApp
    from peercoach.tui.doors import Doors

    def create(passphrase: str) -> "Workspace":
        from peercoach.workspace import Workspace

        return Workspace.create(vault, passphrase, library=library(), clock=clock, state=state)

    def open(passphrase: str) -> "Workspace":
        from peercoach.workspace import Workspace

        return Workspace.open(vault, passphrase, library=library(), clock=clock, state=state)

    def ready() -> None:
        library()
        import_module("peercoach.workspace")
        import_module("peercoach.tui.rooms")

    there = partial(_there, vault)
    path = str(vault) if named else ""
    doors = Doors(exists=there, create=create, open=open, ready=ready, told=at_door, named=path)
    keep = _hold if config_folder is None else partial(save, folder=config_folder)
    app = PeercoachApp(
        *(doors, library, settings, clock),
        keep=keep,
        opened=opened,
        told=told,
        supporting=supporting,
    )
    return _ran(app)


def _hold(_settings: Settings) -> None:
    """Settings hold as long as one is here, and nothing is written."""


def _ran(app: "PeercoachApp") -> int:
    app.run()
    if app.last_line:
        print(app.last_line)
    return app.return_code or 0


def _there(vault: Path) -> bool:
    """Whether to ask for a passphrase; where that can't be known, opening it says why."""
    try:
        return vault_exists(vault)
    except PeercoachError:
        return True


def _tell_once(settings: Settings, config_folder: Path) -> Settings:
    if settings.screen_reader_hint_shown:
        return settings
    print(named(words.SCREEN_READER), flush=True)
    told = msgspec.structs.replace(settings, screen_reader_hint_shown=True)
    try:
        save(told, config_folder)
    except PeercoachError as refused:
        # Then it is said again next time, which does no harm.
        print(refused, file=sys.stderr)
    return told
