"""The ways between rooms that the registry's actions name, whatever room one is in."""

from typing import TYPE_CHECKING

from peercoach.settings import Settings
from peercoach.supporting import Supporting
from peercoach.tui import messages
from peercoach.tui.guarded import GuardedApp
from peercoach.tui.palette import palette
from peercoach.tui.screens.company import Company, Together
from peercoach.tui.screens.reading import Keys, Support
from peercoach.tui.screens.room import Room
from peercoach.words import company
from peercoach.words import screens as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from peercoach.frameworks.library import Library

HOUR = "hour"
"""The room of a walk through a plan: what is gone to from there comes back there."""
ROOMS = 2
"""Screens there are while one room is open: Textual's empty one at the bottom, and the room."""


class Ways(GuardedApp):
    """Where an action leads from anywhere. What goes elsewhere saves what is typed first."""

    _settings: Settings
    _supporting: Supporting
    _library: "Callable[[], Library]"

    async def _go(self, to: str, *given: object, over: bool = False, **named: object) -> None:
        """Go to a room of an open notebook."""
        raise NotImplementedError

    async def _show(self, room: Room) -> None:
        """Put a room in the place of every screen there is."""
        raise NotImplementedError

    async def _lock(self) -> None:
        """Take away every screen, then the keys."""
        raise NotImplementedError

    def _door(self, told: str = "") -> Room:
        """Where the passphrase is asked for."""
        raise NotImplementedError

    @property
    def in_an_hour(self) -> bool:
        """Whether an hour is under way, here or below what stands over it."""
        return any(room.room == HOUR for room in self._rooms())

    # --- over what one is at -------------------------------------------------------------------

    async def on_asked(self, asked: messages.Asked) -> None:
        if isinstance(self.screen, Keys):
            await self.pop_screen()
        await self.action_act(asked.action)

    def do_support(self) -> None:
        if not isinstance(self.screen, Support):
            self.push_screen(Support(self._supporting.sections(self._settings.region)))

    def do_keys(self) -> None:
        if isinstance(self.screen, Room) and not isinstance(self.screen, Keys):
            self.push_screen(Keys(self.screen.room))

    def do_palette(self) -> None:
        if isinstance(self.screen, Room):
            self.push_screen(palette())

    async def do_settings(self) -> None:
        await self._go("settings", over=True)

    async def do_people(self) -> None:
        await self._go("people", over=True)

    async def do_plans(self) -> None:
        await self._go("plans", over=True)

    async def do_hours(self) -> None:
        await self._go("hours", over=True)

    async def do_review(self) -> None:
        await self._go("review", over=True)

    async def do_story(self) -> None:
        await self._go("stories", over=True)

    async def do_ratings(self) -> None:
        await self._go("ratings", over=True)

    async def do_map(self) -> None:
        await self._go("map", over=True)

    async def do_year(self) -> None:
        await self._go("year", over=True)

    async def do_spare_key(self) -> None:
        await self._go("spare", over=True)

    async def do_left(self) -> None:
        await self._go("what-left", over=True)

    # --- elsewhere -----------------------------------------------------------------------------

    async def do_home(self) -> None:
        if len(self.screen_stack) > ROOMS:
            await self.pop_screen()
        elif self.is_open:
            await self._go("home")
        else:
            await self._show(self._door())

    async def on_done(self, done: messages.Done) -> None:
        if self.screen is done.room and len(self.screen_stack) > ROOMS:
            await self.pop_screen()

    async def do_goals(self) -> None:
        await self._elsewhere("goals")

    async def do_choose(self) -> None:
        await self._elsewhere("elements")

    async def do_notes(self) -> None:
        await self._elsewhere("notes")

    async def do_share(self) -> None:
        await self._elsewhere("share")

    async def do_heal(self) -> None:
        await self._elsewhere("heal")

    async def _elsewhere(self, to: str) -> None:
        """Go there, once every room has saved what is typed in it; else stay, and say why.

        From an hour it is a look around: the hour waits below.
        """
        if self.in_an_hour:
            await self._go(to, over=True)
            return
        for room in self._rooms():
            if not await room.depart():
                while self.screen is not room:
                    await self.pop_screen()
                return
        await self._go(to)

    # --- someone beside ------------------------------------------------------------------------

    async def do_company(self) -> None:
        """Close what is one's own and show what two can look at, which is no note."""
        if self.is_open and await self._kept("company", words.NOT_SAVED_LOCK):
            await self._lock()
            await self._show(Company(self._library()))

    async def do_private(self) -> None:
        """One's own notes again, by the passphrase."""
        await self._show(self._door(company.ASK_AGAIN))

    async def on_company_together_asked(self, asked: Company.TogetherAsked) -> None:
        await self.push_screen(Together(self._library(), asked.address))
