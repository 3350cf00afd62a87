"""Two short lists beside the timeline: what was deleted, and one's own words."""

from collections.abc import Sequence
from datetime import date

from textual.message import Message
from textual.widgets import Static

from peercoach.errors import PeercoachError
from peercoach.journal.records import Entry
from peercoach.journal.store import Deleted
from peercoach.journal.written import Written
from peercoach.memories import shortened
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens.asking import Sure
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.note_rows import SHRED, about, first_line, shredding, text_of
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import look_back as words
from peercoach.words import screens

_RESTORE = "restore"
_SHRED = SHRED


class Bin(ListRoom):
    """What was deleted in the last days: bring it back, or delete it for good."""

    room = "bin"

    class Answered(Message):
        """What to do with a note was chosen."""

        def __init__(self, answer: str, id: int) -> None:
            super().__init__()
            self.answer = answer
            self.id = id

    def __init__(self, desk: Desk, deleted: Sequence[Deleted]) -> None:
        rows = _of_deleted(deleted, desk.today)
        super().__init__(
            words.BIN, rows, hint=words.BIN_HINT if rows else "", empty=words.BIN_EMPTY
        )
        self._desk = desk

    def on_choices_picked(self, event: Choices.Picked) -> None:
        rows = [
            Row(_RESTORE, words.BRING_BACK, detail=words.BRING_BACK_ABOUT, space=1),
            Row(_SHRED, words.DELETE_NOW, detail=words.DELETE_NOW_ABOUT, space=1),
            Row("", words.LEAVE_DELETED, detail=words.LEAVE_DELETED_ABOUT, space=1),
        ]
        self._ask(words.WHAT_NOW, rows, event.row, Sure(_SHRED, words.SHRED, shredding()))

    def do_restore(self) -> None:
        row = self.choices.row
        if row is not None:
            self.post_message(self.Answered(_RESTORE, int(row.id)))

    def do_shred(self) -> None:
        row = self.choices.row
        if row is not None:
            self._ask(words.SHRED, shredding(), row)

    def _ask(self, title: str, rows: Sequence[Row], of: Row, sure: Sure | None = None) -> None:
        def took(answer: str) -> None:
            self.post_message(self.Answered(answer, int(of.id)))

        self.post_message(Go("ask", title, rows, took, "", shortened(of.text), sure, over=True))

    async def on_bin_answered(self, answered: Answered) -> None:
        journal, writer = self._desk.workspace.journal, self._desk.writer
        if not answered.answer:
            return
        try:
            if answered.answer == _RESTORE:
                await writer.do(journal.undelete, answered.id)
            else:
                await writer.do(journal.shred, answered.id)
            rows = _of_deleted(await writer.do(journal.deleted), self._desk.today)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        gone = (words.GONE, *self._desk.workspace.still_in_backups)
        self.say(words.RESTORED if answered.answer == _RESTORE else " ".join(gone))
        self.choices.show(rows, or_at=self.choices.cursor)
        if not rows:
            self.query_one(".lead", Static).update(words.BIN_EMPTY)


class MyWords(ListRoom):
    """How one would say things at work, each whole, newest first."""

    room = "words"

    def __init__(self, desk: Desk, notes: Sequence[Written]) -> None:
        rows = _of_words(notes, desk.today)
        hint = words.MY_WORDS_HINT if rows else ""
        super().__init__(words.MY_WORDS, rows, hint=hint, empty=words.MY_WORDS_EMPTY)
        self._desk = desk
        self._away = False

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self.post_message(Go("note", int(event.row.id), over=True))

    def on_screen_suspend(self) -> None:
        self._away = True

    async def on_screen_resume(self) -> None:
        """One of them may have been deleted meanwhile."""
        if not self._away or not self.choices.rows:
            return
        self._away = False
        try:
            notes = await self._desk.writer.do(my_words, self._desk)
        except PeercoachError:
            return
        here, at = self.choices.row, self.choices.cursor
        if here is not None:
            self.choices.show(_of_words(notes, self._desk.today), at=here.id, or_at=at)
        if not notes:
            self.query_one(".lead", Static).update(words.MY_WORDS_EMPTY)


def my_words(desk: Desk) -> list[Written]:
    """My words, newest first."""
    return desk.workspace.journal.entries(kind="words")


def _of_deleted(deleted: Sequence[Deleted], today: date) -> list[Row]:
    return [
        Row(
            str(one.note.id),
            first_line(one.note),
            (words.days_left(one.days_left),),
            heading=screens.short_day(one.when.local().date(), today),
            detail=about(one.note),
            space=1,
            one_line=True,
        )
        for one in deleted
    ]


def _of_words(notes: Sequence[Written], today: date) -> list[Row]:
    rows = []
    for note in notes:
        day = screens.short_day(note.when.local().date(), today)
        element = note.record.place.element_title if isinstance(note.record, Entry) else ""
        rows.append(Row(str(note.id), text_of(note).strip(), heading=day, detail=element, space=1))
    return rows
