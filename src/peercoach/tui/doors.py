"""The ways into a notebook, handed to the interface by whoever starts it."""

from collections.abc import Callable
from dataclasses import dataclass

from peercoach.workspace import Workspace


@dataclass(frozen=True)
class Doors:
    """The ways in: is there a notebook, make one with a passphrase, open it with one."""

    exists: Callable[[], bool]
    create: Callable[[str], Workspace]
    open: Callable[[str], Workspace]
