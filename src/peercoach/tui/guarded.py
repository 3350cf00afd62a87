"""An app that closes the notebook when nobody is there: idle, asleep, stopped, or covered."""

import asyncio
import contextlib
import signal
from inspect import isawaitable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.timer import Timer

from peercoach.actions import ACTIONS
from peercoach.errors import PeercoachError
from peercoach.journal.moment import Clock, Moment
from peercoach.patience import COVER_SECONDS, Patience
from peercoach.tui.calm import CalmApp
from peercoach.tui.screens.cover import Cover
from peercoach.tui.screens.room import Room
from peercoach.words import company as words

_LOOK_EVERY = 1.0
_NOTICE_STANDS = 3600.0
"""Seconds: the notice goes by a touch, or with the lock."""
_TOUCHES = (events.Key, events.Paste, events.MouseEvent)


class GuardedApp(CalmApp):
    """Asks :meth:`locked_by_itself` of the app when the notebook must not stay open."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False)]

    def __init__(self, clock: Clock, minutes: int) -> None:
        super().__init__()
        self.clock = clock
        self.patience = Patience(minutes)
        self._noticed = False
        self._covered: Timer | None = None
        self._asked_twice = ""
        self._saved_at: Moment | None = None

    # --- actions -------------------------------------------------------------------------------

    async def action_act(self, id: str) -> None:
        """Do an action of the registry: the screen's way of doing it, or else the app's."""
        if self.covered and id != "quit" and not self.is_open:
            await self.do_cover()
            return
        if self.covered and id not in Cover.ALLOWED:
            return
        await self.caught_up()
        do = getattr(self.screen, f"do_{id}", None) or getattr(self, f"do_{id}", None)
        if id != self._asked_twice:
            self._asked_twice = ""
        if do is not None:
            doing = do()
            if isawaitable(doing):
                await doing

    # --- what the app has to say ---------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a notebook is open."""
        return False

    async def locked_by_itself(self, why: str) -> None:
        """Lock, whatever stands on the screen, and say why at the door; under a cover, below it."""

    # --- keeping before leaving ----------------------------------------------------------------

    async def _all_kept(self) -> PeercoachError | None:
        """Have what is typed made durable; what went wrong, if anything did."""
        whys = [await room.before_leaving() for room in self._rooms()]
        return next((why for why in whys if why is not None), None)

    async def _kept(self, way_out: str, otherwise: str) -> bool:
        """The same before a way out; if it fails, only asking again goes on without."""
        why = await self._all_kept()
        if why is None or self._asked_twice == way_out:
            return True
        self._asked_twice = way_out
        rooms = self._rooms()
        top = self.screen if isinstance(self.screen, Room) else rooms[-1]
        top.say(f"{why} {otherwise}")
        return False

    def _remember(self) -> None:
        moments = [room.saved_at for room in self._rooms()] + [self._saved_at]
        known = [moment for moment in moments if moment is not None]
        self._saved_at = max(known, key=lambda one: one.utc_ms, default=None)

    def _rooms(self) -> list[Room]:
        return [screen for screen in self.screen_stack if isinstance(screen, Room)]

    # --- nobody there --------------------------------------------------------------------------

    def watch_over(self) -> None:
        """Look every second whether someone is still there."""
        self.set_interval(_LOOK_EVERY, self._look)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, _TOUCHES):
            self.patience.touched()
            self._no_notice()
        await super().on_event(event)

    async def _look(self) -> None:
        idle_before = self.patience.idle
        state = self.patience.look()
        if not self.is_open:
            self._no_notice()
        elif state == "lock":
            self._no_notice()
            limit = 60.0 * self.patience.minutes
            told = words.LOCKED_IDLE.format(minutes=words.minutes(self.patience.minutes))
            await self.locked_by_itself(told if idle_before >= limit else words.LOCKED_SLEPT)
        elif state == "notice" and not self._noticed and not self.covered:
            self._noticed = True
            self.notify(words.IDLE, timeout=_NOTICE_STANDS, markup=False)

    def _no_notice(self) -> None:
        if self._noticed:
            self._noticed = False
            self.clear_notifications()

    # --- the cover -----------------------------------------------------------------------------

    async def do_cover(self) -> None:
        """Put a calendar over everything, or take it away."""
        if self.covered:
            await self.uncover()
            await self.pop_screen()
        elif self.is_open:
            self.clear_notifications()
            await self.cover()
            self._covered = self.set_timer(COVER_SECONDS, self._cover_ends)

    @property
    def covered(self) -> bool:
        """Whether the cover lies over everything."""
        return isinstance(self.screen, Cover)

    async def cover(self) -> None:
        """Lay it over everything."""
        key = next(action.key for action in ACTIONS if action.id == "cover")
        await self.push_screen(Cover(self.clock().local().date(), key))

    async def on_cover_touched(self) -> None:
        """Once it is locked below, any key goes to the door; before that none but its own."""
        if self.covered and not self.is_open:
            await self.do_cover()

    async def uncover(self) -> None:
        """The minute is no longer counted."""
        if self._covered is not None:
            self._covered.stop()
            self._covered = None

    async def _cover_ends(self) -> None:
        """Lock, and leave the calendar there: whoever is beside may still be."""
        await self.uncover()
        if self.is_open:
            await self.locked_by_itself("")

    # --- being stopped -------------------------------------------------------------------------

    def heed_signals(self) -> None:
        super().heed_signals()
        stop = getattr(signal, "SIGTSTP", None)
        if stop is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop = asyncio.get_running_loop()
                loop.add_signal_handler(stop, self.call_later, self._suspend)

    def unheed_signals(self) -> None:
        stop = getattr(signal, "SIGTSTP", None)
        if stop is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().remove_signal_handler(stop)
        super().unheed_signals()

    async def _suspend(self) -> None:
        """Lock first: a stopped program holds its keys in memory for as long as it is stopped."""
        if self.is_open:
            await self.locked_by_itself("")
        stop = getattr(self._driver, "_sigtstp_application", None)
        if stop is not None:
            stop()
