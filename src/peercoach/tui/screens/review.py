"""A monthly review: what was written, to leaf through; and, once a year, what is not needed."""

from collections.abc import Sequence

from peercoach.errors import NoSuchNote, PeercoachError
from peercoach.guide.review import REVIEW
from peercoach.journal.written import Written
from peercoach.reviewing import Look
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.note_rows import about, first_line
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import hours as words
from peercoach.words import look_back, screens
from peercoach.words.when import MONTHS

_ON = "on"
_NOT_NOW = "not-now"


class ReviewLook(ListRoom):
    """What was written since the last review, the newest last, and above it the way on."""

    room = "within"

    def __init__(self, desk: Desk, found: Look, *, going_on: bool = True) -> None:
        day = screens.short_day(found.since, desk.today)
        hint = (words.SINCE if found.notes else words.SINCE_NOTHING).format(day=day)
        rows = [Row(_ON, words.REVIEW_ON, detail=words.REVIEW_ON_ABOUT, space=1)]
        super().__init__(
            words.REVIEW_TITLE, [*(rows if going_on else ()), *_notes(found.notes, desk)], hint=hint
        )

    def on_choices_picked(self, event: Choices.Picked) -> None:
        if event.row.id == _ON:
            self.post_message(Go("walk", REVIEW))
        else:
            self.post_message(Go("note", int(event.row.id), over=True))


class Clearing(ListRoom):
    """The oldest notes by their month: to look at, to keep, or to delete for thirty days."""

    room = "within"

    def __init__(self, desk: Desk, found: Sequence[Written]) -> None:
        super().__init__(words.CLEAR_TITLE, _by_month(found), hint=words.CLEAR_HINT)
        self._desk = desk
        self._found = list(found)
        self._at = 0
        self._answer = ""

    def on_choices_picked(self, event: Choices.Picked) -> None:
        if event.row.id == _NOT_NOW:
            self.post_message(Asked("home"))
            return
        self._at = int(event.row.id)
        rows = [
            Row("look", words.CLEAR_LOOK, space=1),
            Row("keep", look_back.KEEP_IT, detail=look_back.KEEP_ABOUT, space=1),
            Row("delete", look_back.DELETE_30, detail=look_back.DELETE_30_ABOUT, space=1),
        ]
        title, line = words.CLEAR_ONE, event.row.text
        self.post_message(Go("ask", title, rows, self._took, "look", line, over=True))

    def _took(self, answer: str) -> None:
        self._answer = answer

    async def on_screen_resume(self) -> None:
        """Do what was chosen above."""
        answer, self._answer = self._answer, ""
        if answer == "look":
            self.post_message(Go("note", self._at, over=True))
        elif answer == "keep":
            self.say(look_back.KEPT)
        elif answer == "delete":
            await self._delete(self._at)
        else:
            await self._refresh()

    async def _delete(self, id: int) -> None:
        journal = self._desk.workspace.journal
        try:
            await self._desk.writer.do(journal.delete, id)
        except NoSuchNote:
            pass
        except PeercoachError as refused:
            self.say(str(refused))
            return
        self.say(look_back.DELETED)
        await self._refresh()

    async def _refresh(self) -> None:
        """What was deleted, here or where it was looked at, is gone from the list."""
        find = self._desk.workspace.journal.find
        try:
            found = [await self._desk.writer.do(find, one.id) for one in self._found]
        except PeercoachError:
            return
        self._found = [one for one in found if one is not None]
        self.choices.show(_by_month(self._found), or_at=self.choices.cursor)

    def forget(self) -> None:
        self._found = []
        super().forget()


def _notes(notes: Sequence[Written], desk: Desk) -> list[Row]:
    days = [screens.short_day(one.when.local().date(), desk.today) for one in notes]
    return [
        Row(
            str(one.id),
            first_line(one),
            heading="" if at and days[at - 1] == days[at] else days[at],
            detail=about(one),
            space=int(not at or days[at - 1] != days[at]),
            one_line=True,
        )
        for at, one in enumerate(notes)
    ]


def _by_month(notes: Sequence[Written]) -> list[Row]:
    months = [one.when.local().date().replace(day=1) for one in notes]
    rows = [Row(_NOT_NOW, words.CLEAR_NOT_NOW, detail=words.CLEAR_NOT_NOW_ABOUT, space=1)]
    return rows + [
        Row(
            str(one.id),
            first_line(one),
            detail=about(one),
            group="" if at and months[at - 1] == months[at]
            else f"{MONTHS[months[at].month - 1]} {months[at].year}",
            space=int(not at or months[at - 1] != months[at]),
            one_line=True,
        )
        for at, one in enumerate(notes)
    ]  # fmt: skip
