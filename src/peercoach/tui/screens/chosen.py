"""Choosing a passphrase: typed once, weighed, looked at or suggested, asked about before use."""

import asyncio
from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from peercoach.strength import Strength, passphrase_strength, suggest_passphrase
from peercoach.tui.widgets.notice import Notice
from peercoach.tui.widgets.pick import Pick
from peercoach.words import welcome as words

_QUIET = 0.2
"""Seconds without a key before a passphrase is weighed."""


class Chosen(Vertical):
    """A passphrase that is being chosen, with what is beside it: ``ways``, then show and suggest.

    It is typed once and can be looked at, instead of typed twice. One that was never seen, that
    could be guessed, or that was suggested a moment ago is used only after a second enter.
    """

    def __init__(self, *ways: Pick) -> None:
        super().__init__(id="chosen")
        self._passphrase = Input(password=True, id="passphrase")
        self._strength = Static("", id="strength", markup=False)
        self._ways = ways
        self._show = Pick(words.SHOW, id="show")
        self._suggest = Pick(words.SUGGEST, id="suggest")
        self._notice = Notice(instead_of=self._strength)
        self._seen = False
        self._suggested = ""
        self._asked: set[str] = set()

    def compose(self) -> ComposeResult:
        yield self._passphrase
        yield Static(words.IF_FORGOTTEN, id="forgotten", classes="whisper", markup=False)
        yield self._strength
        yield self._notice
        with Horizontal(classes="row"):
            yield from self._picks()

    def _picks(self) -> Iterable[Widget]:
        return (*self._ways, self._show, self._suggest)

    def on_mount(self) -> None:
        self._strength.update(passphrase_strength("").words)

    @property
    def value(self) -> str:
        """What is typed."""
        return self._passphrase.value

    def take_focus(self) -> None:
        """Let the next key be typed here."""
        self._passphrase.focus()

    def say(self, why: str) -> None:
        """Say why it can't be used."""
        self._notice.say(why)

    def hush(self) -> None:
        """Say nothing but how strong it is."""
        self._notice.hush()

    # --- choosing ------------------------------------------------------------------------------

    def on_input_changed(self) -> None:
        self._asked.clear()
        if self._passphrase.value != self._suggested:
            self._notice.hush()
        self._seen = not self._passphrase.password
        weigh = self._weigh()
        self.run_worker(
            weigh, exclusive=True, group="weigh", exit_on_error=False, description="weighing"
        )

    async def _weigh(self) -> None:
        await asyncio.sleep(_QUIET)
        self._strength.update((await self._weighed()).words)

    async def _weighed(self) -> Strength:
        return await asyncio.to_thread(passphrase_strength, self._passphrase.value)

    def on_pick_picked(self, event: Pick.Picked) -> None:
        if event.pick is self._show:
            self._look(not self._passphrase.password)
        elif event.pick is self._suggest:
            self._passphrase.value = self._suggested = suggest_passphrase()
            self._suggest.label = words.SUGGEST_AGAIN
            self._look(False)
            self._notice.say(words.SUGGESTED)
        else:
            return
        event.stop()

    def _look(self, hide: bool) -> None:
        self._passphrase.password = hide
        self._seen = self._seen or not hide
        self._show.label = words.SHOW if hide else words.HIDE
        self._passphrase.focus()
        self._passphrase.action_end()

    # --- using ---------------------------------------------------------------------------------

    async def settled(self) -> bool:
        """Whether to use it now; if not, it is said what is asked first."""
        written = self.value != self._suggested
        if not written and self._ask_once("written", words.WRITE_FIRST):
            return False
        weight = await self._weighed()
        if not self._seen and self._ask_once("seen", words.NOT_SEEN):
            return False
        if weight.guessable and self._ask_once("weak", f"{weight.words} {words.WEAK}"):
            return False
        self._notice.hush()
        return True

    def _ask_once(self, what: str, sentence: str) -> bool:
        if what in self._asked or not self._passphrase.value.strip():
            return False
        self._asked.add(what)
        self._notice.say(sentence)
        return True

    def forget(self) -> None:
        """Leave nothing of it here."""
        self._suggested = ""
        self._passphrase.clear()
