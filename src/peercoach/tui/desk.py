"""What a room works with while a notebook is open."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from peercoach.journal.moment import Clock
from peercoach.settings import Settings
from peercoach.supporting import Supporting
from peercoach.tui.writer import Writer

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library
    from peercoach.workspace import Workspace


@dataclass(frozen=True)
class Desk:
    """The open notebook, what can be asked, the writer's thread, the clock, the settings,
    and the support lines of one's own.

    Rooms get it when they are made. After a lock it holds no word: the notebook is closed.
    """

    workspace: "Workspace"
    library: "Library"
    writer: Writer
    clock: Clock
    settings: Settings
    supporting: Supporting = field(default_factory=lambda: Supporting(None))

    @property
    def today(self) -> date:
        """The day it is where one sits."""
        return self.clock().local().date()
