"""Unlock: a passphrase and nothing else. It lists no one, and nothing of the content is seen."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from peercoach.errors import PeercoachError
from peercoach.tui.messages import Opened
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.notice import Notice
from peercoach.tui.widgets.pick import Pick
from peercoach.tui.widgets.waiting import Waiting
from peercoach.tui.writer import Writer
from peercoach.words import company, failures, spare_key, welcome
from peercoach.words import screens as words

if TYPE_CHECKING:
    from peercoach.workspace import Workspace


class Unlock(Room):
    """Asks for the passphrase and opens the notebook with it.

    ``told`` is said above the question: on locking, the last line of the screen before.
    """

    room = "unlock"

    def __init__(
        self, open: Callable[[str], "Workspace"], writer: Writer, *, told: str = ""
    ) -> None:
        super().__init__()
        self.head.tell(crumb=welcome.TITLE)
        self.head.loud()
        self._open = open
        self._writer = writer
        self._told = told
        self._passphrase = Input(password=True, id="passphrase")
        self._show = Pick(words.SHOW, id="show")
        self._beside = Pick(company.WITH, id="beside")
        self._company = False
        self._notice = Notice()
        self._waiting = Waiting(words.OPENING)

    def body(self) -> Iterable[Widget]:
        with Vertical(classes="door"):
            yield Static(self._told, id="told", markup=False)
            with Horizontal(classes="asked"):
                yield Static(words.UNLOCK, classes="ask")
                yield Static(spare_key.AT_THE_DOOR, classes="whisper")
            yield self._passphrase
            yield self._notice
            with Horizontal(classes="row"):
                yield self._show
                yield self._beside
            yield self._waiting

    def on_mount(self) -> None:
        self.query_one("#told").display = bool(self._told)
        self._passphrase.focus()

    def on_pick_picked(self, event: Pick.Picked) -> None:
        if event.pick is self._beside:
            self.do_company()
            return
        self._passphrase.password = not self._passphrase.password
        self._show.label = words.SHOW if self._passphrase.password else words.HIDE
        self._passphrase.focus()

    def do_company(self) -> None:
        """Someone sits beside, or has gone."""
        self._company = not self._company
        self._beside.label = company.ALONE if self._company else company.WITH
        self.query_one("#told", Static).update(company.TOLD if self._company else self._told)
        self.query_one("#told").display = bool(self._company or self._told)
        self._passphrase.focus()

    def on_input_changed(self) -> None:
        self._notice.hush()

    def on_input_submitted(self) -> None:
        if self._passphrase.value and not self._waiting.going:
            self._waiting.start()
            self.run_worker(self._try(), exit_on_error=False, description="opening")

    async def _try(self) -> None:
        # Read here and not handed in: what a worker is given can end up in a log.
        try:
            workspace = await self._writer.do(self._open, self._passphrase.value)
        except PeercoachError as refused:
            self._refused(str(refused))
        except Exception:
            self._refused(failures.sentence("error", {}))
        else:
            from peercoach.vault.recovery import is_one

            spare = is_one(self._passphrase.value)
            self.forget()
            opened = Opened(workspace, new=False, company=self._company, by_spare_key=spare)
            self.post_message(opened)

    def _refused(self, why: str) -> None:
        self._waiting.stop()
        self._notice.say(why)
        self._passphrase.focus()
        self._passphrase.action_select_all()

    def forget(self) -> None:
        self._passphrase.clear()
