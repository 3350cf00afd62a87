"""The first screen: five lines on what this is, and a passphrase."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from peercoach.errors import PeercoachError
from peercoach.tui.messages import Opened
from peercoach.tui.screens.chosen import Chosen
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.pick import Pick
from peercoach.tui.widgets.prose import Part, Parts
from peercoach.tui.widgets.waiting import Waiting
from peercoach.tui.writer import Writer
from peercoach.words import failures
from peercoach.words import welcome as words

if TYPE_CHECKING:
    from peercoach.workspace import Workspace


class Welcome(Room):
    """Says what this is, has a passphrase chosen, and makes the notebook.

    ``named`` is the path that a person named, at which there is no notebook.
    """

    room = "unlock"

    def __init__(
        self, create: Callable[[str], "Workspace"], writer: Writer, *, named: str = ""
    ) -> None:
        super().__init__()
        self.head.tell(crumb=words.TITLE)
        self.head.loud()
        self._create = create
        self._writer = writer
        self._named = words.NOT_THERE.format(path=named) if named else ""
        self._chosen = Chosen(Pick(words.MAKE, id="make"))
        self._waiting = Waiting(words.MAKING)

    def body(self) -> Iterable[Widget]:
        with Vertical(classes="door"):
            if self._named:
                yield Static(self._named, id="named", classes="whisper", markup=False)
            yield Parts([Part("", words.LINES, points=True)])
            with Horizontal(classes="asked"):
                yield Static(words.PASSPHRASE, classes="ask")
                yield Static(words.TAB, classes="whisper")
            yield self._chosen
            yield self._waiting

    def on_mount(self) -> None:
        self._chosen.take_focus()

    def on_pick_picked(self) -> None:
        self._go()

    def on_input_submitted(self) -> None:
        self._go()

    def _go(self) -> None:
        if not self._waiting.going:
            self.run_worker(self._make_it(), exit_on_error=False, description="making")

    async def _make_it(self) -> None:
        if not await self._chosen.settled():
            return
        self._waiting.start()
        try:
            workspace = await self._writer.do(self._create, self._chosen.value)
        except PeercoachError as refused:
            self._refused(str(refused))
        except Exception:
            self._refused(failures.sentence("error", {}))
        else:
            self.forget()
            self.post_message(Opened(workspace, new=True))

    def _refused(self, why: str) -> None:
        self._waiting.stop()
        self._chosen.say(why)
        self._chosen.take_focus()

    def forget(self) -> None:
        self._chosen.forget()
