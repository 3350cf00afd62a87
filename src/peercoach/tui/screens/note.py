"""One note, whole: read it, write on, see how it was, delete it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.widget import Widget

from peercoach.errors import PeercoachError
from peercoach.goals import telling
from peercoach.guide.wording import wording_note
from peercoach.journal import ids
from peercoach.journal.origin import stop_of
from peercoach.journal.records import Entry, Progress, Rating
from peercoach.journal.written import Written
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens.deleting import Deleting
from peercoach.tui.screens.left import shared_with
from peercoach.tui.screens.note_rows import besides, text_of
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.words import goals as goal_words
from peercoach.words import look_back as words
from peercoach.words import pictures, reflect, running, screens, share_rooms
from peercoach.words.when import clock

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library
    from peercoach.workspace import Workspace


class Note(Deleting):
    """One note with the question as it was then."""

    room = "note"

    def __init__(self, desk: Desk, note: Written, beside: Sequence[str] = ()) -> None:
        """``beside`` are sentences on what it belongs to, and what began with it."""
        super().__init__()
        self._desk = desk
        self._beside = tuple(beside)
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
        self.foot.also("make_goal")
        self.prose = Prose(self._parts(note), id="reader")

    def _parts(self, note: Written) -> list[Part]:
        found = parts(note, self._desk.today, self._desk.library)
        return [*found, *([Part("", self._beside)] if self._beside else [])]

    @property
    def note(self) -> Written | None:
        return self._note

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
                workspace = self._desk.workspace
                self._beside = await self._desk.writer.do(beside_note, workspace, note)
            except PeercoachError:
                return
            if self._note is not None:
                self._note = note
                self.foot.without(*(() if note.versions > 1 else ("versions",)))
                await self.prose.show(self._parts(note))

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

    def do_make_goal(self) -> None:
        """Make a goal that begins here."""
        note = self._note
        if note is not None and isinstance(note.record, Entry):
            id = note.id
            self.post_message(Go("write-goal", lambda goals: goals.make(id), over=True))
        else:
            self.say(goal_words.NOTHING_FOR_A_GOAL)

    def do_share_this(self) -> None:
        """Share this note, and nothing else."""
        note = self._note
        if note is not None and isinstance(note.record, Entry | Rating):
            self.post_message(Go("share", note.id, over=True))
        else:
            self.say(share_rooms.NO_NOTE)

    async def do_story(self) -> None:
        """All that was written to this question."""
        if self._note is None:
            return
        at = await self._desk.writer.do(self._desk.workspace.pictures.where, self._note.id)
        if at is None:
            self.say(pictures.NO_STORY)
        else:
            self.post_message(Go("story", *at, over=True))

    def forget(self) -> None:
        self._note = None
        self._beside = ()
        self.prose.forget()


def beside_note(workspace: "Workspace", note: Written) -> tuple[str, ...]:
    """What a note belongs to, and which goals began with it, a sentence each."""
    goals = workspace.goals
    owner = goals.owner(note)
    belongs = [telling.part_of(owner)] if owner is not None else []
    shared = shared_with(workspace, note.id)
    return (*belongs, *telling.began_here(goals.began_at(note.id)), *shared)


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
    paragraphs = (*text_of(note).split("\n\n"), *besides(note))
    wording = "" if isinstance(note.record, Progress) else wording_note(library, note.record)
    lines = [" · ".join(told), *([wording] if wording else [])]
    return [Part(asked, tuple(lines)), Part("", paragraphs, own=True)]
