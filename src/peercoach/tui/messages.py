"""What screens say upwards. None of them holds a passphrase, or the text of a note in its name."""

from textual.message import Message

from peercoach.workspace import Workspace


class Asked(Message):
    """An action of the registry was asked for, by mouse or palette."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class Opened(Message):
    """The notebook is open; ``new`` when it was made just now."""

    def __init__(self, workspace: Workspace, *, new: bool) -> None:
        super().__init__()
        self.workspace = workspace
        self.new = new


class BeginAsked(Message):
    """Start reflecting on an element (``framework/element``) or a whole framework."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address


class ResumeAsked(Message):
    """Go on with a reflection."""

    def __init__(self, reflection: int) -> None:
        super().__init__()
        self.reflection = reflection


class RoomAsked(Message):
    """Go to another room: home, elements, notes."""

    def __init__(self, room: str) -> None:
        super().__init__()
        self.room = room


class NoteAsked(Message):
    """Show one note whole."""

    def __init__(self, note: int) -> None:
        super().__init__()
        self.note = note


class Left(Message):
    """A reflection is closed, or waits as it is: go home."""
