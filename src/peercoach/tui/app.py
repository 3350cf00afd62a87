"""The full interface: which room one is in, and the way in and out of the notebook."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from peercoach.errors import PeercoachError
from peercoach.journal.moment import Clock
from peercoach.settings import Settings
from peercoach.supporting import Supporting
from peercoach.tui import keys, looks, messages
from peercoach.tui.desk import Desk
from peercoach.tui.doors import Doors
from peercoach.tui.screens.room import HEIGHTS, WIDTHS, Room
from peercoach.tui.ways import HOUR, ROOMS, Ways
from peercoach.tui.writer import Writer
from peercoach.words import screens as words
from peercoach.words import welcome
from peercoach.words.when import clock as time_of

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library
    from peercoach.workspace import Workspace


class PeercoachApp(Ways):
    """Holds the open notebook, the writer and the screens. Screens ask by messages.

    Every action of the registry is a method ``do_<id>``: the screen's own, or one of these.
    ``library`` gives what can be asked; it is first called when a room needs it.
    ``keep`` makes settings durable; ``opened`` is a notebook that is open already, and ``told``
    what is said at its first room. ``supporting`` has the support lines of one's own.
    """

    TITLE = welcome.TITLE
    CSS_PATH = "look.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [*keys.everywhere()]

    def __init__(
        self,
        doors: Doors,
        library: "Callable[[], Library]",
        settings: Settings,
        clock: Clock,
        *,
        keep: Callable[[Settings], None] = lambda settings: None,
        opened: "Workspace | None" = None,
        told: tuple[str, ...] = (),
        supporting: Supporting | None = None,
    ) -> None:
        super().__init__(clock, settings.lock_after)
        self.last_line = ""
        self._doors = doors
        self._settings: Settings = settings
        self._library: Callable[[], Library] = lambda: library().speaking(self._settings.languages)
        self._keep = keep
        self._supporting = supporting or Supporting(None)
        self._writer = Writer()
        self._workspace = opened
        self._told = told
        looks.apply(self, settings)

    async def on_mount(self) -> None:
        self.heed_signals()
        self.watch_over()
        if self._workspace is None:
            await self.push_screen(self._door())
            self.call_after_refresh(self._writer.send, self._doors.ready)
        else:
            await self._go("home", *self._told)

    def on_unmount(self) -> None:
        """The last of what was typed was sent when its screen was unmounted, before this."""
        self.unheed_signals()
        if self._workspace is not None:
            self._writer.send(self._workspace.lock)
        self._writer.close()

    # --- what screens ask for ------------------------------------------------------------------

    async def on_opened(self, opened: messages.Opened) -> None:
        self._workspace = opened.workspace
        self.patience.touched()
        if opened.company:
            await self.do_company()
        elif opened.new:
            await self._go("start")
        elif opened.by_spare_key:
            await self._go("passphrase", by_spare_key=True)
        else:
            await self._go("home", *opened.workspace.notices)

    async def on_unreadable(self, unreadable: messages.Unreadable) -> None:
        await self._lock()
        await self._show(self._door(unreadable.why))

    async def on_go(self, go: messages.Go) -> None:
        hour = self._hour
        above = hour is not None and self.screen is not hour
        if hour is not None and above:
            here = go.to == "home" or hour.stands_for(go.to, *go.given)
            if here or go.to == "clearing":
                await self._back_to_the_hour()
            if here:
                return
        await self._go(go.to, *go.given, over=go.over or above)

    async def on_chose(self, chose: messages.Chose) -> None:
        self._settings = chose.settings
        self.patience.minutes = chose.settings.lock_after
        looks.apply(self, chose.settings)
        for room in self._rooms():
            room.heed(chose.settings)
        try:
            await self._writer.do(self._keep, chose.settings)
        except PeercoachError as refused:
            self.notify(str(refused), markup=False)

    async def on_left(self, left: messages.Left) -> None:
        if self.in_an_hour and left.room is not self._hour:
            await self._back_to_the_hour()
            return
        await self._go("left", closed=left.closed)

    async def _back_to_the_hour(self) -> None:
        """Take away all that lies over it."""
        while self.screen is not self._hour:
            await self.pop_screen()

    @property
    def _hour(self) -> Room | None:
        """The hour that is under way, if one is."""
        return next((room for room in self._rooms() if room.room == HOUR), None)

    # --- rooms ---------------------------------------------------------------------------------

    async def _go(self, to: str, *given: object, over: bool = False, **named: object) -> None:
        """Go to a room; if it can't be made ready, stay or go home, with a sentence that says why.

        Its makers are imported here: before a notebook is open nobody needs them.
        """
        from peercoach.tui.rooms import MAKERS

        if self._workspace is None:
            return
        # As its files are now; a reflection that was begun keeps the wording it began with.
        library = self._workspace.library = self._library()
        desk = Desk(
            *(self._workspace, library, self._writer, self.clock, self._settings, self._supporting)
        )
        make: Callable[..., Awaitable[Room]] = MAKERS[to]
        try:
            room = await make(desk, *given, **named)
        except PeercoachError as refused:
            if over or to == "home":
                self.notify(str(refused), markup=False)
                return
            room = await MAKERS["home"](desk, str(refused))
        if over:
            await self.push_screen(room)
        else:
            await self._show(room)

    async def _show(self, room: Room) -> None:
        """Put a room in the place of every screen there is."""
        self._remember()
        await self.uncover()
        with self.batch_update():
            while len(self.screen_stack) > ROOMS:
                await self.pop_screen()
            if len(self.screen_stack) < ROOMS:
                await self.push_screen(room)
            else:
                await self.switch_screen(room)

    # --- in and out ----------------------------------------------------------------------------

    def _door(self, told: str = "") -> Room:
        return self._doors.room(self._writer, told)

    @property
    def is_open(self) -> bool:
        return self._workspace is not None

    async def do_lock(self) -> None:
        if self._workspace is not None and await self._kept("lock", words.NOT_SAVED_LOCK):
            await self._to_the_door("")

    async def locked_by_itself(self, why: str) -> None:
        with self.batch_update():
            covered = self.covered
            await self._to_the_door(why)
            if covered:
                await self.cover()

    async def _to_the_door(self, why: str) -> None:
        """Lock and go to the door; what could not be saved by then is said, and goes."""
        unsaved = await self._all_kept()
        await self._lock()
        told = (why, str(unsaved) if unsaved else "", self.last_line)
        await self._show(self._door(" ".join(part for part in told if part)))

    async def do_quit(self) -> None:
        if await self._kept("quit", words.NOT_SAVED_QUIT):
            await self.end(0)

    async def end(self, code: int) -> None:
        if code:
            await self.caught_up()
            await self._all_kept()
        if self._workspace is not None:
            await self._lock()
        self.exit(return_code=code)

    async def _lock(self) -> None:
        """Take away every screen, then the keys. What is forgotten here is on the disk."""
        self._remember()
        saved, self._saved_at = self._saved_at, None
        self.last_line = words.LOCKED
        if saved is not None:
            self.last_line = words.LOCKED_SAVED.format(time=time_of(saved.local()))
        for room in self._rooms():
            room.forget()
        self.forget_clipboard()
        workspace, self._workspace = self._workspace, None
        if workspace is not None:
            coming = await self._writer.do(lambda: workspace.last_line)
            self.last_line = " ".join(part for part in (self.last_line, coming) if part)
            await self._writer.do(workspace.lock)
        self.call_after_refresh(self.forget_caches)
