"""A share is written: where it is, what stays here, and how to ask for it back."""

from collections.abc import Iterable
from pathlib import Path

from textual.widget import Widget

from peercoach.outgoing.record import Left
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.words import share
from peercoach.words import share_rooms as words


class ShareWritten(Room):
    """To be read. The way back leads to where the share began."""

    room = "within"

    def __init__(self, path: Path, left: Left, *, sealed: bool, heal: bool) -> None:
        super().__init__()
        self.head.tell(crumb=words.WRITTEN)
        self.head.loud()
        self.foot.without("open")
        advice = words.SEALED_ADVICE if sealed else words.OPEN_ADVICE
        told = words.REMEMBERED_HEAL if heal else words.REMEMBERED_TOLD
        self.prose = Prose(
            [
                Part(words.WRITTEN_TO.format(path=path), (advice,)),
                Part(words.REMEMBERED, (told,)),
                Part(words.ASK_BACK, (left.ask_back, share.ASK_BACK_LIMIT)),
            ],
            id="reader",
        )

    def body(self) -> Iterable[Widget]:
        yield self.prose

    def on_mount(self) -> None:
        self.prose.focus()

    def do_open(self) -> None:
        """There is nothing to open: it is outside."""
