"""What is to be brought to the next conversation."""

from collections.abc import Sequence
from datetime import date

from textual.message import Message
from textual.widgets import Static

from peercoach.errors import PeercoachError
from peercoach.journal.bringing import Brought
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.note_rows import first_line, first_said
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import look_back as words
from peercoach.words import screens

_GO = "go"
_DONE = "done"


class Bringing(ListRoom):
    """Each question that was marked, with the first line of what was written to it."""

    room = "within"

    class Answered(Message):
        """What to do with one of them was chosen."""

        def __init__(self, answer: str, at: int) -> None:
            super().__init__()
            self.answer = answer
            self.at = at

    def __init__(self, desk: Desk, brought: Sequence[Brought]) -> None:
        hint = words.TO_BRING_HINT if brought else ""
        rows = _rows(brought, desk.today)
        super().__init__(words.TO_BRING, rows, hint=hint, empty=words.TO_BRING_EMPTY)
        self._desk = desk
        self._brought = list(brought)
        self._away = False

    def on_choices_picked(self, event: Choices.Picked) -> None:
        at = int(event.row.id)
        written = self._brought[at].note is not None
        go = (
            Row(_GO, words.BRING_READ, detail=words.BRING_READ_ABOUT, space=1)
            if written
            else Row(_GO, words.BRING_WRITE, detail=words.BRING_WRITE_ABOUT, space=1)
        )
        rows = [
            go,
            Row(_DONE, words.BRING_DONE, detail=words.BRING_DONE_ABOUT, space=1),
            Row("", words.LEAVE_IT, detail=words.KEEP_ABOUT, space=1),
        ]

        def took(answer: str) -> None:
            self.post_message(self.Answered(answer, at))

        # At the first answer, and not at the last: none of them loses anything.
        asked = self._brought[at].ask
        self.post_message(Go("ask", words.WHAT_NOW, rows, took, _GO, asked, over=True))

    async def on_bringing_answered(self, answered: Answered) -> None:
        if not answered.answer or answered.at >= len(self._brought):
            return
        one = self._brought[answered.at]
        if answered.answer == _DONE:
            await self._done(one)
        elif one.note is not None:
            self.post_message(Go("note", one.note.id, over=True))
        else:
            self.post_message(Go("resume", one.reflection, one.key, over=True))

    async def _done(self, one: Brought) -> None:
        journal = self._desk.workspace.journal
        try:
            await self._desk.writer.do(journal.bring_done, one.reflection, one.key)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        self.say(words.BROUGHT)
        await self._refresh()

    def on_screen_suspend(self) -> None:
        self._away = True

    async def on_screen_resume(self) -> None:
        """A note of it may have been deleted, or changed, meanwhile."""
        if self._away and self._brought:
            self._away = False
            await self._refresh()

    async def _refresh(self) -> None:
        try:
            found = await self._desk.writer.do(self._desk.workspace.journal.brought)
        except PeercoachError:
            return
        if self._brought:
            self._brought = found
            rows = _rows(found, self._desk.today)
            self.choices.show(rows, or_at=self.choices.cursor)
            if not found:
                self.query_one(".lead", Static).update(words.TO_BRING_EMPTY)

    def forget(self) -> None:
        self._brought = []
        super().forget()


def _rows(brought: Sequence[Brought], today: date) -> list[Row]:
    return [
        Row(
            str(at),
            one.ask,
            (screens.short_day(one.when.local().date(), today),),
            detail=_said(one),
            space=1,
        )
        for at, one in enumerate(brought)
    ]


def _said(one: Brought) -> str:
    if one.note is None:
        return one.title
    return first_said(one.text) or first_line(one.note)
