"""Look back: everything written, newest first, narrowed by element, by kind, by words."""

import asyncio
import sys
import time
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from peercoach.errors import PeercoachError
from peercoach.journal.written import Written
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens.narrowing import Listed, Narrowed, by_element, by_kind, name_of
from peercoach.tui.screens.note_rows import results, timeline
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, LongList
from peercoach.tui.widgets.pick import Pick
from peercoach.words import look_back as words

MOST = 2000
"""So many of what was found are shown: nobody goes through more."""
_LATER = 0.3
"""Seconds after which it is made ready for searching: the room stands by then."""
_TURN = 0.001
"""Seconds left to the other threads after every few notes."""
_LONGEST = 200
"""Characters that can be searched for."""


class SearchLine(Input):
    """The line one searches in; the down key leads to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "submit", show=False)]


class LookBack(Room):
    """A line to search in above the notes. Searching never holds up typing."""

    room = "notes"

    def __init__(self, desk: Desk, listed: Listed, narrowed: Narrowed) -> None:
        super().__init__()
        self.head.tell(crumb=words.TITLE)
        self.head.loud()
        self._desk = desk
        self._narrowed = narrowed
        self._listed = listed
        self._asked = 0
        self._away = False
        self._anew = False
        self._gone = False
        self.line = SearchLine(placeholder=words.SEARCH, max_length=_LONGEST, id="search")
        self.choices = Choices(listed.rows, classes="-fill")
        self._told = Static("", id="shown", classes="whisper", markup=False)
        self._all = Pick(words.SHOW_ALL, id="all")

    def body(self) -> Iterable[Widget]:
        yield self.line
        with Horizontal(id="narrowed"):
            yield self._told
            yield self._all
        yield self.choices

    def on_mount(self) -> None:
        self._tell()
        self.choices.focus()
        self.run_worker(self._warm(), exit_on_error=False, group="warm", description="warming")

    async def _warm(self) -> None:
        """Make ready for searching while nothing is searched yet, and let drawing go first."""

        def enough() -> bool:
            time.sleep(_TURN)
            return bool(self._asked) or self._gone

        await asyncio.sleep(_LATER)
        await asyncio.to_thread(self._desk.workspace.journal.warm, enough)

    # --- what is shown -------------------------------------------------------------------------

    def _tell(self, found: str = "") -> None:
        """Say what is shown, and offer the way back to everything."""
        notes = self._listed.notes
        what = name_of(self._narrowed.element, self._narrowed.kind, notes)
        if found and what:
            said = words.ONLY_FOUND.format(found=found, what=what)
        elif what:
            said = words.ONLY.format(what=what)
        else:
            said = found or (words.NEWEST_FIRST if notes else words.NOTHING_YET)
        if what and not found and not notes:
            said = f"{said}. {words.NOTHING_THERE}"
        self._told.update(said)
        self._all.display = bool(self._narrowed)

    def _show_all(self, at: str | None = None, or_at: int = 0) -> None:
        """Show the timeline."""
        self.choices.show(self._listed.rows, at=at, or_at=or_at)
        self._tell()

    async def _load(self) -> None:
        """Read the notes anew, with the cursor where it was."""
        desk = self._desk
        try:
            self._listed = await desk.writer.do(
                self._narrowed.listed, desk.workspace.journal, desk.today
            )
        except PeercoachError as refused:
            self.say(str(refused))
            return
        if self._gone:
            return
        here, at = self.choices.row, self.choices.cursor
        keep = (here.id if here else None, 0 if self._anew else at)
        self._anew = False
        if self.line.value.strip():
            self._search(self.line.value, keep)
        else:
            self._show_all(*keep)

    def on_screen_suspend(self) -> None:
        self._away = True

    async def on_screen_resume(self) -> None:
        """A note may have been deleted, or brought back, meanwhile."""
        if self._away and not self._gone:
            self._away = False
            await self._load()

    # --- searching -----------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        self._search(event.value)

    def _search(self, typed: str, keep: tuple[str | None, int] = (None, 0)) -> None:
        self._asked += 1
        if not typed.strip():
            self._show_all()
            return
        # What was typed is read there: what a worker is given can end up in a log.
        self.run_worker(
            self._look(self._asked, keep),
            exit_on_error=False,
            group="search",
            description="searching",
        )

    async def _look(self, number: int, keep: tuple[str | None, int]) -> None:
        """Look on a thread of its own; a later key ends it."""
        found = await asyncio.to_thread(self._find, self.line.value, number)
        if found is not None and number == self._asked and not self._gone:
            rows, count = found
            self.choices.show(rows, at=keep[0], or_at=keep[1])
            self._tell(words.found(len(rows), count))

    def _find(self, typed: str, number: int) -> tuple[LongList, int] | None:
        among = {*self._listed.rows.ids} if self._narrowed else None
        journal = self._desk.workspace.journal
        try:
            found = journal.search_as_typed(
                typed,
                most=MOST if among is None else sys.maxsize,
                stop=lambda: number != self._asked or self._gone,
            )
        except PeercoachError:
            return None
        if found is None:
            return None
        notes, count = found.notes, found.count
        if among is not None:
            notes = tuple(note for note in notes if note.id in among)
            notes, count = notes[:MOST], len(notes)
        return results(notes, typed, self._desk.today), count

    def on_input_submitted(self) -> None:
        self.choices.focus()

    def do_search(self) -> None:
        self.line.focus()

    # --- narrowing -----------------------------------------------------------------------------

    async def do_by_element(self) -> None:
        rows = by_element(await self._everything(), self._desk.today)
        self._ask(words.WHICH_ELEMENT, rows, self._of_element, self._narrowed.element)

    async def do_by_kind(self) -> None:
        rows = by_kind(await self._everything())
        self._ask(words.WHICH_KIND, rows, self._of_kind, self._narrowed.kind)

    async def _everything(self) -> Sequence[Written]:
        return await self._desk.writer.do(self._desk.workspace.journal.entries)

    def _ask(self, *question: object) -> None:
        self.post_message(Go("ask", *question, over=True))

    def _of_element(self, element: str) -> None:
        self._narrowed = Narrowed(element=element)
        self._anew = True

    def _of_kind(self, kind: str) -> None:
        self._narrowed = Narrowed(kind=kind)
        self._anew = True

    async def on_pick_picked(self) -> None:
        self._narrowed = Narrowed()
        self._anew = True
        self.choices.focus()
        await self._load()

    # --- going elsewhere -----------------------------------------------------------------------

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self.post_message(Go("note", int(event.row.id), over=True))

    def do_open(self) -> None:
        self.choices.action_pick()

    def do_words(self) -> None:
        self.post_message(Go("words", over=True))

    def do_story(self) -> None:
        """Of the element that is shown, or of one that is chosen next."""
        self.post_message(Go("stories", self._narrowed.element, over=True))

    def do_bin(self) -> None:
        self.post_message(Go("bin", over=True))

    def do_home(self) -> None:
        """Out of a search first, then home."""
        if self.line.value or self.line.has_focus:
            self.line.value = ""
            self.choices.focus()
        else:
            self.post_message(Go("home"))

    def on_unmount(self) -> None:
        self._gone = True

    def forget(self) -> None:
        self._gone = True
        self._listed = Listed((), timeline((), self._desk.today))
        self.line.clear()
        self.choices.show(())
