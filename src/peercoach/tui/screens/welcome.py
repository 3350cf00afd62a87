"""The first screen: five lines on what this is, and a passphrase."""

import asyncio
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from peercoach.errors import PeercoachError
from peercoach.strength import Strength, passphrase_strength, suggest_passphrase
from peercoach.tui.messages import Opened
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.notice import Notice
from peercoach.tui.widgets.pick import Pick
from peercoach.tui.widgets.prose import Part, Parts
from peercoach.tui.widgets.waiting import Waiting
from peercoach.tui.writer import Writer
from peercoach.words import failures
from peercoach.words import welcome as words

if TYPE_CHECKING:
    from peercoach.workspace import Workspace

_QUIET = 0.2
"""Seconds without a key before a passphrase is weighed."""

_FAIR = 2
"""The score below which we ask again before using a passphrase."""


class Welcome(Room):
    """Says what this is, has a passphrase chosen, and makes the notebook.

    A passphrase is typed once and can be looked at, instead of typed twice. One that was never
    seen, or that could be guessed, is used only after a second enter.
    """

    room = "unlock"

    def __init__(self, create: Callable[[str], "Workspace"], writer: Writer) -> None:
        super().__init__()
        self.head.tell(crumb=words.TITLE)
        self.head.loud()
        self._create = create
        self._writer = writer
        self._passphrase = Input(password=True, id="passphrase")
        self._strength = Static("", id="strength", markup=False)
        self._show = Pick(words.SHOW, id="show")
        self._suggest = Pick(words.SUGGEST, id="suggest")
        self._make = Pick(words.MAKE, id="make")
        self._notice = Notice(instead_of=self._strength)
        self._waiting = Waiting(words.MAKING)
        self._seen = False
        self._suggested = ""
        self._asked: set[str] = set()

    def body(self) -> Iterable[Widget]:
        with Vertical(classes="door"):
            yield Parts([Part("", words.LINES, points=True)])
            yield Static(words.PASSPHRASE, classes="ask")
            yield self._passphrase
            yield self._strength
            yield self._notice
            with Horizontal(classes="row"):
                yield self._make
                yield self._show
                yield self._suggest
            yield self._waiting

    def on_mount(self) -> None:
        self._strength.update(passphrase_strength("").words)
        self._passphrase.focus()

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
            self._go()

    def _look(self, hide: bool) -> None:
        self._passphrase.password = hide
        self._seen = self._seen or not hide
        self._show.label = words.SHOW if hide else words.HIDE
        self._passphrase.focus()
        self._passphrase.action_end()

    # --- making --------------------------------------------------------------------------------

    def on_input_submitted(self) -> None:
        self._go()

    def _go(self) -> None:
        if not self._waiting.going:
            self.run_worker(self._make_it(), exit_on_error=False, description="making")

    async def _make_it(self) -> None:
        weight = await self._weighed()
        if not self._seen and self._ask_once("seen", words.NOT_SEEN):
            return
        if weight.score < _FAIR and self._ask_once("weak", f"{weight.words} {words.WEAK}"):
            return
        self._notice.hush()
        self._waiting.start()
        try:
            workspace = await self._writer.do(self._create, self._passphrase.value)
        except PeercoachError as refused:
            self._refused(str(refused))
        except Exception:
            self._refused(failures.sentence("error", {}))
        else:
            self.forget()
            self.post_message(Opened(workspace, new=True))

    def _ask_once(self, what: str, sentence: str) -> bool:
        if what in self._asked or not self._passphrase.value.strip():
            return False
        self._asked.add(what)
        self._notice.say(sentence)
        return True

    def _refused(self, why: str) -> None:
        self._waiting.stop()
        self._notice.say(why)
        self._passphrase.focus()

    def forget(self) -> None:
        self._suggested = ""
        self._passphrase.clear()
