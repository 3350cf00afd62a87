"""The full interface: which room one is in, and the way in and out of the notebook."""

from collections.abc import Awaitable, Callable
from datetime import date
from inspect import isawaitable
from typing import ClassVar

from textual.binding import Binding, BindingType

from peercoach.errors import PeercoachError
from peercoach.frameworks.library import Library
from peercoach.journal.moment import Clock, Moment
from peercoach.settings import Settings
from peercoach.tui import keys, messages, themes
from peercoach.tui.calm import CalmApp
from peercoach.tui.doors import Doors
from peercoach.tui.palette import palette
from peercoach.tui.screens.home import Elements, Home
from peercoach.tui.screens.notes import Note, Notes
from peercoach.tui.screens.reading import Keys, Support
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.screens.room import HEIGHTS, WIDTHS, Room
from peercoach.tui.screens.start import Start
from peercoach.tui.screens.unlock import Unlock
from peercoach.tui.screens.welcome import Welcome
from peercoach.tui.writer import Writer
from peercoach.words import screens as words
from peercoach.words import welcome
from peercoach.words.when import clock as time_of
from peercoach.workspace import Workspace

_ROOMS = 2
"""Screens there are while one room is open: Textual's empty one at the bottom, and the room."""


class PeercoachApp(CalmApp):
    """Holds the open notebook, the writer and the screens. Screens ask by messages.

    Every action of the registry is a method ``do_<id>``: the screen's own, or one of these.
    """

    TITLE = welcome.TITLE
    CSS_PATH = "look.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.everywhere(),
        Binding("ctrl+c", "help_quit", show=False),
    ]

    def __init__(self, doors: Doors, library: Library, settings: Settings, clock: Clock) -> None:
        super().__init__()
        self.register_theme(themes.LIGHT)
        self.register_theme(themes.DARK)
        self.theme = themes.NAMES.get(settings.theme, themes.LIGHT.name)
        self.animation_level = "none"
        self.last_line = ""
        self._doors = doors
        self._library = library
        self._settings = settings
        self._clock = clock
        self._writer = Writer()
        self._workspace: Workspace | None = None
        self._saved_at: Moment | None = None
        self._asked_twice = ""

    async def on_mount(self) -> None:
        self.heed_signals()
        await self.push_screen(self._door())

    def on_unmount(self) -> None:
        """The last of what was typed was sent when its screen was unmounted, before this."""
        self.unheed_signals()
        if self._workspace is not None:
            self._writer.send(self._workspace.lock)
        self._writer.close()

    # --- actions -------------------------------------------------------------------------------

    async def action_act(self, id: str) -> None:
        """Do an action of the registry: the screen's way of doing it, or else the app's."""
        await self.caught_up()
        do = getattr(self.screen, f"do_{id}", None) or getattr(self, f"do_{id}", None)
        if id != self._asked_twice:
            self._asked_twice = ""
        if do is not None:
            doing = do()
            if isawaitable(doing):
                await doing

    async def on_asked(self, asked: messages.Asked) -> None:
        if isinstance(self.screen, Keys):
            await self.pop_screen()
        await self.action_act(asked.action)

    def do_support(self) -> None:
        if not isinstance(self.screen, Support):
            self.push_screen(Support(self._settings.region))

    def do_keys(self) -> None:
        if isinstance(self.screen, Room) and not isinstance(self.screen, Keys):
            self.push_screen(Keys(self.screen.room))

    def do_palette(self) -> None:
        if isinstance(self.screen, Room):
            self.push_screen(palette())

    async def do_home(self) -> None:
        if len(self.screen_stack) > _ROOMS:
            await self.pop_screen()
        else:
            await self._go(self._home)

    async def do_choose(self) -> None:
        await self._go(self._elements)

    async def do_notes(self) -> None:
        await self._go(self._notes)

    # --- what screens ask for ------------------------------------------------------------------

    async def on_opened(self, opened: messages.Opened) -> None:
        self._workspace = opened.workspace
        if opened.new:
            await self._show(Start(self._library))
        else:
            await self._go(lambda one: self._home(one, *one.notices))

    async def on_begin_asked(self, asked: messages.BeginAsked) -> None:
        async def begin(workspace: Workspace) -> Room:
            conversation = await self._writer.do(workspace.begin, asked.address)
            return Reflect(conversation, self._library, self._writer, self._clock)

        await self._go(begin)

    async def on_resume_asked(self, asked: messages.ResumeAsked) -> None:
        async def resume(workspace: Workspace) -> Room:
            conversation = await self._writer.do(workspace.resume, asked.reflection)
            return Reflect(conversation, self._library, self._writer, self._clock)

        await self._go(resume)

    async def on_room_asked(self, asked: messages.RoomAsked) -> None:
        await self.action_act({"elements": "choose"}.get(asked.room, asked.room))

    async def on_note_asked(self, asked: messages.NoteAsked) -> None:
        if self._workspace is not None:
            try:
                note = await self._writer.do(self._workspace.journal.get, asked.note)
                await self.push_screen(Note(note, self._today))
            except PeercoachError as refused:
                self.notify(str(refused), markup=False)

    async def on_left(self) -> None:
        await self._go(self._home)

    # --- rooms ---------------------------------------------------------------------------------

    @property
    def _today(self) -> date:
        return self._clock().local().date()

    async def _home(self, workspace: Workspace, *notices: str) -> Room:
        unfinished = await self._writer.do(workspace.unfinished)
        elements = await self._writer.do(workspace.element_lines)
        return Home(unfinished, elements, self._library, self._today, notices=notices)

    async def _elements(self, workspace: Workspace) -> Room:
        elements = await self._writer.do(workspace.element_lines)
        return Elements(elements, self._library, self._today)

    async def _notes(self, workspace: Workspace) -> Room:
        return Notes(await self._writer.do(workspace.journal.entries), self._today)

    async def _go(self, to: Callable[[Workspace], Awaitable[Room]]) -> None:
        """Go to a room; if it can't be made ready, home, with a sentence that says why."""
        if self._workspace is None:
            return
        try:
            room = await to(self._workspace)
        except PeercoachError as refused:
            room = await self._home(self._workspace, str(refused))
        await self._show(room)

    async def _show(self, room: Room) -> None:
        """Put a room in the place of every screen there is."""
        self._remember()
        with self.batch_update():
            while len(self.screen_stack) > _ROOMS:
                await self.pop_screen()
            await self.switch_screen(room)

    # --- in and out ----------------------------------------------------------------------------

    def _door(self, told: str = "") -> Room:
        if self._doors.exists():
            return Unlock(self._doors.open, self._writer, told=told)
        return Welcome(self._doors.create, self._writer)

    async def do_lock(self) -> None:
        if self._workspace is not None and await self._kept("lock", words.NOT_SAVED_LOCK):
            await self._lock()
            await self._show(self._door(self.last_line))

    async def do_quit(self) -> None:
        if await self._kept("quit", words.NOT_SAVED_QUIT):
            await self.end(0)

    async def end(self, code: int) -> None:
        if code:
            await self.caught_up()
            await self._kept("end", "")
        if self._workspace is not None:
            await self._lock()
        self.exit(return_code=code)

    async def _kept(self, way_out: str, otherwise: str) -> bool:
        """Have what is typed made durable; if that fails, only asking again goes on without."""
        for room in self._rooms():
            why = await room.before_leaving()
            if why is not None and self._asked_twice != way_out:
                self._asked_twice = way_out
                top = self.screen if isinstance(self.screen, Room) else room
                top.say(f"{why} {otherwise}")
                return False
        return True

    async def _lock(self) -> None:
        """Take away every screen, then the keys. What is forgotten here is on the disk."""
        self._remember()
        if self._saved_at is not None:
            saved = time_of(self._saved_at.local())
            self.last_line = words.LOCKED_SAVED.format(time=saved)
        else:
            self.last_line = words.LOCKED
        for room in self._rooms():
            room.forget()
        self.forget_clipboard()
        self._saved_at = None
        workspace, self._workspace = self._workspace, None
        if workspace is not None:
            await self._writer.do(workspace.lock)

    def _remember(self) -> None:
        moments = [room.saved_at for room in self._rooms()] + [self._saved_at]
        known = [moment for moment in moments if moment is not None]
        self._saved_at = max(known, key=lambda one: one.utc_ms, default=None)

    def _rooms(self) -> list[Room]:
        return [screen for screen in self.screen_stack if isinstance(screen, Room)]
