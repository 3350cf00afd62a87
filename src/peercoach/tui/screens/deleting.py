"""Deleting what a room shows: for thirty days, or for good after a second question."""

from textual.message import Message

from peercoach.errors import PeercoachError
from peercoach.journal.written import Written
from peercoach.memories import shortened
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.asking import Sure
from peercoach.tui.screens.note_rows import SHRED, first_line, shredding
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Row
from peercoach.words import look_back as words

_FOR_30_DAYS = "delete"


class Deleting(Room):
    """A room of one note, whatever it is of."""

    _desk: Desk

    class Answered(Message):
        """What to do with the note was chosen."""

        def __init__(self, answer: str) -> None:
            super().__init__()
            self.answer = answer

    @property
    def note(self) -> Written | None:
        """What is shown; None once it is forgotten."""
        raise NotImplementedError

    def do_delete(self) -> None:
        rows = [
            Row(_FOR_30_DAYS, words.DELETE_30, detail=words.DELETE_30_ABOUT, space=1),
            Row(SHRED, words.DELETE_NOW, detail=words.DELETE_NOW_ABOUT, space=1),
            Row("", words.KEEP_IT, detail=words.KEEP_ABOUT, space=1),
        ]
        note = self.note
        if note is not None:
            line = shortened(first_line(note))
            sure = Sure(SHRED, words.SHRED, shredding())
            asked = (words.DELETE, rows, self._answer, "", line, sure)
            self.post_message(Go("ask", *asked, over=True))

    def _answer(self, answer: str) -> None:
        self.post_message(self.Answered(answer))

    async def on_deleting_answered(self, answered: Answered) -> None:
        if self.note is None or not answered.answer:
            return
        journal = self._desk.workspace.journal
        call, said = (
            (journal.delete, words.DELETED)
            if answered.answer == _FOR_30_DAYS
            else (journal.shred, words.GONE)
        )
        try:
            await self._desk.writer.do(call, self.note.id)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        for_good = answered.answer == SHRED
        self.say(" ".join((said, *(self._desk.workspace.still_in_backups if for_good else ()))))
        self.post_message(Asked("home"))
