"""One note, whole: read it, write on, see how it was, delete it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from peercoach.errors import PeercoachError
from peercoach.guide.wording import wording_note
from peercoach.journal import ids
from peercoach.journal.origin import stop_of
from peercoach.journal.records import Progress
from peercoach.journal.written import Written
from peercoach.memories import shortened
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.asking import Sure
from peercoach.tui.screens.note_rows import SHRED, first_line, shredding, text_of
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Row
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.words import look_back as words
from peercoach.words import pictures, reflect, running, screens
from peercoach.words.when import clock

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library

_FOR_30_DAYS = "delete"


class Note(Room):
    """One note with the question as it was then."""

    room = "note"

    class Answered(Message):
        """What to do with the note was chosen."""

        def __init__(self, answer: str) -> None:
            super().__init__()
            self.answer = answer

    def __init__(self, desk: Desk, note: Written) -> None:
        super().__init__()
        self._desk = desk
        self._note: Written | None = note
        self._away = False
        place = note.record.place if not isinstance(note.record, Progress) else None
        if place is not None and place.element_title:
            crumb = screens.CRUMB.format(
                framework=place.framework_title, element=place.element_title
            )
            self.head.tell(crumb=crumb)
        if note.versions < 2:
            self.foot.without("versions")
        self.prose = Prose(parts(note, desk.today, desk.library), id="reader")

    def body(self) -> Iterable[Widget]:
        yield self.prose

    def on_mount(self) -> None:
        self.prose.focus()

    def on_screen_suspend(self) -> None:
        self._away = True

    async def on_screen_resume(self) -> None:
        """Only one of its versions may be left."""
        if self._away and self._note is not None:
            self._away = False
            try:
                note = await self._do(self._desk.workspace.journal.get, self._note.id)
            except PeercoachError:
                return
            if self._note is not None:
                self._note = note
                self.foot.without(*(() if note.versions > 1 else ("versions",)))
                await self.prose.show(parts(note, self._desk.today, self._desk.library))

    async def _do(self, call: Callable[[int], Written], id: int) -> Written:
        return await self._desk.writer.do(call, id)

    # --- writing on, looking at versions -------------------------------------------------------

    async def do_edit(self) -> None:
        """Go back to where it was written; what was written on its own is edited elsewhere."""
        note = self._note
        if note is None:
            return
        at = await self._desk.writer.do(stop_of, self._desk.workspace.journal, note)
        if at is None:
            self.say(running.named(words.ON_ITS_OWN, id=ids.to_text(note.id)))
        else:
            # Over this one: where its framework is gone, one stays here with a sentence.
            self.post_message(Go("resume", *at, over=True))

    def do_versions(self) -> None:
        if self._note is None:
            return
        if self._note.versions < 2:
            self.say(words.ONE_VERSION)
        else:
            self.post_message(Go("versions", self._note.id, over=True))

    async def do_story(self) -> None:
        """All that was written to this question."""
        if self._note is None:
            return
        at = await self._desk.writer.do(self._desk.workspace.pictures.where, self._note.id)
        if at is None:
            self.say(pictures.NO_STORY)
        else:
            self.post_message(Go("story", *at, over=True))

    # --- deleting ------------------------------------------------------------------------------

    def do_delete(self) -> None:
        rows = [
            Row(_FOR_30_DAYS, words.DELETE_30, detail=words.DELETE_30_ABOUT, space=1),
            Row(SHRED, words.DELETE_NOW, detail=words.DELETE_NOW_ABOUT, space=1),
            Row("", words.KEEP_IT, detail=words.KEEP_ABOUT, space=1),
        ]
        if self._note is not None:
            line = shortened(first_line(self._note))
            sure = Sure(SHRED, words.SHRED, shredding())
            asked = (words.DELETE, rows, self._answer, "", line, sure)
            self.post_message(Go("ask", *asked, over=True))

    def _answer(self, answer: str) -> None:
        self.post_message(self.Answered(answer))

    async def on_note_answered(self, answered: Answered) -> None:
        if self._note is None or not answered.answer:
            return
        journal = self._desk.workspace.journal
        call, said = (
            (journal.delete, words.DELETED)
            if answered.answer == _FOR_30_DAYS
            else (journal.shred, words.GONE)
        )
        try:
            await self._desk.writer.do(call, self._note.id)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        for_good = answered.answer == SHRED
        self.say(" ".join((said, *(self._desk.workspace.still_in_backups if for_good else ()))))
        self.post_message(Asked("home"))

    def forget(self) -> None:
        self._note = None
        self.prose.forget()


def parts(note: Written, today: date, library: "Library") -> list[Part]:
    """A note as it is read: the question as it was then, what it is, when it was written, its text.

    Where the question is worded otherwise now, that is said.
    """
    asked = note.record.place.ask if not isinstance(note.record, Progress) else ""
    at = note.when.local()
    when = f"{screens.short_day(at.date(), today)}, {clock(at)}"
    told = [f"{reflect.KINDS_OF_ENTRY[note.record.kind]}, {when}"]
    if note.changed is not None:
        changed = note.changed.local()
        told.append(screens.CHANGED.format(day=screens.short_day(changed.date(), today)))
    if note.versions > 1:
        told.append(screens.VERSIONS.format(count=note.versions))
    paragraphs = tuple(text_of(note).split("\n\n"))
    wording = "" if isinstance(note.record, Progress) else wording_note(library, note.record)
    lines = [" · ".join(told), *([wording] if wording else [])]
    return [Part(asked, tuple(lines)), Part("", paragraphs, own=True)]
