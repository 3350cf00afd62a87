"""The ways into a notebook, handed to the interface by whoever starts it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peercoach.tui.screens.room import Room
from peercoach.tui.screens.unlock import Unlock
from peercoach.tui.writer import Writer

if TYPE_CHECKING:
    from peercoach.workspace import Workspace


def _nothing() -> None:
    """All is at hand already."""


@dataclass(frozen=True)
class Doors:
    """The ways in: is there a notebook, make one with a passphrase, open it with one.

    ``ready`` brings near what the other two need, while the passphrase is typed: it is called once,
    off the interface's thread, when the door is drawn. ``told`` is said wherever the passphrase is
    asked for: what opens a demo is no secret. ``named`` is the path of the notebook where a person
    named one: the first screen says that none is there, since it may be a slip.
    """

    exists: Callable[[], bool]
    create: Callable[[str], "Workspace"]
    open: Callable[[str], "Workspace"]
    ready: Callable[[], object] = _nothing
    told: str = ""
    named: str = ""

    def room(self, writer: Writer, told: str = "") -> Room:
        """The door itself: a passphrase, or where there is no notebook yet, the first screen."""
        if self.exists():
            said = " ".join(part for part in (told, self.told) if part)
            return Unlock(self.open, writer, told=said)
        from peercoach.tui.screens.welcome import Welcome

        return Welcome(self.create, writer, named=self.named)
