"""What screens say upwards. None of them holds a passphrase, or the text of a note in its name."""

from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen

from peercoach.settings import Settings

if TYPE_CHECKING:
    from peercoach.tui.screens.room import Room
    from peercoach.workspace import Workspace


class Asked(Message):
    """An action of the registry was asked for, by mouse or palette."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class Opened(Message):
    """The notebook is open; ``new`` when it was made just now.

    ``company``: someone sits beside, so what is one's own is to be closed again at once.
    ``by_spare_key``: the passphrase may be forgotten, so another one is offered.
    """

    def __init__(
        self,
        workspace: "Workspace",
        *,
        new: bool,
        company: bool = False,
        by_spare_key: bool = False,
    ) -> None:
        super().__init__()
        self.by_spare_key = by_spare_key
        self.workspace = workspace
        self.new = new
        self.company = company


class Unreadable(Message):
    """The notes could not be read after the notebook was opened: back to the door, saying why."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


class Go(Message):
    """Go to a room of :mod:`peercoach.tui.rooms`, made with what is ``given``.

    ``over``: on top of this one, which waits as it is; else in the place of all.
    """

    def __init__(self, to: str, *given: object, over: bool = False) -> None:
        super().__init__()
        self.to = to
        self.given = given
        self.over = over


class Done(Message):
    """All is done in this room: back to the one below, if it is still on top."""

    def __init__(self, room: Screen[None]) -> None:
        super().__init__()
        self.room = room


class Chose(Message):
    """A setting was changed: it holds from now on, and is kept."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings


class Left(Message):
    """A reflection waits as it is, or is closed for now: go home, or back to the hour below it.

    ``room`` is the one that is left.
    """

    def __init__(self, room: "Room", *, closed: bool = False) -> None:
        super().__init__()
        self.room = room
        self.closed = closed
