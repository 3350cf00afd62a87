"""How a note was: each of its versions, and keeping only one of them."""

from collections.abc import Iterable, Sequence

from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from peercoach.errors import PeercoachError
from peercoach.journal.written import Written
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.note_rows import besides, text_of
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.words import look_back as words
from peercoach.words import screens
from peercoach.words.when import clock

_YES = "yes"


class Versions(Room):
    """A list of moments, newest first, and the text of the one at the cursor."""

    room = "versions"

    class Answered(Message):
        """Only this version is to stay (by its place among all, the oldest first)."""

        def __init__(self, version: int) -> None:
            super().__init__()
            self.version = version

    def __init__(self, desk: Desk, versions: Sequence[Written]) -> None:
        super().__init__()
        self.head.tell(crumb=words.VERSIONS_TITLE)
        self.head.loud()
        self._desk = desk
        self._versions = list(versions)
        self.choices = Choices(self._rows(), id="moments")
        self.prose = Prose(self._parts(len(self._versions) - 1), id="version")

    def body(self) -> Iterable[Widget]:
        with Vertical(id="versions"):
            yield self.choices
            yield self.prose

    def on_mount(self) -> None:
        self.choices.focus()

    def _rows(self) -> list[Row]:
        rows = []
        for number, version in reversed(list(enumerate(self._versions))):
            at = (version.changed or version.when).local()
            day = screens.short_day(at.date(), self._desk.today)
            said = ""
            if number == len(self._versions) - 1:
                said = words.NOW
            elif number == 0:
                said = words.FIRST
            rows.append(Row(str(number), f"{day}, {clock(at)}", (said,)))
        return rows

    def _parts(self, number: int) -> list[Part]:
        one = self._versions[number]
        return [Part("", (*text_of(one).split("\n\n"), *besides(one)), own=True)]

    async def on_choices_moved(self, event: Choices.Moved) -> None:
        if self._versions:
            await self.prose.show(self._parts(int(event.row.id)))

    def on_choices_picked(self) -> None:
        self.prose.focus()

    def do_open(self) -> None:
        """Go into the text, to read on."""
        self.prose.focus()

    def do_keep_only(self) -> None:
        row = self.choices.row
        if row is None:
            return
        rows = [
            Row(_YES, words.KEEP_ONLY_YES, detail=words.KEEP_ONLY_ABOUT, space=1),
            Row("", words.KEEP_ALL, detail=words.KEEP_ABOUT, space=1),
        ]
        version = int(row.id)

        def took(answer: str) -> None:
            if answer == _YES:
                self.post_message(self.Answered(version))

        self.post_message(Go("ask", words.KEEP_ONLY, rows, took, over=True))

    async def on_versions_answered(self, answered: Answered) -> None:
        if not self._versions:
            return
        desk, id = self._desk, self._versions[0].id
        try:
            await desk.writer.do(desk.workspace.journal.keep_only, id, answered.version)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        self.say(" ".join((words.KEPT_ONLY, *desk.workspace.still_in_backups)))
        self.post_message(Asked("home"))

    def forget(self) -> None:
        self._versions = []
        self.choices.show(())
        self.prose.forget()
