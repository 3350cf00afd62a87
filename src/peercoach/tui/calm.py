"""An app that never shows what was typed when it fails, and offers nothing that leaks it."""

import asyncio
import functools
import gc
import signal
from collections.abc import Iterable
from functools import partial

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import App, SystemCommand
from textual.cache import FIFOCache, LRUCache
from textual.driver import Driver
from textual.screen import Screen
from textual.widgets import Input, TextArea

from peercoach.tui import looks
from peercoach.tui.lasting import lasting
from peercoach.words import screens as words

_ENDING = ("SIGTERM", "SIGHUP")


class CalmApp(App[None], inherit_bindings=False):
    """Textual's app without its crash screen, its screenshot and its own commands."""

    ENABLE_COMMAND_PALETTE = False

    # --- failing -------------------------------------------------------------------------------

    def _fatal_error(self) -> None:
        """Close with one calm sentence.

        Textual's own prints the local variables of every frame, and a passphrase or a note is
        among them (seen with 8.2.8, which is why that version is pinned).
        """
        self._exit_renderables.append(Text(words.CRASHED))
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """The same sentence: what an error says of itself may hold what was typed."""
        self._fatal_error()

    # --- typing before acting ------------------------------------------------------------------

    async def caught_up(self) -> None:
        """Wait until what was typed stands where it was typed.

        Letters wait in the queue of the editor while a priority key is acted upon at once: without
        this, someone who types fast and goes on would leave their last words behind.
        """
        if isinstance(self.focused, Input | TextArea):
            typed = asyncio.Event()
            if self.focused.call_later(typed.set):
                await typed.wait()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        looks.settle(self, event.widget)

    # --- starting ------------------------------------------------------------------------------

    def refresh_css(self, animate: bool = True) -> None:
        """Before the first screen the colours alone are taken: it reads the style sheet anyway.

        Textual 8.2.8 would read all of it twice there, a tenth of the time to the first paint.
        """
        if self._screen_stack:
            super().refresh_css(animate=animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    # --- nothing that writes down the screen ---------------------------------------------------

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None: the palette is fed from the registry of actions."""
        return ()

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Nothing: a screenshot would be a note in the open."""

    def forget_clipboard(self) -> None:
        """Drop what was copied or cut from memory."""
        self._clipboard = ""

    def forget_caches(self) -> None:
        """Empty every cache of the process, ours, Textual's and Rich's: they keep lines of text.

        A cache may be emptied at any time, so all that are alive are, whoever made them: a list of
        names would lack the next one.
        """
        for one in gc.get_objects():
            if isinstance(one, functools._lru_cache_wrapper):
                one.cache_clear()
            elif isinstance(one, LRUCache | FIFOCache):
                one.clear()

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c is for copying here."""
        self.notify(words.TO_LEAVE, markup=False)

    # --- being told to end ---------------------------------------------------------------------

    def get_driver_class(self) -> type[Driver]:
        """What draws, such that a closed terminal does not hold it."""
        return lasting(super().get_driver_class())

    def heed_signals(self) -> None:
        """End in order when the system asks for it, or the terminal is closed."""
        loop = asyncio.get_running_loop()
        for name in _ENDING:
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                loop.add_signal_handler(number, partial(self.call_later, self.end, 128 + number))
            except (NotImplementedError, RuntimeError, ValueError):
                # Windows has no such handlers; elsewhere only the main thread may set them.
                return

    def unheed_signals(self) -> None:
        """Leave the signals as they were."""
        loop = asyncio.get_running_loop()
        for name in _ENDING:
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    loop.remove_signal_handler(number)
                except (NotImplementedError, RuntimeError, ValueError):
                    return

    async def end(self, code: int) -> None:
        """Leave without asking anything."""
        self.exit(return_code=code)
